package org.marrow.core.statistics;

import org.marrow.core.error.BugException;
import org.marrow.core.error.InvalidValueException;

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x), the tails of a gamma distribution of scale 1, and their
 * inverses. Relative accuracy is about 1e-13 in either tail.
 */
public final class IncompleteGamma {
    private static final int MOST_TERMS = 10_000_000;
    private static final double TINY = 1e-300;

    private IncompleteGamma() {}

    /** P(a, x): the probability of at most {@code x}, for x from 0 and shape {@code a} greater than 0. */
    public static double lower(double a, double x) {
        return Math.exp(logLower(a, x));
    }

    /** Q(a, x) = 1 - P(a, x). */
    public static double upper(double a, double x) {
        return Math.exp(logUpper(a, x));
    }

    public static double logLower(double a, double x) {
        requireArguments(a, x);
        if (x <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x < a + 1 ? logFront(a, x) + Math.log(series(a, x)) : Math.log1p(-Math.min(1, Math.exp(logFar(a, x))));
    }

    public static double logUpper(double a, double x) {
        requireArguments(a, x);
        if (x <= 0) {
            return 0;
        }
        return x < a + 1 ? Math.log1p(-Math.min(1, Math.exp(logFront(a, x) + Math.log(series(a, x))))) : logFar(a, x);
    }

    /** The x with P(a, x) = p, for p from 0 to 1; infinity at 1. */
    public static double quantile(double a, double p) {
        InvalidValueException.check(p >= 0 && p <= 1, "probability", p, "a number from 0 to 1");
        requireArguments(a, 0);
        return place(a, Math.log(p), Math.log1p(-p));
    }

    /** The x with Q(a, x) = q, for q from 0 to 1; infinity at 0. */
    public static double upperQuantile(double a, double q) {
        InvalidValueException.check(q >= 0 && q <= 1, "probability", q, "a number from 0 to 1");
        requireArguments(a, 0);
        return place(a, Math.log1p(-q), Math.log(q));
    }

    private static double place(double a, double logLower, double logUpper) {
        if (logLower == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        if (logUpper == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double pivot = a + 1;
        if (logLower <= logLower(a, pivot)) {
            LogTail tail = new LogTail() {
                @Override
                public double log(double logPlace) {
                    double x = Math.exp(logPlace);
                    return x < TINY ? a * logPlace - GammaFunction.logGamma(a + 1) : logLower(a, x);
                }

                @Override
                public double slope(double logPlace, double logTail) {
                    double x = Math.exp(logPlace);
                    return x < TINY ? a : a * Math.exp(logFront(a, x) - logTail);
                }
            };
            return Math.exp(LogTail.solve(tail, logLower, Math.log(pivot), -1));
        }
        LogTail tail = new LogTail() {
            @Override
            public double log(double logPlace) {
                return logUpper(a, Math.exp(logPlace));
            }

            @Override
            public double slope(double logPlace, double logTail) {
                return -a * Math.exp(logFront(a, Math.exp(logPlace)) - logTail);
            }
        };
        return Math.exp(LogTail.solve(tail, logUpper, Math.log(pivot), 1));
    }

    /** log of x^a exp(-x) / Γ(a + 1). */
    private static double logFront(double a, double x) {
        return -GammaFunction.stirlingError(a)
                - GammaFunction.deviance(a, x)
                - 0.5 * (GammaFunction.LOG_TWO_PI + Math.log(a));
    }

    private static double series(double a, double x) {
        double term = 1;
        double sum = 1;
        for (int n = 1; n <= MOST_TERMS; n++) {
            term *= x / (a + n);
            sum += term;
            if (term < 1e-17 * sum) {
                return sum;
            }
        }
        throw new BugException("incomplete gamma does not converge: a " + a + ", x " + x);
    }

    /** log Q(a, x) for x of at least a + 1, by the continued fraction of NIST DLMF 8.9.2. */
    private static double logFar(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n <= MOST_TERMS; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / awayFromZero(numerator * d + b);
            c = awayFromZero(b + numerator / c);
            double factor = d * c;
            value *= factor;
            if (Math.abs(factor - 1) < 3e-16) {
                return logFront(a, x) + Math.log(a) + Math.log(value);
            }
        }
        throw new BugException("incomplete gamma does not converge: a " + a + ", x " + x);
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static void requireArguments(double a, double x) {
        InvalidValueException.check(a > 0 && a < Double.POSITIVE_INFINITY, "a", a, "a number greater than 0");
        InvalidValueException.check(x >= 0, "x", x, "a number from 0");
    }
}
