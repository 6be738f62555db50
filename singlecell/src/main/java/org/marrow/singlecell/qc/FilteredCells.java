package org.marrow.singlecell.qc;

import static java.util.Objects.requireNonNull;

import org.marrow.core.cell.CellDataset;

/**
 * What passed the filters, and where it stood before.
 *
 * @param keptCells rows of the input, rising
 * @param keptGenes columns of the input, rising
 */
public record FilteredCells(CellDataset dataset, int[] keptCells, int[] keptGenes) {
    public FilteredCells {
        requireNonNull(dataset, "dataset");
        requireNonNull(keptCells, "keptCells");
        requireNonNull(keptGenes, "keptGenes");
    }
}
