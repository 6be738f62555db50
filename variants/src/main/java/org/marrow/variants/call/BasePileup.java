package org.marrow.variants.call;

import java.util.Arrays;

/**
 * Counts the bases of fragments over the core of a piece. Where both mates show a position it counts once: as a class of its own
 * when they agree, not at all when they do not.
 */
final class BasePileup {
    private static final byte[] CODES = codes();

    private final ReferenceWindow window;
    private final int coreFrom;
    private final int coreTo;
    private final int minBaseQuality;
    private final int[] counts;
    private final int[] nearEnd;
    private final int[] altDepth;
    private final AltBases alts = new AltBases();
    private int disagreements;

    // The left mate's bases where the right mate may have one too, by index; 0 where there is none.
    private final byte[] mateBase;
    private final byte[] mateQuality;
    private final short[] mateEndDistance;

    /** @param coreFrom first index of the core; {@code coreTo} its last */
    BasePileup(ReferenceWindow window, int coreFrom, int coreTo, int minBaseQuality) {
        this.window = window;
        this.coreFrom = coreFrom;
        this.coreTo = coreTo;
        this.minBaseQuality = minBaseQuality;
        this.counts = new int[(coreTo - coreFrom + 1) * BaseClass.COUNT];
        this.nearEnd = new int[coreTo - coreFrom + 1];
        this.altDepth = new int[coreTo - coreFrom + 1];
        this.mateBase = new byte[window.length()];
        this.mateQuality = new byte[window.length()];
        this.mateEndDistance = new short[window.length()];
    }

    private static byte[] codes() {
        byte[] codes = new byte[256];
        Arrays.fill(codes, (byte) -1);
        for (int code = 0; code < 4; code++) {
            codes["ACGT".charAt(code)] = (byte) code;
        }
        return codes;
    }

    /** 0 to 3 for A, C, G, T; -1 for what is none of them. */
    static int code(byte base) {
        return CODES[base & 0xff];
    }

    void add(Fragment fragment) {
        PlacedRead mate = fragment.mate();
        PlacedRead read = fragment.read();
        if (mate == null) {
            count(read, Integer.MAX_VALUE, -1, fragment.number());
            return;
        }
        int from = Math.max(Math.max(read.firstIndex(), mate.firstIndex()), coreFrom);
        int to = Math.min(Math.min(read.lastIndex(), mate.lastIndex()), coreTo);
        count(read, from, to, fragment.number());
        if (from <= to) {
            remember(read, from, to);
        }
        count(mate, from, to, fragment.number());
        if (from <= to) {
            compare(read, mate, from, to, fragment.number());
        }
    }

    /** Counts a read's bases but those from {@code exceptFrom} to {@code exceptTo}. */
    private void count(PlacedRead read, int exceptFrom, int exceptTo, int fragment) {
        int orientation = BaseClass.orientation(read);
        byte[] reference = window.bases();
        byte[] bases = read.bases();
        byte[] qualities = read.qualities();
        int endOffset = bases.length - 1 - read.clippedRight();
        int startOffset = read.clippedLeft();
        for (int block = 0; block < read.blockCount(); block++) {
            int shift = read.offset(block) - read.index(block);
            int from = Math.max(Math.max(read.index(block), coreFrom), read.countedFrom());
            int to = Math.min(Math.min(read.index(block) + read.length(block) - 1, coreTo), read.countedTo());
            for (int index = from; index <= to; index++) {
                if (index >= exceptFrom && index <= exceptTo) {
                    index = exceptTo;
                    continue;
                }
                int offset = index + shift;
                int quality = qualities[offset];
                if (quality < minBaseQuality) {
                    continue;
                }
                int endDistance = Math.min(offset - startOffset, endOffset - offset);
                int baseClass = BaseClass.single(orientation, quality);
                if (bases[offset] == reference[index]) {
                    counts[(index - coreFrom) * BaseClass.COUNT + baseClass]++;
                    if (endDistance < CallDefaults.NEAR_END_BASES) {
                        nearEnd[index - coreFrom]++;
                    }
                } else {
                    alt(index, bases[offset], baseClass, endDistance, read, fragment);
                }
            }
        }
    }

