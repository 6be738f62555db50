package org.marrow.workflows.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.patient.Treatment;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.TriState;

/**
 * Makes a cohort from a seed: patients of four diseases in turn, each by one of the scenarios of its disease, with the numbers
 * drawn. The same seed gives the same cohort; patient {@code n} does not depend on how many follow.
 */
final class DemoCohort {
    private static final List<String> CENTRES = List.of("CENTRE-A", "CENTRE-B", "CENTRE-C");
    private static final LocalDate FIRST_DIAGNOSIS = LocalDate.of(2023, 1, 9);
    private static final List<Disease> DISEASES =
            List.of(Disease.AML, Disease.CML, Disease.MDS, Disease.ALL, Disease.AML);
    private static final int CELLS_EVERY = 4;

    private DemoCohort() {}

    static List<DemoPatient> simulate(long seed, int patients) {
        RandomDraws seeds = new RandomDraws(seed);
        Map<Disease, Integer> counts = new HashMap<>();
        List<DemoPatient> cohort = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            Disease disease = DISEASES.get(i % DISEASES.size());
            int number = counts.merge(disease, 1, Integer::sum);
            cohort.add(patient(disease, number, seeds.split()));
        }
        return cohort;
    }

    private static DemoPatient patient(Disease disease, int number, RandomDraws random) {
        Pseudonym pseudonym = new Pseudonym(String.format(Locale.ROOT, "SYN-%s-%02d", disease, number));
        Centre centre = new Centre(CENTRES.get(random.below(CENTRES.size())));
        LocalDate diagnosis = FIRST_DIAGNOSIS.plusDays(random.below(400));
        DemoScenario scenario = DemoScenario.of(disease, number);
        DemoTrajectory trajectory = scenario.course().draw(random, scenario.pace());

        List<DemoPatient.Visit> visits = visits(pseudonym, diagnosis, scenario, random);
        List<DemoPatient.LesionAt> lesions = new ArrayList<>();
        for (DemoLesion lesion : scenario.lesions()) {
            // A heterozygous lesion is on half of the alleles of each leukaemic cell; some come later and lie in fewer.
            lesions.add(new DemoPatient.LesionAt(lesion, random.uniform(0.40, 0.50)));
        }
        List<DemoLesion> tracked =
                scenario.lesions().stream().filter(DemoCohort::isOnTarget).toList();

        DemoLaboratory laboratory = new DemoLaboratory(pseudonym, random.split());
        for (DemoPatient.Visit visit : visits) {
            measure(laboratory, scenario, lesions, visit, trajectory.burden(visit.day()));
        }
        return new DemoPatient(
                pseudonym,
                centre,
                disease,
                diagnosis,
                trajectory,
                clinical(scenario, random),
                treatments(scenario, diagnosis, trajectory),
                lesions,
                tracked,
                visits,
                laboratory.readings(),
                laboratory.levels(),
                disease == Disease.AML && number % CELLS_EVERY == 1);
    }

    private static List<DemoPatient.Visit> visits(
            Pseudonym pseudonym, LocalDate diagnosis, DemoScenario scenario, RandomDraws random) {
        List<DemoPatient.Visit> visits = new ArrayList<>();
        for (int i = 0; i < scenario.days().length; i++) {
            int day = i == 0 ? 0 : scenario.days()[i] + random.below(9) - 4;
            visits.add(new DemoPatient.Visit(
                    new SampleId(pseudonym.value() + "-S" + (i + 1)),
                    diagnosis.plusDays(day),
                    day,
                    scenario.material(),
                    i == 0 ? "diagnosis" : "follow-up " + i));
        }
        return visits;
    }

    private static void measure(
            DemoLaboratory laboratory,
            DemoScenario scenario,
            List<DemoPatient.LesionAt> lesions,
            DemoPatient.Visit visit,
            double burden) {
        for (String transcript : scenario.transcripts()) {
            boolean scaled = transcript.startsWith("BCR::ABL1");
            laboratory.transcript(visit, transcript, burden, scaled);
        }
        for (String rearrangement : scenario.rearrangements()) {
            laboratory.rearrangement(visit, rearrangement, burden);
        }
        if (scenario.flow()) {
            laboratory.flow(visit, scenario.flowTarget(), burden);
        }
        // MDS is followed by one digital PCR assay, for a lesion that the sequenced targets do not hold.
        if (scenario.disease() == Disease.MDS) {
            lesions.stream()
                    .filter(lesion -> !isOnTarget(lesion.lesion()))
                    .findFirst()
                    .ifPresent(lesion -> laboratory.digital(
                            visit,
                            lesion.lesion().gene() + " " + lesion.lesion().hgvsP(),
                            lesion.alleleFraction(burden)));
        }
    }

    private static boolean isOnTarget(DemoLesion lesion) {
        return DemoTargets.all().stream().anyMatch(target -> target.holds(lesion));
    }

    private static ClinicalValues clinical(DemoScenario scenario, RandomDraws random) {
        double age = Math.rint(random.uniform(scenario.youngest(), scenario.oldest()));
        Map<String, TriState> known = new HashMap<>(scenario.tests());
        return new ClinicalValues(
                OptionalDouble.of(age),
                rounded(random.uniform(7.2, 11.8)),
                rounded(random.logNormal(90, 0.5)),
                rounded(random.logNormal(1.4, 0.6)),
                rounded(scenario.blastPercent(random)),
                scenario.karyotype(),
                Optional.empty(),
                known);
    }

    private static OptionalDouble rounded(double value) {
        return OptionalDouble.of(Math.rint(value * 10) / 10);
    }

    private static List<Treatment> treatments(DemoScenario scenario, LocalDate diagnosis, DemoTrajectory trajectory) {
        List<Treatment> treatments = new ArrayList<>();
        int line = 1;
        for (DemoScenario.Course course : scenario.treatments()) {
            Optional<LocalDate> end =
                    course.lastDay() < 0 ? Optional.empty() : Optional.of(diagnosis.plusDays(course.lastDay()));
            treatments.add(
                    new Treatment(course.name(), diagnosis.plusDays(course.firstDay()), end, OptionalInt.of(line)));
        }
        if (trajectory.relapseDay() != DemoTrajectory.NEVER
                && scenario.salvage().isPresent()) {
            treatments.add(new Treatment(
                    scenario.salvage().get(),
                    diagnosis.plusDays(trajectory.relapseDay() + 120L),
                    Optional.empty(),
                    OptionalInt.of(line + 1)));
        }
        return treatments;
    }

    /** Where the material of a disease's follow-up comes from. */
    static SampleMaterial materialOf(Disease disease) {
        return disease == Disease.CML ? SampleMaterial.PERIPHERAL_BLOOD : SampleMaterial.BONE_MARROW;
    }
}
