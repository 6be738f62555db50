package org.marrow.mrd.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.mrd.track.ReadBuilder.CONTIG;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marrow.core.mrd.ConfidenceInterval;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.statistics.IncompleteBeta;

/** The whole way from reads to limits, over a thousand samples of each class. It prints the table of docs/validation. */
class ReadCalibrationTest {
    private static final int SAMPLES = 1_000;
    private static final int MOLECULES = 250;
    private static final int FLANK = 110;

    private enum Kind {
        SNV_DAMAGED("C", "T", 5e-4),
        SNV_CLEAN("A", "C", 5e-4),
        DELETION_IN_REPEAT("ACACAC", "ACAC", 5e-4);

        private final String ref;
        private final String alt;
        private final double damage;

        Kind(String ref, String alt, double damage) {
            this.ref = ref;
            this.alt = alt;
            this.damage = damage;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void limitsHoldFromTheReadsOn(Kind kind) {
        String left = randomBases(FLANK - 1, 1) + "G";
        String right = "T" + randomBases(FLANK - 1, 2);
        String reference = left + kind.ref + right;
        ReadSimulator simulator = new ReadSimulator(reference, left + kind.alt + right, FLANK, kind.damage);
        MrdTarget target = kind == Kind.DELETION_IN_REPEAT
                ? MarkerTrackingTest.target("m", FLANK, "GAC", "G")
                : MarkerTrackingTest.target("m", FLANK + 1, kind.ref, kind.alt);
        int falsePositives = 0;
        int detected = 0;
        int covered = 0;
        double limits = 0;
        for (int i = 0; i < SAMPLES; i++) {
            MarkerEvidence without = track(target, reference, simulator.sample(i, MOLECULES, 0));
            falsePositives += without.isDetected() ? 1 : 0;
            double limit = without.limitOfDetection().getAsDouble();
            MarkerEvidence with = track(target, reference, simulator.sample(i, MOLECULES, limit));
            detected += with.isDetected() ? 1 : 0;
            ConfidenceInterval interval = with.interval().orElseThrow();
            covered += interval.lower() <= limit && limit <= interval.upper() ? 1 : 0;
            limits += limit;
        }
        double n = SAMPLES;
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.2e | %.1f %% | %.2f %% | %.1f %% |%n",
                kind,
                MOLECULES,
                limits / n,
                100 * detected / n,
                100 * falsePositives / n,
                100 * covered / n);
        assertThat(detected / n).isBetween(0.93, 0.97);
        assertThat(IncompleteBeta.quantile(0.95, falsePositives + 1.0, n - falsePositives))
                .isLessThanOrEqualTo(TrackDefaults.FALSE_POSITIVE_RATE);
        assertThat(covered / n).isGreaterThanOrEqualTo(0.95);
    }

    private static MarkerEvidence track(MrdTarget target, String reference, List<AlignedRead> reads) {
        return MarkerTracking.track(
                        List.of(target),
                        InMemoryReads.inOrder(CONTIG, reference.length(), reads),
                        Optional.of(new InMemoryReference(CONTIG, reference)),
                        TrackSettings.defaults())
                .getFirst();
    }

    private static String randomBases(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder bases = new StringBuilder();
        for (int i = 0; i < length; i++) {
            bases.append("ACGT".charAt(random.nextInt(4)));
        }
        return bases.toString();
    }
}