    private void alt(int index, byte base, int baseClass, int endDistance, PlacedRead read, int fragment) {
        int code = code(base);
        if (code >= 0 && code(window.bases()[index]) >= 0) {
            altDepth[index - coreFrom]++;
            alts.add(
                    index - coreFrom,
                    code,
                    baseClass,
                    endDistance,
                    read.mismatchesBeyond(index, window.bases()),
                    read.mappingQuality(),
                    fragment);
        }
    }

    private void remember(PlacedRead read, int from, int to) {
        int endOffset = read.bases().length - 1 - read.clippedRight();
        for (int block = 0; block < read.blockCount(); block++) {
            int shift = read.offset(block) - read.index(block);
            int first = Math.max(Math.max(read.index(block), from), read.countedFrom());
            int last = Math.min(Math.min(read.index(block) + read.length(block) - 1, to), read.countedTo());
            for (int index = first; index <= last; index++) {
                int offset = index + shift;
                if (read.qualities()[offset] >= minBaseQuality) {
                    mateBase[index] = read.bases()[offset];
                    mateQuality[index] = read.qualities()[offset];
                    mateEndDistance[index] = (short) Math.min(offset - read.clippedLeft(), endOffset - offset);
                }
            }
        }
    }

    private void compare(PlacedRead read, PlacedRead mate, int from, int to, int fragment) {
        int orientation = BaseClass.orientation(mate);
        int bothMates = BaseClass.bothMates(read, mate);
        int endOffset = mate.bases().length - 1 - mate.clippedRight();
        for (int block = 0; block < mate.blockCount(); block++) {
            int shift = mate.offset(block) - mate.index(block);
            int first = Math.max(Math.max(mate.index(block), from), mate.countedFrom());
            int last = Math.min(Math.min(mate.index(block) + mate.length(block) - 1, to), mate.countedTo());
            for (int index = first; index <= last; index++) {
                int offset = index + shift;
                int quality = mate.qualities()[offset];
                if (quality < minBaseQuality) {
                    continue;
                }
                byte base = mate.bases()[offset];
                int endDistance = Math.min(offset - mate.clippedLeft(), endOffset - offset);
                if (mateBase[index] == 0) {
                    settle(index, base, BaseClass.single(orientation, quality), endDistance, mate, fragment);
                } else if (mateBase[index] == base) {
                    int farther = Math.max(endDistance, mateEndDistance[index]);
                    settle(index, base, bothMates, farther, mate, fragment);
                    mateBase[index] = 0;
                } else {
                    disagreements++;
                    mateBase[index] = 0;
                }
            }
        }
        int readOrientation = BaseClass.orientation(read);
        for (int index = from; index <= to; index++) {
            if (mateBase[index] != 0) {
                int baseClass = BaseClass.single(readOrientation, mateQuality[index]);
                settle(index, mateBase[index], baseClass, mateEndDistance[index], read, fragment);
                mateBase[index] = 0;
            }
        }
    }

    private void settle(int index, byte base, int baseClass, int endDistance, PlacedRead read, int fragment) {
        if (base == window.bases()[index]) {
            counts[(index - coreFrom) * BaseClass.COUNT + baseClass]++;
            if (endDistance < CallDefaults.NEAR_END_BASES) {
                nearEnd[index - coreFrom]++;
            }
        } else {
            alt(index, base, baseClass, endDistance, read, fragment);
        }
    }

    /** Fragments with the reference base, by place in the core times {@link BaseClass#COUNT} plus class. Not to be changed. */
    int[] counts() {
        return counts;
    }

    /** Those of them that show it within {@link CallDefaults#NEAR_END_BASES} of their read's end. */
    int[] nearEnd() {
        return nearEnd;
    }

    /** Fragments with another base than the reference, by place in the core. */
    int[] altDepth() {
        return altDepth;
    }

    AltBases alts() {
        return alts;
    }

    /** Positions at which two mates disagreed, over all fragments. */
    int disagreements() {
        return disagreements;
    }
}
