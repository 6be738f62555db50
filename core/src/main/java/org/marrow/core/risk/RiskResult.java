package org.marrow.core.risk;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;

/**
 * What one scheme says of one patient, with its reasons.
 *
 * @param category the scheme's category; empty means "not established", and {@code range} says between which
 * @param range what the missing inputs leave possible; empty when nothing can be computed at all
 * @param score for schemes that have one
 * @param missing inputs that were not given
 * @param settledBy the smallest set of missing tests that would settle it whatever they show; empty when it is settled
 */
public record RiskResult(
        RiskScheme scheme,
        Optional<String> category,
        Optional<CategoryRange> range,
        Optional<ScoreRange> score,
        List<RiskDriver> drivers,
        List<RiskFlag> flags,
        List<String> missing,
        List<String> settledBy,
        List<RiskInput> inputs) {
    public RiskResult {
        requireNonNull(scheme, "scheme");
        requireNonNull(category, "category");
        requireNonNull(range, "range");
        requireNonNull(score, "score");
        drivers = List.copyOf(drivers);
        flags = List.copyOf(flags);
        missing = List.copyOf(missing);
        settledBy = List.copyOf(settledBy);
        inputs = List.copyOf(inputs);
        category.ifPresent(scheme::rank);
        if (range.isPresent()) {
            InvalidValueException.check(
                    scheme.rank(range.get().best()) <= scheme.rank(range.get().worst()),
                    "range",
                    range.get(),
                    "the more favourable category first");
        }
    }

    public boolean isEstablished() {
        return category.isPresent();
    }
}
