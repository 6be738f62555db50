package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One rearrangement of an abnormal chromosome, such as {@code t(9;22)(q34;q11)} inside {@code der(22)t(9;22)(q34;q11)}.
 *
 * @param type ISCN abbreviation, such as {@code del} or {@code t}
 * @param chromosomes in the order of the report
 * @param bands in the order of the report, one list for each chromosome; empty when it names none. The detailed form gives one
 *     list of them all
 * @param joins bands that the detailed form of ISCN shows side by side ({@code 22q11::9q34}); empty in the short form
 * @param detail the detailed form as written, such as {@code pter->q13::q33->qter}; empty in the short form
 */
public record Rearrangement(
        String type, List<String> chromosomes, List<List<Breakpoint>> bands, List<Join> joins, String detail) {

    /** Two bands that lie side by side on the abnormal chromosome. */
    public record Join(Breakpoint left, Breakpoint right) {
        public Join {
            requireNonNull(left, "left");
            requireNonNull(right, "right");
        }
    }

    public Rearrangement {
        requireNonNull(type, "type");
        chromosomes = List.copyOf(chromosomes);
        bands = bands.stream().map(List::copyOf).toList();
        joins = List.copyOf(joins);
        requireNonNull(detail, "detail");
    }

    /** In the short form. */
    static Rearrangement of(String type, List<String> chromosomes, List<List<Breakpoint>> bands) {
        return new Rearrangement(type, chromosomes, bands, List.of(), "");
    }

    /** All bands in the order of the report; empty when it names none. */
    public List<Breakpoint> breakpoints() {
        return bands.stream().flatMap(List::stream).toList();
    }

    boolean involves(String chromosome) {
        return chromosomes.contains(chromosome)
                || breakpoints().stream().anyMatch(b -> b.chromosome().equals(chromosome));
    }

    boolean isType(String... types) {
        return List.of(types).contains(type);
    }

    List<Breakpoint> breakpointsOf(String chromosome) {
        return breakpoints().stream()
                .filter(b -> b.chromosome().equals(chromosome))
                .toList();
    }

    /** Whether this is the same rearrangement, of which the report leaves out the bands that it gave before. */
    boolean repeats(Rearrangement before) {
        return bands.isEmpty()
                && !before.bands.isEmpty()
                && type.equals(before.type)
                && chromosomes.equals(before.chromosomes);
    }

    /** The same rearrangement written by the same rules always gives the same text. */
    String canonical() {
        if (chromosomes.isEmpty()) {
            return type;
        }
        String text = type + "(" + String.join(";", chromosomes) + ")";
        if (!detail.isEmpty()) {
            return text + "(" + detail + ")";
        }
        if (bands.isEmpty()) {
            return text;
        }
        return text
                + bands.stream()
                        .map(here -> here.stream().map(Breakpoint::toString).collect(Collectors.joining()))
                        .collect(Collectors.joining(";", "(", ")"));
    }
}
