package org.marrow.variants.risk.scheme;

import static java.util.Objects.requireNonNull;

/**
 * What is known of a choice of the catalog.
 *
 * @param value one of the catalog's
 * @param source where it comes from, such as {@code karyotype}
 */
public record ChoiceFinding(String value, String source) {
    public ChoiceFinding {
        requireNonNull(value, "value");
        requireNonNull(source, "source");
    }
}
