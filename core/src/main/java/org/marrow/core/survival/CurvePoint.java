package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.marrow.core.error.InvalidValueException;

/**
 * A Kaplan-Meier curve at one time at which somebody died or was censored.
 *
 * @param atRisk patients followed up to just before {@code time}
 * @param censored at {@code time}
 * @param survival just after {@code time}, 0 to 1
 * @param standardError of {@code survival}, by Greenwood's formula; empty once the curve is 0, where it is not defined
 * @param lower bound of the confidence interval; empty where it is not defined
 * @param upper bound of the confidence interval; empty where it is not defined
 */
public record CurvePoint(
        double time,
        int atRisk,
        int events,
        int censored,
        double survival,
        OptionalDouble standardError,
        OptionalDouble lower,
        OptionalDouble upper) {
    public CurvePoint {
        requireNonNull(standardError, "standardError");
        requireNonNull(lower, "lower");
        requireNonNull(upper, "upper");
        InvalidValueException.check(
                events >= 0 && censored >= 0 && events + censored <= atRisk,
                "events and censored",
                events + " and " + censored,
                "no more than are at risk, " + atRisk);
        InvalidValueException.check(survival >= 0 && survival <= 1, "survival", survival, "a number from 0 to 1");
    }
}
