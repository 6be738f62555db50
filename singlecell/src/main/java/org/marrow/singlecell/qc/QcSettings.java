package org.marrow.singlecell.qc;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.marrow.core.error.InvalidValueException;

/**
 * What a cell and a gene must show to be kept.
 *
 * @param minGenesPerCell genes with a count that a cell needs, from 0
 * @param minCellsPerGene kept cells with a count that a gene needs, from 0
 * @param maxMitochondrialFraction largest share of mitochondrial counts, 0 to 1; empty keeps all
 */
public record QcSettings(int minGenesPerCell, int minCellsPerGene, OptionalDouble maxMitochondrialFraction) {
    public QcSettings {
        InvalidValueException.check(minGenesPerCell >= 0, "minGenesPerCell", minGenesPerCell, "a number from 0");
        InvalidValueException.check(minCellsPerGene >= 0, "minCellsPerGene", minCellsPerGene, "a number from 0");
        requireNonNull(maxMitochondrialFraction, "maxMitochondrialFraction");
        if (maxMitochondrialFraction.isPresent()) {
            double fraction = maxMitochondrialFraction.getAsDouble();
            InvalidValueException.check(
                    fraction >= 0 && fraction <= 1, "maxMitochondrialFraction", fraction, "a number from 0 to 1");
        }
    }
}
