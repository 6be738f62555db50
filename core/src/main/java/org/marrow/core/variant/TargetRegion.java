package org.marrow.core.variant;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.marrow.core.error.InvalidValueException;

/**
 * A stretch of reference that an assay looks at, such as an exon or an amplicon.
 *
 * @param contig as the reference names it
 * @param start from 1, inclusive
 * @param end inclusive
 * @param name as the panel's maker calls it
 */
public record TargetRegion(String contig, int start, int end, Optional<String> name) {
    public TargetRegion {
        InvalidValueException.check(!contig.isBlank(), "contig", contig, "a contig name");
        InvalidValueException.check(start >= 1, "start", start, "a number from 1");
        InvalidValueException.check(end >= start, "end", end, "a number from " + start);
        requireNonNull(name, "name");
    }

    /** Bases, from 1. */
    public int length() {
        return end - start + 1;
    }

    /** {@code contig:start-end}, as samtools writes it. */
    public String describe() {
        return contig + ":" + start + "-" + end;
    }
}
