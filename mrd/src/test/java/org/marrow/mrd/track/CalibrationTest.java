package org.marrow.mrd.track;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marrow.core.statistics.ExactLimits;
import org.marrow.mrd.track.CountSimulator.Positions;

/** Whether the stated limits hold. The numbers it prints are those of docs/validation/mrd-track.md. */
class CalibrationTest {
    private static final long SEED = 20261124;
    private static final int SAMPLES = 4000;

    private record Rates(double falsePositive, double detected, double covered, double lod, double critical) {}

    @ParameterizedTest
    @EnumSource(Positions.class)
    void limitsHold(Positions positions) {
        for (long depth : new long[] {500, 5_000, 50_000}) {
            for (double error : new double[] {1e-6, 1e-5, 1e-4, 1e-3}) {
                Rates r = simulate(positions, depth, error);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.0e | %.1f | %.2e | %.3f | %.3f | %.3f |%n",
                        positions,
                        depth,
                        error,
                        r.critical,
                        r.lod,
                        r.detected,
                        r.falsePositive,
                        r.covered);
            }
        }
    }

    private static Rates simulate(Positions positions, long depth, double error) {
        CountSimulator simulator = new CountSimulator(SEED);
        int falsePositives = 0;
        int detected = 0;
        int covered = 0;
        double lod = 0;
        double critical = 0;
        for (int i = 0; i < SAMPLES; i++) {
            BackgroundSample around = new BackgroundSample();
            int sites = simulator.uniform(20, 50);
            for (int site = 0; site < sites; site++) {
                long bases = depth * simulator.uniform(80, 120) / 100;
                around.add(bases, simulator.binomial(bases, Math.min(0.5, error * positions.factor(simulator))));
            }
            DetectionLimits limits = DetectionLimits.of(depth, around.rate("simulated"), TrackSettings.defaults());
            double own = Math.min(0.5, error * positions.factor(simulator));
            if (simulator.binomial(depth, own) >= limits.criticalCount()) {
                falsePositives++;
            }
            double fraction = limits.detection().getAsDouble();
            long variant = simulator.binomial(depth, fraction);
            long alternate = variant + simulator.binomial(depth - variant, own);
            if (alternate >= limits.criticalCount()) {
                detected++;
            }
            ExactLimits exact = ExactLimits.clopperPearson(alternate, depth, 0.95);
            if (exact.lower() <= fraction && fraction <= exact.upper()) {
                covered++;
            }
            lod += fraction;
            critical += limits.criticalCount();
        }
        double n = SAMPLES;
        return new Rates(falsePositives / n, detected / n, covered / n, lod / n, critical / n);
    }
}
