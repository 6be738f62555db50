package org.marrow.mrd.track;

/** Molecules at one reference position. */
final class PositionCounts {
    private final long[] calls = new long[BaseCalls.BASES.length() + 1];
    private long indelKnown;
    private long indelFollows;

    void add(byte bits) {
        int call = BaseCalls.call(bits);
        if (call >= 0) {
            calls[call]++;
        }
        if (BaseCalls.showsWhetherIndelFollows(bits)) {
            indelKnown++;
            if (BaseCalls.indelFollows(bits)) {
                indelFollows++;
            }
        }
    }

    /** Molecules with this base. */
    long of(char base) {
        int index = BaseCalls.BASES.indexOf(base);
        return index < 0 ? 0 : calls[index];
    }

    /** Molecules with any base or a deletion. */
    long depth() {
        long sum = 0;
        for (long count : calls) {
            sum += count;
        }
        return sum;
    }

    /** Molecules that show whether an indel begins after this position. */
    long indelKnown() {
        return indelKnown;
    }

    /** Those in which one begins. */
    long indelFollows() {
        return indelFollows;
    }

    /** The base of more than half of the molecules, {@code N} where there is none. */
    char majority() {
        long depth = depth();
        for (char base : BaseCalls.BASES.toCharArray()) {
            if (of(base) * 2 > depth) {
                return base;
            }
        }
        return 'N';
    }
}
