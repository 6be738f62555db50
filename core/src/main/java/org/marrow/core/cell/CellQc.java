package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/**
 * Quality of each cell, before filtering. Arrays are as long as there are cells.
 *
 * @param totalCounts sum of the cell's counts; NaN where the input was already log-normalised
 * @param genesByCounts number of genes with a count
 * @param mitochondrialFraction counts of {@code MT-} genes over all, 0 to 1; NaN for a cell without counts
 *     and where no gene is mitochondrial
 */
public record CellQc(double[] totalCounts, int[] genesByCounts, double[] mitochondrialFraction) {
    public CellQc {
        requireNonNull(totalCounts, "totalCounts");
        InvalidValueException.check(
                genesByCounts.length == totalCounts.length && mitochondrialFraction.length == totalCounts.length,
                "cells",
                genesByCounts.length + " and " + mitochondrialFraction.length,
                "the same number in each array");
    }
}
