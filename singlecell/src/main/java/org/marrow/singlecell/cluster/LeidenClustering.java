package org.marrow.singlecell.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.marrow.core.cell.Clustering;
import org.marrow.core.cell.NeighbourGraph;

/**
 * Leiden clustering of the connectivities by modularity (Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z),
 * with the authors' own implementation.
 *
 * <p>One run depends on its seed by chance. Several are made and the one of the highest modularity is kept, the first of
 * equals, so that the result is the best found and not the luck of one seed.
 */
public final class LeidenClustering {

    private LeidenClustering() {}

    public static Clustering cluster(NeighbourGraph graph, LeidenSettings settings) {
        return cluster(graph, settings, done -> {});
    }

    /** @param progress takes the share of runs done, 0 to 1 */
    public static Clustering cluster(NeighbourGraph graph, LeidenSettings settings, DoubleConsumer progress) {
        Network network = network(graph);
        int[] best = new int[graph.cells()];
        double bestModularity = Double.NEGATIVE_INFINITY;
        for (int run = 0; run < settings.runs(); run++) {
            int[] labels = run(network, settings, settings.seed() + run);
            double modularity = Modularity.of(graph, labels, settings.resolution());
            if (modularity > bestModularity) {
                bestModularity = modularity;
                best = labels;
            }
            progress.accept((run + 1.0) / settings.runs());
        }
        int[] labels = bySize(best);
        int clusters = Arrays.stream(labels).max().orElse(-1) + 1;
        return new Clustering(
                labels,
                clusters,
                settings.resolution(),
                Modularity.of(graph, labels, settings.resolution()),
                settings.seed());
    }

    private static Network network(NeighbourGraph graph) {
        // Weighting each node by its edges turns the library's constant Potts model into modularity.
        return new Network(
                graph.cells(),
                true,
                graph.rowStarts(),
                new LargeIntArray(graph.columns()),
                new LargeDoubleArray(graph.connectivities()),
                false);
    }

    private static int[] run(Network network, LeidenSettings settings, long seed) {
        nl.cwts.networkanalysis.Clustering clustering = new nl.cwts.networkanalysis.Clustering(network.getNNodes());
        double allWeights = 2 * network.getTotalEdgeWeight();
        if (allWeights > 0) {
            LeidenAlgorithm leiden = new LeidenAlgorithm(
                    settings.resolution() / allWeights, 1, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed));
            int iteration = 0;
            while (iteration < settings.maxIterations() && leiden.improveClustering(network, clustering)) {
                iteration++;
            }
        }
        clustering.removeEmptyClusters();
        return clustering.getClusters();
    }

    /** Numbers the clusters by falling size, equal sizes by their first cell. */
    static int[] bySize(int[] labels) {
        int clusters = Arrays.stream(labels).max().orElse(-1) + 1;
        int[] sizes = new int[clusters];
        int[] firstCells = new int[clusters];
        for (int cell = labels.length - 1; cell >= 0; cell--) {
            sizes[labels[cell]]++;
            firstCells[labels[cell]] = cell;
        }
        int[] order = IntStream.range(0, clusters)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -sizes[i]).thenComparingInt(i -> firstCells[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[clusters];
        for (int i = 0; i < clusters; i++) {
            rank[order[i]] = i;
        }
        return Arrays.stream(labels).map(label -> rank[label]).toArray();
    }
}
