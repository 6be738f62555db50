package org.marrow.singlecell.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.UserException;
import org.marrow.singlecell.parallel.WorkPool;

class NearestNeighboursTest {

    private static NearestNeighbours exact(double[] points, int dimensions, int neighbours, int threads) {
        try (WorkPool pool = new WorkPool(threads)) {
            return NearestNeighbours.exact(
                    points, points.length / dimensions, dimensions, new NeighbourSettings(neighbours), pool);
        }
    }

    @ParameterizedTest
    @CsvSource({"2,1,1", "5,2,3", "63,3,7", "64,3,7", "65,3,7", "129,5,15", "300,2,15"})
    void theNearestAreThoseOfASortOfAllDistancesTiesByIndex(int cells, int dimensions, int neighbours) {
        Random random = new Random(cells);
        double[] points = new double[cells * dimensions];
        for (int i = 0; i < points.length; i++) {
            // Few values make many ties and duplicates.
            points[i] = random.nextInt(4);
        }

        NearestNeighbours nearest = exact(points, dimensions, neighbours, 2);

        for (int cell = 0; cell < cells; cell++) {
            int self = cell;
            int[] expected = IntStream.range(0, cells)
                    .filter(other -> other != self)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer other) -> square(points, dimensions, self, other))
                            .thenComparingInt(other -> other))
                    .limit(neighbours)
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < neighbours; i++) {
                assertThat(nearest.indices()[cell * neighbours + i]).isEqualTo(expected[i]);
                assertThat(nearest.distances()[cell * neighbours + i])
                        .isEqualTo(Math.sqrt(square(points, dimensions, cell, expected[i])));
            }
        }
    }

    private static double square(double[] points, int dimensions, int a, int b) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            double difference = points[a * dimensions + d] - points[b * dimensions + d];
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void fewerOtherCellsThanWantedAreAllTaken() {
        NearestNeighbours nearest = exact(new double[] {0, 1, 5}, 1, 15, 1);

        assertThat(nearest.neighbours()).isEqualTo(2);
        assertThat(nearest.indices()).containsExactly(1, 2, 0, 2, 1, 0);
        assertThat(nearest.distances()).containsExactly(1, 5, 1, 4, 4, 5);
    }

    @Test
    void oneCellHasNoNeighbours() {
        assertThatThrownBy(() -> exact(new double[] {1, 2}, 2, 15, 1))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("at least two cells, found 1");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        double[] points = new Random(3).doubles(500 * 7).toArray();
        NearestNeighbours one = exact(points, 7, 15, 1);
        NearestNeighbours eight = exact(points, 7, 15, 8);

        assertThat(eight.indices()).containsExactly(one.indices());
        assertThat(eight.distances()).containsExactly(one.distances());
    }
}
