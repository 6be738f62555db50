package org.marrow.core.risk;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.marrow.core.error.InvalidValueException;

/**
 * One edition of one rule set. A new edition is another scheme; results never change theirs.
 *
 * @param id as the command line takes it, such as {@code eln2022}
 * @param edition as people name it, such as {@code ELN 2022}
 * @param source citation
 * @param categories codes from the most favourable to the most adverse
 */
public record RiskScheme(String id, String edition, String source, List<String> categories) {
    public RiskScheme {
        InvalidValueException.check(
                id != null && id.matches("[a-z0-9-]+"), "scheme", id, "lower-case letters and digits");
        requireNonNull(edition, "edition");
        requireNonNull(source, "source");
        categories = List.copyOf(categories);
        InvalidValueException.check(!categories.isEmpty(), "categories", categories, "at least one category");
    }

    /** Place of a category, 0 the most favourable. */
    public int rank(String category) {
        int rank = categories.indexOf(category);
        InvalidValueException.check(rank >= 0, "category", category, "one of " + categories);
        return rank;
    }
}
