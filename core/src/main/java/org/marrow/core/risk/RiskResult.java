package org.marrow.core.risk;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.run.AddedLater;

/**
 * What one scheme says of one patient, with its reasons.
 *
 * @param category the scheme's category; empty means "not established", and {@code range} says between which
 * @param range what the missing inputs leave possible; empty when nothing can be computed at all, and for a classification
 *     without order, where {@code possible} tells
 * @param score for schemes that have one
 * @param missing inputs that were not given
 * @param settledBy the smallest set of missing tests that would settle it whatever they show; empty when it is settled
 * @param possible every category that the missing inputs leave possible, in the scheme's order; given as empty it is the whole
 *     range, or the category
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
        List<RiskInput> inputs,
        @AddedLater List<String> possible) {
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
        possible = possible.isEmpty() ? between(scheme, category, range) : List.copyOf(possible);
        possible.forEach(scheme::rank);
    }

    /** Everything from the best to the worst category is possible. */
    public RiskResult(
            RiskScheme scheme,
            Optional<String> category,
            Optional<CategoryRange> range,
            Optional<ScoreRange> score,
            List<RiskDriver> drivers,
            List<RiskFlag> flags,
            List<String> missing,
            List<String> settledBy,
            List<RiskInput> inputs) {
        this(scheme, category, range, score, drivers, flags, missing, settledBy, inputs, List.of());
    }

    /** The same result with other flags. */
    public RiskResult withFlags(List<RiskFlag> others) {
        return new RiskResult(scheme, category, range, score, drivers, others, missing, settledBy, inputs, possible);
    }

    private static List<String> between(RiskScheme scheme, Optional<String> category, Optional<CategoryRange> range) {
        return range.map(ends -> scheme.categories().subList(scheme.rank(ends.best()), scheme.rank(ends.worst()) + 1))
                .orElse(category.map(List::of).orElse(List.of()));
    }

    public boolean isEstablished() {
        return category.isPresent();
    }
}
