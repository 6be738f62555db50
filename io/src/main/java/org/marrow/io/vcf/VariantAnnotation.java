package org.marrow.io.vcf;

import java.util.Optional;
import org.marrow.core.variant.Consequence;

/** What a file says of one ALT allele's effect, in the forms of {@code VariantCall}. */
record VariantAnnotation(
        Optional<String> gene,
        Consequence consequence,
        Optional<String> hgvsC,
        Optional<String> hgvsP,
        Optional<String> transcript,
        TranscriptDetails details) {
    static final VariantAnnotation NONE = new VariantAnnotation(
            Optional.empty(),
            Consequence.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TranscriptDetails.NONE);
}
