package org.marrow.singlecell.reduce;

import java.util.Arrays;
import org.marrow.core.cell.CellMatrix;

/**
 * Some columns of a matrix with a small index of their own, in CSR.
 *
 * @param rowStarts one more than there are cells
 * @param columns place of the gene in {@code genes}, rising within a row
 */
record GeneColumns(int cells, int genes, int[] rowStarts, int[] columns, double[] values) {

    private static final int ABSENT = -1;

    /** @param genes columns of the matrix, rising */
    static GeneColumns of(CellMatrix matrix, int[] genes) {
        int[] place = new int[matrix.genes()];
        Arrays.fill(place, ABSENT);
        for (int i = 0; i < genes.length; i++) {
            place[genes[i]] = i;
        }
        int size = 0;
        for (int gene : matrix.geneIndices()) {
            if (place[gene] != ABSENT) {
                size++;
            }
        }
        int[] rowStarts = new int[matrix.cells() + 1];
        int[] columns = new int[size];
        double[] values = new double[size];
        int next = 0;
        for (int cell = 0; cell < matrix.cells(); cell++) {
            for (int i = (int) matrix.rowStarts()[cell]; i < matrix.rowStarts()[cell + 1]; i++) {
                int column = place[matrix.geneIndices()[i]];
                if (column != ABSENT) {
                    columns[next] = column;
                    values[next++] = matrix.values()[i];
                }
            }
            rowStarts[cell + 1] = next;
        }
        return new GeneColumns(matrix.cells(), genes.length, rowStarts, columns, values);
    }

    /** Mean of each column. */
    double[] means() {
        double[] means = new double[genes];
        for (int i = 0; i < columns.length; i++) {
            means[columns[i]] += values[i];
        }
        for (int gene = 0; gene < genes; gene++) {
            means[gene] /= cells;
        }
        return means;
    }

    /** Standard deviation of each column, n - 1 in the denominator. */
    double[] standardDeviations(double[] means) {
        double[] sums = new double[genes];
        int[] stored = new int[genes];
        for (int i = 0; i < columns.length; i++) {
            double difference = values[i] - means[columns[i]];
            sums[columns[i]] += difference * difference;
            stored[columns[i]]++;
        }
        for (int gene = 0; gene < genes; gene++) {
            double zeros = (cells - stored[gene]) * means[gene] * means[gene];
            sums[gene] = Math.sqrt((sums[gene] + zeros) / (cells - 1));
        }
        return sums;
    }
}
