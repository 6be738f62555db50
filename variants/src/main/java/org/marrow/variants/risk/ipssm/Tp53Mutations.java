package org.marrow.variants.risk.ipssm;

import java.util.Arrays;
import java.util.List;
import org.marrow.core.error.InvalidValueException;

/** Number of TP53 mutations, as IPSS-M tells them apart. */
public enum Tp53Mutations {
    NONE("0"),
    ONE("1"),
    TWO_OR_MORE("2 or more");

    private final String label;

    Tp53Mutations(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Tp53Mutations::label).toList();
    }

    static Tp53Mutations ofLabel(String name, String label) {
        return Arrays.stream(values())
                .filter(number -> number.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(name, label, "one of " + String.join(", ", labels())));
    }
}
