package org.marrow.singlecell.normalise;

import org.marrow.core.error.InvalidValueException;

/**
 * How counts are scaled.
 *
 * @param targetSum counts that each cell is scaled to, above 0
 */
public record NormaliseSettings(double targetSum) {
    public NormaliseSettings {
        InvalidValueException.check(
                targetSum > 0 && Double.isFinite(targetSum), "targetSum", targetSum, "a number above 0");
    }
}
