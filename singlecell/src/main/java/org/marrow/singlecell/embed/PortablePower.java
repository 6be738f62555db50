package org.marrow.singlecell.embed;

/**
 * {@code x^exponent} to about 1e-12, from additions and multiplications alone.
 *
 * <p>{@code Math.pow} may differ in the last bit between processors, and {@code StrictMath.pow} takes several times as long;
 * a layout raises tens of millions of distances to a power and must come out the same everywhere.
 */
final class PortablePower {

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;
    private static final double SQRT_2 = 1.4142135623730951;
    private static final int EXPONENT_BIAS = 1023;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
    private static final long BITS_OF_ONE = (long) EXPONENT_BIAS << FRACTION_BITS;

    private PortablePower() {}

    /**
     * @param x normal, above 0
     * @param exponent such that the power is a normal number too
     */
    static double power(double x, double exponent) {
        return exp2(exponent * log2(x));
    }

    /** By the series of {@code atanh}, on a mantissa between the square roots of one half and two. */
    static double log2(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> FRACTION_BITS) - EXPONENT_BIAS;
        double mantissa = Double.longBitsToDouble((bits & FRACTION_MASK) | BITS_OF_ONE);
        if (mantissa > SQRT_2) {
            mantissa *= 0.5;
            exponent++;
        }
        double t = (mantissa - 1) / (mantissa + 1);
        double square = t * t;
        double series = 1.0 / 15;
        series = series * square + 1.0 / 13;
        series = series * square + 1.0 / 11;
        series = series * square + 1.0 / 9;
        series = series * square + 1.0 / 7;
        series = series * square + 1.0 / 5;
        series = series * square + 1.0 / 3;
        series = series * square + 1.0;
        return exponent + 2 * LOG2_E * t * series;
    }

    /** By the series of the exponential function, on a fraction between -1/2 and 1/2. */
    static double exp2(double x) {
        double whole = Math.rint(x);
        double y = (x - whole) * LN_2;
        double series = 1.0 / 39916800;
        series = series * y + 1.0 / 3628800;
        series = series * y + 1.0 / 362880;
        series = series * y + 1.0 / 40320;
        series = series * y + 1.0 / 5040;
        series = series * y + 1.0 / 720;
        series = series * y + 1.0 / 120;
        series = series * y + 1.0 / 24;
        series = series * y + 1.0 / 6;
        series = series * y + 1.0 / 2;
        series = series * y + 1.0;
        series = series * y + 1.0;
        return series * Double.longBitsToDouble(((long) whole + EXPONENT_BIAS) << FRACTION_BITS);
    }
}
