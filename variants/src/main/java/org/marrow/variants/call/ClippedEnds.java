package org.marrow.variants.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * Finds the indel behind a clipped end: aligners clip a read whose indel lies too near to its end to be worth a gap. The clipped
 * bases are laid on every diagonal within {@link CallDefaults#LONGEST_INDEL_BASES}; the one that fits from the read's end
 * inwards up to the breakpoint gives the indel. Where it is the read's own diagonal there is none, only mismatches.
 */
final class ClippedEnds {
    private static final int BASES_PER_MISMATCH = 20;
    private static final int MOST_BRIDGED_MISMATCHES = 2;
    private static final int BRIDGED_BASES_PER_MISMATCH = 4;

    private final ReferenceWindow window;
    private final byte[] turned;

    ClippedEnds(ReferenceWindow window) {
        this.window = window;
        this.turned = turned(window.bases());
    }

    /** The indel behind the clipped right end; empty when none fits. */
    Optional<IndelAllele> right(PlacedRead read) {
        if (read.clippedRight() < CallDefaults.CLIP_ANCHOR_BASES) {
            return Optional.empty();
        }
        int clipStart = read.bases().length - read.clippedRight();
        return find(read.bases(), clipStart, read.lastIndex(), window.bases()).map(found -> found.normalised(window));
    }

    /** The indel behind the clipped left end. */
    Optional<IndelAllele> left(PlacedRead read) {
        if (read.clippedLeft() < CallDefaults.CLIP_ANCHOR_BASES) {
            return Optional.empty();
        }
        byte[] bases = turned(read.bases());
        int clipStart = bases.length - read.clippedLeft();
        int last = window.length() - 1 - read.firstIndex();
        return find(bases, clipStart, last, turned).map(found -> {
            int anchor = window.length() - 2 - found.anchor() - found.deleted();
            String inserted = new StringBuilder(found.inserted()).reverse().toString();
            return new IndelAllele(anchor, found.deleted(), inserted).normalised(window);
        });
    }

    private static Optional<IndelAllele> find(byte[] bases, int clipStart, int last, byte[] reference) {
        int bestRun = CallDefaults.CLIP_ANCHOR_BASES - 1;
        int bestShift = 0;
        int longestInsertion = bases.length - clipStart - CallDefaults.CLIP_ANCHOR_BASES;
        int from = -Math.min(CallDefaults.LONGEST_INDEL_BASES, longestInsertion);
        for (int shift = from; shift <= CallDefaults.LONGEST_INDEL_BASES; shift++) {
            int run = run(bases, last + 1 - clipStart + shift, reference);
            if (run > bestRun) {
                bestRun = run;
                bestShift = shift;
            }
        }
        Optional<IndelAllele> duplication = duplication(bases, clipStart, last, reference, bestRun);
        if (duplication.isPresent()) {
            return duplication;
        }
        return bestShift == 0
                ? Optional.empty()
                : join(bases, clipStart, last, reference, bestShift, bases.length - bestRun);
    }

    /**
     * A tandem duplication whose second copy is too long for the read: the clipped bases continue at the first copy's beginning,
     * after a few bases of filling, and what lies between there and the clip is the copy.
     *
     * @param runToBeat bases that the best other explanation fits
     */
    private static Optional<IndelAllele> duplication(
            byte[] bases, int clipStart, int last, byte[] reference, int runToBeat) {
        int clipped = bases.length - clipStart;
        int bestRun = Math.max(runToBeat, CallDefaults.DUPLICATION_ANCHOR_BASES - 1);
        int bestFirst = -1;
        for (int length = 1; length <= CallDefaults.LONGEST_DUPLICATION_BASES; length++) {
            // The clip's last base stands against this index when its first one continues the copy without filling.
            int run = Math.min(clipped, run(bases, last + 1 - length - clipStart, reference));
            int filling = clipped - run;
            if (run > bestRun && filling <= CallDefaults.MOST_FILLING_BASES) {
                bestRun = run;
                bestFirst = last + 1 - length + filling;
            }
        }
        if (bestFirst < 0 || bestFirst > last) {
            return Optional.empty();
        }
        String inserted = text(bases, clipStart, bases.length - bestRun) + text(reference, bestFirst, last + 1);
        return Optional.of(new IndelAllele(last, 0, inserted));
    }

    /**
     * Joins the aligned bases and the run of fitting ones at the read's end.
     *
     * @param shift greater than 0 for a deletion of so many bases, less for an insertion
     * @param runStart offset of the run's first base
     */
    private static Optional<IndelAllele> join(
            byte[] bases, int clipStart, int last, byte[] reference, int shift, int runStart) {
        int inserted = Math.max(0, -shift);
        int deleted = Math.max(0, shift);
        int latest = Math.max(clipStart, runStart - inserted);
        int start = bestStart(bases, clipStart, latest, last, reference, shift);
        if (start >= 0) {
            int anchor = last + start - clipStart;
            return Optional.of(new IndelAllele(anchor, deleted, text(bases, start, start + inserted)));
        }
        int replaced = runStart - clipStart;
        int gone = replaced + shift;
        boolean readable = gone > 0
                && gone <= CallDefaults.LONGEST_INDEL_BASES
                && replaced <= CallDefaults.LONGEST_INDEL_BASES
                && bases.length - runStart >= 2 * CallDefaults.CLIP_ANCHOR_BASES;
        return readable ? Optional.of(new IndelAllele(last, gone, text(bases, clipStart, runStart))) : Optional.empty();
    }

    /**
     * Offset at which the indel begins, so that the bases before and after it fit best; -1 when they do not fit. The clip may have
     * begun at a mismatch before the indel, and the run may have stopped at one after it.
     */
    private static int bestStart(byte[] bases, int clipStart, int latest, int last, byte[] reference, int shift) {
        int inserted = Math.max(0, -shift);
        int different = 0;
        for (int offset = clipStart; offset < latest; offset++) {
            different += misfit(bases, offset + inserted, reference, last + 1 + offset + inserted + shift - clipStart);
        }
        int fewest = different;
        int best = clipStart;
        for (int start = clipStart + 1; start <= latest; start++) {
            int offset = start - 1;
            different += misfit(bases, offset, reference, last + 1 + offset - clipStart);
            different -= misfit(bases, offset + inserted, reference, last + 1 + offset + inserted + shift - clipStart);
            if (different < fewest) {
                fewest = different;
                best = start;
            }
        }
        return fewest <= MOST_BRIDGED_MISMATCHES && fewest * BRIDGED_BASES_PER_MISMATCH <= latest - clipStart
                ? best
                : -1;
    }

    /** 0 when a base fits, 1 when it does not. */
    private static int misfit(byte[] bases, int offset, byte[] reference, int index) {
        boolean fits =
                offset < bases.length && index >= 0 && index < reference.length && bases[offset] == reference[index];
        return fits ? 0 : 1;
    }

    /** Bases from the read's end inwards that fit, when offset {@code i} stands against index {@code i + diagonal}. */
    private static int run(byte[] bases, int diagonal, byte[] reference) {
        int run = 0;
        int fitting = 0;
        int mismatches = 0;
        for (int offset = bases.length - 1; offset >= 0; offset--) {
            int index = offset + diagonal;
            if (index < 0 || index >= reference.length) {
                break;
            }
            run++;
            if (bases[offset] == reference[index]) {
                fitting = run;
            } else {
                mismatches++;
                if (mismatches * BASES_PER_MISMATCH > run) {
                    break;
                }
            }
        }
        return fitting;
    }

    private static String text(byte[] bases, int from, int to) {
        return new String(bases, from, to - from, ISO_8859_1);
    }

    private static byte[] turned(byte[] bases) {
        byte[] turned = new byte[bases.length];
        for (int i = 0; i < bases.length; i++) {
            turned[i] = bases[bases.length - 1 - i];
        }
        return turned;
    }
}
