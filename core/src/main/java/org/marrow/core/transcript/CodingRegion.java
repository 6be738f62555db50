package org.marrow.core.transcript;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.marrow.core.error.InvalidValueException;

/**
 * The part of a transcript that is translated, from the first base of the start codon to the last of the stop codon; introns lie
 * within.
 *
 * @param start its smallest position on the reference, from 1, whatever the strand
 * @param end its largest position, inclusive
 * @param phase bases before the first whole codon, 0 to 2, as GFF3 counts it; not 0 only where the start is unknown
 * @param protein accession of the protein with its version, such as {@code NP_004110.2}
 */
public record CodingRegion(int start, int end, int phase, Optional<String> protein) {
    public CodingRegion {
        InvalidValueException.check(start >= 1, "start", start, "a position from 1");
        InvalidValueException.check(end >= start, "end", end, "a position from the start, " + start);
        InvalidValueException.check(phase >= 0 && phase <= 2, "phase", phase, "0, 1 or 2");
        requireNonNull(protein, "protein");
    }

    /** Bases of the first codon that lie before the region, 0 to 2. */
    public int missingBases() {
        return (3 - phase) % 3;
    }
}
