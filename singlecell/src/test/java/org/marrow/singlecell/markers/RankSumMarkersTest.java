package org.marrow.singlecell.markers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.Clustering;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.InvalidValueException;
import org.marrow.singlecell.PlantedCells;
import org.marrow.singlecell.parallel.WorkPool;

class RankSumMarkersTest {

    /** Six cells of cluster 0, seven of cluster 1. */
    private static final int[] LABELS = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1};

    private static final float[][] VALUES = {{0}, {0}, {1.5f}, {2}, {2}, {3}, {0}, {1.5f}, {0}, {0.5f}, {2}, {0}, {0}};

    private static List<MarkerGene> rank(float[][] rows, int[] labels, boolean tieCorrection, int threads) {
        int clusters = 0;
        for (int label : labels) {
            clusters = Math.max(clusters, label + 1);
        }
        CellDataset data = PlantedCells.of(MatrixKind.LOG_NORMALISED, rows);
        try (WorkPool pool = new WorkPool(threads)) {
            return RankSumMarkers.rank(
                    data,
                    new Clustering(labels, clusters, 1, 0, 0),
                    new MarkerSettings(tieCorrection),
                    pool,
                    done -> {});
        }
    }

    /** From SciPy 1.17 {@code rankdata} and {@code tiecorrect}. */
    @Test
    void zIsThatOfSciPyWithAndWithoutTieCorrection() {
        assertThat(rank(VALUES, LABELS, false, 1).getFirst().z()).isCloseTo(1.2142857142857142, within(1e-14));
        assertThat(rank(VALUES, LABELS, true, 1).getFirst().z()).isCloseTo(1.2870608273085775, within(1e-14));
    }

    @Test
    void twoClustersMirrorEachOther() {
        List<MarkerGene> markers = rank(VALUES, LABELS, true, 1);

        assertThat(markers).hasSize(2);
        assertThat(markers.get(1).z()).isCloseTo(-markers.get(0).z(), within(1e-14));
        assertThat(markers.get(1).log2FoldChange()).isCloseTo(-markers.get(0).log2FoldChange(), within(1e-12));
    }

    @Test
    void theFoldChangeComparesMeansOfTheUnloggedKind() {
        float[][] rows = {
            {(float) Math.log1p(4)}, {(float) Math.log1p(4)}, {(float) Math.log1p(1)}, {(float) Math.log1p(1)}
        };

        assertThat(rank(rows, new int[] {0, 0, 1, 1}, true, 1).getFirst().log2FoldChange())
                .isCloseTo(2, within(1e-6));
    }

    @Test
    void aGeneAbsentFromTheRestHasAFiniteFoldChange() {
        double change = rank(new float[][] {{1}, {2}, {0}, {0}}, new int[] {0, 0, 1, 1}, true, 1)
                .getFirst()
                .log2FoldChange();

        assertThat(change).isFinite().isGreaterThan(20);
    }

    @Test
    void negativeValuesRankBelowZero() {
        // Ranks: -2 first, -1 second, the two zeros share 3.5, then 1 and 2.
        float[][] rows = {{-1}, {0}, {2}, {-2}, {0}, {1}};

        double z = rank(rows, new int[] {0, 0, 0, 1, 1, 1}, false, 1).getFirst().z();

        assertThat(z).isCloseTo((2 + 3.5 + 6 - 10.5) / Math.sqrt(3 * 3 * 7 / 12.0), within(1e-14));
    }

    @Test
    void aGeneOfEqualValuesTellsNothing() {
        MarkerGene marker = rank(new float[][] {{1, 0}, {1, 0}, {1, 0}}, new int[] {0, 0, 1}, true, 1)
                .getFirst();

        assertThat(marker.z()).isZero();
        assertThat(marker.logPValue()).isZero();
        assertThat(marker.adjustedPValue()).isEqualTo(1);
    }

    @Test
    void markersComeByClusterThenByFallingZThenByGene() {
        float[][] rows = {{0, 3, 3, 1}, {0, 3, 3, 1}, {0, 3, 3, 0}, {2, 0, 0, 1}, {2, 0, 0, 0}, {2, 0, 0, 1}};
        List<MarkerGene> markers = rank(rows, new int[] {0, 0, 0, 1, 1, 1}, true, 1);

        assertThat(markers).extracting(MarkerGene::cluster).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(markers)
                .extracting(MarkerGene::gene)
                .containsExactly("g1", "g2", "g3", "g0", "g0", "g3", "g1", "g2");
    }

    @Test
    void oneClusterHasNoMarkers() {
        assertThat(rank(new float[][] {{1}, {2}}, new int[] {0, 0}, true, 1)).isEmpty();
    }

    @Test
    void labelsMustBeAsManyAsCells() {
        assertThatThrownBy(() -> rank(new float[][] {{1}, {2}}, new int[] {0, 0, 1}, true, 1))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameMarkers() {
        float[][] rows = PlantedCells.counts(3, 40, 300, 6);
        int[] labels = PlantedCells.groups(3, 40);

        assertThat(rank(rows, labels, true, 8)).isEqualTo(rank(rows, labels, true, 1));
    }

    /** Logarithms of {@code erfc(z / sqrt(2))}, worked out with mpmath to 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.5, -0.48276458103367329946",
        "1.959963984540054, -2.9957322735539905584",
        "2.4999, -4.3882188267941020489",
        "2.5, -4.388501096718745189",
        "3, -5.9145790409504042339",
        "5.5, -17.086229172065315201",
        "10, -52.538137969952525269",
        "37.5, -706.97584213694724576",
        "50, -1254.1382139588599559",
        "200, -20005.524133717630457"
    })
    void theLogarithmOfThePValueHoldsFarBelowWhatADoubleCanHold(double z, double logP) {
        assertThat(NormalTail.logTwoSidedP(z)).isCloseTo(logP, within(1e-12 * Math.max(1, -logP / 100)));
        assertThat(NormalTail.logTwoSidedP(-z)).isEqualTo(NormalTail.logTwoSidedP(z));
    }

    /** From statsmodels {@code multipletests(method="fdr_bh")}. */
    @Test
    void falseDiscoveryRatesAreThoseOfBenjaminiAndHochberg() {
        double[] p = {0.01, 0.04, 0.03, 0.005, 0.9};
        double[] logP = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            logP[i] = Math.log(p[i]);
        }

        assertThat(BenjaminiHochberg.adjust(logP))
                .containsExactly(new double[] {0.025, 0.05, 0.05, 0.025, 0.9}, within(1e-14));
    }
}
