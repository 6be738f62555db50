package org.marrow.singlecell.embed;

/**
 * {@code x^exponent} of one exponent, right to about 1e-10, from two tables and a few multiplications.
 *
 * <p>{@code Math.pow} may differ in the last bit between processors, and {@code StrictMath.pow} takes several times as long.
 * A layout raises tens of millions of distances to the same power and must come out the same everywhere.
 */
final class PowerTable {

    private static final int FRACTION_BITS = 52;
    private static final int EXPONENTS = 2047;
    private static final int EXPONENT_BIAS = 1023;
    /** Mantissas from 1 to 2 are cut into this many steps. */
    private static final int STEP_BITS = 8;

    private static final int STEPS = 1 << STEP_BITS;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
    private static final long BITS_OF_ONE = (long) EXPONENT_BIAS << FRACTION_BITS;

    private final double[] ofExponents = new double[EXPONENTS];
    private final double[] ofSteps = new double[STEPS];
    private final double[] middles = new double[STEPS];
    private final double[] inverseMiddles = new double[STEPS];
    private final double first;
    private final double second;
    private final double third;

    PowerTable(double exponent) {
        for (int i = 0; i < EXPONENTS; i++) {
            ofExponents[i] = StrictMath.pow(2, (i - EXPONENT_BIAS) * exponent);
        }
        for (int i = 0; i < STEPS; i++) {
            middles[i] = 1 + (i + 0.5) / STEPS;
            inverseMiddles[i] = 1 / middles[i];
            ofSteps[i] = StrictMath.pow(middles[i], exponent);
        }
        // Binomial series around the middle of a step, where what is left is below 2^-9.
        first = exponent;
        second = exponent * (exponent - 1) / 2;
        third = exponent * (exponent - 1) * (exponent - 2) / 6;
    }

    /** @param x normal, above 0, and such that its power is normal too */
    double power(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int step = (int) (bits >>> (FRACTION_BITS - STEP_BITS)) & (STEPS - 1);
        double mantissa = Double.longBitsToDouble((bits & FRACTION_MASK) | BITS_OF_ONE);
        double left = (mantissa - middles[step]) * inverseMiddles[step];
        double series = 1 + left * (first + left * (second + left * third));
        return ofExponents[(int) (bits >>> FRACTION_BITS)] * ofSteps[step] * series;
    }
}
