package org.marrow.variants.risk.eln2022;

import java.util.Arrays;
import java.util.List;

/** The three ELN risk categories, the most favourable first. */
public enum Eln2022Category {
    FAVORABLE("Favorable"),
    INTERMEDIATE("Intermediate"),
    ADVERSE("Adverse");

    private final String label;

    Eln2022Category(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Eln2022Category::label).toList();
    }
}
