package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.risk.scheme.NamedValues;

class DipssAndEltsTest {
    private static final Map<String, String> DIPSS_ZERO =
            Map.of("AGE", "65", "WBC", "25", "HB", "10", "PB_BLAST", "0.99", "CONSTITUTIONAL_SYMPTOMS", "0");
    private static final Map<String, String> ELTS_USUAL =
            Map.of("AGE", "52", "SPLEEN", "2", "PLT", "280", "PB_BLAST", "1");

    private static RiskResult assess(String scheme, Map<String, String> base, String... changes) {
        Map<String, String> row = new HashMap<>(base);
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return RuleScheme.load(scheme).assess(new NamedValues(name -> Optional.ofNullable(row.get(name))));
    }

    @ParameterizedTest
    @CsvSource({
        // Each boundary on both sides: column, value, points.
        "AGE, 65, 0",
        "AGE, 65.01, 1",
        "WBC, 25, 0",
        "WBC, 25.01, 1",
        "HB, 10, 0",
        "HB, 9.99, 2",
        "PB_BLAST, 0.99, 0",
        "PB_BLAST, 1, 1",
        "CONSTITUTIONAL_SYMPTOMS, 1, 1",
    })
    void dipssGivesPointsFromEachBoundary(String column, String value, double points) {
        assertThat(assess("dipss", DIPSS_ZERO, column, value).score()).contains(ScoreRange.exact(points));
    }

    @ParameterizedTest
    @CsvSource({
        // The worked cases: age, symptoms, Hb, WBC, blasts, score, category.
        "60, 0, 12, 10, 0, 0, Low",
        "70, 0, 12, 10, 0, 1, Intermediate-1",
        "70, 0, 9, 30, 0, 4, Intermediate-2",
        "70, 1, 9, 30, 2, 6, High",
        "60, 0, 9, 10, 0, 2, Intermediate-1",
        "70, 0, 9, 10, 0, 3, Intermediate-2",
        "70, 1, 9, 30, 0, 5, High",
    })
    void dipssHasItsCategories(
            String age, String symptoms, String hb, String wbc, String blasts, double score, String category) {
        RiskResult result = assess(
                "dipss",
                Map.of(),
                "AGE",
                age,
                "CONSTITUTIONAL_SYMPTOMS",
                symptoms,
                "HB",
                hb,
                "WBC",
                wbc,
                "PB_BLAST",
                blasts);

        assertThat(result.score()).contains(ScoreRange.exact(score));
        assertThat(result.category()).contains(category);
        assertThat(result.flags()).isEmpty();
    }

    @Test
    void aMissingItemOfDipssLeavesBothItsPoints() {
        RiskResult result = assess("dipss", DIPSS_ZERO, "HB", "NA", "AGE", "70");

        assertThat(result.category()).isEmpty();
        assertThat(result.range()).contains(new CategoryRange("Intermediate-1", "Intermediate-2"));
        assertThat(result.score()).isEmpty();
        assertThat(result.missing()).containsExactly("HB");
        assertThat(result.settledBy()).containsExactly("BLOOD_COUNT");
        assertThat(result.flags())
                .extracting(RiskFlag::explanation)
                .containsExactly("What is missing leaves the score between two values (1 to 3)");
        // One point more cannot leave the category.
        RiskResult settled = assess("dipss", DIPSS_ZERO, "AGE", "70", "CONSTITUTIONAL_SYMPTOMS", "NA");
        assertThat(settled.category()).contains("Intermediate-1");
        assertThat(settled.settledBy()).isEmpty();
        assertThat(settled.missing()).containsExactly("CONSTITUTIONAL_SYMPTOMS");
        assertThat(settled.drivers()).extracting(RiskDriver::name).containsExactly("AGE");
    }

    @ParameterizedTest
    @CsvSource({
        // Published cases: age, spleen, platelets, blasts, score, category.
        "35, 0, 320, 0, 0.8327, Low",
        "52, 2, 280, 1, 1.3553, Low",
        "60, 5, 220, 2, 1.9329, Intermediate",
        "72, 12, 180, 6, 3.2696, High",
        "82, 25, 60, 12, 5.8538, High",
    })
    void eltsGivesThePublishedScores(
            String age, String spleen, String platelets, String blasts, double score, String category) {
        RiskResult result =
                assess("elts", Map.of(), "AGE", age, "SPLEEN", spleen, "PLT", platelets, "PB_BLAST", blasts);

        assertThat(result.score().orElseThrow().mean()).isCloseTo(score, within(0.00005));
        assertThat(result.category()).contains(category);
        assertThat(result.drivers().stream()
                        .mapToDouble(one -> one.contribution().orElseThrow())
                        .sum())
                .isCloseTo(result.score().orElseThrow().mean(), within(1e-12));
    }

    @Test
    void eltsIsNotComputedWithoutOneOfItsInputs() {
        for (String column : ELTS_USUAL.keySet()) {
            RiskResult result = assess("elts", ELTS_USUAL, column, "NA");
            assertThat(result.category()).as(column).isEmpty();
            assertThat(result.score()).isEmpty();
            assertThat(result.missing()).containsExactly(column);
            assertThat(result.settledBy()).hasSize(1);
        }
        assertThat(assess("elts", ELTS_USUAL, "SPLEEN", "NA").range()).contains(new CategoryRange("Low", "High"));
        assertThat(assess("elts", ELTS_USUAL, "AGE", "NA").possible()).containsExactly("Low", "Intermediate", "High");
    }

    @Test
    void plateletsPerMicrolitreAreRefused() {
        for (String value : List.of("280000", "0", "5001", "0.5")) {
            assertThatThrownBy(() -> assess("elts", ELTS_USUAL, "PLT", value))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("PLT: expected a number from 1 to 5000, or NA, found " + value);
        }
        assertThat(assess("elts", ELTS_USUAL, "PLT", "1").category()).contains("High");
        assertThat(assess("elts", ELTS_USUAL, "PLT", "5000").category()).contains("Low");
    }
}
