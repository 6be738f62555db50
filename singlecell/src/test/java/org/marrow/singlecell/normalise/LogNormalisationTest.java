package org.marrow.singlecell.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.singlecell.PlantedCells;
import org.marrow.singlecell.parallel.WorkPool;

class LogNormalisationTest {

    private static final NormaliseSettings TO_100 = new NormaliseSettings(100);

    private static CellDataset apply(CellDataset data) {
        try (WorkPool pool = new WorkPool(1)) {
            return LogNormalisation.apply(data, TO_100, pool);
        }
    }

    @Test
    void eachCellIsScaledToTheTargetAndTheLogarithmTaken() {
        CellDataset normalised = apply(PlantedCells.of(MatrixKind.COUNTS, new float[][] {{1, 3}, {0, 7}}));

        assertThat(normalised.kind()).isEqualTo(MatrixKind.LOG_NORMALISED);
        assertThat(normalised.matrix().values()[0]).isCloseTo((float) Math.log(26), within(1e-6f));
        assertThat(normalised.matrix().values()[1]).isCloseTo((float) Math.log(76), within(1e-6f));
        assertThat(normalised.matrix().values()[2]).isCloseTo((float) Math.log(101), within(1e-6f));
    }

    @Test
    void equalSharesOfDifferentTotalsAreExactTies() {
        for (int total = 3; total < 400; total++) {
            CellDataset normalised =
                    apply(PlantedCells.of(MatrixKind.COUNTS, new float[][] {{1, total - 1}, {7, 7 * (total - 1)}}));

            assertThat(normalised.matrix().values()[0])
                    .isEqualTo(normalised.matrix().values()[2]);
        }
    }

    @Test
    void aCellWithoutCountsStaysWithout() {
        CellDataset normalised = apply(PlantedCells.of(MatrixKind.COUNTS, new float[][] {{0, 0}, {1, 1}}));

        assertThat(normalised.matrix().rowStarts()).containsExactly(0, 0, 2);
    }

    @Test
    void logNormalisedInputIsTakenAsItIs() {
        CellDataset data = PlantedCells.of(MatrixKind.LOG_NORMALISED, new float[][] {{0.5f, 2}});

        assertThat(apply(data)).isSameAs(data);
    }

    @Test
    void anotherKindIsRefused() {
        assertThatThrownBy(() -> apply(PlantedCells.of(MatrixKind.OTHER, new float[][] {{1}})))
                .isInstanceOf(UserException.class);
    }

    @Test
    void theTargetMustBeAboveZero() {
        assertThatThrownBy(() -> new NormaliseSettings(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new NormaliseSettings(Double.NaN)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameValues() {
        CellDataset data = PlantedCells.of(MatrixKind.COUNTS, PlantedCells.counts(3, 200, 40, 1));
        try (WorkPool one = new WorkPool(1);
                WorkPool eight = new WorkPool(8)) {
            assertThat(LogNormalisation.apply(data, TO_100, eight).matrix().values())
                    .containsExactly(
                            LogNormalisation.apply(data, TO_100, one).matrix().values());
        }
    }
}
