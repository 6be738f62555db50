package org.marrow.variants.call.longlesion;

import java.util.List;
import org.marrow.core.error.InvalidValueException;

/**
 * The coverage ratio of KMT2A in a normal sample.
 *
 * @param sample its name
 * @param ratio as {@link Kmt2aPtd#ratio} of that sample, greater than 0
 * @param targets that it was measured over, as {@code contig:start-end}
 */
public record PtdControl(String sample, double ratio, List<String> targets) {
    public PtdControl {
        InvalidValueException.check(!sample.isBlank(), "sample", sample, "a name");
        InvalidValueException.check(
                ratio > 0 && ratio < Double.POSITIVE_INFINITY, "ratio", ratio, "a number greater than 0");
        targets = List.copyOf(targets);
    }
}
