package org.marrow.core.mrd;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.Variant;

/**
 * What is followed.
 *
 * @param name as shown to people and the same at every date, such as {@code NPM1 p.W288Cfs*12} or {@code BCR::ABL1 e14a2}
 * @param gene HGNC symbol where there is one
 * @param variant where it is a small variant
 */
public record MrdTarget(String name, Optional<String> gene, Optional<Variant> variant) {
    public MrdTarget {
        InvalidValueException.check(name != null && !name.isBlank(), "target", name, "a name");
        requireNonNull(gene, "gene");
        requireNonNull(variant, "variant");
    }

    public static MrdTarget named(String name) {
        return new MrdTarget(name, Optional.empty(), Optional.empty());
    }
}
