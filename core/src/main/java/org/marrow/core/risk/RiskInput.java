package org.marrow.core.risk;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One input as it was used.
 *
 * @param name as the scheme names it
 * @param value as text with its unit where it has one; empty when it was missing
 * @param source where it came from, such as {@code karyotype} or {@code TCGA-AB-2802 in cohort.maf.gz}
 */
public record RiskInput(String name, Optional<String> value, Optional<String> source) {
    public RiskInput {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        requireNonNull(source, "source");
    }

    public boolean isMissing() {
        return value.isEmpty();
    }
}
