package org.marrow.variants.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * Finds the indel behind a clipped end: aligners clip a read whose indel lies too near to its end to be worth a gap. The clipped
 * bases are laid on every diagonal within {@link CallDefaults#LONGEST_INDEL_BASES}; the one that fits from the read's end
 * inwards up to the breakpoint gives the indel.
 */
final class ClippedEnds {
    private static final int BASES_PER_MISMATCH = 20;

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
        for (int shift = -CallDefaults.LONGEST_INDEL_BASES; shift <= CallDefaults.LONGEST_INDEL_BASES; shift++) {
            if (shift != 0) {
                int run = run(bases, last + 1 - clipStart + shift, reference);
                if (run > bestRun) {
                    bestRun = run;
                    bestShift = shift;
                }
            }
        }
        if (bestShift == 0) {
            return Optional.empty();
        }
        int runStart = bases.length - bestRun;
        if (bestShift > 0 && runStart <= clipStart) {
            return Optional.of(new IndelAllele(last, bestShift, ""));
        }
        if (bestShift < 0 && runStart <= clipStart - bestShift) {
            return Optional.of(new IndelAllele(last, 0, text(bases, clipStart, clipStart - bestShift)));
        }
        int deleted = runStart - clipStart + bestShift;
        boolean readable = deleted > 0
                && deleted <= CallDefaults.LONGEST_INDEL_BASES
                && runStart - clipStart <= CallDefaults.LONGEST_INDEL_BASES
                && bestRun >= 2 * CallDefaults.CLIP_ANCHOR_BASES;
        return readable
                ? Optional.of(new IndelAllele(last, deleted, text(bases, clipStart, runStart)))
                : Optional.empty();
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
