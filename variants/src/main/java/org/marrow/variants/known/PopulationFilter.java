package org.marrow.variants.known;

import java.util.Optional;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.PopulationFrequency;

/**
 * Tells variants that too many healthy people carry to be somatic. A known variant is never filtered: clonal haematopoiesis puts
 * {@code DNMT3A R882H} and {@code JAK2 V617F} into population files, and losing one of them costs more than keeping a rare
 * germline variant.
 *
 * @param highest frequency that still passes, 0 to 1
 */
public record PopulationFilter(double highest) {
    /** One in a thousand alleles: the usual limit of somatic pipelines; from memory, and an option of the command. */
    public static final double DEFAULT_HIGHEST = 0.001;

    public PopulationFilter {
        InvalidValueException.check(
                highest >= 0 && highest <= 1, "max-population-af", highest, "a fraction from 0 to 1");
    }

    /** Whether a variant fails; one that the population file does not have passes, as nothing is known against it. */
    public boolean fails(Optional<PopulationFrequency> frequency, Optional<KnownMatch> known) {
        return known.isEmpty() && frequency.isPresent() && frequency.get().frequency() > highest;
    }
}
