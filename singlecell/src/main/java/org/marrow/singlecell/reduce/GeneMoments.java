package org.marrow.singlecell.reduce;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.marrow.core.cell.CellMatrix;
import org.marrow.singlecell.parallel.WorkPool;

/**
 * Mean and variance of each gene over all cells.
 *
 * @param variances with n - 1 in the denominator; exactly 0 for a gene whose values are all equal
 */
record GeneMoments(double[] means, double[] variances) {

    private static final int CELLS_PER_BLOCK = 4096;

    /** @param transform of each value; takes 0 to 0 */
    static GeneMoments of(CellMatrix matrix, DoubleUnaryOperator transform, WorkPool pool) {
        int genes = matrix.genes();
        int cells = matrix.cells();
        int blocks = (cells + CELLS_PER_BLOCK - 1) / CELLS_PER_BLOCK;
        double[][] sums = new double[blocks][];
        pool.forBlocks(cells, CELLS_PER_BLOCK, (from, to) -> {
            double[] sum = new double[genes];
            for (int i = (int) matrix.rowStarts()[from]; i < matrix.rowStarts()[to]; i++) {
                sum[matrix.geneIndices()[i]] += transform.applyAsDouble(matrix.values()[i]);
            }
            sums[from / CELLS_PER_BLOCK] = sum;
        });
        double[] means = total(sums, genes);
        for (int gene = 0; gene < genes; gene++) {
            means[gene] /= cells;
        }

        double[][] squares = new double[blocks][];
        pool.forBlocks(cells, CELLS_PER_BLOCK, (from, to) -> {
            double[] square = new double[genes];
            for (int i = (int) matrix.rowStarts()[from]; i < matrix.rowStarts()[to]; i++) {
                int gene = matrix.geneIndices()[i];
                double difference = transform.applyAsDouble(matrix.values()[i]) - means[gene];
                square[gene] += difference * difference;
            }
            squares[from / CELLS_PER_BLOCK] = square;
        });
        double[] variances = total(squares, genes);
        int[] stored = new int[genes];
        boolean[] constant = constantGenes(matrix, stored);
        for (int gene = 0; gene < genes; gene++) {
            variances[gene] += (cells - stored[gene]) * means[gene] * means[gene];
            variances[gene] = constant[gene] || cells < 2 ? 0 : variances[gene] / (cells - 1);
        }
        return new GeneMoments(means, variances);
    }

    /** Rounding would leave a gene of equal values a variance above 0, so that is settled by comparing the values. */
    private static boolean[] constantGenes(CellMatrix matrix, int[] stored) {
        float[] least = new float[matrix.genes()];
        float[] most = new float[matrix.genes()];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < matrix.storedValues(); i++) {
            int gene = matrix.geneIndices()[i];
            stored[gene]++;
            least[gene] = Math.min(least[gene], matrix.values()[i]);
            most[gene] = Math.max(most[gene], matrix.values()[i]);
        }
        boolean[] constant = new boolean[matrix.genes()];
        for (int gene = 0; gene < constant.length; gene++) {
            constant[gene] = stored[gene] == 0
                    || (least[gene] == most[gene] && (stored[gene] == matrix.cells() || least[gene] == 0));
        }
        return constant;
    }

    private static double[] total(double[][] parts, int genes) {
        double[] total = new double[genes];
        for (double[] part : parts) {
            for (int gene = 0; gene < genes; gene++) {
                total[gene] += part[gene];
            }
        }
        return total;
    }
}
