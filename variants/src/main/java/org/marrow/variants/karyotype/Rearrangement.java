package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One rearrangement of an abnormal chromosome, such as {@code t(9;22)(q34;q11)} inside {@code der(22)t(9;22)(q34;q11)}.
 *
 * @param type ISCN abbreviation, such as {@code del} or {@code t}
 * @param chromosomes in the order of the report
 * @param breakpoints in the order of the report; empty when it names none
 */
public record Rearrangement(String type, List<String> chromosomes, List<Breakpoint> breakpoints) {
    public Rearrangement {
        requireNonNull(type, "type");
        chromosomes = List.copyOf(chromosomes);
        breakpoints = List.copyOf(breakpoints);
    }

    boolean involves(String chromosome) {
        return chromosomes.contains(chromosome);
    }

    boolean isType(String... types) {
        return List.of(types).contains(type);
    }

    /** The same rearrangement written by the same rules always gives the same text. */
    String canonical() {
        StringBuilder text = new StringBuilder(type);
        text.append('(').append(String.join(";", chromosomes)).append(')');
        if (!breakpoints.isEmpty()) {
            text.append('(');
            for (int i = 0; i < breakpoints.size(); i++) {
                if (i > 0
                        && !breakpoints
                                .get(i)
                                .chromosome()
                                .equals(breakpoints.get(i - 1).chromosome())) {
                    text.append(';');
                }
                text.append(breakpoints.get(i));
            }
            text.append(')');
        }
        return text.toString();
    }
}
