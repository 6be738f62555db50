package org.marrow.io.h5ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.marrow.core.cell.CellMatrix;

/**
 * What another reader says of a matrix.
 *
 * @param weighted the sum of each value times its column, from 1: a value in the wrong place changes it
 */
record MatrixFacts(int cells, int genes, int stored, double sum, double weighted) {

    void assertHold(CellMatrix matrix) {
        assertThat(matrix.cells()).isEqualTo(cells);
        assertThat(matrix.genes()).isEqualTo(genes);
        assertThat(matrix.storedValues()).isEqualTo(stored);
        double foundSum = 0;
        double foundWeighted = 0;
        for (int i = 0; i < matrix.storedValues(); i++) {
            foundSum += matrix.values()[i];
            foundWeighted += (double) matrix.values()[i] * (matrix.geneIndices()[i] + 1);
        }
        assertThat(foundSum).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
        assertThat(foundWeighted).isCloseTo(weighted, within(1e-9 * Math.abs(weighted)));
    }
}
