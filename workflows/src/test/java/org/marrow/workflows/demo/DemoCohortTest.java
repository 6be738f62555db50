package org.marrow.workflows.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.marrow.core.patient.Disease;

final class DemoCohortTest {

    @Test
    void theSameSeedMakesTheSameCohort() {
        // Not recursive: records compare by value, and a cohort has no arrays.
        assertThat(DemoCohort.simulate(1, 26)).isEqualTo(DemoCohort.simulate(1, 26));
        assertThat(DemoCohort.simulate(1, 26)).isNotEqualTo(DemoCohort.simulate(2, 26));
    }

    @Test
    void aPatientDoesNotDependOnHowManyFollow() {
        List<DemoPatient> small = DemoCohort.simulate(1, 24);
        List<DemoPatient> large = DemoCohort.simulate(1, 60);
        assertThat(large.subList(0, 24)).isEqualTo(small);
    }

    @Test
    void thereAreFourDiseasesAndFourDatesOrMoreForEachPatient() {
        List<DemoPatient> cohort = DemoCohort.simulate(Demo.DEFAULT_SEED, Demo.DEFAULT_PATIENTS);
        Set<Disease> diseases = cohort.stream().map(DemoPatient::disease).collect(Collectors.toSet());
        assertThat(diseases).containsExactlyInAnyOrder(Disease.AML, Disease.MDS, Disease.CML, Disease.ALL);
        assertThat(cohort).hasSizeGreaterThanOrEqualTo(24).allSatisfy(patient -> {
            assertThat(patient.visits()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(patient.visits())
                    .extracting(DemoPatient.Visit::date)
                    .isSorted()
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void everyPatientIsFollowedByAtLeastOneTechnique() {
        assertThat(DemoCohort.simulate(Demo.DEFAULT_SEED, Demo.DEFAULT_PATIENTS))
                .allSatisfy(patient -> assertThat(
                                patient.tracked().size() + patient.readings().size())
                        .isPositive());
    }
}
