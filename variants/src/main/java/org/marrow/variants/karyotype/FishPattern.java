package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The signals of one population of cells.
 *
 * @param chromosome the abnormal chromosome on which the signals lie; empty on nuclei
 * @param groups signals in the brackets of the report; on a chromosome, each group is one abnormal chromosome
 * @param cells with this pattern; empty when the report does not say
 * @param scored cells that were looked at; empty when the report does not say
 */
public record FishPattern(
        Optional<Abnormality> chromosome, List<List<FishSignal>> groups, OptionalInt cells, OptionalInt scored) {
    public FishPattern {
        requireNonNull(chromosome, "chromosome");
        groups = groups.stream().map(List::copyOf).toList();
        requireNonNull(cells, "cells");
        requireNonNull(scored, "scored");
    }

    List<FishSignal> signals() {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** Whether the report says that no cell has it. */
    boolean isSeen() {
        return cells.isEmpty() || cells.getAsInt() > 0;
    }
}
