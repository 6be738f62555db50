package org.marrow.singlecell;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;
import org.marrow.singlecell.cluster.LeidenSettings;
import org.marrow.singlecell.embed.UmapSettings;
import org.marrow.singlecell.markers.MarkerSettings;
import org.marrow.singlecell.neighbours.NeighbourSettings;
import org.marrow.singlecell.normalise.NormaliseSettings;
import org.marrow.singlecell.qc.QcSettings;
import org.marrow.singlecell.reduce.PcaSettings;
import org.marrow.singlecell.reduce.VariableGeneSettings;

/**
 * The settings of every step.
 *
 * @param threads from 1; changes the time taken and nothing else
 */
public record ClusterSettings(
        QcSettings qc,
        NormaliseSettings normalise,
        VariableGeneSettings variableGenes,
        PcaSettings pca,
        NeighbourSettings neighbours,
        LeidenSettings leiden,
        UmapSettings umap,
        MarkerSettings markers,
        int threads) {
    public ClusterSettings {
        requireNonNull(qc, "qc");
        requireNonNull(normalise, "normalise");
        requireNonNull(variableGenes, "variableGenes");
        requireNonNull(pca, "pca");
        requireNonNull(neighbours, "neighbours");
        requireNonNull(leiden, "leiden");
        requireNonNull(umap, "umap");
        requireNonNull(markers, "markers");
        InvalidValueException.check(threads >= 1, "threads", threads, "a number from 1");
    }

    /** {@link ClusterDefaults}, on as many threads as the machine has processors. */
    public static ClusterSettings defaults() {
        return new ClusterSettings(
                new QcSettings(
                        ClusterDefaults.MIN_GENES_PER_CELL, ClusterDefaults.MIN_CELLS_PER_GENE, OptionalDouble.empty()),
                new NormaliseSettings(ClusterDefaults.TARGET_SUM),
                new VariableGeneSettings(
                        ClusterDefaults.VARIABLE_GENE_FLAVOUR, ClusterDefaults.TOP_GENES, ClusterDefaults.MEAN_BINS),
                new PcaSettings(ClusterDefaults.COMPONENTS, OptionalDouble.empty()),
                new NeighbourSettings(ClusterDefaults.NEIGHBOURS),
                new LeidenSettings(
                        ClusterDefaults.RESOLUTION,
                        ClusterDefaults.LEIDEN_RUNS,
                        ClusterDefaults.LEIDEN_ITERATIONS,
                        ClusterDefaults.SEED),
                new UmapSettings(
                        ClusterDefaults.MIN_DISTANCE,
                        ClusterDefaults.SPREAD,
                        OptionalInt.empty(),
                        ClusterDefaults.NEGATIVE_SAMPLES,
                        ClusterDefaults.LEARNING_RATE,
                        ClusterDefaults.REPULSION,
                        ClusterDefaults.SEED),
                new MarkerSettings(ClusterDefaults.TIE_CORRECTION),
                Runtime.getRuntime().availableProcessors());
    }

    public ClusterSettings withQc(QcSettings other) {
        return new ClusterSettings(other, normalise, variableGenes, pca, neighbours, leiden, umap, markers, threads);
    }

    public ClusterSettings withVariableGenes(VariableGeneSettings other) {
        return new ClusterSettings(qc, normalise, other, pca, neighbours, leiden, umap, markers, threads);
    }

    public ClusterSettings withPca(PcaSettings other) {
        return new ClusterSettings(qc, normalise, variableGenes, other, neighbours, leiden, umap, markers, threads);
    }

    public ClusterSettings withNeighbours(NeighbourSettings other) {
        return new ClusterSettings(qc, normalise, variableGenes, pca, other, leiden, umap, markers, threads);
    }

    public ClusterSettings withResolution(double resolution) {
        LeidenSettings other = new LeidenSettings(resolution, leiden.runs(), leiden.maxIterations(), leiden.seed());
        return new ClusterSettings(qc, normalise, variableGenes, pca, neighbours, other, umap, markers, threads);
    }

    /** One seed for the clusters and the map. */
    public ClusterSettings withSeed(long seed) {
        LeidenSettings seededLeiden =
                new LeidenSettings(leiden.resolution(), leiden.runs(), leiden.maxIterations(), seed);
        UmapSettings seededUmap = new UmapSettings(
                umap.minDistance(),
                umap.spread(),
                umap.epochs(),
                umap.negativeSamples(),
                umap.learningRate(),
                umap.repulsion(),
                seed);
        return new ClusterSettings(
                qc, normalise, variableGenes, pca, neighbours, seededLeiden, seededUmap, markers, threads);
    }

    public ClusterSettings withMarkers(MarkerSettings other) {
        return new ClusterSettings(qc, normalise, variableGenes, pca, neighbours, leiden, umap, other, threads);
    }

    public ClusterSettings withThreads(int other) {
        return new ClusterSettings(qc, normalise, variableGenes, pca, neighbours, leiden, umap, markers, other);
    }
}
