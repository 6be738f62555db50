package org.marrow.variants.risk.scheme;

import java.math.BigDecimal;
import org.marrow.core.error.InvalidValueException;

/** From the lowest to the highest number that a value may be, both allowed. */
public record NumberRange(BigDecimal lowest, BigDecimal highest) {
    public NumberRange {
        InvalidValueException.check(
                lowest.compareTo(highest) <= 0, "range", lowest + " to " + highest, "the lower number first");
    }

    public static NumberRange of(String lowest, String highest) {
        return new NumberRange(new BigDecimal(lowest), new BigDecimal(highest));
    }

    public boolean contains(BigDecimal number) {
        return number.compareTo(lowest) >= 0 && number.compareTo(highest) <= 0;
    }

    @Override
    public String toString() {
        return lowest.toPlainString() + " to " + highest.toPlainString();
    }
}
