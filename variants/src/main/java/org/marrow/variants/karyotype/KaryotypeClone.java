package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;

/**
 * One clone of a karyotype, with what it inherits from its stemline written out.
 *
 * @param lowestNumber of chromosomes, from 1
 * @param highestNumber of chromosomes; equal to the lowest unless the report gives a range
 * @param ploidy sets of chromosomes that gains and losses count from: 2, or what {@code <3n>} and the like say
 * @param sexChromosomes as written, such as {@code XX}; of the stemline when this clone names it instead
 * @param abnormalities in the order of the report, inherited ones first
 * @param cells in which the clone was seen; empty when the report does not say
 * @param composite when the clone is put together from cells that differ ({@code cp})
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
        boolean donor) {
    public KaryotypeClone {
        InvalidValueException.check(lowestNumber >= 1, "chromosomes", lowestNumber, "a number from 1");
        InvalidValueException.check(
                highestNumber >= lowestNumber, "chromosomes", highestNumber, "a range, the lower number first");
        requireNonNull(sexChromosomes, "sexChromosomes");
        abnormalities = List.copyOf(abnormalities);
        requireNonNull(cells, "cells");
    }

    /** In a clone that counts from two sets of chromosomes a lost chromosome leaves one; in others it leaves two or more. */
    boolean isNearDiploid() {
        return ploidy == 2;
    }
}
