package org.marrow.core.variant;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;

/**
 * A variant called in one sample.
 *
 * @param gene HGNC symbol
 * @param hgvsC coding change without the transcript, such as {@code c.860_863dup}
 * @param hgvsP protein change in one-letter form, such as {@code p.W288Cfs*12}
 * @param transcript with its version, such as {@code NM_002520.7}
 * @param depth reads or molecules over the position
 * @param altReads those that carry {@code alt}, at most {@code depth}
 * @param vaf variant allele fraction, 0 to 1
 * @param filters names of filters it failed; empty when it passed, or when none was applied
 */
public record VariantCall(
        Variant variant,
        Optional<String> gene,
        Consequence consequence,
        Optional<String> hgvsC,
        Optional<String> hgvsP,
        Optional<String> transcript,
        OptionalInt depth,
        OptionalInt altReads,
        OptionalDouble vaf,
        List<String> filters) {
    public VariantCall {
        requireNonNull(variant, "variant");
        requireNonNull(gene, "gene");
        requireNonNull(consequence, "consequence");
        requireNonNull(hgvsC, "hgvsC");
        requireNonNull(hgvsP, "hgvsP");
        requireNonNull(transcript, "transcript");
        requireNonNull(depth, "depth");
        requireNonNull(altReads, "altReads");
        requireNonNull(vaf, "vaf");
        filters = List.copyOf(filters);
        InvalidValueException.check(depth.orElse(0) >= 0, "depth", depth.orElse(0), "a number from 0");
        InvalidValueException.check(
                altReads.orElse(0) >= 0 && (depth.isEmpty() || altReads.orElse(0) <= depth.getAsInt()),
                "altReads",
                altReads.orElse(0),
                "a number from 0 to the depth");
        double fraction = vaf.orElse(0);
        InvalidValueException.check(fraction >= 0 && fraction <= 1, "vaf", fraction, "a fraction from 0 to 1");
    }

    /** How people name it: gene and protein change where they are known, else the position. */
    public String label() {
        String change = hgvsP.or(this::hgvsC).orElse(variant.describe());
        return gene.map(symbol -> symbol + " " + change).orElse(change);
    }
}
