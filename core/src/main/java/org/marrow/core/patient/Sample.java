package org.marrow.core.patient;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One sample of one patient.
 *
 * @param collected the day it was drawn; empty when it is not known
 * @param timepoint the protocol's name of the moment, such as {@code diagnosis} or {@code post-induction}
 */
public record Sample(
        SampleId id,
        Pseudonym patient,
        SampleMaterial material,
        Optional<LocalDate> collected,
        Optional<String> timepoint) {
    public Sample {
        requireNonNull(id, "id");
        requireNonNull(patient, "patient");
        requireNonNull(material, "material");
        requireNonNull(collected, "collected");
        requireNonNull(timepoint, "timepoint");
    }
}
