package org.marrow.core.risk;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * A lesion or value that moved the result.
 *
 * @param name of the input, such as {@code ASXL1} or {@code complex karyotype}
 * @param rule stable code of the rule that used it, such as {@code ELN2022_MR_GENE}; the page translates by it
 * @param contribution to the score, in its own units; empty for schemes that are not sums
 * @param reason in an English sentence, such as {@code Myelodysplasia-related gene mutation: adverse}
 * @param mark of the rule that used it
 */
public record RiskDriver(String name, String rule, OptionalDouble contribution, String reason, EvidenceMark mark) {
    public RiskDriver {
        requireNonNull(name, "name");
        requireNonNull(rule, "rule");
        requireNonNull(contribution, "contribution");
        requireNonNull(reason, "reason");
        requireNonNull(mark, "mark");
    }
}
