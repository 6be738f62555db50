package org.marrow.core.transcript;

import org.marrow.core.error.InvalidValueException;

/**
 * An exon on the reference.
 *
 * @param start its smallest position, from 1, whatever the strand
 * @param end its largest position, inclusive
 */
public record Exon(int start, int end) {
    public Exon {
        InvalidValueException.check(start >= 1, "start", start, "a position from 1");
        InvalidValueException.check(end >= start, "end", end, "a position from the start, " + start);
    }
}
