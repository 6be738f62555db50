package org.marrow.core.statistics;

import org.marrow.core.error.InvalidValueException;

/** The standard normal distribution. */
public final class Normal {
    private Normal() {}

    /** P(Z at most z). */
    public static double cumulative(double z) {
        InvalidValueException.check(!Double.isNaN(z), "z", z, "a number");
        // Half of z squared has a gamma distribution of shape one half.
        double outside = 0.5 * IncompleteGamma.upper(0.5, 0.5 * z * z);
        return z <= 0 ? outside : 1 - outside;
    }

    /** The z with P(Z at most z) = p, for p from 0 to 1; infinite at the ends. */
    public static double quantile(double p) {
        InvalidValueException.check(p >= 0 && p <= 1, "probability", p, "a number from 0 to 1");
        if (p > 0.5) {
            return -quantileBelowHalf(1 - p, p - 0.5);
        }
        return quantileBelowHalf(p, 0.5 - p);
    }

    private static double quantileBelowHalf(double p, double toHalf) {
        double half = p < 0.25 ? IncompleteGamma.upperQuantile(0.5, 2 * p) : IncompleteGamma.quantile(0.5, 2 * toHalf);
        return -Math.sqrt(2 * half);
    }
}
