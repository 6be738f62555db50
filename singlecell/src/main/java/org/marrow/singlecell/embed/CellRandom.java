package org.marrow.singlecell.embed;

/**
 * Random numbers of one cell in one epoch, by SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195). Each
 * cell and epoch has a stream of its own, so the order in which threads come to the cells does not matter.
 */
final class CellRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private long state;

    CellRandom(long seed, int epoch, int cell) {
        this.state = mix(mix(seed + GOLDEN_GAMMA) ^ ((long) epoch << Integer.SIZE | cell));
    }

    /** 0 to {@code bound - 1}; the bias of the multiplication is below 2^-32 * bound. */
    int nextBelow(int bound) {
        return (int) (((nextLong() >>> Integer.SIZE) * bound) >>> Integer.SIZE);
    }

    /** 0 to below 1. */
    double nextDouble() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    private long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
