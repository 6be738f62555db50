package org.marrow.singlecell.reduce;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.marrow.core.error.InvalidValueException;

/**
 * Principal component analysis (PCA).
 *
 * @param components how many are wanted, from 1; fewer come out when the data have fewer
 * @param scaledLimit when present, each gene is scaled to unit variance and cut at this many standard deviations to either
 *     side; empty takes the values as they are, only centred
 */
public record PcaSettings(int components, OptionalDouble scaledLimit) {
    public PcaSettings {
        requireNonNull(scaledLimit, "scaledLimit");
        InvalidValueException.check(components >= 1, "components", components, "a number from 1");
        if (scaledLimit.isPresent()) {
            InvalidValueException.check(
                    scaledLimit.getAsDouble() > 0, "scaledLimit", scaledLimit.getAsDouble(), "a number above 0");
        }
    }
}
