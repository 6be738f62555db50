package org.marrow.core.patient;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marrow.core.error.InvalidValueException;

/**
 * One patient as a run sees them.
 *
 * @param synthetic true when the patient was made by a simulator; shown wherever the patient is
 * @param samples each of this patient, each id once
 */
public record Patient(
        Pseudonym pseudonym,
        Centre centre,
        Disease disease,
        boolean synthetic,
        List<Sample> samples,
        List<Treatment> treatments) {
    public Patient {
        requireNonNull(pseudonym, "pseudonym");
        requireNonNull(centre, "centre");
        requireNonNull(disease, "disease");
        samples = List.copyOf(samples);
        treatments = List.copyOf(treatments);
        Set<SampleId> seen = new HashSet<>();
        for (Sample sample : samples) {
            InvalidValueException.check(
                    sample.patient().equals(pseudonym),
                    "sample " + sample.id(),
                    sample.patient(),
                    "a sample of " + pseudonym);
            InvalidValueException.check(seen.add(sample.id()), "sample", sample.id(), "each sample once");
        }
    }
}
