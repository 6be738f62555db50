package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/**
 * The k nearest neighbours of each cell, the cell itself left out, and the fuzzy graph made from them.
 *
 * @param cells number of cells
 * @param neighbours how many each cell has
 * @param indices {@code cells * neighbours}, nearest first
 * @param distances the same places, Euclidean
 * @param rowStarts {@code cells + 1}; CSR of the symmetric fuzzy connectivities
 * @param columns rising within a row
 * @param connectivities greater than 0, at most 1
 */
public record NeighbourGraph(
        int cells,
        int neighbours,
        int[] indices,
        double[] distances,
        long[] rowStarts,
        int[] columns,
        double[] connectivities) {
    public NeighbourGraph {
        requireNonNull(rowStarts, "rowStarts");
        InvalidValueException.check(neighbours >= 1, "neighbours", neighbours, "a number from 1");
        InvalidValueException.check(
                indices.length == (long) cells * neighbours && distances.length == indices.length,
                "indices",
                indices.length,
                "cells times neighbours");
        InvalidValueException.check(
                columns.length == connectivities.length, "columns", columns.length, "one for each connectivity");
    }
}
