package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import org.marrow.core.error.InvalidValueException;

/**
 * The numbers from the lowest to the highest, both included. Sums, differences and products are exact; a quotient that has no
 * finite decimal is rounded to 34 digits; powers that are not whole and exponentials are doubles.
 */
record Interval(BigDecimal lowest, BigDecimal highest) {
    Interval {
        InvalidValueException.check(
                lowest.compareTo(highest) <= 0, "interval", lowest + " to " + highest, "the lower number first");
    }

    static Interval of(BigDecimal number) {
        return new Interval(number, number);
    }

    boolean isPoint() {
        return lowest.compareTo(highest) == 0;
    }

    Interval plus(Interval other) {
        return new Interval(lowest.add(other.lowest), highest.add(other.highest));
    }

    Interval minus(Interval other) {
        return new Interval(lowest.subtract(other.highest), highest.subtract(other.lowest));
    }

    Interval times(Interval other) {
        return hull(
                lowest.multiply(other.lowest),
                lowest.multiply(other.highest),
                highest.multiply(other.lowest),
                highest.multiply(other.highest));
    }

    /** @throws ArithmeticException when the divisor may be 0 */
    Interval dividedBy(Interval other) {
        if (other.lowest.signum() <= 0 && other.highest.signum() >= 0) {
            throw new ArithmeticException("division by a number that may be 0");
        }
        return hull(
                quotient(lowest, other.lowest),
                quotient(lowest, other.highest),
                quotient(highest, other.lowest),
                quotient(highest, other.highest));
    }

    /** @throws ArithmeticException for a power that is negative or not whole of a number that may be 0 or negative */
    Interval power(BigDecimal exponent) {
        boolean whole = exponent.signum() >= 0 && exponent.stripTrailingZeros().scale() <= 0;
        if (!whole && lowest.signum() <= 0) {
            throw new ArithmeticException("power " + exponent + " of a number that may be 0 or negative");
        }
        BigDecimal low = power(lowest, exponent, whole);
        BigDecimal high = power(highest, exponent, whole);
        // An even power turns at 0.
        boolean turns = whole && lowest.signum() < 0 && highest.signum() > 0;
        return turns ? hull(low, high, BigDecimal.ZERO.pow(exponent.intValueExact())) : hull(low, high);
    }

    Interval exponential() {
        return hull(exponential(lowest), exponential(highest));
    }

    private static BigDecimal power(BigDecimal number, BigDecimal exponent, boolean whole) {
        return whole
                ? number.pow(exponent.intValueExact())
                : finite(StrictMath.pow(number.doubleValue(), exponent.doubleValue()));
    }

    private static BigDecimal exponential(BigDecimal number) {
        return finite(StrictMath.exp(number.doubleValue()));
    }

    private static BigDecimal finite(double number) {
        if (!Double.isFinite(number)) {
            throw new ArithmeticException("a number that is too large");
        }
        return new BigDecimal(number);
    }

    private static BigDecimal quotient(BigDecimal one, BigDecimal other) {
        return one.divide(other, MathContext.DECIMAL128);
    }

    private static Interval hull(BigDecimal first, BigDecimal... others) {
        BigDecimal lowest = first;
        BigDecimal highest = first;
        for (BigDecimal other : others) {
            lowest = lowest.min(other);
            highest = highest.max(other);
        }
        return new Interval(lowest, highest);
    }
}
