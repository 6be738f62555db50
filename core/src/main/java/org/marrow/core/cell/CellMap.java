package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.marrow.core.error.InvalidValueException;

/**
 * What the page needs of a clustering: where each cell lies and which cluster it is in.
 *
 * @param x first UMAP coordinate, one a cell
 * @param y second
 * @param labels cluster of each cell, from 0
 * @param modularity of the clustering
 * @param cellsRead before the quality filters
 * @param markers the leading genes of each cluster, by cluster, then by falling z
 */
public record CellMap(
        float[] x,
        float[] y,
        int[] labels,
        int clusters,
        double resolution,
        double modularity,
        int cellsRead,
        int genesRead,
        List<MarkerGene> markers,
        List<String> notes) {
    public CellMap {
        requireNonNull(x, "x");
        InvalidValueException.check(
                y.length == x.length && labels.length == x.length, "cells", y.length, x.length + " in each array");
        markers = List.copyOf(markers);
        notes = List.copyOf(notes);
    }

    public int cells() {
        return x.length;
    }
}
