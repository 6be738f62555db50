package org.marrow.singlecell.markers;

import java.util.Comparator;
import java.util.stream.IntStream;

/** False discovery rates (Benjamini and Hochberg 1995). */
final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * The smallest false discovery rate at which each test would be called, at most 1.
     *
     * @param logPValues natural logarithms
     */
    static double[] adjust(double[] logPValues) {
        int count = logPValues.length;
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> logPValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[count];
        double least = 0;
        for (int rank = count; rank >= 1; rank--) {
            int test = order[rank - 1];
            least = Math.min(least, logPValues[test] + StrictMath.log((double) count / rank));
            adjusted[test] = StrictMath.exp(least);
        }
        return adjusted;
    }
}
