package org.marrow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.InvalidValueException;

class DistributionsTest {
    private static final long SEED = 20261124;

    @Test
    void quantilesUndoTheirTails() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2000; i++) {
            double a = Math.exp(random.nextDouble(-2, 13));
            double b = Math.exp(random.nextDouble(-2, 13));
            double p = Math.exp(-random.nextDouble(0.001, 30));
            double x = IncompleteBeta.quantile(p, a, b);
            assertThat(x).isBetween(0.0, 1.0);
            if (x > 1e-290 && x < 0.5) {
                assertThat(IncompleteBeta.lower(x, a, b)).isCloseTo(p, withPercentage(1e-7));
            }
            double z = IncompleteBeta.upperQuantile(p, a, b);
            if (z > 1e-290 && z < 0.5) {
                assertThat(IncompleteBeta.upper(z, a, b)).isCloseTo(p, withPercentage(1e-7));
            }
            double g = IncompleteGamma.quantile(a, p);
            if (g > 1e-290) {
                assertThat(IncompleteGamma.lower(a, g)).isCloseTo(p, withPercentage(1e-7));
            }
            assertThat(IncompleteGamma.upper(a, IncompleteGamma.upperQuantile(a, p)))
                    .isCloseTo(p, withPercentage(1e-7));
        }
    }

    @Test
    void theTailsOfABetaMirrorEachOther() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2000; i++) {
            double a = Math.exp(random.nextDouble(-2, 10));
            double b = Math.exp(random.nextDouble(-2, 10));
            double x = random.nextInt(1, 1024) / 1024.0;
            assertThat(IncompleteBeta.logLower(x, a, b)).isEqualTo(IncompleteBeta.logUpper(1 - x, b, a));
            assertThat(IncompleteBeta.lower(x, a, b) + IncompleteBeta.upper(x, a, b))
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void massesSumToOneAndTailsAreTheirSums() {
        for (CountDistribution distribution :
                List.of(new Binomial(30, 0.07), new BetaBinomial(30, 0.4, 9), new Poisson(2.5))) {
            double sum = 0;
            for (long count = 0; count <= 30; count++) {
                assertThat(Math.exp(distribution.logSurvival(count))).isCloseTo(1 - sum, within(1e-11));
                sum += Math.exp(distribution.logMass(count));
                assertThat(Math.exp(distribution.logCumulative(count))).isCloseTo(sum, within(1e-11));
            }
            assertThat(sum).isCloseTo(1, within(1e-11));
            assertThat(distribution.logMass(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(distribution.logCumulative(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(distribution.logSurvival(0)).isZero();
        }
    }

    @Test
    void chainedMassesAreTheMasses() {
        for (CountDistribution distribution : List.of(
                new Binomial(50, 0.07),
                new Binomial(40, 0),
                new Binomial(40, 1),
                new Binomial(10_000, 0.5),
                new BetaBinomial(50, 0.4, 9),
                new BetaBinomial(5, 3, 9),
                new Poisson(12),
                new Poisson(900))) {
            double[] masses = distribution.massesBelow(60);
            for (int count = 0; count < masses.length; count++) {
                double mass = Math.exp(distribution.logMass(count));
                assertThat(masses[count]).isCloseTo(mass, within(1e-11 * mass));
            }
        }
    }

    @Test
    void aBetaBinomialOfNarrowShapeIsABinomial() {
        double p = 3e-4;
        double a = 1e9;
        for (long count : new long[] {1, 3, 6, 12}) {
            assertThat(new BetaBinomial(10_000, a, a * (1 - p) / p).logSurvival(count))
                    .isCloseTo(new Binomial(10_000, p).logSurvival(count), within(1e-5));
        }
    }

    @Test
    void theEndsAreExact() {
        assertThat(ExactLimits.clopperPearson(0, 100, 0.95).lower()).isZero();
        assertThat(ExactLimits.clopperPearson(100, 100, 0.95).upper()).isEqualTo(1);
        assertThat(ExactLimits.clopperPearson(0, 100, 0.95).upper())
                .isCloseTo(1 - Math.pow(0.025, 0.01), within(1e-15));
        assertThat(ExactLimits.poisson(0, 0.95).lower()).isZero();
        assertThat(IncompleteBeta.quantile(0, 2, 3)).isZero();
        assertThat(IncompleteBeta.quantile(1, 2, 3)).isEqualTo(1);
        assertThat(IncompleteGamma.quantile(2, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new Binomial(10, 0).logMass(0)).isZero();
        assertThat(new Binomial(10, 1).logMass(10)).isZero();
        assertThat(new Binomial(10, 1).logMass(9)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Binomial(0, 0.5).logMass(0)).isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> IncompleteBeta.lower(1.1, 1, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> IncompleteBeta.lower(Double.NaN, 1, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> IncompleteBeta.lower(0.5, 0, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> IncompleteGamma.lower(1, -1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> IncompleteGamma.quantile(1, Double.NaN)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ExactLimits.clopperPearson(0, 0, 0.95)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ExactLimits.clopperPearson(11, 10, 0.95)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ExactLimits.poisson(1, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> GammaFunction.logGamma(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Binomial(-1, 0.5)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Poisson(Double.NaN)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new BetaBinomial(1, 1, 0)).isInstanceOf(InvalidValueException.class);
    }
}
