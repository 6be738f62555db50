package org.marrow.core.run;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;

/** All that one run publishes: either whole, or not at all. */
public record ResultBundle(Run run, List<Patient> patients, List<AnalysisOutput> outputs) {
    public ResultBundle {
        requireNonNull(run, "run");
        patients = List.copyOf(patients);
        outputs = List.copyOf(outputs);
        Map<Pseudonym, Patient> known = new HashMap<>();
        for (Patient patient : patients) {
            InvalidValueException.check(
                    known.put(patient.pseudonym(), patient) == null,
                    "patient",
                    patient.pseudonym(),
                    "each patient once");
        }
        for (AnalysisOutput output : outputs) {
            InvalidValueException.check(
                    known.containsKey(output.patient()), "patient", output.patient(), "a patient of this run");
        }
    }
}
