package org.marrow.variants.risk.scheme;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One input of the catalog: what it is called, what it may be, which test gives it and what it says of other inputs.
 *
 * @param name in tables, rule files and results
 * @param unit such as {@code g/dL}; empty where there is none
 * @param range of a number
 * @param values of a choice
 * @param test that gives it
 * @param of for a lesion the lesion of which it is a kind; for a number the lesion that is present exactly where it is above 0
 * @param anyOf for a lesion those of which it is the sum
 * @param english meaning
 * @param french meaning
 */
public record CatalogInput(
        String name,
        Kind kind,
        String unit,
        Optional<NumberRange> range,
        List<String> values,
        LaboratoryTest test,
        Optional<String> of,
        List<String> anyOf,
        String english,
        String french) {
    /** What kind of value an input has. */
    public enum Kind {
        /** Present or absent; present by any variant that alters the protein of the gene of this name. */
        GENE,
        /** Present or absent. */
        LESION,
        NUMBER,
        CHOICE
    }

    public CatalogInput {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(unit, "unit");
        requireNonNull(range, "range");
        values = List.copyOf(values);
        requireNonNull(test, "test");
        requireNonNull(of, "of");
        anyOf = List.copyOf(anyOf);
        requireNonNull(english, "english");
        requireNonNull(french, "french");
    }

    public boolean isLesion() {
        return kind == Kind.LESION || kind == Kind.GENE;
    }

    /** The values that a table may hold, as a user reads them. */
    public String allowed() {
        return switch (kind) {
            case GENE, LESION -> "0, 1, NA";
            case NUMBER -> range.map(NumberRange::toString).orElse("") + ", NA";
            case CHOICE -> String.join(", ", values) + ", NA";
        };
    }
}
