package org.marrow.singlecell.markers;

/** The tails of the standard normal distribution, in logarithms. */
final class NormalTail {

    private static final double HALF_LOG_2_PI = 0.91893853320467274178;
    private static final double LOG_2 = 0.69314718055994530942;
    private static final double INVERSE_SQRT_2_PI = 0.39894228040143267794;
    /** Below, the series for the middle loses no digits; above, the continued fraction converges fast. */
    private static final double SERIES_LIMIT = 2.5;

    private static final double CONVERGED = 1e-17;
    private static final int MAX_TERMS = 1000;

    private NormalTail() {}

    /** Natural logarithm of the two-sided p value of {@code z}, right to about 1e-12 far beyond 1e-308. */
    static double logTwoSidedP(double z) {
        double x = Math.abs(z);
        if (x < SERIES_LIMIT) {
            return StrictMath.log1p(-2 * middle(x));
        }
        return LOG_2 - x * x / 2 - HALF_LOG_2_PI + StrictMath.log(mills(x));
    }

    /** The probability between 0 and {@code x}: density times a series of positive terms. */
    private static double middle(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < MAX_TERMS && term > CONVERGED * sum; n++) {
            term *= x * x / (2 * n + 1);
            sum += term;
        }
        return INVERSE_SQRT_2_PI * StrictMath.exp(-x * x / 2) * sum;
    }

    /** Tail over density, by Laplace's continued fraction {@code 1 / (x + 1 / (x + 2 / (x + 3 / ...)))}, from its end. */
    private static double mills(double x) {
        int terms = (int) (50 + 800 / (x * x));
        double fraction = x;
        for (int n = terms; n >= 1; n--) {
            fraction = x + n / fraction;
        }
        return 1 / fraction;
    }
}
