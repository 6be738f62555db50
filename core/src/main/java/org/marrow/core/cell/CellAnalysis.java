package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A whole clustering of one data set, each step's result as the next one used it.
 *
 * @param normalised the cells and genes that passed the filters, log-normalised
 * @param qc of all cells that were read, before filtering
 * @param keptCells rows of the input that passed, rising
 * @param keptGenes columns of the input that passed, rising
 * @param markers by cluster, then by falling z
 * @param notes what a reader must know, such as that the input was already normalised
 */
public record CellAnalysis(
        CellDataset normalised,
        CellQc qc,
        int[] keptCells,
        int[] keptGenes,
        VariableGenes variableGenes,
        PrincipalComponents principalComponents,
        NeighbourGraph neighbours,
        Clustering clustering,
        Embedding umap,
        List<MarkerGene> markers,
        List<String> notes) {
    public CellAnalysis {
        requireNonNull(normalised, "normalised");
        requireNonNull(qc, "qc");
        requireNonNull(keptCells, "keptCells");
        requireNonNull(keptGenes, "keptGenes");
        requireNonNull(variableGenes, "variableGenes");
        requireNonNull(principalComponents, "principalComponents");
        requireNonNull(neighbours, "neighbours");
        requireNonNull(clustering, "clustering");
        requireNonNull(umap, "umap");
        markers = List.copyOf(markers);
        notes = List.copyOf(notes);
    }
}
