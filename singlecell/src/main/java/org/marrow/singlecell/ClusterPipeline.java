package org.marrow.singlecell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.marrow.core.cell.CellAnalysis;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellQc;
import org.marrow.core.cell.Clustering;
import org.marrow.core.cell.Embedding;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.cell.NeighbourGraph;
import org.marrow.core.cell.PrincipalComponents;
import org.marrow.core.cell.VariableGenes;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.singlecell.cluster.LeidenClustering;
import org.marrow.singlecell.embed.Umap;
import org.marrow.singlecell.markers.RankSumMarkers;
import org.marrow.singlecell.neighbours.FuzzyGraph;
import org.marrow.singlecell.neighbours.NearestNeighbours;
import org.marrow.singlecell.normalise.LogNormalisation;
import org.marrow.singlecell.parallel.WorkPool;
import org.marrow.singlecell.qc.FilteredCells;
import org.marrow.singlecell.qc.QualityControl;
import org.marrow.singlecell.reduce.PrincipalComponentAnalysis;
import org.marrow.singlecell.reduce.VariableGeneSelection;

/** All steps from a matrix to clusters, map and markers. */
public final class ClusterPipeline {

    /** Fewer cells have no neighbours to be clustered by. */
    static final int MIN_CELLS = 2;

    private ClusterPipeline() {}

    /**
     * Clusters a data set. The same data set, settings and seed give the same bytes on any machine and for any number of
     * threads.
     *
     * @throws UserException when the matrix is neither counts nor log-normalised, or too little is left to be clustered
     */
    public static CellAnalysis run(CellDataset dataset, ClusterSettings settings, ClusterProgress progress) {
        try (WorkPool pool = new WorkPool(settings.threads())) {
            return run(dataset, settings, progress, pool);
        }
    }

    private static CellAnalysis run(
            CellDataset dataset, ClusterSettings settings, ClusterProgress progress, WorkPool pool) {
        progress.report(ClusterStep.QUALITY_CONTROL, 0);
        CellQc qc = QualityControl.measure(dataset);
        FilteredCells filtered = QualityControl.filter(dataset, qc, settings.qc());
        int cells = filtered.keptCells().length;
        if (cells < MIN_CELLS) {
            throw new UserException(
                    ErrorCode.VALUE,
                    "Clustering needs at least " + MIN_CELLS + " cells, found " + cells + " of "
                            + dataset.matrix().cells() + " with counts in "
                            + settings.qc().minGenesPerCell()
                            + " or more genes.");
        }
        progress.report(ClusterStep.QUALITY_CONTROL, 1);

        progress.report(ClusterStep.NORMALISATION, 0);
        CellDataset normalised = LogNormalisation.apply(filtered.dataset(), settings.normalise(), pool);
        progress.report(ClusterStep.NORMALISATION, 1);

        progress.report(ClusterStep.VARIABLE_GENES, 0);
        VariableGenes variable = VariableGeneSelection.select(normalised.matrix(), settings.variableGenes(), pool);
        int[] genes = selected(variable);
        if (genes.length == 0) {
            throw new UserException(
                    ErrorCode.VALUE, "No gene varies between the " + cells + " cells; there is nothing to cluster.");
        }
        progress.report(ClusterStep.VARIABLE_GENES, 1);

        progress.report(ClusterStep.PRINCIPAL_COMPONENTS, 0);
        PrincipalComponents components =
                PrincipalComponentAnalysis.fit(normalised.matrix(), genes, settings.pca(), pool);
        progress.report(ClusterStep.PRINCIPAL_COMPONENTS, 1);

        progress.report(ClusterStep.NEIGHBOURS, 0);
        NearestNeighbours nearest = NearestNeighbours.exact(
                components.scores(), cells, components.components(), settings.neighbours(), pool);
        NeighbourGraph graph = FuzzyGraph.of(nearest, pool);
        progress.report(ClusterStep.NEIGHBOURS, 1);

        progress.report(ClusterStep.CLUSTERS, 0);
        Clustering clustering =
                LeidenClustering.cluster(graph, settings.leiden(), done -> progress.report(ClusterStep.CLUSTERS, done));

        progress.report(ClusterStep.MAP, 0);
        Embedding umap =
                Umap.embed(graph, components, settings.umap(), pool, done -> progress.report(ClusterStep.MAP, done));

        progress.report(ClusterStep.MARKERS, 0);
        List<MarkerGene> markers = RankSumMarkers.rank(
                normalised, clustering, settings.markers(), pool, done -> progress.report(ClusterStep.MARKERS, done));

        return new CellAnalysis(
                normalised,
                qc,
                filtered.keptCells(),
                filtered.keptGenes(),
                variable,
                components,
                graph,
                clustering,
                umap,
                markers,
                notes(dataset, filtered, settings, genes.length, components, graph, clustering));
    }

    private static int[] selected(VariableGenes variable) {
        return IntStream.range(0, variable.selected().length)
                .filter(gene -> variable.selected()[gene])
                .toArray();
    }

    private static List<String> notes(
            CellDataset dataset,
            FilteredCells filtered,
            ClusterSettings settings,
            int variableGenes,
            PrincipalComponents components,
            NeighbourGraph graph,
            Clustering clustering) {
        List<String> notes = new ArrayList<>();
        if (dataset.kind() == MatrixKind.LOG_NORMALISED) {
            notes.add("The input was already log-normalised and was taken as it is; total counts are unknown.");
        }
        if (!QualityControl.hasMitochondrialGenes(dataset)) {
            notes.add("No gene is named MT-... or mt-...; the mitochondrial fraction is unknown.");
        }
        int cells = dataset.matrix().cells();
        int genes = dataset.matrix().genes();
        if (filtered.keptCells().length < cells) {
            notes.add("Quality control left out " + (cells - filtered.keptCells().length) + " of " + cells + " cells.");
        }
        if (filtered.keptGenes().length < genes) {
            notes.add("Quality control left out " + (genes - filtered.keptGenes().length) + " of " + genes
                    + " genes, with counts in fewer than " + settings.qc().minCellsPerGene() + " cells.");
        }
        if (variableGenes < settings.variableGenes().topGenes()) {
            notes.add("Only " + variableGenes + " genes vary; "
                    + settings.variableGenes().topGenes() + " variable genes were asked for.");
        }
        if (components.components() < settings.pca().components()) {
            notes.add("The data have only " + components.components() + " principal components; "
                    + settings.pca().components() + " were asked for.");
        }
        if (graph.neighbours() < settings.neighbours().neighbours()) {
            notes.add("Each cell has only " + graph.neighbours() + " other cells as neighbours; "
                    + settings.neighbours().neighbours() + " were asked for.");
        }
        addClusterNotes(clustering, notes);
        return notes;
    }

    private static void addClusterNotes(Clustering clustering, List<String> notes) {
        if (clustering.clusters() == 1) {
            notes.add("There is one cluster only, so no gene can mark it against others.");
            return;
        }
        int[] sizes = new int[clustering.clusters()];
        for (int label : clustering.labels()) {
            sizes[label]++;
        }
        int cells = clustering.labels().length;
        String few = IntStream.range(0, sizes.length)
                .filter(cluster -> Math.min(sizes[cluster], cells - sizes[cluster]) <= RankSumMarkers.FEW_CELLS)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        if (!few.isEmpty()) {
            notes.add("The p values of markers are rough where a cluster or all others have " + RankSumMarkers.FEW_CELLS
                    + " cells or fewer: cluster " + few + ".");
        }
    }
}
