package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/**
 * Cells by genes, compressed by rows (CSR). The arrays are shared, not copied, and not to be changed.
 *
 * @param cells number of rows
 * @param genes number of columns
 * @param rowStarts {@code cells + 1} places in {@code geneIndices}, from 0, never falling
 * @param geneIndices column of each stored value, rising within a row, 0 to {@code genes - 1}
 * @param values as many as {@code geneIndices}; finite
 */
public record CellMatrix(int cells, int genes, long[] rowStarts, int[] geneIndices, float[] values) {
    public CellMatrix {
        requireNonNull(rowStarts, "rowStarts");
        requireNonNull(geneIndices, "geneIndices");
        requireNonNull(values, "values");
        InvalidValueException.check(cells >= 0, "cells", cells, "a number from 0");
        InvalidValueException.check(genes >= 0, "genes", genes, "a number from 0");
        InvalidValueException.check(
                rowStarts.length == cells + 1L, "rowStarts", rowStarts.length + " entries", (cells + 1L) + " entries");
        InvalidValueException.check(
                values.length == geneIndices.length,
                "values",
                values.length + " values",
                geneIndices.length + " values");
        InvalidValueException.check(
                rowStarts[0] == 0 && rowStarts[cells] == values.length,
                "rowStarts",
                rowStarts[0] + " to " + rowStarts[cells],
                "0 to " + values.length);
        for (int cell = 0; cell < cells; cell++) {
            long from = rowStarts[cell];
            long to = rowStarts[cell + 1];
            InvalidValueException.check(
                    from <= to && to <= values.length, "rowStarts of cell " + cell, to, from + " to " + values.length);
            int previous = -1;
            for (int i = (int) from; i < to; i++) {
                int gene = geneIndices[i];
                // Messages are made only for what is wrong: there are millions of values.
                if (gene <= previous || gene >= genes) {
                    throw new InvalidValueException(
                            "geneIndices of cell " + cell, gene, "a rising column below " + genes);
                }
                if (!Float.isFinite(values[i])) {
                    throw new InvalidValueException(
                            "value of cell " + cell + ", gene " + gene, values[i], "a finite number");
                }
                previous = gene;
            }
        }
    }

    public int storedValues() {
        return values.length;
    }
}
