package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.karyotype.KaryotypeFindings;
import org.marrow.variants.risk.ipssr.IpssrCytogenetics;
import org.marrow.variants.risk.scheme.NamedValues;

class IpssrTest {
    private static final RuleScheme IPSSR = RuleScheme.load("ipssr");
    private static final RuleScheme IPSSRA = RuleScheme.load("ipssra");

    /** No points at all. */
    private static final Map<String, String> ZERO =
            Map.of("CYTO_IPSSR", "Very Good", "BM_BLAST", "0", "HB", "12", "PLT", "200", "ANC", "3", "AGE", "70");

    private static NamedValues input(Map<String, String> changes) {
        Map<String, String> values = new HashMap<>(ZERO);
        values.putAll(changes);
        return new NamedValues(name -> Optional.ofNullable(values.get(name)));
    }

    private static double score(Map<String, String> changes) {
        return IPSSR.assess(input(changes)).score().orElseThrow().mean();
    }

    @ParameterizedTest
    @CsvSource({
        // The worked cases, re-typed: blasts, Hb, platelets, neutrophils, group, age, IPSS-R, IPSS-RA.
        "2, 10, 100, 0.8, Good, 70, 1, Very Low, 1.0, Very Low",
        "2.1, 9.9, 99, 0.79, Good, 70, 4.0, Intermediate, 4.0, Intermediate",
        "4.99, 8, 50, 0.8, Very Good, 70, 2.5, Low, 2.5, Low",
        "4.995, 8, 50, 0.8, Very Good, 70, 2.5, Low, 2.5, Low",
        "5, 7.9, 49, 0.8, Intermediate, 60, 6.5, Very High, 6.325, Very High",
        "10, 10, 100, 2, Poor, 80, 5, High, 5.25, High",
        "10.1, 10, 100, 2, Very Poor, 80, 7, Very High, 7.15, Very High",
        "3, 9, 80, 1, Good, 45, 3.5, Intermediate, 2.6875, Low",
        "0, 12, 200, 3, Very Good, 80, 0, Very Low, 0.5, Very Low",
        "20, 6, 20, 0.1, Very Poor, 75, 10.0, Very High, 10.0, Very High",
    })
    void theWorkedCasesHaveTheirScores(
            String blasts,
            String hb,
            String plt,
            String anc,
            String group,
            String age,
            double ipssr,
            String category,
            double ipssra,
            String categoryRa) {
        NamedValues input =
                input(Map.of("BM_BLAST", blasts, "HB", hb, "PLT", plt, "ANC", anc, "CYTO_IPSSR", group, "AGE", age));

        assertThat(IPSSR.assess(input).score()).contains(ScoreRange.exact(ipssr));
        assertThat(IPSSR.assess(input).category()).contains(category);
        assertThat(IPSSR.assess(input).range()).contains(new CategoryRange(category, category));
        assertThat(IPSSR.assess(input).settledBy()).isEmpty();
        assertThat(IPSSRA.assess(input).score()).contains(ScoreRange.exact(ipssra));
        assertThat(IPSSRA.assess(input).category()).contains(categoryRa);
    }

    @ParameterizedTest
    @CsvSource({
        "BM_BLAST, 2, 0",
        "BM_BLAST, 2.0001, 1",
        "BM_BLAST, 4.995, 1",
        "BM_BLAST, 4.9999, 1",
        "BM_BLAST, 5, 2",
        "BM_BLAST, 10, 2",
        "BM_BLAST, 10.0001, 3",
        "HB, 10, 0",
        "HB, 9.99, 1",
        "HB, 8, 1",
        "HB, 7.99, 1.5",
        "HB, 0, 1.5",
        "PLT, 100, 0",
        "PLT, 99.9, 0.5",
        "PLT, 50, 0.5",
        "PLT, 49.9, 1",
        "PLT, 0, 1",
        "ANC, 0.8, 0",
        "ANC, 0.79, 0.5",
        "ANC, 0, 0.5",
        "CYTO_IPSSR, Very Good, 0",
        "CYTO_IPSSR, Good, 1",
        "CYTO_IPSSR, Intermediate, 2",
        "CYTO_IPSSR, Poor, 3",
        "CYTO_IPSSR, Very Poor, 4",
    })
    void eachVariableHasItsPointsOnBothSidesOfEveryBound(String variable, String value, double points) {
        assertThat(score(Map.of(variable, value))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, Very Low",
        "1.50001, Low",
        "3, Low",
        "3.00001, Intermediate",
        "4.5, Intermediate",
        "4.50001, High",
        "6, High",
        "6.00001, Very High",
        "-1, Very Low",
        "10, Very High"
    })
    void categoriesEndAtTheirCutOffs(BigDecimal score, String category) {
        RuleSet set = IPSSR.set();
        assertThat(set.scheme().categories().get(set.categoryOf(score))).isEqualTo(category);
    }

