package org.marrow.core.statistics;

import org.marrow.core.error.InvalidValueException;

/**
 * A binomial distribution whose probability is itself drawn from a beta distribution. Relative accuracy is about 1e-9.
 *
 * @param trials 0 or more
 * @param a first shape of the beta distribution, greater than 0
 * @param b second shape, greater than 0; the mean probability is {@code a / (a + b)}
 */
public record BetaBinomial(long trials, double a, double b) implements CountDistribution {
    private static final double LOG_COMPLEMENT_KEEPS_DIGITS = Math.log(0.99);

    public BetaBinomial {
        InvalidValueException.check(trials >= 0, "trials", trials, "a number from 0");
        InvalidValueException.check(a > 0 && a < Double.POSITIVE_INFINITY, "a", a, "a number greater than 0");
        InvalidValueException.check(b > 0 && b < Double.POSITIVE_INFINITY, "b", b, "a number greater than 0");
    }

    @Override
    public double logMass(long count) {
        if (count < 0 || count > trials) {
            return Double.NEGATIVE_INFINITY;
        }
        double misses = trials - count;
        // 1 / ((n + 1) B(k + 1, n - k + 1)) is n choose k.
        return GammaFunction.logBeta(count + a, misses + b)
                - GammaFunction.logBeta(a, b)
                - GammaFunction.logBeta(count + 1.0, misses + 1.0)
                - Math.log(trials + 1.0);
    }

    @Override
    public double ratioAfter(long count) {
        return count >= trials ? 0 : (trials - count) * (count + a) / ((count + 1.0) * (trials - count - 1 + b));
    }

    @Override
    public double logCumulative(long count) {
        if (count < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (count >= trials) {
            return 0;
        }
        return count < mean() ? logSumDownFrom(count) : log1mExp(logSumUpFrom(count + 1));
    }

    @Override
    public double logSurvival(long count) {
        if (count <= 0) {
            return 0;
        }
        if (count > trials) {
            return Double.NEGATIVE_INFINITY;
        }
        double logBelow = logSumDownFrom(count - 1);
        // A heavy tail has many terms above, few below; its complement is as good as long as it keeps its digits.
        return logBelow < LOG_COMPLEMENT_KEEPS_DIGITS ? log1mExp(logBelow) : logSumUpFrom(count);
    }

    private double mean() {
        return trials * (a / (a + b));
    }

    private double logSumUpFrom(long first) {
        double term = 1;
        double sum = 1;
        for (long k = first; k < trials && term > 1e-17 * sum; k++) {
            term *= ratioAfter(k);
            sum += term;
        }
        return Math.min(0, logMass(first) + Math.log(sum));
    }

    private double logSumDownFrom(long first) {
        double term = 1;
        double sum = 1;
        for (long k = first; k > 0 && term > 1e-17 * sum; k--) {
            term /= ratioAfter(k - 1);
            sum += term;
        }
        return Math.min(0, logMass(first) + Math.log(sum));
    }

    private static double log1mExp(double log) {
        return Math.log1p(-Math.exp(log));
    }
}
