package org.marrow.core.statistics;

import org.marrow.core.error.InvalidValueException;

/**
 * Exact two-sided confidence limits: they cover the truth with at least the stated probability, however small the counts.
 *
 * @param lower 0 or more
 * @param upper at least {@code lower}
 */
public record ExactLimits(double lower, double upper) {
    public ExactLimits {
        InvalidValueException.check(lower >= 0, "lower", lower, "a number from 0");
        InvalidValueException.check(upper >= lower, "upper", upper, "a number from " + lower);
    }

    /**
     * Clopper and Pearson's limits of a fraction.
     *
     * @param count 0 to {@code trials}
     * @param trials greater than 0
     * @param confidence such as 0.95
     */
    public static ExactLimits clopperPearson(double count, double trials, double confidence) {
        InvalidValueException.check(
                trials > 0 && trials < Double.POSITIVE_INFINITY, "trials", trials, "a number greater than 0");
        InvalidValueException.check(count >= 0 && count <= trials, "count", count, "a number from 0 to " + trials);
        double outside = halfOutside(confidence);
        double misses = trials - count;
        return new ExactLimits(
                count == 0 ? 0 : IncompleteBeta.quantile(outside, count, misses + 1),
                misses == 0 ? 1 : IncompleteBeta.upperQuantile(outside, count + 1, misses));
    }

    /**
     * Garwood's limits of a Poisson mean.
     *
     * @param count 0 or more; need not be whole
     * @param confidence such as 0.95
     */
    public static ExactLimits poisson(double count, double confidence) {
        InvalidValueException.check(
                count >= 0 && count < Double.POSITIVE_INFINITY, "count", count, "a finite number from 0");
        double outside = halfOutside(confidence);
        return new ExactLimits(
                count == 0 ? 0 : IncompleteGamma.quantile(count, outside),
                IncompleteGamma.upperQuantile(count + 1, outside));
    }

    private static double halfOutside(double confidence) {
        InvalidValueException.check(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1");
        return 0.5 * (1 - confidence);
    }
}
