package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * The time by which a share of the patients has had the event.
 *
 * @param estimate empty when the curve does not come down that far
 * @param lower bound of its confidence interval; empty when the lower band does not come down that far
 * @param upper bound of its confidence interval; empty when the upper band does not come down that far
 */
public record SurvivalTime(OptionalDouble estimate, OptionalDouble lower, OptionalDouble upper) {
    public SurvivalTime {
        requireNonNull(estimate, "estimate");
        requireNonNull(lower, "lower");
        requireNonNull(upper, "upper");
    }
}
