package org.marrow.variants.call;

import java.util.OptionalDouble;
import org.marrow.core.variant.TargetRegion;

/**
 * How well a target was seen, so that "no variant" can be read: none above the limit of detection, and nothing at all about
 * positions without molecules.
 *
 * @param lowestDepth molecules at the position with the fewest
 * @param medianDepth molecules at the median position
 * @param meanDepth molecules at a position, on average over the target
 * @param positionsWithoutMolecules bases of the target
 * @param lowestDepthLimit smallest fraction that is called with probability {@link CallDefaults#DETECTION_PROBABILITY} at the
 *     position with the fewest molecules; empty where no fraction is
 * @param medianDepthLimit the same at the median position
 */
public record TargetCoverage(
        TargetRegion target,
        int lowestDepth,
        int medianDepth,
        double meanDepth,
        int positionsWithoutMolecules,
        OptionalDouble lowestDepthLimit,
        OptionalDouble medianDepthLimit) {

    /** What a target without a variant means. */
    public enum Status {
        /** Every position shows variants from its limit of detection on. */
        COVERED,
        /** Some positions have no molecules, or too few for any fraction: nothing is known of them. */
        PARTLY_COVERED,
        /** No position has molecules: nothing is known. */
        NOT_COVERED
    }

    public Status status() {
        if (positionsWithoutMolecules == target.length()) {
            return Status.NOT_COVERED;
        }
        return lowestDepthLimit.isPresent() ? Status.COVERED : Status.PARTLY_COVERED;
    }
}
