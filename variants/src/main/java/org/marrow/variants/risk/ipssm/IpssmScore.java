package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** From a sum of effects to a score: a logarithm to base 2, rounded to two decimals before it is cut into categories. */
final class IpssmScore {
    /** Widest range of worst to best score with which the mean is reported, inclusive. */
    static final BigDecimal WIDEST_RANGE = BigDecimal.ONE;

    private static final BigDecimal LN_2 = new BigDecimal("0.69314718055994530941723212145817656808");
    private static final int DECIMALS = 2;

    private IpssmScore() {}

    static BigDecimal unrounded(BigDecimal sum) {
        return sum.divide(LN_2, MathContext.DECIMAL128);
    }

    /**
     * Half to even, as R rounds. The sum is an exact decimal and ln 2 is not, so that no score but 0 lies on a half and the way of
     * rounding a half decides nothing.
     */
    static BigDecimal rounded(BigDecimal sum) {
        return unrounded(sum).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