    @Test
    void anyMissingInputLeavesTheRangeAlone() {
        RiskResult result = IPSSR.assess(input(Map.of("HB", "NA", "CYTO_IPSSR", "")));

        assertThat(result.category()).isEmpty();
        assertThat(result.score()).isEmpty();
        assertThat(result.range()).contains(new CategoryRange("Very Low", "High"));
        assertThat(result.missing()).containsExactly("CYTO_IPSSR", "HB");
        assertThat(result.settledBy()).containsExactly("BLOOD_COUNT", "KARYOTYPE");
        // Even where the range is one category there is no score, so there is no category.
        RiskResult narrow = IPSSR.assess(input(Map.of("ANC", "NA")));
        assertThat(narrow.category()).isEmpty();
        assertThat(narrow.range()).contains(new CategoryRange("Very Low", "Very Low"));
        assertThat(narrow.settledBy()).containsExactly("BLOOD_COUNT");
    }

    @Test
    void theRangeIsThatOfTheFewestAndTheMostPoints() {
        // From no points to the most: 4, 3, 1.5, 1 and 0.5.
        Map<String, String> worst = Map.of(
                "CYTO_IPSSR",
                "Intermediate",
                "BM_BLAST",
                "Low",
                "HB",
                "Very Low",
                "PLT",
                "Very Low",
                "ANC",
                "Very Low");
        worst.forEach((column, category) -> {
            RiskResult result = IPSSR.assess(input(Map.of(column, "NA")));
            assertThat(result.missing()).containsExactly(column);
            assertThat(result.range()).contains(new CategoryRange("Very Low", category));
        });
        NamedValues nothing = new NamedValues(name -> Optional.empty());
        assertThat(IPSSR.assess(nothing).range()).contains(new CategoryRange("Very Low", "Very High"));
        assertThat(IPSSRA.assess(nothing).settledBy())
                .containsExactly("BLOOD_COUNT", "MARROW_SMEAR", "AGE", "KARYOTYPE");
        assertThat(IPSSR.assess(nothing).settledBy()).containsExactly("BLOOD_COUNT", "MARROW_SMEAR", "KARYOTYPE");
    }

    @Test
    void theAgeAdjustedScoreNeedsTheAge() {
        RiskResult result = IPSSRA.assess(input(Map.of("AGE", "NA", "CYTO_IPSSR", "Good")));

        assertThat(result.category()).isEmpty();
        assertThat(result.score()).isEmpty();
        assertThat(result.missing()).containsExactly("AGE");
        assertThat(result.settledBy()).containsExactly("AGE");
        assertThat(result.range()).contains(new CategoryRange("Very Low", "Intermediate"));
        assertThat(result.flags()).extracting(RiskFlag::code).containsExactly("IPSSRA_SURVIVAL_ONLY");
        assertThat(IPSSRA.assess(input(Map.of("HB", "NA"))).missing()).containsExactly("HB");
    }

    @Test
    void driversAreTheVariablesWithPointsTheMostFirst() {
        RiskResult result = IPSSR.assess(input(Map.of("HB", "9", "CYTO_IPSSR", "Poor", "PLT", "60")));

        assertThat(result.drivers()).extracting(RiskDriver::name).containsExactly("CYTO_IPSSR", "HB", "PLT");
        assertThat(result.drivers())
                .extracting(RiskDriver::rule)
                .containsExactly("IPSSR_CYTOGENETICS", "IPSSR_HAEMOGLOBIN", "IPSSR_PLATELETS");
        assertThat(result.drivers().stream()
                        .mapToDouble(driver -> driver.contribution().orElseThrow())
                        .sum())
                .isEqualTo(4.5);
        RiskResult younger = IPSSRA.assess(input(Map.of("AGE", "60", "CYTO_IPSSR", "Good")));
        assertThat(younger.drivers()).extracting(RiskDriver::name).containsExactly("CYTO_IPSSR", "AGE");
        assertThat(younger.drivers().get(1).contribution()).hasValue(-0.45);
        assertThat(IPSSRA.assess(input(Map.of())).drivers()).isEmpty();
    }

