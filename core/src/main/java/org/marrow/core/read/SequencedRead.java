package org.marrow.core.read;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/**
 * A read as the sequencer gave it.
 *
 * @param name without the leading {@code @}, up to the first blank
 * @param qualities Phred base qualities 0 to 93, as long as {@code bases}. Not to be changed.
 */
public record SequencedRead(String name, byte[] bases, byte[] qualities) {
    public SequencedRead {
        requireNonNull(name, "name");
        InvalidValueException.check(
                qualities.length == bases.length,
                "qualities",
                qualities.length + " values",
                "one for each of " + bases.length + " bases");
    }
}
