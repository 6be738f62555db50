package org.marrow.singlecell.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.cell.PrincipalComponents;
import org.marrow.core.error.UserException;
import org.marrow.singlecell.PlantedCells;
import org.marrow.singlecell.parallel.WorkPool;

class PrincipalComponentAnalysisTest {

    private static final OptionalDouble UNSCALED = OptionalDouble.empty();

    private WorkPool pool;

    @BeforeEach
    void open() {
        pool = new WorkPool(2);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static float[][] sparse(int cells, int genes, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[cells][genes];
        for (float[] row : rows) {
            for (int gene = 0; gene < genes; gene++) {
                row[gene] = random.nextInt(3) == 0 ? (float) (random.nextDouble() * (1 + gene)) : 0;
            }
        }
        return rows;
    }

    private static CellMatrix matrix(float[][] rows) {
        return PlantedCells.of(MatrixKind.LOG_NORMALISED, rows).matrix();
    }

    private static int[] all(float[][] rows) {
        return IntStream.range(0, rows[0].length).toArray();
    }

    private PrincipalComponents fit(float[][] rows, int components, OptionalDouble limit) {
        return PrincipalComponentAnalysis.fit(matrix(rows), all(rows), new PcaSettings(components, limit), pool);
    }

    @Test
    void pointsOnALineHaveOneComponentAlongIt() {
        PrincipalComponents components = fit(new float[][] {{1, 2}, {2, 4}, {3, 6}}, 5, UNSCALED);

        assertThat(components.components()).isEqualTo(1);
        assertThat(components.variance()[0]).isCloseTo(5, within(1e-12));
        assertThat(components.varianceRatio()[0]).isCloseTo(1, within(1e-12));
        assertThat(components.loadings())
                .containsExactly(new double[] {1 / Math.sqrt(5), 2 / Math.sqrt(5)}, within(1e-12));
        assertThat(components.scores()).containsExactly(new double[] {-Math.sqrt(5), 0, Math.sqrt(5)}, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"60,25", "25,60", "40,40", "300,140"})
    void componentsAreUncorrelatedOrthonormalAndFallInVariance(int cells, int genes) {
        float[][] rows = sparse(cells, genes, cells);
        PrincipalComponents pca = fit(rows, 12, UNSCALED);

        assertThat(pca.components()).isEqualTo(12);
        for (int a = 0; a < 12; a++) {
            double largest = 0;
            for (int gene = 0; gene < genes; gene++) {
                double loading = pca.loadings()[gene * 12 + a];
                largest = Math.abs(loading) > Math.abs(largest) ? loading : largest;
            }
            assertThat(largest).isPositive();
            for (int b = 0; b <= a; b++) {
                double ofLoadings = 0;
                for (int gene = 0; gene < genes; gene++) {
                    ofLoadings += pca.loadings()[gene * 12 + a] * pca.loadings()[gene * 12 + b];
                }
                double ofScores = 0;
                for (int cell = 0; cell < cells; cell++) {
                    ofScores += pca.scores()[cell * 12 + a] * pca.scores()[cell * 12 + b];
                }
                assertThat(ofLoadings).isCloseTo(a == b ? 1 : 0, within(1e-10));
                assertThat(ofScores / (cells - 1))
                        .isCloseTo(a == b ? pca.variance()[a] : 0, within(1e-9 * pca.variance()[0]));
            }
            assertThat(a == 0 || pca.variance()[a] <= pca.variance()[a - 1]).isTrue();
        }
    }

    @Test
    void allComponentsTogetherHoldAllVariance() {
        PrincipalComponents pca = fit(sparse(30, 8, 4), 50, UNSCALED);

        assertThat(pca.components()).isEqualTo(8);
        assertThat(IntStream.range(0, 8)
                        .mapToDouble(i -> pca.varianceRatio()[i])
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void fewerCellsThanGenesGiveTheComponentsOfTheGenes() {
        // Each cell once has fewer cells than genes; each twice has more. Only the denominator of the variance differs.
        float[][] once = sparse(15, 20, 9);
        float[][] twice = new float[30][];
        for (int i = 0; i < 30; i++) {
            twice[i] = once[i % 15];
        }

        PrincipalComponents byCells = fit(once, 6, UNSCALED);
        PrincipalComponents byGenes = fit(twice, 6, UNSCALED);

        for (int i = 0; i < 6; i++) {
            assertThat(byGenes.variance()[i] * 29 / 2)
                    .isCloseTo(byCells.variance()[i] * 14, within(1e-10 * byCells.variance()[0] * 14));
        }
        assertThat(byGenes.loadings()).containsExactly(byCells.loadings(), within(1e-8));
    }

    @Test
    void onlyTheNamedGenesAreUsed() {
        float[][] rows = sparse(40, 12, 2);
        float[][] chosen = new float[40][];
        for (int cell = 0; cell < 40; cell++) {
            chosen[cell] = new float[] {rows[cell][3], rows[cell][7], rows[cell][8]};
        }

        PrincipalComponents pca =
                PrincipalComponentAnalysis.fit(matrix(rows), new int[] {3, 7, 8}, new PcaSettings(2, UNSCALED), pool);

        assertThat(pca.genes()).containsExactly(3, 7, 8);
        assertThat(pca.scores()).containsExactly(fit(chosen, 2, UNSCALED).scores(), within(1e-12));
    }

    @Test
    void scalingGivesEachGeneTheSameWeightAndCutsOutliers() {
        float[][] rows = sparse(50, 6, 3);
        PrincipalComponents uncut = fit(rows, 6, OptionalDouble.of(100));
        PrincipalComponents cut = fit(rows, 6, OptionalDouble.of(1));

        // Unit variance of each of six genes.
        assertThat(IntStream.range(0, 6).mapToDouble(i -> uncut.variance()[i]).sum())
                .isCloseTo(6, within(1e-9));
        assertThat(IntStream.range(0, 6).mapToDouble(i -> cut.variance()[i]).sum())
                .isLessThan(6);
        double sum = 0;
        for (int cell = 0; cell < 50; cell++) {
            sum += cut.scores()[cell * 6];
        }
        assertThat(sum).isCloseTo(0, within(1e-9));
    }

    @Test
    void aGeneWithoutVarianceDoesNotBreakScaling() {
        PrincipalComponents pca = fit(new float[][] {{1, 5}, {2, 5}, {4, 5}}, 2, OptionalDouble.of(10));

        assertThat(pca.components()).isEqualTo(1);
        assertThat(pca.scores()).doesNotContain(Double.NaN);
    }

    @Test
    void equalCellsAndTooFewCellsAreRefused() {
        assertThatThrownBy(() -> fit(new float[][] {{1, 2, 0}, {1, 2, 0}, {1, 2, 0}, {1, 2, 0}}, 2, UNSCALED))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("equal");
        assertThatThrownBy(() -> fit(new float[][] {{1, 0.1f, 0}, {1, 0.1f, 0}}, 2, UNSCALED))
                .isInstanceOf(UserException.class);
        assertThatThrownBy(() -> fit(new float[][] {{1, 2}}, 2, UNSCALED))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("at least two cells");
        assertThatThrownBy(() -> PrincipalComponentAnalysis.fit(
                        matrix(new float[][] {{1}, {2}}), new int[0], new PcaSettings(2, UNSCALED), pool))
                .isInstanceOf(UserException.class);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        for (int[] shape : new int[][] {{400, 150}, {60, 200}}) {
            float[][] rows = sparse(shape[0], shape[1], 5);
            for (OptionalDouble limit : new OptionalDouble[] {UNSCALED, OptionalDouble.of(10)}) {
                PcaSettings settings = new PcaSettings(10, limit);
                try (WorkPool one = new WorkPool(1);
                        WorkPool eight = new WorkPool(8)) {
                    PrincipalComponents first = PrincipalComponentAnalysis.fit(matrix(rows), all(rows), settings, one);
                    PrincipalComponents second =
                            PrincipalComponentAnalysis.fit(matrix(rows), all(rows), settings, eight);
                    assertThat(second.scores()).containsExactly(first.scores());
                    assertThat(second.loadings()).containsExactly(first.loadings());
                }
            }
        }
    }
}
