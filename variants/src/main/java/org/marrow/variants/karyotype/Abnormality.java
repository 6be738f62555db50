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
 * @param copies how many of it, from 1
 * @param uncertain when the report puts a question mark before it
 * @param constitutional when the patient was born with it, which no rule counts
 * @param cells in which it was seen, where the report says so for this abnormality alone
 * @param key the abnormality in a uniform spelling, the same in every clone that has it
 */
public record Abnormality(
        Kind kind,
        int sign,
        List<String> chromosomes,
        List<Rearrangement> rearrangements,
        int copies,
        boolean uncertain,
        boolean constitutional,
        OptionalInt cells,
        String key) {

    /** The sorts of change that the rules tell apart. */
    public enum Kind {
        /** A whole chromosome gained or lost. */
        NUMERICAL,
        /** A chromosome rebuilt: deletion, translocation, isochromosome, derivative and so on. */
        STRUCTURAL,
        /** A marker, an unidentified ring or double minutes: abnormal, and nobody can say of what. */
        MARKER
    }

    public Abnormality {
        requireNonNull(kind, "kind");
        chromosomes = List.copyOf(chromosomes);
        rearrangements = List.copyOf(rearrangements);
        requireNonNull(cells, "cells");
        requireNonNull(key, "key");
        InvalidValueException.check(sign >= -1 && sign <= 1, "sign", sign, "-1, 0 or 1");
        InvalidValueException.check(copies >= 1, "copies", copies, "a number from 1");
    }

    boolean isGainOf(String chromosome) {
        return kind == Kind.NUMERICAL && sign > 0 && chromosomes.contains(chromosome);
    }

    boolean isLossOf(String chromosome) {
        return kind == Kind.NUMERICAL && sign < 0 && chromosomes.contains(chromosome);
    }

    boolean isAutosomalLoss() {
        return kind == Kind.NUMERICAL && sign < 0 && !chromosomes.contains("X") && !chromosomes.contains("Y");
    }

    Abnormality withCells(int seen) {
        return new Abnormality(
                kind, sign, chromosomes, rearrangements, copies, uncertain, constitutional, OptionalInt.of(seen), key);
    }
}
