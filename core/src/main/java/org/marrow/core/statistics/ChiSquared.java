package org.marrow.core.statistics;

import org.marrow.core.error.InvalidValueException;

/** The chi-squared distribution. */
public final class ChiSquared {
    private ChiSquared() {}

    /**
     * P(X greater than x): the p value of a chi-squared statistic.
     *
     * @param x 0 or more
     * @param degreesOfFreedom 1 or more
     */
    public static double upperTail(double x, int degreesOfFreedom) {
        InvalidValueException.check(degreesOfFreedom >= 1, "degreesOfFreedom", degreesOfFreedom, "a number from 1");
        InvalidValueException.check(x >= 0, "x", x, "a number from 0");
        return IncompleteGamma.upper(0.5 * degreesOfFreedom, 0.5 * x);
    }
}
