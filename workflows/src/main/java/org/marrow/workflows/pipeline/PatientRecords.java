package org.marrow.workflows.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.run.AnalysisOutput;

/** Completes the samplesheet's patients with the samples that only a file of measurements names. */
final class PatientRecords {
    private PatientRecords() {}

    static List<Patient> complete(List<Patient> patients, List<AnalysisOutput> outputs) {
        Map<Pseudonym, TreeMap<SampleId, Sample>> measured = new HashMap<>();
        for (AnalysisOutput output : outputs) {
            for (MrdMeasurement measurement : output.measurements()) {
                measured.computeIfAbsent(measurement.patient(), _ -> new TreeMap<>())
                        .putIfAbsent(
                                measurement.sample(),
                                new Sample(
                                        measurement.sample(),
                                        measurement.patient(),
                                        SampleMaterial.UNKNOWN,
                                        Optional.of(measurement.date()),
                                        Optional.empty()));
            }
        }
        List<Patient> complete = new ArrayList<>();
        for (Patient patient : patients) {
            TreeMap<SampleId, Sample> samples = measured.getOrDefault(patient.pseudonym(), new TreeMap<>());
            for (Sample sample : patient.samples()) {
                samples.put(sample.id(), sample);
            }
            complete.add(new Patient(
                    patient.pseudonym(),
                    patient.centre(),
                    patient.disease(),
                    patient.synthetic(),
                    List.copyOf(samples.values()),
                    patient.treatments()));
        }
        return complete;
    }
}
