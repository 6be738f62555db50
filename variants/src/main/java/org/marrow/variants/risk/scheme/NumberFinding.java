package org.marrow.variants.risk.scheme;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is known of a number.
 *
 * @param value the number, or the least that it can be where {@code missing} names a test
 * @param missing the test that would tell the number where only its least is known
 * @param source where it came from
 */
public record NumberFinding(BigDecimal value, Optional<LaboratoryTest> missing, String source) {
    public NumberFinding {
        requireNonNull(value, "value");
        requireNonNull(missing, "missing");
        requireNonNull(source, "source");
    }

    public static NumberFinding exact(BigDecimal value, String source) {
        return new NumberFinding(value, Optional.empty(), source);
    }

    public boolean isExact() {
        return missing.isEmpty();
    }
}
