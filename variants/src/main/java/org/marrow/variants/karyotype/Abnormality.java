package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;

/**
 * One abnormality of a clone.
 *
 * @param kind what sort of change it is
 * @param sign +1 for a gained chromosome, -1 for a lost one, 0 for a change of a chromosome that is there anyway
 * @param chromosomes that ISCN names first: {@code 7} for {@code -7}, {@code 22} for {@code der(22)t(9;22)}; empty for a marker
 * @param rearrangements of the abnormal chromosome; empty for whole chromosomes and markers
 * @param copies how many of it, from 1; the lowest of a range
 * @param mostCopies the highest of a range of copies, else the same as {@code copies}
 * @param uncertain when the report doubts it or its origin, by a question mark, or leaves a choice of two with {@code or}
 * @param origin whether the patient was born with it
 * @param cells in which it was seen, where the report says so for this abnormality alone
 * @param key the abnormality in a uniform spelling, the same in every clone that has it
 * @param alternatives what else it may be, by the report's {@code or}
 */
public record Abnormality(
        Kind kind,
        int sign,
        List<String> chromosomes,
        List<Rearrangement> rearrangements,
        int copies,
        int mostCopies,
        boolean uncertain,
        Origin origin,
        OptionalInt cells,
        String key,
        List<Abnormality> alternatives) {

    /** The sorts of change that the rules tell apart. */
    public enum Kind {
        /** A whole chromosome gained or lost. */
        NUMERICAL,
        /** A chromosome rebuilt: deletion, translocation, isochromosome, derivative and so on. */
        STRUCTURAL,
        /** A marker, an unidentified ring or double minutes: abnormal, and nobody can say of what. */
        MARKER,
        /** A fragile site or uniparental disomy: told by the report, and no abnormality that a rule counts. */
        VARIANT
    }

    /** When it came about. */
    public enum Origin {
        ACQUIRED(""),
        /** The patient was born with it, which no rule counts. */
        CONSTITUTIONAL("c"),
        /** The report asks whether the patient was born with it ({@code ?c}). */
        DOUBTFUL("?c");

        private final String suffix;

        Origin(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }

    private static final String OR = " or ";

    static final String DOUBLE_MINUTES = "dmin";

    public Abnormality {
        requireNonNull(kind, "kind");
        chromosomes = List.copyOf(chromosomes);
        rearrangements = List.copyOf(rearrangements);
        requireNonNull(origin, "origin");
        requireNonNull(cells, "cells");
        requireNonNull(key, "key");
        alternatives = List.copyOf(alternatives);
        InvalidValueException.check(sign >= -1 && sign <= 1, "sign", sign, "-1, 0 or 1");
        InvalidValueException.check(copies >= 1, "copies", copies, "a number from 1");
        InvalidValueException.check(mostCopies >= copies, "copies", mostCopies, "a range, the lower number first");
    }

    /** Acquired, once and without doubt. */
    static Abnormality of(
            Kind kind, int sign, List<String> chromosomes, List<Rearrangement> rearrangements, String name) {
        return new Abnormality(
                kind,
                sign,
                chromosomes,
                rearrangements,
                1,
                1,
                false,
                Origin.ACQUIRED,
                OptionalInt.empty(),
                signOf(sign) + name,
                List.of());
    }

    static Abnormality wholeChromosome(int sign, String chromosome) {
        return of(Kind.NUMERICAL, sign, List.of(chromosome), List.of(), chromosome);
    }

    public boolean constitutional() {
        return origin == Origin.CONSTITUTIONAL;
    }

    boolean isGainOf(String chromosome) {
        return kind == Kind.NUMERICAL && sign > 0 && chromosomes.contains(chromosome);
    }

    boolean isLossOf(String chromosome) {
        return kind == Kind.NUMERICAL && sign < 0 && chromosomes.contains(chromosome);
    }

    /** Double minutes lie beside the chromosomes and are not counted among them. */
    boolean isDoubleMinutes() {
        return kind == Kind.MARKER && name().startsWith(DOUBLE_MINUTES);
    }

    boolean isOfSexChromosome() {
        return chromosomes.contains("X") || chromosomes.contains("Y");
    }

    boolean isAutosomalLoss() {
        return kind == Kind.NUMERICAL && sign < 0 && !isOfSexChromosome();
    }

    boolean isAutosomalGain() {
        return kind == Kind.NUMERICAL && sign > 0 && !isOfSexChromosome();
    }

    /** The key without its sign. */
    String name() {
        return sign == 0 ? key : key.substring(1);
    }

    /** ISCN text that reads back as this abnormality. */
    String canonical() {
        boolean marked = uncertain && alternatives.isEmpty() && origin != Origin.DOUBTFUL;
        StringBuilder text = new StringBuilder(marked ? "?" : "");
        text.append(signOf(sign));
        if (kind == Kind.MARKER) {
            if (mostCopies > 1) {
                text.append(copies == mostCopies ? "" + copies : copies + "~" + mostCopies);
            }
            text.append(ownName());
        } else {
            text.append(ownName());
            if (copies > 1) {
                text.append('x').append(copies);
            }
        }
        text.append(origin.suffix());
        for (Abnormality alternative : alternatives) {
            text.append(OR).append(alternative.canonical());
        }
        cells.ifPresent(seen -> text.append('[').append(seen).append(']'));
        return text.toString();
    }

    /** The name of the first of the alternatives, without the others that the key holds too. */
    private String ownName() {
        return alternatives.isEmpty() ? name() : name().substring(0, name().indexOf(OR));
    }

    static String nameOf(List<Rearrangement> rearrangements) {
        StringBuilder name = new StringBuilder();
        rearrangements.forEach(rearrangement -> name.append(rearrangement.canonical()));
        return name.toString();
    }

    private static String signOf(int sign) {
        return sign > 0 ? "+" : sign < 0 ? "-" : "";
    }

    Abnormality withCells(OptionalInt seen) {
        return new Abnormality(
                kind,
                sign,
                chromosomes,
                rearrangements,
                copies,
                mostCopies,
                uncertain,
                origin,
                seen,
                key,
                alternatives);
    }

    Abnormality withCopies(int least, int most) {
        return new Abnormality(
                kind, sign, chromosomes, rearrangements, least, most, uncertain, origin, cells, key, alternatives);
    }

    Abnormality withOrigin(Origin of) {
        return new Abnormality(
                kind, sign, chromosomes, rearrangements, copies, mostCopies, uncertain, of, cells, key, alternatives);
    }

    Abnormality doubted() {
        return new Abnormality(
                kind, sign, chromosomes, rearrangements, copies, mostCopies, true, origin, cells, key, alternatives);
    }

    Abnormality withRearrangements(List<Rearrangement> described) {
        return new Abnormality(
                kind,
                sign,
                chromosomes,
                described,
                copies,
                mostCopies,
                uncertain,
                origin,
                cells,
                signOf(sign) + nameOf(described),
                alternatives);
    }

    /** One abnormality that the report says is either of several. */
    Abnormality orElse(List<Abnormality> others) {
        StringBuilder either = new StringBuilder(key);
        others.forEach(other -> either.append(OR).append(other.key()));
        return new Abnormality(
                kind,
                sign,
                chromosomes,
                rearrangements,
                copies,
                mostCopies,
                true,
                origin,
                cells,
                either.toString(),
                others);
    }
}
