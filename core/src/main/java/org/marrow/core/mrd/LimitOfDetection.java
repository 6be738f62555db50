package org.marrow.core.mrd;

import org.marrow.core.error.InvalidValueException;

/**
 * The smallest level that this very sample would have shown, never an assay's default.
 *
 * @param level a fraction, greater than 0
 * @param probability of detecting a true level as high as {@code level}, such as 0.95
 * @param basis how it was obtained, in words: depth and error rate, control copies, events, or stated by the laboratory
 */
public record LimitOfDetection(double level, double probability, String basis) {
    public LimitOfDetection {
        InvalidValueException.check(level > 0 && level < Double.POSITIVE_INFINITY, "level", level, "greater than 0");
        InvalidValueException.check(probability > 0 && probability < 1, "probability", probability, "between 0 and 1");
        InvalidValueException.check(basis != null && !basis.isBlank(), "basis", basis, "how it was obtained");
    }
}
