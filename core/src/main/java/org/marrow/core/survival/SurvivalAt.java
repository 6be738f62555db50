package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * A Kaplan-Meier curve read at a time of one's choice.
 *
 * @param atRisk patients followed at least until {@code time}
 * @param survival 0 to 1
 * @param standardError empty once the curve is 0
 * @param lower empty where it is not defined
 * @param upper empty where it is not defined
 */
public record SurvivalAt(
        double time,
        int atRisk,
        double survival,
        OptionalDouble standardError,
        OptionalDouble lower,
        OptionalDouble upper) {
    public SurvivalAt {
        requireNonNull(standardError, "standardError");
        requireNonNull(lower, "lower");
        requireNonNull(upper, "upper");
    }
}
