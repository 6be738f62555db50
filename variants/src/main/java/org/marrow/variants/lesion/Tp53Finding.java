package org.marrow.variants.lesion;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.VariantCall;

/**
 * What is known of TP53 mutations.
 *
 * @param mutated present when any was found; absent only when the gene was looked at
 * @param calls protein-altering variants
 * @param countIsComplete whether there can be no further one: the gene was looked at
 * @param maxVaf highest known variant allele fraction, 0 to 1
 * @param vafIsComplete whether every found variant has its fraction
 */
public record Tp53Finding(
        TriState mutated,
        List<VariantCall> calls,
        boolean countIsComplete,
        OptionalDouble maxVaf,
        boolean vafIsComplete) {
    public Tp53Finding {
        requireNonNull(mutated, "mutated");
        calls = List.copyOf(calls);
        requireNonNull(maxVaf, "maxVaf");
    }
}
