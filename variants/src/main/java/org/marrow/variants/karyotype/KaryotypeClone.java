package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.marrow.core.error.InvalidValueException;

/**
 * One clone of a karyotype, with what it inherits from its stemline written out.
 *
 * @param lowestNumber of chromosomes, from 1
 * @param highestNumber of chromosomes; equal to the lowest unless the report gives a range
 * @param ploidy sets of chromosomes that gains and losses count from: 2, or what {@code <3n>} and the like say
 * @param sexChromosomes as written, such as {@code XX}, with a {@code c} where they are constitutional; of the stemline when this
 *     clone names it instead
 * @param abnormalities in the order of the report, inherited ones first
 * @param cells in which the clone was seen; empty when the report does not say
 * @param composite when the clone is put together from cells that differ ({@code cp})
 * @param incomplete when more is abnormal than the report could name ({@code inc})
 * @param donor when it is a transplant donor's, written after {@code //}
 */
public record KaryotypeClone(
        int lowestNumber,
        int highestNumber,
        int ploidy,
        String sexChromosomes,
        List<Abnormality> abnormalities,
        OptionalInt cells,
        boolean composite,
        boolean incomplete,
        boolean donor) {
    public KaryotypeClone {
        InvalidValueException.check(lowestNumber >= 1, "chromosomes", lowestNumber, "a number from 1");
        InvalidValueException.check(
                highestNumber >= lowestNumber, "chromosomes", highestNumber, "a range, the lower number first");
        InvalidValueException.check(ploidy >= 1, "chromosome sets", ploidy, "a number from 1");
        requireNonNull(sexChromosomes, "sexChromosomes");
        abnormalities = List.copyOf(abnormalities);
        requireNonNull(cells, "cells");
    }

    /** In a clone that counts from two sets of chromosomes a lost chromosome leaves one; in others it leaves two or more. */
    boolean isNearDiploid() {
        return ploidy == 2;
    }

    /**
     * What the gains and losses add up to, where that differs from the stated number. Not asked of composite and incomplete
     * clones, nor where the sex chromosomes are not known.
     */
    public Optional<ChromosomeNumber> contradictingNumber() {
        if (!isExact(sexChromosomes, composite, incomplete)) {
            return Optional.empty();
        }
        return Optional.of(ChromosomeNumber.of(ploidy, sexChromosomes, abnormalities))
                .filter(sum -> !sum.meets(lowestNumber, highestNumber));
    }

    /** Whether gains and losses must add up to the stated number. */
    static boolean isExact(String sexChromosomes, boolean composite, boolean incomplete) {
        return !composite && !incomplete && sexChromosomes.indexOf('?') < 0 && sexChromosomes.indexOf('U') < 0;
    }

    /** ISCN text that reads back as this clone. */
    String canonical() {
        StringBuilder text = new StringBuilder().append(lowestNumber);
        if (highestNumber > lowestNumber) {
            text.append('~').append(highestNumber);
        }
        int read = ChromosomeNumber.ploidyOf(
                lowestNumber,
                highestNumber,
                sexChromosomes,
                abnormalities,
                isExact(sexChromosomes, composite, incomplete));
        if (read != ploidy) {
            text.append('<').append(ploidy).append("n>");
        }
        Stream.concat(Stream.of(sexChromosomes), abnormalities.stream().map(Abnormality::canonical))
                .forEach(item -> text.append(',').append(item));
        if (incomplete) {
            text.append(",inc");
        }
        cells.ifPresent(
                seen -> text.append(composite ? "[cp" : "[").append(seen).append(']'));
        return text.toString();
    }
}
