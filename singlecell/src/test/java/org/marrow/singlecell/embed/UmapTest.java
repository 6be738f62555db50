package org.marrow.singlecell.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.cell.Embedding;
import org.marrow.core.cell.NeighbourGraph;
import org.marrow.core.cell.PrincipalComponents;
import org.marrow.core.error.InvalidValueException;
import org.marrow.singlecell.neighbours.FuzzyGraph;
import org.marrow.singlecell.neighbours.NearestNeighbours;
import org.marrow.singlecell.neighbours.NeighbourSettings;
import org.marrow.singlecell.parallel.WorkPool;

class UmapTest {

    private static UmapSettings settings(int epochs, long seed) {
        return new UmapSettings(0.5, 1, OptionalInt.of(epochs), 5, 1, 1, seed);
    }

    private static Embedding embed(double[] points, int dimensions, UmapSettings settings, int threads) {
        int cells = points.length / dimensions;
        try (WorkPool pool = new WorkPool(threads)) {
            NeighbourGraph graph = FuzzyGraph.of(
                    NearestNeighbours.exact(points, cells, dimensions, new NeighbourSettings(10), pool), pool);
            PrincipalComponents components = new PrincipalComponents(
                    dimensions, points, new double[0], new int[0], new double[dimensions], new double[dimensions]);
            return Umap.embed(graph, components, settings, pool, done -> {});
        }
    }

    /** Cell {@code i} lies about 10 along axis {@code i % groups}. */
    private static double[] grouped(int groups, int cells) {
        Random random = new Random(5);
        double[] points = new double[cells * groups];
        for (int cell = 0; cell < cells; cell++) {
            for (int d = 0; d < groups; d++) {
                points[cell * groups + d] = random.nextGaussian() + (d == cell % groups ? 10 : 0);
            }
        }
        return points;
    }

    @Test
    void distantGroupsLieApart() {
        int groups = 4;
        int cells = 200;
        Embedding map = embed(grouped(groups, cells), groups, settings(300, 0), 2);

        assertThat(map.name()).isEqualTo("X_umap");
        assertThat(map.dimensions()).isEqualTo(2);
        double[] x = new double[groups];
        double[] y = new double[groups];
        for (int cell = 0; cell < cells; cell++) {
            x[cell % groups] += map.coordinates()[2 * cell] / (double) (cells / groups);
            y[cell % groups] += map.coordinates()[2 * cell + 1] / (double) (cells / groups);
        }
        for (int cell = 0; cell < cells; cell++) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int group = 0; group < groups; group++) {
                double distance =
                        Math.hypot(map.coordinates()[2 * cell] - x[group], map.coordinates()[2 * cell + 1] - y[group]);
                if (distance < least) {
                    least = distance;
                    nearest = group;
                }
            }
            assertThat(nearest).isEqualTo(cell % groups);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        double[] points = grouped(5, 1000);
        float[] one = embed(points, 5, settings(30, 3), 1).coordinates();

        assertThat(embed(points, 5, settings(30, 3), 2).coordinates()).containsExactly(one);
        assertThat(embed(points, 5, settings(30, 3), 8).coordinates()).containsExactly(one);
    }

    @Test
    void anotherSeedGivesAnotherMap() {
        double[] points = grouped(3, 90);

        assertThat(embed(points, 3, settings(20, 1), 1).coordinates())
                .isNotEqualTo(embed(points, 3, settings(20, 2), 1).coordinates());
    }

    @ParameterizedTest
    @CsvSource({"2,1", "2,3", "3,1", "12,2"})
    void fewCellsAndFewDimensionsGiveFinitePlaces(int cells, int dimensions) {
        double[] points = new Random(1).doubles((long) cells * dimensions).toArray();

        for (float coordinate : embed(points, dimensions, settings(50, 0), 1).coordinates()) {
            assertThat(coordinate).isFinite();
        }
    }

    @Test
    void duplicatedCellsGiveFinitePlaces() {
        for (float coordinate : embed(new double[60], 2, settings(50, 0), 2).coordinates()) {
            assertThat(coordinate).isFinite();
        }
    }

    @Test
    void manyCellsGetFewerEpochs() {
        assertThat(Umap.epochsFor(10_000)).isEqualTo(500);
        assertThat(Umap.epochsFor(10_001)).isEqualTo(200);
    }

    /** The values are those of {@code find_ab_params} of umap-learn 0.5.12. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 0.5830300203968329, 1.3341669926352966",
        "0.1, 1, 1.57694346046584, 0.8950608779639974",
        "0.3, 2, 0.37949468863916164, 0.9488152193905367"
    })
    void theClosenessCurveIsThatOfTheReferenceImplementation(double minDistance, double spread, double a, double b) {
        ClosenessCurve curve = ClosenessCurve.fit(minDistance, spread);

        assertThat(curve.a()).isCloseTo(a, within(1e-5));
        assertThat(curve.b()).isCloseTo(b, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-60",
        "1e-12",
        "0.01",
        "0.7071067811865476",
        "0.999999",
        "1",
        "1.00390625",
        "1.41421356",
        "1.9999999",
        "3.7",
        "1e4",
        "1e12"
    })
    void thePowerOfTheTableIsThePower(double x) {
        for (double exponent : new double[] {0.3, 0.895, 1.3341669926, 2}) {
            assertThat(new PowerTable(exponent).power(x) / StrictMath.pow(x, exponent))
                    .isCloseTo(1, within(1e-10));
        }
    }

    @Test
    void randomNumbersCoverTheirRangeEvenlyAndDifferByCellAndEpoch() {
        int[] seen = new int[7];
        CellRandom random = new CellRandom(1, 2, 3);
        for (int i = 0; i < 70_000; i++) {
            seen[random.nextBelow(7)]++;
        }
        for (int count : seen) {
            // Ten standard deviations to either side.
            assertThat(count).isBetween(9_000, 11_000);
        }
        double first = new CellRandom(1, 2, 3).nextDouble();
        assertThat(first).isBetween(0.0, 1.0);
        assertThat(new CellRandom(2, 2, 3).nextDouble()).isNotEqualTo(first);
        assertThat(new CellRandom(1, 3, 3).nextDouble()).isNotEqualTo(first);
        assertThat(new CellRandom(1, 2, 4).nextDouble()).isNotEqualTo(first);
        assertThat(new CellRandom(1, 2, 3).nextDouble()).isEqualTo(first);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new UmapSettings(1, 1, OptionalInt.empty(), 5, 1, 1, 0))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new UmapSettings(0.1, 1, OptionalInt.of(0), 5, 1, 1, 0))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new UmapSettings(0.1, 1, OptionalInt.empty(), -1, 1, 1, 0))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new UmapSettings(0.1, 1, OptionalInt.empty(), 5, 0, 1, 0))
                .isInstanceOf(InvalidValueException.class);
    }
}
