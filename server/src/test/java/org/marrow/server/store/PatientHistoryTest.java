package org.marrow.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.patient.Treatment;

class PatientHistoryTest {
    private static final Pseudonym P = new Pseudonym("P");
    private static final LocalDate DAY = LocalDate.of(2025, 1, 2);
    private static final Treatment IMATINIB = treatment("imatinib");
    private static final Treatment DASATINIB = treatment("dasatinib");

    private static Treatment treatment(String name) {
        return new Treatment(name, DAY, Optional.empty(), OptionalInt.empty());
    }

    private static Patient view(String centre, Disease disease, boolean synthetic, List<Treatment> treatments) {
        return new Patient(P, new Centre(centre), disease, synthetic, List.of(), treatments);
    }

    private static Patient view(Sample... samples) {
        return new Patient(P, new Centre("C"), Disease.AML, false, List.of(samples), List.of());
    }

    private static Sample sample(String id, SampleMaterial material, LocalDate day, String timepoint) {
        return new Sample(new SampleId(id), P, material, Optional.ofNullable(day), Optional.ofNullable(timepoint));
    }

    @Test
    void oneViewStaysAsItIs() {
        Patient view = view("C1", Disease.CML, true, List.of(IMATINIB));

        assertThat(PatientHistory.merge(List.of(view))).isEqualTo(view);
    }

    @Test
    void theLatestStatementWins() {
        Patient merged = PatientHistory.merge(List.of(
                view("C1", Disease.MDS, false, List.of(IMATINIB)), view("C2", Disease.AML, false, List.of(DASATINIB))));

        assertThat(merged).isEqualTo(view("C2", Disease.AML, false, List.of(DASATINIB)));
    }

    @Test
    void whatALaterRunLeavesUnknownIsKept() {
        Patient merged = PatientHistory.merge(List.of(
                view("C1", Disease.MDS, false, List.of(IMATINIB)), view("C1", Disease.UNKNOWN, false, List.of())));

        assertThat(merged).isEqualTo(view("C1", Disease.MDS, false, List.of(IMATINIB)));
    }

    @Test
    void theMarkOfASyntheticPatientIsNeverLost() {
        assertThat(PatientHistory.merge(List.of(
                                view("C1", Disease.AML, true, List.of()), view("C1", Disease.AML, false, List.of())))
                        .synthetic())
                .isTrue();
        assertThat(PatientHistory.merge(List.of(
                                view("C1", Disease.AML, false, List.of()), view("C1", Disease.AML, true, List.of())))
                        .synthetic())
                .isTrue();
    }

    @Test
    void samplesOfAllRunsAreThereOnceEachByDate() {
        Patient merged = PatientHistory.merge(List.of(
                view(
                        sample("A", SampleMaterial.BONE_MARROW, DAY.plusDays(9), "diagnosis"),
                        sample("C", SampleMaterial.UNKNOWN, null, null)),
                view(
                        sample("B", SampleMaterial.OTHER, DAY, null),
                        sample("A", SampleMaterial.UNKNOWN, null, "relapse"))));

        assertThat(merged.samples())
                .containsExactly(
                        sample("B", SampleMaterial.OTHER, DAY, null),
                        sample("A", SampleMaterial.BONE_MARROW, DAY.plusDays(9), "relapse"),
                        sample("C", SampleMaterial.UNKNOWN, null, null));
    }
}
