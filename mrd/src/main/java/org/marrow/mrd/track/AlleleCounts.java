package org.marrow.mrd.track;

import org.marrow.core.error.InvalidValueException;

/** Molecules that show each allele of a marker; a molecule whose mates disagree is none of them. */
public record AlleleCounts(long reference, long alternate, long other) {
    public AlleleCounts {
        InvalidValueException.check(reference >= 0, "reference", reference, "a number from 0");
        InvalidValueException.check(alternate >= 0, "alternate", alternate, "a number from 0");
        InvalidValueException.check(other >= 0, "other", other, "a number from 0");
    }

    public long depth() {
        return reference + alternate + other;
    }
}
