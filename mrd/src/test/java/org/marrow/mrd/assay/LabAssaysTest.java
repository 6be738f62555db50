package org.marrow.mrd.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.LevelScale;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.mrd.MrdTechnique;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;

class LabAssaysTest {
    private static final Pseudonym PATIENT = new Pseudonym("P1");
    private static final SampleId SAMPLE = new SampleId("P1-S1");
    private static final LocalDate DATE = LocalDate.of(2026, 3, 1);

    private static LabReading.Qpcr bcrAbl1(double copies, double abl1) {
        return qpcr(
                "BCR::ABL1 e14a2",
                copies,
                "ABL1",
                abl1,
                OptionalDouble.of(0.8),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static LabReading.Qpcr qpcr(
            String target,
            double copies,
            String control,
            double controlCopies,
            OptionalDouble factor,
            OptionalDouble range,
            OptionalDouble sensitivity) {
        return new LabReading.Qpcr(
                PATIENT,
                SAMPLE,
                DATE,
                MrdTarget.named(target),
                copies,
                control,
                controlCopies,
                factor,
                range,
                sensitivity);
    }

    private static LabReading.Qpcr npm1(double copies, double range) {
        return qpcr(
                "NPM1 type A",
                copies,
                "ABL1",
                40_000,
                OptionalDouble.empty(),
                OptionalDouble.of(range),
                OptionalDouble.empty());
    }

    private static LabReading.Dpcr dpcr(long positive, long reference, long total, LevelScale scale) {
        return new LabReading.Dpcr(
                PATIENT, SAMPLE, DATE, MrdTarget.named("JAK2 V617F"), positive, reference, total, scale);
    }

    private static LabReading.Flow flow(long aberrant, long leucocytes) {
        return new LabReading.Flow(
                PATIENT,
                SAMPLE,
                DATE,
                MrdTarget.named("LAIP"),
                aberrant,
                leucocytes,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void theInternationalScaleIsAFractionAndNotAPercentage() {
        MrdMeasurement m = LabAssays.measure(bcrAbl1(100, 80_000));
        assertThat(m.technique()).isEqualTo(MrdTechnique.QPCR);
        assertThat(m.scale()).isEqualTo(LevelScale.INTERNATIONAL_SCALE);
        assertThat(m.level()).hasValue(0.001);
        assertThat(m.status()).isEqualTo(MrdStatus.DETECTED);
        assertThat(m.notes()).anyMatch(note -> note.contains("MMR"));
        assertThat(m.interval().orElseThrow().lower()).isLessThan(0.001);
        assertThat(m.interval().orElseThrow().upper()).isGreaterThan(0.001);
    }

    @Test
    void aTargetWithoutConversionFactorIsARatio() {
        MrdMeasurement m = LabAssays.measure(npm1(400, 1e-5));
        assertThat(m.scale()).isEqualTo(LevelScale.RATIO_TO_CONTROL_GENE);
        assertThat(m.level()).hasValue(0.01);
        assertThat(m.limitOfQuantification()).hasValue(1e-5);
        assertThat(m.notes()).noneMatch(note -> note.contains("Molecular response"));
    }

    @Test
    void undetectableIsBelowAPoissonLimitAndNamesTheConvention() {
        MrdMeasurement m = LabAssays.measure(bcrAbl1(0, 10_000));
        assertThat(m.status()).isEqualTo(MrdStatus.NOT_DETECTED_BELOW_LOD);
        assertThat(m.level()).isEmpty();
        assertThat(m.limitOfDetection().orElseThrow().level())
                .isCloseTo(2.9957322735539909 / 10_000 * 0.8, within(1e-15));
        assertThat(m.limitOfDetection().orElseThrow().probability()).isEqualTo(0.95);
        assertThat(m.limitOfDetection().orElseThrow().basis())
                .contains("MR4")
                .contains("2.40e-04")
                .contains("1.00e-04");
        assertThat(m.interval().orElseThrow().lower()).isZero();
        assertThat(m.notes()).contains("Molecular response: MR4.");
    }

    @ParameterizedTest
    @CsvSource({"ABL1, 9999, true", "ABL1, 10000, false", "GUSB, 23999, true", "GUSB, 24000, false"})
    void tooFewControlCopiesAreNamed(String gene, double copies, boolean isNamed) {
        MrdMeasurement m = LabAssays.measure(qpcr(
                "BCR::ABL1", 0, gene, copies, OptionalDouble.of(0.8), OptionalDouble.empty(), OptionalDouble.empty()));
        assertThat(m.notes().stream().anyMatch(note -> note.contains("inevaluable for MR4")))
                .isEqualTo(isNamed);
        assertThat(m.status()).isEqualTo(MrdStatus.NOT_DETECTED_BELOW_LOD);
    }

    @Test
    void theLaboratorysOwnSensitivityWins() {
        MrdMeasurement m = LabAssays.measure(qpcr(
                "IGH", 0, "ALB", 150_000, OptionalDouble.empty(), OptionalDouble.of(1e-4), OptionalDouble.of(5e-5)));
        assertThat(m.limitOfDetection().orElseThrow().level()).isEqualTo(5e-5);
        assertThat(m.limitOfDetection().orElseThrow().basis())
                .contains("stated by the laboratory")
                .contains("2.00e-05");
    }

    @Test
    void belowTheQuantitativeRangeIsDetectedAndNoNumber() {
        assertThat(LabAssays.measure(npm1(3.9, 1e-4)).status()).isEqualTo(MrdStatus.DETECTED_BELOW_QUANTIFICATION);
        assertThat(LabAssays.measure(npm1(4, 1e-4)).status()).isEqualTo(MrdStatus.DETECTED);
    }

    @Test
    void fewerThanThreeCopiesOfBcrAbl1AreThreeAndNotANumber() {
        MrdMeasurement m = LabAssays.measure(bcrAbl1(1, 120_000));
        assertThat(m.level().getAsDouble()).isCloseTo(2e-5, within(1e-18));
        assertThat(m.status()).isEqualTo(MrdStatus.DETECTED_BELOW_QUANTIFICATION);
        assertThat(m.notes()).anyMatch(note -> note.contains("from memory"));
        assertThat(LabAssays.measure(bcrAbl1(3, 120_000)).status()).isEqualTo(MrdStatus.DETECTED);
    }

    @Test
    void withoutControlCopiesNothingIsSaid() {
        MrdMeasurement m = LabAssays.measure(bcrAbl1(0, 0));
        assertThat(m.status()).isEqualTo(MrdStatus.NOT_COVERED);
        assertThat(m.limitOfDetection()).isEmpty();
        assertThat(LabAssays.measure(bcrAbl1(5, 0)).status()).isEqualTo(MrdStatus.NOT_COVERED);
    }

    @ParameterizedTest
    @CsvSource({"BCR::ABL1 e1a2, true", "BCR::ABL1 e19a2, true", "BCR::ABL1 e13a2, false", "BCR::ABL1, false"})
    void atypicalBreakpointsHaveNoInternationalScale(String target, boolean isRefused) {
        LabReading.Qpcr reading = qpcr(
                target, 10, "ABL1", 50_000, OptionalDouble.of(0.8), OptionalDouble.empty(), OptionalDouble.empty());
        if (isRefused) {
            assertThatThrownBy(() -> LabAssays.measure(reading))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("conversion_factor");
        } else {
            assertThat(LabAssays.measure(reading).scale()).isEqualTo(LevelScale.INTERNATIONAL_SCALE);
        }
    }

    @Test
    void digitalPcrCorrectsForPartitionsWithSeveralMolecules() {
        MrdMeasurement fraction = LabAssays.measure(dpcr(2_000, 10_000, 20_000, LevelScale.VARIANT_ALLELE_FRACTION));
        double target = -Math.log(0.9);
        double reference = -Math.log(0.5);
        assertThat(fraction.level().getAsDouble()).isCloseTo(target / (target + reference), within(1e-14));
        assertThat(fraction.status()).isEqualTo(MrdStatus.DETECTED);
        MrdMeasurement ratio = LabAssays.measure(dpcr(2_000, 10_000, 20_000, LevelScale.RATIO_TO_CONTROL_GENE));
        assertThat(ratio.level().getAsDouble()).isCloseTo(target / reference, within(1e-14));
    }

    @Test
    void twoPositivePartitionsAreNotDetectedAndThreeAre() {
        MrdMeasurement two = LabAssays.measure(dpcr(2, 10_000, 20_000, LevelScale.VARIANT_ALLELE_FRACTION));
        assertThat(two.status()).isEqualTo(MrdStatus.NOT_DETECTED_BELOW_LOD);
        assertThat(two.notes()).anyMatch(note -> note.startsWith("2 of 20000"));
        MrdMeasurement three = LabAssays.measure(dpcr(3, 10_000, 20_000, LevelScale.VARIANT_ALLELE_FRACTION));
        assertThat(three.status()).isEqualTo(MrdStatus.DETECTED_BELOW_QUANTIFICATION);
        // 6.2958 is the Poisson mean with 95 % of three or more: qgamma(0.95, 3) in R.
        assertThat(two.limitOfDetection().orElseThrow().level())
                .isCloseTo(6.2958 / 20_000 / (Math.log(2) + 6.2958 / 20_000), within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"20000, 100", "100, 20000"})
    void saturationIsRefused(long positive, long reference) {
        assertThatThrownBy(() -> LabAssays.measure(dpcr(positive, reference, 20_000, LevelScale.RATIO_TO_CONTROL_GENE)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("saturated");
    }

    @Test
    void digitalPcrWithoutReferenceOrPartitionsIsNotCovered() {
        assertThat(LabAssays.measure(dpcr(5, 0, 20_000, LevelScale.VARIANT_ALLELE_FRACTION))
                        .status())
                .isEqualTo(MrdStatus.NOT_COVERED);
        assertThat(LabAssays.measure(dpcr(0, 1, 3, LevelScale.VARIANT_ALLELE_FRACTION))
                        .status())
                .isEqualTo(MrdStatus.NOT_COVERED);
    }

    @ParameterizedTest
    @EnumSource(
            value = LevelScale.class,
            names = {"INTERNATIONAL_SCALE", "FRACTION_OF_LEUCOCYTES", "FRACTION_OF_CELLS"})
    void scalesThatPartitionsCannotGiveAreRefused(LevelScale scale) {
        assertThatThrownBy(() -> LabAssays.measure(dpcr(5, 100, 20_000, scale)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("scale");
    }

    @ParameterizedTest
    @CsvSource({
        "0, NOT_DETECTED_BELOW_LOD",
        "19, NOT_DETECTED_BELOW_LOD",
        "20, DETECTED_BELOW_QUANTIFICATION",
        "49, DETECTED_BELOW_QUANTIFICATION",
        "50, DETECTED"
    })
    void flowNeedsAPopulation(long aberrant, MrdStatus expected) {
        MrdMeasurement m = LabAssays.measure(flow(aberrant, 1_000_000));
        assertThat(m.status()).isEqualTo(expected);
        assertThat(m.limitOfDetection().orElseThrow().level()).isEqualTo(2e-5);
        assertThat(m.limitOfDetection().orElseThrow().probability()).isBetween(0.5, 0.56);
        assertThat(m.limitOfDetection().orElseThrow().basis()).contains("2.79e-05");
        assertThat(m.limitOfQuantification()).hasValue(5e-5);
        assertThat(m.interval()).isPresent();
        if (aberrant == 19) {
            assertThat(m.notes()).anyMatch(note -> note.startsWith("19 aberrant events"));
        }
    }

    @Test
    void flowNamesTheThresholdOfElnAndItsMark() {
        assertThat(LabAssays.measure(flow(999, 1_000_000)).notes()).anyMatch(n -> n.startsWith("Below 0.1 %"));
        assertThat(LabAssays.measure(flow(1_000, 1_000_000)).notes())
                .anyMatch(n -> n.startsWith("At or above 0.1 %") && n.contains("from memory"));
        assertThat(LabAssays.measure(flow(0, 499_999)).notes()).anyMatch(n -> n.contains("500,000"));
        assertThat(LabAssays.measure(flow(0, 500_000)).notes()).noneMatch(n -> n.contains("500,000"));
    }

    @Test
    void flowWithTooFewEventsIsNotCovered() {
        assertThat(LabAssays.measure(flow(0, 0)).status()).isEqualTo(MrdStatus.NOT_COVERED);
        assertThat(LabAssays.measure(flow(20, 20)).status()).isEqualTo(MrdStatus.NOT_COVERED);
        assertThat(LabAssays.measure(flow(0, 21)).status()).isEqualTo(MrdStatus.NOT_DETECTED_BELOW_LOD);
    }

    @Test
    void flowTakesTheLaboratorysOwnEvents() {
        MrdMeasurement m = LabAssays.measure(new LabReading.Flow(
                PATIENT, SAMPLE, DATE, MrdTarget.named("LAIP"), 30, 600_000, Optional.of(30L), Optional.of(60L)));
        assertThat(m.status()).isEqualTo(MrdStatus.DETECTED_BELOW_QUANTIFICATION);
        assertThat(m.limitOfDetection().orElseThrow().level()).isEqualTo(5e-5);
        assertThatThrownBy(() -> LabAssays.measure(new LabReading.Flow(
                        PATIENT,
                        SAMPLE,
                        DATE,
                        MrdTarget.named("LAIP"),
                        30,
                        600_000,
                        Optional.of(30L),
                        Optional.of(29L))))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void theDefaultsAreThese() {
        assertThat(AssayDefaults.DETECTION_PROBABILITY).isEqualTo(0.95);
        assertThat(AssayDefaults.CONFIDENCE).isEqualTo(0.95);
        assertThat(AssayDefaults.QUANTIFICATION_CV).isEqualTo(0.30);
        assertThat(AssayDefaults.MIN_POSITIVE_PARTITIONS).isEqualTo(3);
        assertThat(AssayDefaults.FLOW_DETECTION_EVENTS).isEqualTo(20);
        assertThat(AssayDefaults.FLOW_QUANTIFICATION_EVENTS).isEqualTo(50);
        assertThat(AssayDefaults.FLOW_RECOMMENDED_EVENTS).isEqualTo(500_000);
        assertThat(AssayDefaults.FLOW_POSITIVE_FRACTION).isEqualTo(0.001);
    }
}
