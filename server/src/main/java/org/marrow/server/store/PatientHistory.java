package org.marrow.server.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.patient.Treatment;

/**
 * One patient from what several runs said of them.
 *
 * <p>The latest run that states a thing decides it: the centre, the disease, each sample's material, date and time point, and
 * the treatments as one list. A run that leaves a thing unknown does not state it, so it takes nothing away. A patient whom
 * any run called synthetic stays so, because the mark must never be lost.
 */
final class PatientHistory {
    private PatientHistory() {}

    /** @param views of one patient, the earliest run's first; at least one */
    static Patient merge(List<Patient> views) {
        Patient latest = views.getLast();
        Disease disease = Disease.UNKNOWN;
        boolean synthetic = false;
        List<Treatment> treatments = List.of();
        Map<SampleId, Sample> samples = new TreeMap<>();
        for (Patient view : views) {
            disease = view.disease() == Disease.UNKNOWN ? disease : view.disease();
            synthetic |= view.synthetic();
            treatments = view.treatments().isEmpty() ? treatments : view.treatments();
            for (Sample sample : view.samples()) {
                samples.merge(sample.id(), sample, PatientHistory::merge);
            }
        }
        return new Patient(
                latest.pseudonym(), latest.centre(), disease, synthetic, byDate(samples.values()), treatments);
    }

    private static Sample merge(Sample earlier, Sample later) {
        return new Sample(
                later.id(),
                later.patient(),
                later.material() == SampleMaterial.UNKNOWN ? earlier.material() : later.material(),
                later.collected().or(earlier::collected),
                later.timepoint().or(earlier::timepoint));
    }

    /** By date, those without one last, then by id. */
    private static List<Sample> byDate(Iterable<Sample> byId) {
        List<Sample> samples = new ArrayList<>();
        byId.forEach(samples::add);
        samples.sort((a, b) -> compareDates(a.collected(), b.collected()));
        return samples;
    }

    private static int compareDates(Optional<LocalDate> a, Optional<LocalDate> b) {
        if (a.isPresent() && b.isPresent()) {
            return a.get().compareTo(b.get());
        }
        return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
}
