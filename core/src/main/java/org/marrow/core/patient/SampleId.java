package org.marrow.core.patient;

import org.marrow.core.error.InvalidValueException;

/** A sample's name, with the same safe letters as a {@link Pseudonym}. */
public record SampleId(String value) implements Comparable<SampleId> {
    public SampleId {
        InvalidValueException.check(
                value != null && Pseudonym.SAFE.matcher(value).matches(), "sample", value, Pseudonym.EXPECTED);
    }

    @Override
    public int compareTo(SampleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
