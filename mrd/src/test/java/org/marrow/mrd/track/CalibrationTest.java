package org.marrow.mrd.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marrow.core.mrd.ConfidenceInterval;
import org.marrow.core.statistics.IncompleteBeta;
import org.marrow.mrd.track.CountSimulator.Positions;

/**
 * Whether the stated limits hold over thousands of samples, also where positions differ in ways that the caller's model does not
 * assume. It prints the table of docs/validation/mrd-track.md.
 */
class CalibrationTest {
    /** Not the seed with which {@link TrackDefaults} were chosen. */
    private static final long SEED = 40_127;

    private static final int SAMPLES = 1_000;
    private static final long[] DEPTHS = {1_000, 20_000};
    private static final double[] ERRORS = {1e-5, 1e-4, 1e-3};

    /** Mean rates of the six kinds of errors, as multiples of that of the marker's own kind, which is the first. */
    private static final double[] KINDS = {1, 0.3, 3, 1, 0.5, 2};

    private static final class Tally {
        private int samples;
        private int falsePositives;
        private int detected;
        private int covered;
        private double detectionLimits;
        private double criticalCounts;

        private void add(Tally other) {
            samples += other.samples;
            falsePositives += other.falsePositives;
            detected += other.detected;
            covered += other.covered;
        }

        private double falsePositiveRate() {
            return (double) falsePositives / samples;
        }

        /** One-sided 95 % bound of Clopper and Pearson. */
        private double falsePositiveBound() {
            return IncompleteBeta.quantile(0.95, falsePositives + 1.0, samples - falsePositives);
        }

        /** The other side: a thousand samples of a true 0.7 % show more than 1 % now and then, which is no fault. */
        private double falsePositivesAtLeast() {
            return falsePositives == 0
                    ? 0
                    : IncompleteBeta.quantile(0.05, falsePositives, samples - falsePositives + 1.0);
        }

        private double detectionRate() {
            return (double) detected / samples;
        }

        private double coverage() {
            return (double) covered / samples;
        }
    }

    @ParameterizedTest
    @EnumSource(Positions.class)
    void theStatedLimitsHold(Positions positions) {
        Tally all = new Tally();
        for (long depth : DEPTHS) {
            for (double error : ERRORS) {
                Tally tally = simulate(positions, depth, error);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %.0e | %.1f | %.2e | %.1f %% | %.2f %% | %.1f %% |%n",
                        positions,
                        depth,
                        error,
                        tally.criticalCounts / SAMPLES,
                        tally.detectionLimits / SAMPLES,
                        100 * tally.detectionRate(),
                        100 * tally.falsePositiveRate(),
                        100 * tally.coverage());
                assertThat(tally.detectionRate()).isBetween(0.93, 0.97);
                assertThat(tally.falsePositivesAtLeast()).isLessThanOrEqualTo(positions.highestFalsePositiveRate());
                assertThat(tally.coverage()).isGreaterThan(0.94);
                all.add(tally);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | all | all | | | %.1f %% | %.2f %% (at most %.2f %%) | %.1f %% |%n",
                positions,
                100 * all.detectionRate(),
                100 * all.falsePositiveRate(),
                100 * all.falsePositiveBound(),
                100 * all.coverage());
        assertThat(all.falsePositiveBound()).isLessThanOrEqualTo(TrackDefaults.FALSE_POSITIVE_RATE);
        assertThat(all.coverage()).isGreaterThanOrEqualTo(0.95);
    }

    private static Tally simulate(Positions positions, long depth, double error) {
        CountSimulator simulator = new CountSimulator(SEED);
        Tally tally = new Tally();
        for (int i = 0; i < SAMPLES; i++) {
            ErrorRate background = background(simulator, positions, depth, error);
            DetectionLimits limits = DetectionLimits.of(depth, background, TrackSettings.defaults());
            double own = Math.min(0.5, error * positions.factor(simulator));
            tally.samples++;
            if (simulator.binomial(depth, own) >= limits.criticalCount()) {
                tally.falsePositives++;
            }
            double fraction = limits.detection().getAsDouble();
            long variant = simulator.binomial(depth, fraction);
            long alternate = variant + simulator.binomial(depth - variant, own);
            boolean isDetected = alternate >= limits.criticalCount();
            if (isDetected) {
                tally.detected++;
            }
            ConfidenceInterval interval =
                    VafInterval.of(new AlleleCounts(depth - alternate, alternate, 0), isDetected, background);
            if (interval.lower() <= fraction && fraction <= interval.upper()) {
                tally.covered++;
            }
            tally.detectionLimits += fraction;
            tally.criticalCounts += limits.criticalCount();
        }
        return tally;
    }

    private static ErrorRate background(CountSimulator simulator, Positions positions, long depth, double error) {
        List<BackgroundSample> kinds = new ArrayList<>();
        for (double relative : KINDS) {
            BackgroundSample around = new BackgroundSample();
            int sites = simulator.uniform(20, 50);
            for (int site = 0; site < sites; site++) {
                long bases = depth * simulator.uniform(80, 120) / 100;
                double rate = Math.min(0.5, error * relative * positions.factor(simulator));
                around.add(bases, simulator.binomial(bases, rate));
            }
            kinds.add(around);
        }
        return kinds.getFirst().rate(kinds, "simulated");
    }
}
