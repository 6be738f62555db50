package org.marrow.singlecell.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marrow.core.cell.NeighbourGraph;
import org.marrow.singlecell.parallel.WorkPool;

class FuzzyGraphTest {

    private static NeighbourGraph graph(double[] points, int dimensions, int neighbours, int threads) {
        try (WorkPool pool = new WorkPool(threads)) {
            return FuzzyGraph.of(
                    NearestNeighbours.exact(
                            points, points.length / dimensions, dimensions, new NeighbourSettings(neighbours), pool),
                    pool);
        }
    }

    private static double[][] dense(NeighbourGraph graph) {
        double[][] dense = new double[graph.cells()][graph.cells()];
        for (int cell = 0; cell < graph.cells(); cell++) {
            for (int i = (int) graph.rowStarts()[cell]; i < graph.rowStarts()[cell + 1]; i++) {
                assertThat(i == graph.rowStarts()[cell] || graph.columns()[i] > graph.columns()[i - 1])
                        .isTrue();
                dense[cell][graph.columns()[i]] = graph.connectivities()[i];
            }
        }
        return dense;
    }

    @Test
    void connectivitiesAreSymmetricAndAboveZeroAndOneForEachNearest() {
        NeighbourGraph graph = graph(new Random(1).doubles(200 * 3).toArray(), 3, 10, 2);
        double[][] dense = dense(graph);

        for (int a = 0; a < 200; a++) {
            assertThat(dense[a][a]).isZero();
            assertThat(dense[a][graph.indices()[a * 10]]).isEqualTo(1);
            for (int b = 0; b < a; b++) {
                assertThat(dense[a][b]).isEqualTo(dense[b][a]).isBetween(0.0, 1.0);
            }
        }
        assertThat(graph.connectivities()).doesNotContain(0.0);
    }

    @Test
    void theMembershipsOfALoneDirectionSumToTheLogarithmOfTheNeighbourhood() {
        // Cell 0 has the other cells as neighbours, but they have nearer ones among themselves.
        double[] points = {100, 0, 0.1, 0.21, 0.33, 0.46, 0.6};
        NeighbourGraph graph = graph(points, 1, 3, 1);

        double sum = Arrays.stream(dense(graph)[0]).sum();

        assertThat(sum).isCloseTo(2, within(1e-5));
    }

    @Test
    void duplicatedCellsAreFullyConnected() {
        NeighbourGraph graph = graph(new double[] {1, 1, 1, 1, 1, 1}, 1, 3, 1);

        assertThat(graph.connectivities()).containsOnly(1.0);
    }

    @Test
    void twoCellsMakeOneEdge() {
        NeighbourGraph graph = graph(new double[] {0, 3}, 1, 15, 1);

        assertThat(graph.columns()).containsExactly(1, 0);
        assertThat(graph.connectivities()).containsExactly(1, 1);
    }

    @Test
    void permutedCellsGiveThePermutedGraph() {
        double[] points = new Random(8).doubles(150 * 2).toArray();
        int[] order = IntStream.range(0, 150).map(i -> (i * 77 + 5) % 150).toArray();
        double[] permuted = new double[points.length];
        for (int i = 0; i < 150; i++) {
            permuted[2 * i] = points[2 * order[i]];
            permuted[2 * i + 1] = points[2 * order[i] + 1];
        }

        double[][] straight = dense(graph(points, 2, 8, 1));
        double[][] moved = dense(graph(permuted, 2, 8, 1));

        for (int i = 0; i < 150; i++) {
            for (int j = 0; j < 150; j++) {
                assertThat(moved[i][j]).isCloseTo(straight[order[i]][order[j]], within(1e-12));
            }
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        double[] points = new Random(3).doubles(1200 * 4).toArray();

        assertThat(graph(points, 4, 15, 8).connectivities())
                .containsExactly(graph(points, 4, 15, 1).connectivities());
    }
}
