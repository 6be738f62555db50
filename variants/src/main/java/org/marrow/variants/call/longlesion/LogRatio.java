package org.marrow.variants.call.longlesion;

import org.marrow.core.error.InvalidValueException;
import org.marrow.core.statistics.IncompleteBeta;

/**
 * A ratio with its two-sided interval, which is symmetric in logarithms.
 *
 * @param value greater than 0
 * @param low lower limit
 * @param high upper limit
 */
public record LogRatio(double value, double low, double high) {
    public LogRatio {
        InvalidValueException.check(
                value > 0 && value < Double.POSITIVE_INFINITY, "value", value, "a number greater than 0");
        InvalidValueException.check(low >= 0 && low <= value, "low", low, "a number from 0 to " + value);
        InvalidValueException.check(high >= value, "high", high, "a number from " + value);
    }

    /**
     * The interval by Student's t.
     *
     * @param log natural logarithm of the ratio
     * @param variance of that logarithm
     * @param freedom degrees of freedom that the variance is known with
     */
    static LogRatio of(double log, double variance, double freedom) {
        double half = studentQuantile(freedom) * Math.sqrt(variance);
        return new LogRatio(Math.exp(log), Math.exp(log - half), Math.exp(log + half));
    }

    /** The t that |T| exceeds with probability 1 - {@link LesionDefaults#CONFIDENCE}. */
    static double studentQuantile(double freedom) {
        // P(|T| > t) = I(f / (f + t^2); f/2, 1/2)
        double x = IncompleteBeta.quantile(1 - LesionDefaults.CONFIDENCE, freedom / 2, 0.5);
        return Math.sqrt(freedom * (1 - x) / x);
    }
}
