package org.marrow.core.survival;

import org.marrow.core.statistics.ChiSquared;

/**
 * A test whose statistic is chi-squared under the null hypothesis.
 *
 * @param statistic 0 or more
 * @param degreesOfFreedom 1 or more
 * @param pValue 0 to 1
 */
public record ChiSquaredTest(double statistic, int degreesOfFreedom, double pValue) {
    static ChiSquaredTest of(double statistic, int degreesOfFreedom) {
        return new ChiSquaredTest(statistic, degreesOfFreedom, ChiSquared.upperTail(statistic, degreesOfFreedom));
    }
}
