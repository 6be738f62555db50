package org.marrow.core.statistics;

import org.marrow.core.error.InvalidValueException;

/**
 * The logarithm of the gamma function, and the two pieces from which the densities of this package are built.
 *
 * <p>A density of a million trials is a product of numbers near {@code exp(1e7)}. Taken from three log-gammas it keeps nine
 * digits; taken from {@link #stirlingError} and {@link #deviance} (Loader 2000, "Fast and accurate computation of binomial
 * probabilities") it keeps all of them.
 */
public final class GammaFunction {
    static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private static final double HALF_LOG_TWO_PI = 0.5 * LOG_TWO_PI;
    private static final double EULER_GAMMA = 0.577215664901532860607;

    /** zeta(k) - 1 for k from 2. */
    private static final double[] ZETA_MINUS_ONE = {
        0.6449340668482264,
        0.2020569031595943,
        0.08232323371113819,
        0.03692775514336993,
        0.01734306198444914,
        0.008349277381922827,
        0.00407735619794434,
        0.0020083928260822143,
        0.0009945751278180853,
        0.0004941886041194645,
        0.0002460865533080483,
        0.00012271334757848915,
        6.124813505870483e-05,
        3.058823630702049e-05,
        1.528225940865187e-05,
        7.637197637899763e-06,
        3.81729326499984e-06,
        1.908212716553939e-06,
        9.539620338727962e-07,
        4.769329867878064e-07,
        2.38450502727733e-07,
        1.1921992596531106e-07,
        5.960818905125948e-08,
        2.980350351465228e-08,
        1.4901554828365043e-08,
        7.45071178983543e-09,
        3.725334024788457e-09,
        1.862659723513049e-09
    };

    /** Coefficients of 1/n, 1/n^3, 1/n^5 ... in Stirling's series: B(2k) / (2k (2k - 1)). */
    private static final double[] STIRLING = {
        1.0 / 12,
        -1.0 / 360,
        1.0 / 1260,
        -1.0 / 1680,
        1.0 / 1188,
        -691.0 / 360360,
        1.0 / 156,
        -3617.0 / 122400,
        43867.0 / 244188
    };

    /** From here on the nine terms of Stirling's series are exact to the last bit. */
    private static final double STIRLING_FROM = 10;

    private GammaFunction() {}

    /**
     * log Γ(x).
     *
     * @param x greater than 0
     */
    public static double logGamma(double x) {
        InvalidValueException.check(x > 0 && x < Double.POSITIVE_INFINITY, "x", x, "a finite number greater than 0");
        if (x >= STIRLING_FROM) {
            return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
        }
        if (x < 0.5) {
            return logGammaNearOne(x) - Math.log(x);
        }
        if (x < 1.5) {
            return logGammaNearOne(x - 1);
        }
        double product = 1;
        double reduced = x;
        while (reduced > 2.5) {
            reduced -= 1;
            product *= reduced;
        }
        double beyondTwo = reduced - 2;
        return Math.log(product) + Math.log1p(beyondTwo) + logGammaNearOne(beyondTwo);
    }

    /** log B(a, b) = log Γ(a) + log Γ(b) - log Γ(a + b). */
    public static double logBeta(double a, double b) {
        double small = Math.min(a, b);
        double large = Math.max(a, b);
        if (small >= STIRLING_FROM) {
            double sum = small + large;
            return stirlingSeries(small)
                    + stirlingSeries(large)
                    - stirlingSeries(sum)
                    + HALF_LOG_TWO_PI
                    - 0.5 * Math.log(large)
                    + (small - 0.5) * Math.log(small / sum)
                    - large * Math.log1p(small / large);
        }
        return logGamma(small) + logGammaDrop(large, small);
    }

    /** log Γ(large) - log Γ(large + step), without the cancellation of the two. */
    static double logGammaDrop(double large, double step) {
        if (large < STIRLING_FROM) {
            return logGamma(large) - logGamma(large + step);
        }
        double sum = large + step;
        return stirlingSeries(large)
                - stirlingSeries(sum)
                - (large - 0.5) * Math.log1p(step / large)
                - step * Math.log(sum)
                + step;
    }

    /** log Γ(n + 1) minus Stirling's formula for it, for n greater than 0. */
    static double stirlingError(double n) {
        if (n >= STIRLING_FROM) {
            return stirlingSeries(n);
        }
        return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
    }

    /** x log(x / mean) + mean - x, without cancellation where the two are close. */
    static double deviance(double x, double mean) {
        double difference = x - mean;
        if (Math.abs(difference) >= 0.1 * (x + mean)) {
            return x * Math.log(x / mean) - difference;
        }
        double ratio = difference / (x + mean);
        double term = 2 * x * ratio;
        double sum = difference * ratio;
        for (int odd = 3; odd < 2000; odd += 2) {
            term *= ratio * ratio;
            double next = sum + term / odd;
            if (next == sum) {
                break;
            }
            sum = next;
        }
        return sum;
    }

    /** log Γ(1 + x) for x from -0.5 to 0.5. */
    private static double logGammaNearOne(double x) {
        double sum = 0;
        for (int k = ZETA_MINUS_ONE.length + 1; k >= 2; k--) {
            double coefficient = ZETA_MINUS_ONE[k - 2] / k;
            sum = sum * -x + coefficient;
        }
        return -Math.log1p(x) + x * (1 - EULER_GAMMA) + sum * x * x;
    }

    private static double stirlingSeries(double n) {
        double inverseSquare = 1 / (n * n);
        double sum = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            sum = sum * inverseSquare + STIRLING[i];
        }
        return sum / n;
    }
}
