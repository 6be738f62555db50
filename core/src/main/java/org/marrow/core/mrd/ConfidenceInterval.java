package org.marrow.core.mrd;

import org.marrow.core.error.InvalidValueException;

/**
 * An interval for a level.
 *
 * @param lower 0 or more
 * @param upper at least {@code lower}
 * @param confidence such as 0.95
 * @param method such as {@code Clopper-Pearson}
 */
public record ConfidenceInterval(double lower, double upper, double confidence, String method) {
    public ConfidenceInterval {
        InvalidValueException.check(lower >= 0, "lower", lower, "a number from 0");
        InvalidValueException.check(upper >= lower, "upper", upper, "a number from " + lower);
        InvalidValueException.check(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1");
        InvalidValueException.check(method != null && !method.isBlank(), "method", method, "a name");
    }
}
