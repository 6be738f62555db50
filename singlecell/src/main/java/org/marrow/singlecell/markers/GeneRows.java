package org.marrow.singlecell.markers;

import org.marrow.core.cell.CellMatrix;

/**
 * A matrix turned to rows of genes, stored zeros left out.
 *
 * @param starts one more than there are genes
 * @param cells of each value, rising within a gene
 */
record GeneRows(int[] starts, int[] cells, float[] values) {

    static GeneRows of(CellMatrix matrix) {
        int[] starts = new int[matrix.genes() + 1];
        for (int i = 0; i < matrix.storedValues(); i++) {
            if (matrix.values()[i] != 0) {
                starts[matrix.geneIndices()[i] + 1]++;
            }
        }
        for (int gene = 0; gene < matrix.genes(); gene++) {
            starts[gene + 1] += starts[gene];
        }
        int[] next = starts.clone();
        int[] cells = new int[starts[matrix.genes()]];
        float[] values = new float[cells.length];
        for (int cell = 0; cell < matrix.cells(); cell++) {
            for (int i = (int) matrix.rowStarts()[cell]; i < matrix.rowStarts()[cell + 1]; i++) {
                if (matrix.values()[i] != 0) {
                    int place = next[matrix.geneIndices()[i]]++;
                    cells[place] = cell;
                    values[place] = matrix.values()[i];
                }
            }
        }
        return new GeneRows(starts, cells, values);
    }
}
