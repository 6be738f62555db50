package org.marrow.io.h5ad;

import static org.marrow.core.error.InvalidValueException.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.marrow.core.cell.CellAnalysis;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellQc;
import org.marrow.core.cell.Clustering;
import org.marrow.core.cell.Embedding;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.cell.NeighbourGraph;
import org.marrow.core.cell.PrincipalComponents;
import org.marrow.core.cell.VariableGenes;
import org.marrow.io.h5ad.hdf5.Hdf5Data;
import org.marrow.io.h5ad.hdf5.Hdf5GroupWriter;

/** Lays a clustering out as Scanpy 1.11 leaves its own in an AnnData object. */
final class AnalysisWriter {
    private static final String RESEARCH_USE = "For research use only. Not for use in diagnostic procedures.";
    private static final String LEIDEN = "leiden";

    private final CellAnalysis analysis;
    private final H5adProvenance provenance;

    AnalysisWriter(CellAnalysis analysis, H5adProvenance provenance) {
        this.analysis = analysis;
        this.provenance = provenance;
    }

    void writeTo(Hdf5GroupWriter root) throws IOException {
        H5adSink.dataset(root, analysis.normalised(), cellColumns(), geneColumns());
        Hdf5GroupWriter obsm = ElementWriter.dict(root, "obsm");
        PrincipalComponents components = analysis.principalComponents();
        ElementWriter.array(obsm, "X_pca", Hdf5Data.float32(components.scores()).asRows(components.components()));
        Embedding umap = analysis.umap();
        ElementWriter.array(obsm, "X_umap", Hdf5Data.float32(umap.coordinates()).asRows(umap.dimensions()));
        Hdf5GroupWriter varm = ElementWriter.dict(root, "varm");
        ElementWriter.array(varm, "PCs", Hdf5Data.float64(loadings()).asRows(components.components()));
        graphs(ElementWriter.dict(root, "obsp"));
        ElementWriter.dict(root, "varp");
        unstructured(ElementWriter.dict(root, "uns"));
    }

    /** The input's own columns stay; one whose name is needed here is kept as {@code NAME_input}. */
    private Map<String, CellColumn> cellColumns() {
        Map<String, CellColumn> ours = new LinkedHashMap<>();
        CellQc qc = analysis.qc();
        int[] kept = analysis.keptCells();
        ours.put(
                "n_genes_by_counts",
                CellColumns.integers(
                        Arrays.stream(kept)
                                .mapToLong(cell -> qc.genesByCounts()[cell])
                                .toArray(),
                        null));
        ours.put("total_counts", pick(kept, cell -> qc.totalCounts()[cell]));
        ours.put("pct_counts_mt", pick(kept, cell -> 100 * qc.mitochondrialFraction()[cell]));
        ours.put(LEIDEN, clusters());
        Map<String, CellColumn> columns = new LinkedHashMap<>();
        analysis.normalised().cellColumns().forEach((name, column) -> {
            String free = name;
            while (ours.containsKey(free) || columns.containsKey(free)) {
                free += "_input";
            }
            columns.put(free, column);
        });
        columns.putAll(ours);
        return columns;
    }

    private static CellColumn pick(int[] cells, IntToDoubleFunction values) {
        return new CellColumn.Numbers(Arrays.stream(cells).mapToDouble(values).toArray());
    }

    private CellColumn clusters() {
        Clustering clustering = analysis.clustering();
        List<String> names = new ArrayList<>();
        for (int cluster = 0; cluster < clustering.clusters(); cluster++) {
            names.add(Integer.toString(cluster));
        }
        return new CellColumn.Categories(clustering.labels(), names, false);
    }

    private Map<String, CellColumn> geneColumns() {
        VariableGenes genes = analysis.variableGenes();
        Map<String, CellColumn> columns = new LinkedHashMap<>();
        columns.put("highly_variable", CellColumns.booleans(genes.selected(), null));
        columns.put("means", new CellColumn.Numbers(genes.means()));
        columns.put("dispersions_norm", new CellColumn.Numbers(genes.dispersions()));
        return columns;
    }

    /** Genes by components, with zeros for the genes that were not used, as Scanpy fills them. */
    private double[] loadings() {
        PrincipalComponents components = analysis.principalComponents();
        int width = components.components();
        double[] all =
                new double[Math.multiplyExact(analysis.normalised().matrix().genes(), width)];
        int[] genes = components.genes();
        for (int i = 0; i < genes.length; i++) {
            System.arraycopy(components.loadings(), i * width, all, genes[i] * width, width);
        }
        return all;
    }

    private void graphs(Hdf5GroupWriter obsp) throws IOException {
        NeighbourGraph graph = analysis.neighbours();
        ElementWriter.sparse(
                obsp,
                "connectivities",
                graph.cells(),
                graph.cells(),
                graph.rowStarts(),
                graph.columns(),
                Hdf5Data.float64(graph.connectivities()));
        NeighbourDistances distances = NeighbourDistances.of(graph);
        ElementWriter.sparse(
                obsp,
                "distances",
                graph.cells(),
                graph.cells(),
                distances.rowStarts(),
                distances.columns(),
                Hdf5Data.float64(distances.distances()));
    }

    private void unstructured(Hdf5GroupWriter uns) throws IOException {
        // Empty, as Scanpy leaves it for the natural logarithm; that it is there says that X is one.
        ElementWriter.dict(uns, "log1p");
        Hdf5GroupWriter variable = ElementWriter.dict(uns, "hvg");
        ElementWriter.text(variable, "flavor", analysis.variableGenes().flavour());
        components(ElementWriter.dict(uns, "pca"));
        neighbours(ElementWriter.dict(uns, "neighbors"));
        leiden(ElementWriter.dict(uns, LEIDEN));
        markers(uns);
        marrow(ElementWriter.dict(uns, "marrow"));
    }

