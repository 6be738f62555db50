package org.marrow.core.statistics;

import org.marrow.core.error.InvalidValueException;

/**
 * A binomial distribution. All probabilities are natural logarithms, so that the far tails of a million molecules do not
 * vanish.
 *
 * @param trials 0 or more
 * @param probability of success in one trial, 0 to 1
 */
public record Binomial(long trials, double probability) implements CountDistribution {
    public Binomial {
        InvalidValueException.check(trials >= 0, "trials", trials, "a number from 0");
        InvalidValueException.check(
                probability >= 0 && probability <= 1, "probability", probability, "a number from 0 to 1");
    }

    @Override
    public double logMass(long count) {
        if (count < 0 || count > trials) {
            return Double.NEGATIVE_INFINITY;
        }
        double misses = trials - count;
        if (count == 0) {
            return trials == 0 ? 0 : misses * Math.log1p(-probability);
        }
        if (misses == 0) {
            return count * Math.log(probability);
        }
        if (probability == 0 || probability == 1) {
            return Double.NEGATIVE_INFINITY;
        }
        double n = trials;
        return 0.5 * (Math.log(n) - Math.log(count) - Math.log(misses) - GammaFunction.LOG_TWO_PI)
                + GammaFunction.stirlingError(n)
                - GammaFunction.stirlingError(count)
                - GammaFunction.stirlingError(misses)
                - GammaFunction.deviance(count, n * probability)
                - GammaFunction.deviance(misses, n * (1 - probability));
    }

    @Override
    public double ratioAfter(long count) {
        return count >= trials || probability == 1
                ? 0
                : (trials - count) / (count + 1.0) * (probability / (1 - probability));
    }

    @Override
    public double logCumulative(long count) {
        if (count < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return count >= trials ? 0 : IncompleteBeta.logUpper(probability, count + 1.0, (double) (trials - count));
    }

    @Override
    public double logSurvival(long count) {
        if (count <= 0) {
            return 0;
        }
        return count > trials
                ? Double.NEGATIVE_INFINITY
                : IncompleteBeta.logLower(probability, count, trials - count + 1.0);
    }
}
