package org.marrow.singlecell.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.CellQc;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.UserException;
import org.marrow.singlecell.PlantedCells;

class QualityControlTest {

    private static final QcSettings KEEP_ALL = new QcSettings(0, 0, OptionalDouble.empty());

    private static CellDataset counts(float[][] rows) {
        return PlantedCells.of(MatrixKind.COUNTS, List.of("MT-CO1", "GATA1", "mt-Nd1"), rows);
    }

    private static QcSettings minima(int genes, int cells) {
        return new QcSettings(genes, cells, OptionalDouble.empty());
    }

    @Test
    void countsGenesAndMitochondrialFractionAreMeasuredPerCell() {
        CellQc qc = QualityControl.measure(counts(new float[][] {{1, 2, 1}, {0, 5, 0}}));

        assertThat(qc.totalCounts()).containsExactly(4, 5);
        assertThat(qc.genesByCounts()).containsExactly(3, 1);
        assertThat(qc.mitochondrialFraction()).containsExactly(0.5, 0);
    }

    @Test
    void theMitochondrialFractionOfACellWithoutCountsIsUnknown() {
        CellQc qc = QualityControl.measure(counts(new float[][] {{0, 0, 0}}));

        assertThat(qc.totalCounts()).containsExactly(0);
        assertThat(qc.mitochondrialFraction()).containsExactly(Double.NaN);
    }

    @Test
    void theMitochondrialFractionIsUnknownWhereNoGeneIsMitochondrial() {
        CellQc qc = QualityControl.measure(
                PlantedCells.of(MatrixKind.COUNTS, List.of("MTOR", "XMT-1"), new float[][] {{3, 4}}));

        assertThat(qc.mitochondrialFraction()).containsExactly(Double.NaN);
    }

    @Test
    void ofLogNormalisedValuesTheTotalIsUnknownButTheMitochondrialFractionIsNot() {
        float[][] logarithms = {{(float) Math.log1p(25), (float) Math.log1p(50), (float) Math.log1p(25)}};

        CellQc qc = QualityControl.measure(
                PlantedCells.of(MatrixKind.LOG_NORMALISED, List.of("MT-CO1", "GATA1", "mt-Nd1"), logarithms));

        assertThat(qc.totalCounts()).containsExactly(Double.NaN);
        assertThat(qc.genesByCounts()).containsExactly(3);
        assertThat(qc.mitochondrialFraction()[0]).isCloseTo(0.5, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 0.5f, 1e-3f})
    void aCountMustBeAWholeNumberFromZero(float value) {
        assertThatThrownBy(() -> QualityControl.measure(counts(new float[][] {{1, 1, 1}, {1, value, 1}})))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("Cell c1, gene GATA1")
                .hasMessageContaining("found " + value);
    }

    @Test
    void aLogNormalisedValueMustBePossible() {
        assertThat(QualityControl.measure(PlantedCells.of(MatrixKind.LOG_NORMALISED, new float[][] {{30}}))
                        .genesByCounts())
                .containsExactly(1);
        assertThatThrownBy(() ->
                        QualityControl.measure(PlantedCells.of(MatrixKind.LOG_NORMALISED, new float[][] {{30.5f}})))
                .isInstanceOf(UserException.class);
        assertThatThrownBy(() ->
                        QualityControl.measure(PlantedCells.of(MatrixKind.LOG_NORMALISED, new float[][] {{-1}})))
                .isInstanceOf(UserException.class);
    }

