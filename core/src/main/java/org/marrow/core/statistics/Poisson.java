package org.marrow.core.statistics;

import org.marrow.core.error.InvalidValueException;

/**
 * A Poisson distribution.
 *
 * @param mean 0 or more
 */
public record Poisson(double mean) implements CountDistribution {
    public Poisson {
        InvalidValueException.check(
                mean >= 0 && mean < Double.POSITIVE_INFINITY, "mean", mean, "a finite number from 0");
    }

    @Override
    public double logMass(long count) {
        if (count < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (count == 0) {
            return -mean;
        }
        if (mean == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return -GammaFunction.stirlingError(count)
                - GammaFunction.deviance(count, mean)
                - 0.5 * (GammaFunction.LOG_TWO_PI + Math.log(count));
    }

    @Override
    public double ratioAfter(long count) {
        return mean / (count + 1.0);
    }

    @Override
    public double logCumulative(long count) {
        return count < 0 ? Double.NEGATIVE_INFINITY : IncompleteGamma.logUpper(count + 1.0, mean);
    }

    @Override
    public double logSurvival(long count) {
        return count <= 0 ? 0 : IncompleteGamma.logLower(count, mean);
    }
}
