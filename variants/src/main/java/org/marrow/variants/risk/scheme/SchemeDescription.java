package org.marrow.variants.risk.scheme;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.marrow.core.risk.RiskScheme;

/** A scheme with the inputs it reads, in the order of its publication. */
public record SchemeDescription(RiskScheme scheme, List<SchemeInput> inputs) {
    public SchemeDescription {
        requireNonNull(scheme, "scheme");
        inputs = List.copyOf(inputs);
    }
}