    @Test
    void inputsCarryUnitAndSource() {
        assertThat(IPSSRA.assess(input(Map.of("HB", "9.60"))).inputs())
                .containsExactly(
                        new RiskInput("CYTO_IPSSR", Optional.of("Very Good"), Optional.of("clinical table")),
                        new RiskInput("BM_BLAST", Optional.of("0 %"), Optional.of("clinical table")),
                        new RiskInput("HB", Optional.of("9.60 g/dL"), Optional.of("clinical table")),
                        new RiskInput("PLT", Optional.of("200 10^9/L"), Optional.of("clinical table")),
                        new RiskInput("ANC", Optional.of("3 10^9/L"), Optional.of("clinical table")),
                        new RiskInput("AGE", Optional.of("70 years"), Optional.of("clinical table")));
        assertThat(IPSSR.assess(input(Map.of("HB", "NA"))).inputs())
                .contains(new RiskInput("HB", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "HB, 4, false",
        "HB, 3.9, true",
        "HB, 20, false",
        "HB, 20.1, true",
        "BM_BLAST, 30, false",
        "BM_BLAST, 30.1, true",
        "PLT, 2000, false",
        "PLT, 2001, true",
        "ANC, 15, false",
        "ANC, 15.1, true",
    })
    void valuesBeyondThePublishedRangeAreFlagged(String variable, String value, boolean flagged) {
        assertThat(IPSSR.assess(input(Map.of(variable, value))).flags().stream()
                        .anyMatch(flag -> flag.code().equals("VALUE_OUT_OF_RANGE")))
                .isEqualTo(flagged);
    }

    @ParameterizedTest
    @CsvSource({
        "HB, 30.1",
        "HB, -1",
        "HB, '9,6'",
        "HB, NaN",
        "HB, 1e1",
        "PLT, 5001",
        "BM_BLAST, 101",
        "ANC, 501",
        "AGE, 131",
        "CYTO_IPSSR, good",
        "CYTO_IPSSR, 3"
    })
    void whatCannotBeIsRefusedByTheNameOfItsColumn(String variable, String value) {
        assertThatThrownBy(() -> IPSSRA.assess(input(Map.of(variable, value))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(variable + ": expected ")
                .hasMessageEndingWith("found " + value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46,XX | Good",
                "45,X,-Y | Very Good",
                "46,XX,del(11)(q13) | Very Good",
                "46,XX,del(5)(q13) | Good",
                "46,XX,del(12)(p11) | Good",
                "46,XX,del(20)(q11) | Good",
                "46,XX,del(7)(q22) | Intermediate",
                "47,XX,+8 | Intermediate",
                "47,XX,+19 | Intermediate",
                "46,XX,i(17)(q10) | Intermediate",
                "47,XX,+21 | Intermediate",
                "46,XX,t(2;7)(p11;q21) | Intermediate",
                "45,XX,-7 | Poor",
                "46,XX,inv(3)(q21q26) | Poor",
                "46,XX,t(3;5)(q25;q34) | Poor",
                "46,XX,del(3)(q21) | Poor",
                "47,XX,del(5)(q13),+8 | Good",
                "47,XX,+8,+21 | Intermediate",
                "46,XX,-7,+8 | Poor",
                "47,XX,del(7)(q22),+8 | Poor",
                "45,XX,del(5)(q13),-7 | Poor",
                "46,XX,inv(3)(q21q26),+8 | Intermediate",
                "47,XX,+8,del(20)(q11),del(12)(p11) | Poor",
                "48,XX,+8,+21,del(20)(q11),del(12)(p11) | Very Poor",
                "47,XX,del(5)(q13)[10]/47,XX,+8[5] | Good",
                "46,XX,add(5)(q31) | ''",
                "46,XX,?del(5)(q13) | ''",
                "47,XX,?+8,+21 | ''",
                "46,XX,add(7)(q31),+8 | ''",
                "46,XX,add(5)(q31),+8 | ''",
                "46,XX,add(3)(q31) | ''",
                "46,XX,add(11)(q13) | ''",
                "46,XX,-7,?+8 | Poor",
                "46,XX,inc | ''",
                "47,XX,+8,+9,+10,inc | ''",
                "47,XX,+8,+9,+10,+11,inc | Very Poor",
                "//46,XX[20] | ''",
            })
    void theCytogeneticGroupFollowsTheKaryotype(String iscn, String group) {
        assertThat(IpssrCytogenetics.of(KaryotypeFindings.of(iscn))
                        .map(IpssrCytogenetics::label)
                        .orElse(""))
                .isEqualTo(group);
    }

    @Test
    void theSchemesAreDescribed() {
        assertThat(IPSSR.description().inputs())
                .extracting(in -> in.name())
                .containsExactly("karyotype", "CYTO_IPSSR", "BM_BLAST", "HB", "PLT", "ANC");
        assertThat(IPSSR.description().inputs().subList(1, 6)).allMatch(in -> in.required());
        assertThat(IPSSR.description().inputs().get(2).allowed()).isEqualTo("0 to 30");
        assertThat(IPSSR.description().inputs().get(1).allowed())
                .isEqualTo("Very Good, Good, Intermediate, Poor, Very Poor");
        assertThat(IPSSRA.description().inputs().getLast().name()).isEqualTo("AGE");
        assertThat(IPSSRA.description().scheme().categories())
                .isEqualTo(List.of("Very Low", "Low", "Intermediate", "High", "Very High"));
    }
}
