package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One patient of a cohort that a scheme is held to.
 *
 * @param category as the scheme names it; empty when it is not established
 * @param range what is still possible where the category is not established, such as {@code Favorable to Adverse}, if known
 */
public record CohortMember(String id, Observation observation, Optional<String> category, Optional<String> range) {
    public CohortMember {
        requireNonNull(id, "id");
        requireNonNull(observation, "observation");
        requireNonNull(category, "category");
        requireNonNull(range, "range");
    }
}
