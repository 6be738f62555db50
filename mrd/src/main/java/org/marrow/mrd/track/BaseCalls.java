package org.marrow.mrd.track;

import org.marrow.core.read.AlignedRead;

/**
 * What one molecule shows at each position of a window, one byte a position.
 *
 * <p>Every bit says that some read of the molecule showed this. Joining two reads is then the OR of their bytes: it does not
 * matter in which order they come, and two different bases set two bits, which is how a disagreement is known.
 */
final class BaseCalls {
    static final String BASES = "ACGT";
    static final int DELETED = 1 << 4;
    private static final int ANY_CALL = 0x1f;
    private static final int NO_INDEL_FOLLOWS = 1 << 6;
    private static final int INDEL_FOLLOWS = 1 << 7;

    private BaseCalls() {}

    static boolean isCalled(char base) {
        return BASES.indexOf(base) >= 0;
    }

    /** Adds what one read shows to what its molecule has shown so far. */
    static void add(byte[] calls, AlignedRead read, ReadLayout layout, int minBaseQuality) {
        for (int i = 0; i < calls.length; i++) {
            int index = layout.baseIndex()[i];
            if (index == ReadLayout.ABSENT) {
                continue;
            }
            int bits = calls[i];
            if (index == ReadLayout.DELETED) {
                bits |= DELETED;
            } else {
                int base = BASES.indexOf((char) read.bases()[index]);
                if (base >= 0 && read.qualities()[index] >= minBaseQuality) {
                    bits |= 1 << base;
                }
                bits |= layout.indelAfter()[i] ? INDEL_FOLLOWS : NO_INDEL_FOLLOWS;
            }
            calls[i] = (byte) bits;
        }
    }

    /** Index into {@link #BASES}, or 4 for a deletion, or -1 where nothing was called or the reads disagree. */
    static int call(byte bits) {
        int call = bits & ANY_CALL;
        return Integer.bitCount(call) == 1 ? Integer.numberOfTrailingZeros(call) : -1;
    }

    /** Whether the molecule shows, without disagreement, if an indel follows here. */
    static boolean showsWhetherIndelFollows(byte bits) {
        return ((bits & NO_INDEL_FOLLOWS) != 0) != ((bits & INDEL_FOLLOWS) != 0);
    }

    static boolean indelFollows(byte bits) {
        return (bits & INDEL_FOLLOWS) != 0 && (bits & NO_INDEL_FOLLOWS) == 0;
    }
}
