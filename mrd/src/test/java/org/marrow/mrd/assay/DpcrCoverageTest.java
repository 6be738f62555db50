package org.marrow.mrd.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.mrd.ConfidenceInterval;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.LevelScale;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;

/** Throws molecules into partitions one by one and asks how often the interval holds the true ratio. */
class DpcrCoverageTest {
    private static final int SAMPLES = 2_000;
    private static final int PARTITIONS = 5_000;

    @ParameterizedTest
    @CsvSource({"2, 300", "10, 1000", "50, 5000", "400, 400", "2000, 6000", "4000, 15000"})
    void theIntervalHoldsTheTruth(double targetMolecules, double referenceMolecules) {
        SplittableRandom random = new SplittableRandom(20261124);
        double truth = targetMolecules / referenceMolecules;
        int held = 0;
        int detected = 0;
        for (int i = 0; i < SAMPLES; i++) {
            MrdMeasurement m = LabAssays.measure(new LabReading.Dpcr(
                    new Pseudonym("P"),
                    new SampleId("S"),
                    LocalDate.of(2026, 1, 1),
                    MrdTarget.named("T"),
                    occupied(random, targetMolecules),
                    occupied(random, referenceMolecules),
                    PARTITIONS,
                    LevelScale.RATIO_TO_CONTROL_GENE));
            ConfidenceInterval interval = m.interval().orElseThrow();
            if (interval.lower() <= truth && truth <= interval.upper()) {
                held++;
            }
            if (m.level().isPresent()) {
                detected++;
            }
        }
        double coverage = (double) held / SAMPLES;
        System.out.printf(
                Locale.ROOT,
                "dPCR %s : %s molecules: coverage %.4f, detected %.4f%n",
                targetMolecules,
                referenceMolecules,
                coverage,
                (double) detected / SAMPLES);
        assertThat(coverage).isGreaterThan(0.94);
    }

    /** Partitions with at least one molecule, molecules being Poisson around the mean. */
    private static int occupied(SplittableRandom random, double mean) {
        boolean[] partitions = new boolean[PARTITIONS];
        int occupied = 0;
        double waited = -Math.log(1 - random.nextDouble());
        while (waited < mean) {
            int partition = random.nextInt(PARTITIONS);
            if (!partitions[partition]) {
                partitions[partition] = true;
                occupied++;
            }
            waited -= Math.log(1 - random.nextDouble());
        }
        return occupied;
    }
}
