package org.marrow.singlecell.oracle;

import java.util.Arrays;

/** How well two partitions of the same cells agree. */
public final class LabelAgreement {

    private LabelAgreement() {}

    /** Adjusted Rand index (Hubert and Arabie 1985): 1 for equal partitions, about 0 for unrelated ones. */
    public static double adjustedRandIndex(int[] a, int[] b) {
        int rows = Arrays.stream(a).max().orElse(0) + 1;
        int columns = Arrays.stream(b).max().orElse(0) + 1;
        long[][] table = new long[rows][columns];
        for (int i = 0; i < a.length; i++) {
            table[a[i]][b[i]]++;
        }
        double together = 0;
        double inA = 0;
        double inB = 0;
        long[] columnSums = new long[columns];
        for (long[] row : table) {
            long sum = 0;
            for (int j = 0; j < columns; j++) {
                together += pairs(row[j]);
                sum += row[j];
                columnSums[j] += row[j];
            }
            inA += pairs(sum);
        }
        for (long sum : columnSums) {
            inB += pairs(sum);
        }
        double expected = inA * inB / pairs(a.length);
        double most = (inA + inB) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(long count) {
        return count * (count - 1) / 2.0;
    }
}
