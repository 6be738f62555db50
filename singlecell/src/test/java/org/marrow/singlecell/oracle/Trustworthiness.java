package org.marrow.singlecell.oracle;

import java.util.Arrays;

/**
 * How far the neighbours that a map shows are neighbours in the data (Venna and Kaski 2001), as scikit-learn defines it: 1
 * when all are.
 */
public final class Trustworthiness {

    private Trustworthiness() {}

    /**
     * @param data cells by {@code dimensions}
     * @param map cells by two
     */
    public static double of(double[] data, int dimensions, double[] map, int cells, int neighbours) {
        double penalty = 0;
        double[] squares = new double[cells];
        long[] byMap = new long[cells];
        int[] rank = new int[cells];
        long[] byData = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            order(data, dimensions, cell, squares, byData);
            for (int place = 0; place < cells; place++) {
                rank[(int) byData[place]] = place;
            }
            order(map, 2, cell, squares, byMap);
            for (int place = 1; place <= neighbours; place++) {
                penalty += Math.max(0, rank[(int) byMap[place]] - neighbours);
            }
        }
        return 1 - penalty * 2 / ((double) cells * neighbours * (2.0 * cells - 3.0 * neighbours - 1));
    }

    /** All cells by rising distance, the cell itself first. The float of a square sorts as its bits do. */
    private static void order(double[] points, int dimensions, int cell, double[] squares, long[] order) {
        for (int other = 0; other < squares.length; other++) {
            double square = 0;
            for (int d = 0; d < dimensions; d++) {
                double difference = points[cell * dimensions + d] - points[other * dimensions + d];
                square += difference * difference;
            }
            order[other] = other == cell
                    ? other
                    : ((long) Float.floatToRawIntBits((float) square) + 1) << Integer.SIZE | other;
        }
        Arrays.sort(order);
    }
}
