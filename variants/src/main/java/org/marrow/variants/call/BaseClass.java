package org.marrow.variants.call;

/**
 * How a base was read: the direction and number of its read, and its quality, in steps. Bases that both mates of a fragment show
 * alike are a step of their own, because what goes wrong there went wrong in the molecule.
 */
final class BaseClass {
    static final int ORIENTATIONS = 4;

    /** Six steps of single reads, and one of two mates that agree. */
    static final int STEPS = 7;

    static final int COUNT = ORIENTATIONS * STEPS;
    static final int BOTH_MATES = STEPS - 1;

    /** Phred, the lowest of each step but the first. */
    private static final int[] STEP_FROM = {24, 28, 32, 35, 38};

    private static final int HIGHEST_QUALITY = 93;
    private static final byte[] STEP_OF = steps();

    private BaseClass() {}

    private static byte[] steps() {
        byte[] steps = new byte[HIGHEST_QUALITY + 1];
        for (int quality = 0; quality <= HIGHEST_QUALITY; quality++) {
            for (int from : STEP_FROM) {
                if (quality >= from) {
                    steps[quality]++;
                }
            }
        }
        return steps;
    }

    /** 0 to 3: whether reverse, plus 2 for the second read of a pair. */
    static int orientation(PlacedRead read) {
        return (read.isReverse() ? 1 : 0) + (read.isSecondOfPair() ? 2 : 0);
    }

    static int single(int orientation, int quality) {
        return orientation * STEPS + STEP_OF[quality];
    }

    /** Of two mates; the orientation is the first read's. */
    static int bothMates(PlacedRead one, PlacedRead other) {
        PlacedRead first = one.isSecondOfPair() ? other : one;
        return orientation(first) * STEPS + BOTH_MATES;
    }

    static int step(int baseClass) {
        return baseClass % STEPS;
    }

    static int orientationOf(int baseClass) {
        return baseClass / STEPS;
    }

    static boolean isReverse(int baseClass) {
        return (baseClass / STEPS & 1) == 1;
    }
}
