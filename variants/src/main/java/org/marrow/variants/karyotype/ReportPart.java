package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a report writes after the clones, or in their place: in situ hybridisation, arrays and the like. */
public sealed interface ReportPart {
    /** As the report writes it, without its blanks. */
    String text();

    /** Number of clones that are written before it. */
    int clonesBefore();

    /**
     * In situ hybridisation that was read.
     *
     * @param interphase {@code nuc ish}, on nuclei; else {@code ish}, on chromosomes
     */
    record Hybridisation(String text, int clonesBefore, boolean interphase, List<FishPattern> patterns)
            implements ReportPart {
        public Hybridisation {
            requireNonNull(text, "text");
            patterns = List.copyOf(patterns);
        }
    }

    /** Text that no rule here reads, such as an array's result; nothing is concluded from it. */
    record Unread(String text, int clonesBefore) implements ReportPart {
        public Unread {
            requireNonNull(text, "text");
        }
    }
}
