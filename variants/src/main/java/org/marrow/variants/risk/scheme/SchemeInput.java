package org.marrow.variants.risk.scheme;

import static java.util.Objects.requireNonNull;

/**
 * One input of a scheme, as a table's column.
 *
 * @param name column
 * @param meaning in a few English words
 * @param unit such as {@code g/dL}; empty where there is none
 * @param allowed range or list of values
 * @param required whether the scheme has no category without it
 */
public record SchemeInput(String name, String meaning, String unit, String allowed, boolean required) {
    public SchemeInput {
        requireNonNull(name, "name");
        requireNonNull(meaning, "meaning");
        requireNonNull(unit, "unit");
        requireNonNull(allowed, "allowed");
    }

    /** A lesion that is 0, 1 or NA and that the scheme can do without, at the price of a range. */
    public static SchemeInput lesion(String name, String meaning) {
        return new SchemeInput(name, meaning, "", "0, 1, NA", false);
    }
}