    private void components(Hdf5GroupWriter pca) throws IOException {
        PrincipalComponents components = analysis.principalComponents();
        Hdf5GroupWriter parameters = ElementWriter.dict(pca, "params");
        ElementWriter.truth(parameters, "zero_center", true);
        ElementWriter.truth(parameters, "use_highly_variable", true);
        ElementWriter.text(parameters, "mask_var", "highly_variable");
        ElementWriter.array(pca, "variance", Hdf5Data.float64(components.variance()));
        ElementWriter.array(pca, "variance_ratio", Hdf5Data.float64(components.varianceRatio()));
    }

    private void neighbours(Hdf5GroupWriter neighbours) throws IOException {
        ElementWriter.text(neighbours, "connectivities_key", "connectivities");
        ElementWriter.text(neighbours, "distances_key", "distances");
        Hdf5GroupWriter parameters = ElementWriter.dict(neighbours, "params");
        // Scanpy counts the cell itself among its neighbours.
        ElementWriter.number(parameters, "n_neighbors", analysis.neighbours().neighbours() + 1L);
        ElementWriter.text(parameters, "method", "umap");
        ElementWriter.text(parameters, "metric", "euclidean");
        ElementWriter.text(parameters, "use_rep", "X_pca");
        ElementWriter.number(
                parameters, "n_pcs", (long) analysis.principalComponents().components());
        ElementWriter.number(parameters, "random_state", analysis.clustering().seed());
    }

    private void leiden(Hdf5GroupWriter leiden) throws IOException {
        Clustering clustering = analysis.clustering();
        Hdf5GroupWriter parameters = ElementWriter.dict(leiden, "params");
        ElementWriter.number(parameters, "resolution", clustering.resolution());
        ElementWriter.number(parameters, "random_state", clustering.seed());
        ElementWriter.number(leiden, "modularity", clustering.modularity());
    }

    /** Clusters that were not compared have no column, as with Scanpy's {@code groups}. */
    private void markers(Hdf5GroupWriter uns) throws IOException {
        Map<Integer, List<MarkerGene>> byCluster = new TreeMap<>();
        for (MarkerGene marker : analysis.markers()) {
            byCluster
                    .computeIfAbsent(marker.cluster(), cluster -> new ArrayList<>())
                    .add(marker);
        }
        if (byCluster.isEmpty()) {
            return;
        }
        int rows = byCluster.values().iterator().next().size();
        byCluster.forEach((cluster, genes) -> check(
                genes.size() == rows,
                "markers of cluster " + cluster,
                genes.size() + " genes",
                rows + ", as in the other clusters"));
        Hdf5GroupWriter ranked = ElementWriter.dict(uns, "rank_genes_groups");
        Hdf5GroupWriter parameters = ElementWriter.dict(ranked, "params");
        ElementWriter.text(parameters, "groupby", LEIDEN);
        ElementWriter.text(parameters, "reference", "rest");
        ElementWriter.text(parameters, "method", "wilcoxon");
        ElementWriter.truth(parameters, "use_raw", false);
        ElementWriter.text(parameters, "corr_method", "benjamini-hochberg");
        records(
                ranked,
                "names",
                byCluster,
                genes -> Hdf5Data.texts(genes.stream().map(MarkerGene::gene).toList()));
        records(ranked, "scores", byCluster, genes -> Hdf5Data.float32(each(genes, MarkerGene::z)));
        records(
                ranked,
                "pvals",
                byCluster,
                genes -> Hdf5Data.float64(each(genes, marker -> Math.exp(marker.logPValue()))));
        records(ranked, "pvals_adj", byCluster, genes -> Hdf5Data.float64(each(genes, MarkerGene::adjustedPValue)));
        records(
                ranked,
                "logfoldchanges",
                byCluster,
                genes -> Hdf5Data.float32(each(genes, MarkerGene::log2FoldChange)));
    }

    private static void records(
            Hdf5GroupWriter parent,
            String name,
            Map<Integer, List<MarkerGene>> byCluster,
            Function<List<MarkerGene>, Hdf5Data> column)
            throws IOException {
        Map<String, Hdf5Data> columns = new LinkedHashMap<>();
        byCluster.forEach((cluster, genes) -> columns.put(Integer.toString(cluster), column.apply(genes)));
        ElementWriter.records(parent, name, columns);
    }

    private static double[] each(List<MarkerGene> markers, ToDoubleFunction<MarkerGene> value) {
        return markers.stream().mapToDouble(value).toArray();
    }

    private void marrow(Hdf5GroupWriter marrow) throws IOException {
        ElementWriter.text(marrow, "version", provenance.version());
        ElementWriter.text(marrow, "use", RESEARCH_USE);
        ElementWriter.number(marrow, "seed", analysis.clustering().seed());
        ElementWriter.number(marrow, "cells_read", (long) analysis.qc().totalCounts().length);
        ElementWriter.texts(marrow, "notes", analysis.notes());
        Hdf5GroupWriter parameters = ElementWriter.dict(marrow, "parameters");
        for (Map.Entry<String, String> parameter : provenance.parameters().entrySet()) {
            ElementWriter.text(parameters, parameter.getKey(), parameter.getValue());
        }
    }
}
