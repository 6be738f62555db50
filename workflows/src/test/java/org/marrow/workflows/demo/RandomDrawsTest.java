package org.marrow.workflows.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

final class RandomDrawsTest {
    private static final int DRAWS = 40_000;

    @Test
    void theSameSeedDrawsTheSameNumbers() {
        RandomDraws first = new RandomDraws(7);
        RandomDraws second = new RandomDraws(7);
        for (int i = 0; i < 100; i++) {
            assertThat(first.negativeBinomial(3, 0.4)).isEqualTo(second.negativeBinomial(3, 0.4));
        }
    }

    @Test
    void poissonHasItsMeanAsVariance() {
        RandomDraws random = new RandomDraws(1);
        assertMoments(() -> random.poisson(4.2), 4.2, 4.2);
        assertMoments(() -> random.poisson(95), 95, 95);
    }

    @Test
    void negativeBinomialIsOverdispersed() {
        RandomDraws random = new RandomDraws(2);
        assertMoments(() -> random.negativeBinomial(5, 0.35), 5, 5 + 0.35 * 25);
    }

    @Test
    void normalHasItsMoments() {
        RandomDraws random = new RandomDraws(3);
        assertMoments(() -> random.normal(10, 3), 10, 9);
    }

    @Test
    void poissonOfNothingIsNothing() {
        assertThat(new RandomDraws(4).poisson(0)).isZero();
    }

    /** Within five standard errors, so that a fixed seed passes unless the distribution is another one. */
    private static void assertMoments(DoubleSupplier draw, double mean, double variance) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double value = draw.getAsDouble();
            sum += value;
            squares += value * value;
        }
        double seen = sum / DRAWS;
        assertThat(seen).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS - seen * seen).isCloseTo(variance, within(0.06 * variance));
    }
}
