package org.marrow.singlecell.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.cell.VariableGenes;
import org.marrow.singlecell.PlantedCells;
import org.marrow.singlecell.normalise.LogNormalisation;
import org.marrow.singlecell.normalise.NormaliseSettings;
import org.marrow.singlecell.parallel.WorkPool;

class VariableGeneSelectionTest {

    private WorkPool pool;

    @BeforeEach
    void open() {
        pool = new WorkPool(2);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static CellMatrix matrix(float[][] rows) {
        return PlantedCells.of(MatrixKind.LOG_NORMALISED, rows).matrix();
    }

    private CellMatrix planted(int cellsEach) {
        return LogNormalisation.apply(
                        PlantedCells.of(MatrixKind.COUNTS, PlantedCells.counts(3, cellsEach, 600, 11)),
                        new NormaliseSettings(1e4),
                        pool)
                .matrix();
    }

    @ParameterizedTest
    @EnumSource
    void theMarkersOfPlantedGroupsAreChosen(VariableGeneFlavour flavour) {
        VariableGenes genes = VariableGeneSelection.select(planted(60), new VariableGeneSettings(flavour, 30, 5), pool);

        int markers = 0;
        for (int gene = 0; gene < 30; gene++) {
            markers += genes.selected()[gene] ? 1 : 0;
        }
        assertThat(genes.count()).isEqualTo(30);
        assertThat(markers).isGreaterThanOrEqualTo(25);
        assertThat(genes.flavour()).isEqualTo(flavour.label());
    }

    @Test
    void aGeneWithoutVarianceIsNeverChosenBySeurat() {
        // The second gene is equal and not 0 in all cells; 0.1f has no exact sum.
        VariableGenes genes = VariableGeneSelection.select(
                matrix(new float[][] {{1, 0.1f, 0}, {2, 0.1f, 0}, {4, 0.1f, 0}}),
                new VariableGeneSettings(VariableGeneFlavour.SEURAT, 3, 2),
                pool);

        assertThat(genes.selected()).containsExactly(true, false, false);
        assertThat(genes.dispersions()[1]).isNaN();
        assertThat(genes.dispersions()[2]).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsChosenWhereNothingVaries(VariableGeneFlavour flavour) {
        VariableGenes genes = VariableGeneSelection.select(
                matrix(new float[][] {{1, 0, 3}, {1, 0, 3}}), new VariableGeneSettings(flavour, 2, 20), pool);

        assertThat(genes.count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void noMoreGenesAreChosenThanThereAre(VariableGeneFlavour flavour) {
        VariableGenes genes =
                VariableGeneSelection.select(planted(20), new VariableGeneSettings(flavour, 100_000, 20), pool);

        assertThat(genes.count()).isEqualTo(600);
    }

    @Test
    void aGeneAloneInItsBinGetsTheDispersionOne() {
        VariableGenes genes = VariableGeneSelection.select(
                matrix(new float[][] {{0.1f, 8}, {0.2f, 4}, {0.4f, 2}}),
                new VariableGeneSettings(VariableGeneFlavour.SEURAT, 2, 2),
                pool);

        assertThat(genes.dispersions()).containsExactly(1, 1);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameDispersions() {
        VariableGeneSettings settings = new VariableGeneSettings(VariableGeneFlavour.SEURAT, 30, 20);
        CellMatrix matrix = planted(1500);
        try (WorkPool one = new WorkPool(1);
                WorkPool eight = new WorkPool(8)) {
            assertThat(VariableGeneSelection.select(matrix, settings, eight).dispersions())
                    .containsExactly(
                            VariableGeneSelection.select(matrix, settings, one).dispersions());
        }
    }
}
