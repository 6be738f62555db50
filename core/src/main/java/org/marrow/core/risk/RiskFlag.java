package org.marrow.core.risk;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/**
 * Something a reader must know, such as a choice that the source leaves open.
 *
 * @param code stable, upper case, such as {@code NPM1_WITH_TP53}
 * @param explanation one English sentence
 */
public record RiskFlag(String code, String explanation, EvidenceMark mark) {
    public RiskFlag {
        InvalidValueException.check(code != null && code.matches("[A-Z0-9_]+"), "flag", code, "upper-case letters");
        requireNonNull(explanation, "explanation");
        requireNonNull(mark, "mark");
    }
}
