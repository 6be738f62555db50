package org.marrow.mrd.cml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.EvidenceMark;

class MolecularResponseTest {

    /** The worked cases of the rules' specification, section 4.2; level in percent IS with four decimals. */
    @ParameterizedTest
    @CsvSource({
        "0, 9999, 0.8, 0, Inevaluable for MR4 (only <MR4 statement)",
        "0, 10000, 0.8, 0, MR4",
        "0, 31999, 0.8, 0, MR4",
        "0, 32000, 0.8, 0, MR4.5",
        "0, 100000, 0.8, 0, MR5",
        "3, 50000, 0.8, 0.0048, MR4",
        "3, 100000, 0.8, 0.0024, MR4.5",
        "10, 12000, 0.8, 0.0667, MMR",
        "3, 10000, 0.3, 0.0090, MR4",
        "100, 90000, 0.8, 0.0889, MMR",
        "1, 120000, 0.8, 0.0020, MR4.5"
    })
    void workedCasesAreClassified(double copies, double control, double factor, double percent, String expected) {
        MolecularResponse response = MolecularResponse.of(copies, "ABL1", control, factor);
        assertThat(response.label()).isEqualTo(expected);
        if (copies == 0) {
            assertThat(response.level()).isEmpty();
        } else {
            assertThat(response.level().getAsDouble() * 100).isCloseTo(percent, within(5e-5));
        }
    }

    /** Levels on and just above each cut-off, with control copies enough for MR5. */
    @ParameterizedTest
    @CsvSource({
        "1000, MMR",
        "1000.001, no MMR",
        "100, MR4",
        "100.001, MMR",
        "32, MR4.5",
        "32.001, MR4",
        "10, MR5",
        "10.001, MR4.5"
    })
    void aCutOffBelongsToTheDeeperClass(double copies, String expected) {
        assertThat(MolecularResponse.of(copies, "ABL1", 1_000_000, 1).label()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ABL1, 9999.9, ''", "ABL1, 10000, MR4", "ABL1, 31999.9, MR4", "ABL1, 32000, MR4.5", "ABL1, 99999.9, MR4.5",
        "ABL1, 100000, MR5", "GUSB, 23999.9, ''", "GUSB, 24000, MR4", "GUSB, 76999, MR4", "GUSB, 77000, MR4.5",
        "GUSB, 239999, MR4.5", "gusb, 240000, MR5", "BCR, 1000000, ''"
    })
    void whatIsNotFoundIsAsDeepAsItsControlGeneAllows(String gene, double control, String expected) {
        MolecularResponse response = MolecularResponse.of(0, gene, control, 0.8);
        assertThat(response.label()).isEqualTo(expected.isEmpty() ? MolecularResponse.INEVALUABLE : expected);
        assertThat(response.response().isPresent()).isEqualTo(!expected.isEmpty());
    }

    @Test
    void aLowLevelOverTooFewControlCopiesIsNoDeepResponse() {
        MolecularResponse response = MolecularResponse.of(3, "ABL1", 31_000, 0.3);
        assertThat(response.label()).isEqualTo("MR4");
        assertThat(response.notes()).anyMatch(note -> note.contains("alone would be MR4.5"));
        assertThat(MolecularResponse.of(3, "ABL1", 9_999, 0.3).label()).isEqualTo("MMR");
    }

    @Test
    void fewerThanThreeCopiesCountAsThreeAndSaySo() {
        MolecularResponse response = MolecularResponse.of(0.4, "ABL1", 120_000, 0.8);
        assertThat(response.level()).hasValue(3 / 120_000.0 * 0.8);
        assertThat(response.notes()).anyMatch(note -> note.contains("from memory"));
        assertThat(MolecularResponse.of(3, "ABL1", 120_000, 0.8).notes()).isEmpty();
    }

    @Test
    void thresholdsFromMemoryAreMarked() {
        assertThat(ControlGene.GUSB.mark(MolecularResponseClass.MR5)).isEqualTo(EvidenceMark.FROM_MEMORY);
        assertThat(ControlGene.GUSB.mark(MolecularResponseClass.MR4)).isEqualTo(EvidenceMark.VERIFIED);
        assertThat(MolecularResponse.of(0, "GUSB", 80_000, 1).notes()).anyMatch(note -> note.contains("from memory"));
        assertThat(MolecularResponse.of(0, "GUSB", 24_000, 1).notes()).isEmpty();
        assertThat(MolecularResponse.of(0, "B2M", 24_000, 1).notes()).anyMatch(note -> note.contains("B2M"));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> MolecularResponse.of(-1, "ABL1", 10_000, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> MolecularResponse.of(1, "ABL1", 0, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> MolecularResponse.of(1, "ABL1", 10_000, Double.NaN))
                .isInstanceOf(InvalidValueException.class);
    }
}