    @Test
    void aMatrixOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> QualityControl.measure(PlantedCells.of(MatrixKind.OTHER, new float[][] {{1}})))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("neither counts nor log-normalised");
    }

    @Test
    void aCellIsKeptFromTheMinimumOfGenesOn() {
        CellDataset data = counts(new float[][] {{1, 1, 0}, {1, 0, 0}, {1, 1, 1}});

        FilteredCells kept = QualityControl.filter(data, QualityControl.measure(data), minima(2, 0));

        assertThat(kept.keptCells()).containsExactly(0, 2);
        assertThat(kept.dataset().cellNames()).containsExactly("c0", "c2");
    }

    @Test
    void aGeneIsKeptFromTheMinimumOfCellsOnAndOnlyKeptCellsCount() {
        CellDataset data = counts(new float[][] {{1, 1, 0}, {2, 0, 0}, {1, 1, 1}, {0, 0, 1}});

        FilteredCells kept = QualityControl.filter(data, QualityControl.measure(data), minima(2, 2));

        assertThat(kept.keptCells()).containsExactly(0, 2);
        assertThat(kept.keptGenes()).containsExactly(0, 1);
        assertThat(kept.dataset().geneNames()).containsExactly("MT-CO1", "GATA1");
        assertThat(kept.dataset().matrix().rowStarts()).containsExactly(0, 2, 4);
        assertThat(kept.dataset().matrix().values()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void aCellIsKeptUpToTheLargestMitochondrialFraction() {
        CellDataset data = counts(new float[][] {{1, 3, 0}, {2, 3, 0}, {0, 0, 0}});
        QcSettings quarter = new QcSettings(0, 0, OptionalDouble.of(0.25));

        FilteredCells kept = QualityControl.filter(data, QualityControl.measure(data), quarter);

        assertThat(kept.keptCells()).containsExactly(0, 2);
    }

    @Test
    void aMitochondrialLimitWithoutMitochondrialGenesIsRefused() {
        CellDataset data = PlantedCells.of(MatrixKind.COUNTS, List.of("GATA1"), new float[][] {{3}});

        assertThatThrownBy(() -> QualityControl.filter(
                        data, QualityControl.measure(data), new QcSettings(0, 0, OptionalDouble.of(0.1))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("none of the 1 genes is named MT-");
    }

    @Test
    void storedZerosAreNotCounts() {
        CellMatrix matrix = new CellMatrix(1, 2, new long[] {0, 2}, new int[] {0, 1}, new float[] {0, 3});
        CellDataset data =
                new CellDataset(matrix, MatrixKind.COUNTS, List.of("c0"), List.of("MT-CO1", "GATA1"), Map.of());

        CellQc qc = QualityControl.measure(data);
        FilteredCells kept = QualityControl.filter(data, qc, minima(1, 1));

        assertThat(qc.genesByCounts()).containsExactly(1);
        assertThat(kept.keptGenes()).containsExactly(1);
        assertThat(kept.dataset().matrix().storedValues()).isEqualTo(1);
    }

    @Test
    void nothingLeftIsSaidWithWhatWasThere() {
        CellDataset data = counts(new float[][] {{1, 1, 0}, {1, 0, 0}});
        CellQc qc = QualityControl.measure(data);

        assertThatThrownBy(() -> QualityControl.filter(data, qc, minima(3, 0)))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "No cell is left: none of 2 has counts in 3 or more genes; the most genes that a cell has are 2.");
        assertThatThrownBy(() -> QualityControl.filter(data, qc, minima(0, 3)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("No gene is left");
        CellDataset none = PlantedCells.of(MatrixKind.COUNTS, new float[][] {});
        assertThatThrownBy(() -> QualityControl.filter(none, QualityControl.measure(none), KEEP_ALL))
                .isInstanceOf(UserException.class)
                .hasMessage("There is no cell in the data set.");
    }

    @Test
    void everyKindOfColumnFollowsItsCells() {
        CellDataset bare = counts(new float[][] {{1, 1, 0}, {1, 0, 0}, {1, 1, 1}});
        Map<String, CellColumn> columns = new LinkedHashMap<>();
        columns.put("age", new CellColumn.Numbers(new double[] {1.5, 2.5, Double.NaN}));
        columns.put("batch", new CellColumn.Integers(new long[] {1, 2, 3}, new boolean[] {false, true, true}));
        columns.put("whole", new CellColumn.Integers(new long[] {1, 2, 3}, null));
        columns.put("blast", new CellColumn.Booleans(new boolean[] {true, false, true}, null));
        columns.put("note", new CellColumn.Texts(new String[] {"a", "b", null}));
        columns.put("type", new CellColumn.Categories(new int[] {1, 0, -1}, List.of("B", "T"), true));
        CellDataset data = new CellDataset(bare.matrix(), bare.kind(), bare.cellNames(), bare.geneNames(), columns);

        Map<String, CellColumn> kept = QualityControl.filter(data, QualityControl.measure(data), minima(2, 0))
                .dataset()
                .cellColumns();

        assertThat(kept.keySet()).containsExactly("age", "batch", "whole", "blast", "note", "type");
        assertThat(((CellColumn.Numbers) kept.get("age")).values()).containsExactly(1.5, Double.NaN);
        assertThat(((CellColumn.Integers) kept.get("batch")).values()).containsExactly(1, 3);
        assertThat(((CellColumn.Integers) kept.get("batch")).missing()).containsExactly(false, true);
        assertThat(((CellColumn.Integers) kept.get("whole")).missing()).isNull();
        assertThat(((CellColumn.Booleans) kept.get("blast")).values()).containsExactly(true, true);
        assertThat(((CellColumn.Texts) kept.get("note")).values()).containsExactly("a", null);
        assertThat(((CellColumn.Categories) kept.get("type")).codes()).containsExactly(1, -1);
        assertThat(((CellColumn.Categories) kept.get("type")).ordered()).isTrue();
    }
}
