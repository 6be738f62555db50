package org.marrow.core.risk;

import java.math.BigDecimal;
import java.util.List;

/** What a column of a clinical table beside the fixed ones may hold. */
public sealed interface ClinicalColumn {
    /** 1 found, 0 looked for and not found. */
    record Lesion() implements ClinicalColumn {}

    /** A decimal number; both ends are allowed. */
    record Number(BigDecimal lowest, BigDecimal highest) implements ClinicalColumn {}

    /** One of some words. */
    record Choice(List<String> values) implements ClinicalColumn {
        public Choice {
            values = List.copyOf(values);
        }
    }
}
