package org.marrow.workflows.demo;

import java.time.LocalDate;
import java.util.List;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.patient.Treatment;
import org.marrow.core.risk.ClinicalValues;

/**
 * One synthetic patient: what the simulator decided, and what the laboratories would have measured.
 *
 * @param lesions with their allele fractions at diagnosis
 * @param tracked the lesions that are followed in sequencing reads
 * @param cells whether the diagnosis sample has single cells
 */
record DemoPatient(
        Pseudonym pseudonym,
        Centre centre,
        Disease disease,
        LocalDate diagnosis,
        DemoTrajectory trajectory,
        ClinicalValues clinical,
        List<Treatment> treatments,
        List<LesionAt> lesions,
        List<DemoLesion> tracked,
        List<Visit> visits,
        List<LabReading> readings,
        List<TrueLevel> levels,
        boolean cells) {

    /** A lesion and the fraction of reads that carry it when the burden is {@code burden}. */
    record LesionAt(DemoLesion lesion, double fractionOfBurden) {
        double alleleFraction(double burden) {
            return burden * fractionOfBurden;
        }
    }

    /** A sample drawn on a day. */
    record Visit(SampleId sample, LocalDate date, int day, SampleMaterial material, String timepoint) {}

    /** The true level that a measurement tries to find. */
    record TrueLevel(SampleId sample, LocalDate date, String technique, String target, double level) {}

    Visit firstVisit() {
        return visits.getFirst();
    }
}
