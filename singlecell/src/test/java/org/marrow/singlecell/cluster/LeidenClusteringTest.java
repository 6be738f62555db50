package org.marrow.singlecell.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marrow.core.cell.Clustering;
import org.marrow.core.cell.NeighbourGraph;
import org.marrow.core.error.InvalidValueException;

class LeidenClusteringTest {

    private static final LeidenSettings DEFAULT = new LeidenSettings(1, 10, 50, 0);

    /** A graph of these edges {a, b}, each of weight 1. The lists of neighbours play no part in clustering. */
    private static NeighbourGraph graph(int cells, int[][] edges) {
        double[][] weights = new double[cells][cells];
        for (int[] edge : edges) {
            weights[edge[0]][edge[1]] = 1;
            weights[edge[1]][edge[0]] = 1;
        }
        long[] starts = new long[cells + 1];
        List<Integer> columns = new ArrayList<>();
        for (int a = 0; a < cells; a++) {
            for (int b = 0; b < cells; b++) {
                if (weights[a][b] != 0) {
                    columns.add(b);
                }
            }
            starts[a + 1] = columns.size();
        }
        return new NeighbourGraph(
                cells,
                1,
                new int[cells],
                new double[cells],
                starts,
                columns.stream().mapToInt(Integer::intValue).toArray(),
                IntStream.range(0, columns.size()).mapToDouble(i -> 1).toArray());
    }

    private static int[][] cliques(int... sizes) {
        List<int[]> edges = new ArrayList<>();
        int first = 0;
        for (int size : sizes) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < a; b++) {
                    edges.add(new int[] {first + a, first + b});
                }
            }
            if (first > 0) {
                edges.add(new int[] {first, first - 1});
            }
            first += size;
        }
        return edges.toArray(int[][]::new);
    }

    @Test
    void modularityOfTwoLinkedTrianglesIsThatOfTheFormula() {
        NeighbourGraph graph = graph(6, cliques(3, 3));

        // Seven edges, six within; each triangle has half of all edge ends: 6/7 - 2 * (1/2)^2.
        assertThat(Modularity.of(graph, new int[] {0, 0, 0, 1, 1, 1}, 1)).isCloseTo(6.0 / 7 - 0.5, within(1e-15));
        assertThat(Modularity.of(graph, new int[] {0, 0, 0, 1, 1, 1}, 2)).isCloseTo(6.0 / 7 - 1, within(1e-15));
        assertThat(Modularity.of(graph, new int[6], 1)).isCloseTo(0, within(1e-15));
    }

    @Test
    void modularityWithoutEdgesIsZero() {
        assertThat(Modularity.of(graph(3, new int[][] {}), new int[] {0, 1, 2}, 1))
                .isZero();
    }

    @Test
    void linkedCliquesAreTheClustersNumberedByFallingSize() {
        Clustering clustering = LeidenClustering.cluster(graph(21, cliques(5, 9, 7)), DEFAULT);

        assertThat(clustering.clusters()).isEqualTo(3);
        assertThat(clustering.labels()).containsExactly(2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1);
        assertThat(clustering.seed()).isZero();
        assertThat(clustering.resolution()).isEqualTo(1);
    }

    @Test
    void clustersOfEqualSizeAreNumberedByTheirFirstCell() {
        assertThat(LeidenClustering.bySize(new int[] {4, 0, 2, 0, 4, 2, 2, 1, 3}))
                .containsExactly(1, 2, 0, 2, 1, 0, 0, 3, 4);
    }

    @Test
    void aHigherResolutionGivesMoreClusters() {
        NeighbourGraph graph = graph(40, ring(40, 4));

        int few = LeidenClustering.cluster(graph, new LeidenSettings(0.3, 5, 50, 0))
                .clusters();
        int many =
                LeidenClustering.cluster(graph, new LeidenSettings(3, 5, 50, 0)).clusters();

        assertThat(few).isLessThan(many);
    }

    private static int[][] ring(int cells, int reach) {
        List<int[]> edges = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            for (int step = 1; step <= reach; step++) {
                edges.add(new int[] {cell, (cell + step) % cells});
            }
        }
        return edges.toArray(int[][]::new);
    }

    private static NeighbourGraph random(int cells, int edges, long seed) {
        Random random = new Random(seed);
        int[][] pairs = new int[edges][];
        for (int i = 0; i < edges; i++) {
            int a = random.nextInt(cells);
            pairs[i] = new int[] {a, (a + 1 + random.nextInt(cells - 1)) % cells};
        }
        return graph(cells, pairs);
    }

    @Test
    void theSameSeedGivesTheSameLabels() {
        NeighbourGraph graph = random(300, 1500, 4);

        assertThat(LeidenClustering.cluster(graph, new LeidenSettings(1, 1, 50, 9))
                        .labels())
                .containsExactly(LeidenClustering.cluster(graph, new LeidenSettings(1, 1, 50, 9))
                        .labels());
    }

    @Test
    void severalRunsKeepTheBestOfTheirSeeds() {
        NeighbourGraph graph = random(300, 1500, 4);
        double best = IntStream.range(20, 26)
                .mapToDouble(seed -> LeidenClustering.cluster(graph, new LeidenSettings(1, 1, 50, seed))
                        .modularity())
                .max()
                .orElseThrow();
        double worst = IntStream.range(20, 26)
                .mapToDouble(seed -> LeidenClustering.cluster(graph, new LeidenSettings(1, 1, 50, seed))
                        .modularity())
                .min()
                .orElseThrow();

        assertThat(worst).isLessThan(best);
        assertThat(LeidenClustering.cluster(graph, new LeidenSettings(1, 6, 50, 20))
                        .modularity())
                .isEqualTo(best);
    }

    @Test
    void theReportedModularityIsThatOfTheLabels() {
        NeighbourGraph graph = random(120, 500, 1);
        Clustering clustering = LeidenClustering.cluster(graph, new LeidenSettings(0.8, 3, 50, 0));

        assertThat(clustering.modularity()).isCloseTo(Modularity.of(graph, clustering.labels(), 0.8), within(1e-15));
    }

    @Test
    void withoutEdgesEachCellIsItsOwnCluster() {
        Clustering clustering = LeidenClustering.cluster(graph(3, new int[][] {}), DEFAULT);

        assertThat(clustering.labels()).containsExactly(0, 1, 2);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new LeidenSettings(0, 1, 1, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new LeidenSettings(Double.NaN, 1, 1, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new LeidenSettings(1, 0, 1, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new LeidenSettings(1, 1, 0, 0)).isInstanceOf(InvalidValueException.class);
    }
}
