package org.marrow.core.variant;

import org.marrow.core.error.InvalidValueException;

/**
 * How frequent an allele is among people who were not chosen for a disease.
 *
 * @param field of the source that says the highest frequency, such as {@code AF_grpmax}
 * @param frequency allele frequency, 0 to 1
 */
public record PopulationFrequency(String field, double frequency) {
    public PopulationFrequency {
        InvalidValueException.check(field != null && !field.isBlank(), "field", field, "a name");
        InvalidValueException.check(frequency >= 0 && frequency <= 1, field, frequency, "a frequency from 0 to 1");
    }
}
