package org.marrow.io.vcf;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import org.marrow.core.variant.VariantCall;

/**
 * A call with all that its record says of it, for writers of other formats.
 *
 * @param refReads reads of the reference allele; not always depth less {@code altReads}, as other alleles may be there
 * @param normal what the matched normal sample has at the same place
 */
public record AnnotatedCall(VariantCall call, TranscriptDetails details, OptionalInt refReads, NormalReads normal) {
    public AnnotatedCall {
        requireNonNull(call, "call");
        requireNonNull(details, "details");
        requireNonNull(refReads, "refReads");
        requireNonNull(normal, "normal");
    }

    /** Reads of a matched normal sample; all empty when there is none. */
    public record NormalReads(OptionalInt depth, OptionalInt refReads, OptionalInt altReads) {
        public static final NormalReads NONE =
                new NormalReads(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
}
