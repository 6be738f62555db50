package org.marrow.core.statistics;

import org.marrow.core.error.BugException;
import org.marrow.core.error.InvalidValueException;

/**
 * The regularised incomplete beta function I(x; a, b), which is the lower tail of a beta distribution, and its inverse.
 *
 * <p>Relative accuracy is about 1e-13 in either tail, also where the tail itself is far too small for a double: ask for its
 * logarithm then. Method: the continued fraction of Didonato and Morris (ACM TOMS 708, 1992) on the side where it converges fast.
 */
public final class IncompleteBeta {
    private static final int MOST_TERMS = 10_000_000;
    private static final double TINY = 1e-300;

    private IncompleteBeta() {}

    /** I(x; a, b): the probability of at most {@code x}, for x from 0 to 1 and shapes greater than 0. */
    public static double lower(double x, double a, double b) {
        return Math.exp(logLower(x, a, b));
    }

    /** 1 - I(x; a, b), without the loss of digits that the subtraction would bring. */
    public static double upper(double x, double a, double b) {
        return Math.exp(logUpper(x, a, b));
    }

    /** The natural logarithm of {@link #lower}; minus infinity at 0. */
    public static double logLower(double x, double a, double b) {
        requireArguments(x, a, b);
        return logTail(x, 1 - x, a, b);
    }

    /** The natural logarithm of {@link #upper}; minus infinity at 1. */
    public static double logUpper(double x, double a, double b) {
        requireArguments(x, a, b);
        return logTail(1 - x, x, b, a);
    }

    /** The x with I(x; a, b) = p, for p from 0 to 1. */
    public static double quantile(double p, double a, double b) {
        requireProbability(p);
        requireArguments(0, a, b);
        return place(Math.log(p), Math.log1p(-p), a, b);
    }

    /** The x with 1 - I(x; a, b) = q, for q from 0 to 1. */
    public static double upperQuantile(double q, double a, double b) {
        requireProbability(q);
        requireArguments(0, a, b);
        return place(Math.log1p(-q), Math.log(q), a, b);
    }

    private static double place(double logLower, double logUpper, double a, double b) {
        if (logLower == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        if (logUpper == Double.NEGATIVE_INFINITY) {
            return 1;
        }
        double pivot = pivot(a, b);
        if (logLower <= logTail(pivot, 1 - pivot, a, b)) {
            return Math.exp(LogTail.solve(new LowerTail(a, b), logLower, Math.log(pivot), -1));
        }
        // Solved for the end that is nearer, so that a place close to 0 keeps its digits in the upper tail too.
        if (pivot < 0.5) {
            return Math.exp(LogTail.solve(new UpperTail(a, b), logUpper, Math.log(pivot), 1));
        }
        return -Math.expm1(LogTail.solve(new LowerTail(b, a), logUpper, Math.log1p(-pivot), -1));
    }

    /** The lower tail over log x. */
    private record LowerTail(double a, double b) implements LogTail {
        @Override
        public double log(double logPlace) {
            double x = Math.exp(logPlace);
            // Below the doubles x^a / (a B(a, b)) is exact, and x itself is not there any more.
            return x < TINY
                    ? a * logPlace - Math.log(a) - GammaFunction.logBeta(a, b)
                    : logTail(x, -Math.expm1(logPlace), a, b);
        }

        @Override
        public double slope(double logPlace, double logTail) {
            double x = Math.exp(logPlace);
            double y = -Math.expm1(logPlace);
            return x < TINY ? a : Math.exp(logFront(x, y, a, b) - Math.log(y) - logTail);
        }
    }

    /** The upper tail over log x, for x that is not below the doubles. */
    private record UpperTail(double a, double b) implements LogTail {
        @Override
        public double log(double logPlace) {
            return logTail(-Math.expm1(logPlace), Math.exp(logPlace), b, a);
        }

        @Override
        public double slope(double logPlace, double logTail) {
            double y = -Math.expm1(logPlace);
            return -Math.exp(logFront(Math.exp(logPlace), y, a, b) - Math.log(y) - logTail);
        }
    }

    /** log I(x; a, b) with y = 1 - x given apart, so that neither end of the range loses digits. */
    private static double logTail(double x, double y, double a, double b) {
        if (x <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (y <= 0) {
            return 0;
        }
        if (x <= pivot(a, b)) {
            return logFront(x, y, a, b) + Math.log(fraction(x, y, a, b));
        }
        double other = logFront(y, x, b, a) + Math.log(fraction(y, x, b, a));
        return Math.log1p(-Math.min(1, Math.exp(other)));
    }

    /** Below it the continued fraction of the lower tail converges fast, above it that of the upper. */
    private static double pivot(double a, double b) {
        return (a + 1) / (a + b + 2);
    }

    /** log of x^a y^b / B(a, b). */
    private static double logFront(double x, double y, double a, double b) {
        double sum = a + b;
        return 0.5 * (Math.log(a) + Math.log(b) - Math.log(sum) - GammaFunction.LOG_TWO_PI)
                + GammaFunction.stirlingError(sum)
                - GammaFunction.stirlingError(a)
                - GammaFunction.stirlingError(b)
                - GammaFunction.deviance(a, sum * x)
                - GammaFunction.deviance(b, sum * y);
    }

    /** The fraction needs {@code a y - b x}, in which a difference {@code 1 - x} would have lost the digits of y. */
    private static double fraction(double x, double y, double a, double b) {
        double balance = a * y - b * x + 1;
        double value = awayFromZero(a * balance / (a + 1));
        double c = value;
        double d = 0;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double step = a + 2.0 * m - 1;
            double numerator = (a + m - 1) / step * ((a + b + m - 1) / step) * m * (b - m) * x * x;
            double denominator = m + m * (b - m) * x / step + (a + m) * (balance + m * (1 + y)) / (a + 2.0 * m + 1);
            d = 1 / awayFromZero(denominator + numerator * d);
            c = awayFromZero(denominator + numerator / c);
            double factor = c * d;
            value *= factor;
            if (Math.abs(factor - 1) < 3e-16) {
                return 1 / value;
            }
        }
        throw new BugException("incomplete beta does not converge: x " + x + ", a " + a + ", b " + b);
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static void requireProbability(double p) {
        InvalidValueException.check(p >= 0 && p <= 1, "probability", p, "a number from 0 to 1");
    }

    private static void requireArguments(double x, double a, double b) {
        InvalidValueException.check(x >= 0 && x <= 1, "x", x, "a number from 0 to 1");
        InvalidValueException.check(a > 0 && a < Double.POSITIVE_INFINITY, "a", a, "a number greater than 0");
        InvalidValueException.check(b > 0 && b < Double.POSITIVE_INFINITY, "b", b, "a number greater than 0");
    }
}
