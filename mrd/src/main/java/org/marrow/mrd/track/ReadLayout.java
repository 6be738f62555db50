package org.marrow.mrd.track;

import java.util.Arrays;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;

/**
 * Where each reference position of a window lies in one read.
 *
 * <p>{@code baseIndex[i]} is the read's base that is aligned to window position {@code i}, or {@link #DELETED}, or {@link
 * #ABSENT} where the read does not reach or skips reference. {@code indelAfter[i]} tells whether an insertion or a deletion
 * follows that position.
 */
record ReadLayout(int windowStart, int[] baseIndex, boolean[] indelAfter) {
    static final int ABSENT = -1;
    static final int DELETED = -2;

    static ReadLayout of(AlignedRead read, int windowStart, int windowEnd) {
        int length = windowEnd - windowStart + 1;
        int[] baseIndex = new int[length];
        Arrays.fill(baseIndex, ABSENT);
        boolean[] indelAfter = new boolean[length];
        int position = read.start();
        int base = 0;
        for (CigarElement element : read.cigar()) {
            int size = element.length();
            switch (element.operator()) {
                case MATCH, EQUAL, DIFFERENT -> {
                    int from = Math.max(position, windowStart);
                    int to = Math.min(position + size - 1, windowEnd);
                    for (int p = from; p <= to; p++) {
                        baseIndex[p - windowStart] = base + p - position;
                    }
                    position += size;
                    base += size;
                }
                case INSERTION -> {
                    markIndelAfter(indelAfter, position - 1 - windowStart);
                    base += size;
                }
                case DELETION -> {
                    markIndelAfter(indelAfter, position - 1 - windowStart);
                    int from = Math.max(position, windowStart);
                    int to = Math.min(position + size - 1, windowEnd);
                    for (int p = from; p <= to; p++) {
                        baseIndex[p - windowStart] = DELETED;
                    }
                    position += size;
                }
                case SKIP -> position += size;
                case SOFT_CLIP -> base += size;
                case HARD_CLIP, PADDING -> {}
            }
        }
        return new ReadLayout(windowStart, baseIndex, indelAfter);
    }

    /** The read's base at a reference position of the window, or {@link #DELETED} or {@link #ABSENT}. */
    int baseIndexAt(int position) {
        return baseIndex[position - windowStart];
    }

    boolean indelAfter(int position) {
        return indelAfter[position - windowStart];
    }

    /** Whether an insertion or deletion begins between two reference positions. */
    boolean hasIndelBetween(int first, int last) {
        for (int p = first; p < last; p++) {
            if (indelAfter(p)) {
                return true;
            }
        }
        return false;
    }

    private static void markIndelAfter(boolean[] indelAfter, int index) {
        if (index >= 0 && index < indelAfter.length) {
            indelAfter[index] = true;
        }
    }
}
