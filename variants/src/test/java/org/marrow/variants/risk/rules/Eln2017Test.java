package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
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
import org.marrow.variants.risk.scheme.NamedValues;

class Eln2017Test {
    private static final RuleScheme SCHEME = RuleScheme.load("eln2017");

    /** Columns of which nothing was found, with a normal karyotype. */
    private static final String NOTHING =
            "karyotype=46,XX[20]; NPM1=0; FLT3_ITD=0; CEBPA_BIALLELIC=0; RUNX1=0; ASXL1=0; TP53=0";

    private static RiskResult assess(String... assignments) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String assignment : String.join("; ", assignments).split("; ")) {
            if (!assignment.isEmpty()) {
                row.put(
                        assignment.substring(0, assignment.indexOf('=')),
                        assignment.substring(assignment.indexOf('=') + 1));
            }
        }
        return SCHEME.assess(new NamedValues(name -> Optional.ofNullable(row.get(name))));
    }

    private static List<String> drivers(RiskResult result) {
        return result.drivers().stream()
                .map(one -> one.name() + " " + one.rule())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The worked cases of the rules: findings, category.
                "NPM1=1; FLT3_ITD_ratio=0.3 | Favorable",
                "NPM1=1; FLT3_ITD_ratio=0.499 | Favorable",
                "NPM1=1; FLT3_ITD_ratio=0.5 | Intermediate",
                "NPM1=1 | Favorable",
                "FLT3_ITD_ratio=0.7 | Adverse",
                "FLT3_ITD_ratio=0.5 | Adverse",
                "FLT3_ITD_ratio=0.3 | Intermediate",
                "CEBPA_BIALLELIC=1 | Favorable",
                "NPM1=1; RUNX1=1 | Favorable",
                "NPM1=1; FLT3_ITD_ratio=0.8; ASXL1=1 | Adverse",
                "TP53_vaf=0.05 | Adverse",
                "TP53_MAXVAF=0.05 | Adverse",
                "BCOR=1 | Intermediate",
                "RUNX1=1 | Adverse",
                "ASXL1=1 | Adverse",
                "karyotype=46,XX,t(8;21)(q22;q22.1)[20]; TP53=1 | Favorable",
                "karyotype=46,XX,inv(16)(p13.1q22)[20] | Favorable",
                "karyotype=46,XX,t(9;11)(p21.3;q23.3)[20]; RUNX1=1 | Intermediate",
                "karyotype=46,XX,t(6;9)(p23;q34)[20]; NPM1=1 | Adverse",
                "karyotype=46,XX,t(6;11)(q27;q23.3)[20] | Adverse",
                "karyotype=46,XX,t(9;22)(q34;q11.2)[20] | Adverse",
                "karyotype=46,XX,inv(3)(q21.3q26.2)[20] | Adverse",
                "karyotype=45,XX,-5[20] | Adverse",
                "karyotype=46,XX,del(5)(q13)[20] | Adverse",
                "karyotype=45,XX,-7[20]; CEBPA_BIALLELIC=1 | Adverse",
                "karyotype=46,XX,del(7)(q22)[20] | Intermediate",
                "karyotype=45,XX,-17[20] | Adverse",
                // Not in the table of 2017, and no exclusion of hyperdiploid karyotypes.
                "karyotype=46,XX,t(8;16)(p11.2;p13.3)[20] | Intermediate",
                "karyotype=49,XX,+8,+9,+13[20] | Adverse",
                "'' | Intermediate",
            })
    void theWorkedCasesHaveTheirCategory(String findings, String category) {
        String base = NOTHING;
        if (findings.contains("ratio")) {
            base = base.replace("FLT3_ITD=0; ", "");
        }
        if (findings.contains("TP53_")) {
            base = base.replace("; TP53=0", "");
        }
        RiskResult result = assess(base, findings);

        assertThat(result.category()).contains(category);
        assertThat(result.missing()).isEmpty();
        assertThat(result.settledBy()).isEmpty();
        assertThat(result.possible()).containsExactly(category);
        assertThat(result.flags()).extracting(RiskFlag::code).doesNotContain("INPUTS_DISAGREE");
    }

    @Test
    void anItdOfUnknownRatioLeavesAnInterval() {
        RiskResult withNpm1 = assess(NOTHING.replace("FLT3_ITD=0", "FLT3_ITD=1"), "NPM1=1");
        assertThat(withNpm1.category()).isEmpty();
        assertThat(withNpm1.range()).contains(new CategoryRange("Favorable", "Intermediate"));
        assertThat(withNpm1.missing()).containsExactly("FLT3_ITD_ratio");
        assertThat(withNpm1.settledBy()).containsExactly("FLT3_ITD_ASSAY");
        assertThat(drivers(withNpm1)).containsExactly("NPM1 UNDECIDED", "FLT3_ITD UNDECIDED");

        RiskResult wildType = assess(NOTHING.replace("FLT3_ITD=0", "FLT3_ITD=1"));
        assertThat(wildType.range()).contains(new CategoryRange("Intermediate", "Adverse"));

        RiskResult adverse = assess(NOTHING.replace("FLT3_ITD=0", "FLT3_ITD=1"), "RUNX1=1");
        assertThat(adverse.category()).contains("Adverse");
        assertThat(adverse.missing()).isEmpty();
        assertThat(drivers(adverse)).containsExactly("RUNX1 ELN2017_ADVERSE_GENE", "FLT3_ITD ALSO_PRESENT");
    }

    @Test
    void aCategoryBetweenTheOthersMayBeImpossible() {
        // Without the ITD, NPM1 makes it favorable or TP53 adverse.
        RiskResult result = assess(NOTHING.replace("; TP53=0", ""), "NPM1=1");

        assertThat(result.range()).contains(new CategoryRange("Favorable", "Adverse"));
        assertThat(result.possible()).containsExactly("Favorable", "Adverse");
        assertThat(result.settledBy()).containsExactly("GENE_PANEL");
        assertThat(result.missing()).containsExactly("TP53");
    }

    @Test
    void aRatioTellsTheLesionAndTheLesionTheRatio() {
        assertThat(assess("FLT3_ITD_ratio=0.3").inputs())
                .contains(
                        new RiskInput(
                                "FLT3_ITD", Optional.of("present: FLT3_ITD_ratio 0.3"), Optional.of("clinical table")),
                        new RiskInput("FLT3_ITD_ratio", Optional.of("0.3"), Optional.of("clinical table")));
        assertThat(assess("FLT3_ITD_ratio=0").inputs().stream()
                        .filter(input -> input.name().equals("FLT3_ITD"))
                        .findFirst()
                        .orElseThrow()
                        .value())
                .contains("absent");
        for (String row : List.of("FLT3_ITD=0; FLT3_ITD_ratio=0.3", "FLT3_ITD=1; FLT3_ITD_ratio=0")) {
            assertThatThrownBy(() -> assess(row))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageStartingWith("FLT3_ITD_ratio: expected ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FLT3_ITD_ratio, 100.1, 'a number from 0 to 100, or NA'",
        "FLT3_ITD_ratio, -0.1, 'a number from 0 to 100, or NA'",
        "TP53_vaf, 37, 'a number from 0 to 1, or NA'",
        "NPM1, yes, '0, 1 or NA'",
    })
    void whatCannotBeIsRefusedByTheNameOfItsColumn(String column, String value, String expected) {
        assertThatThrownBy(() -> assess(column + "=" + value))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(column + ": expected " + expected + ", found " + value);
    }

    @Test
    void nothingKnownLeavesEverythingAndAskForThreeTests() {
        RiskResult result = assess("");

        assertThat(result.possible()).containsExactly("Favorable", "Intermediate", "Adverse");
        assertThat(result.settledBy()).containsExactly("KARYOTYPE", "FLT3_ITD_ASSAY", "GENE_PANEL");
        assertThat(result.missing())
                .contains("RUNX1::RUNX1T1", "-7", "TP53", "FLT3_ITD")
                .doesNotContain("FLT3_ITD_ratio");
        assertThat(result.inputs()).allMatch(RiskInput::isMissing);
    }

    @Test
    void acutePromyelocyticLeukaemiaIsOutOfScope() {
        RiskResult result = assess("karyotype=46,XX,t(15;17)(q24;q21)[20]");

        assertThat(result.category()).isEmpty();
        assertThat(result.range()).isEmpty();
        assertThat(result.possible()).isEmpty();
        assertThat(result.flags()).extracting(RiskFlag::code).containsExactly("APL_OUT_OF_SCOPE");
    }

    @Test
    void whatTheGuidelineLeavesOpenIsTold() {
        assertThat(flags("karyotype=46,XX,t(8;21)(q22;q22.1)[20]; TP53=1")).containsExactly("CBF_WITH_TP53");
        assertThat(flags("karyotype=45,XX,-7,t(8;21)(q22;q22.1)[20]")).contains("CBF_WITH_ADVERSE_CYTO");
        assertThat(flags("karyotype=46,XX,t(9;11)(p21.3;q23.3)[20]; RUNX1=1"))
                .containsExactly("ELN2017_T911_WITH_ADVERSE_GENE");
        assertThat(flags("karyotype=45,XX,-7,t(9;11)(p21.3;q23.3)[20]")).containsExactly("T911_WITH_ADVERSE_CYTO");
        assertThat(flags("NPM1=1; TP53=1")).containsExactly("NPM1_WITH_TP53");
        assertThat(flags("karyotype=45,XX,-7[20]; CEBPA_BIALLELIC=1")).containsExactly("CEBPA_WITH_ADVERSE_CYTO_2017");
        assertThat(flags("NPM1=1; FLT3_ITD_ratio=0.5; RUNX1=1")).containsExactly("NPM1_ITD_HIGH_WITH_ADVERSE_GENE");
    }

    private static List<String> flags(String findings) {
        return assess(findings).flags().stream().map(RiskFlag::code).toList();
    }

    @Test
    void theDecidingRuleNamesWhatSpeaksForIt() {
        assertThat(drivers(assess(NOTHING))).containsExactly("no listed lesion ELN2017_NO_LISTED_LESION");
        assertThat(drivers(assess(NOTHING, "karyotype=45,XX,-7[20]; NPM1=1")))
                .containsExactly("-7 ELN2017_ADVERSE_CYTOGENETICS", "NPM1 ALSO_PRESENT");
        assertThat(assess(NOTHING, "NPM1=1").drivers())
                .extracting(RiskDriver::reason)
                .containsExactly("Mutated NPM1 without FLT3-ITD or with an allelic ratio below 0.5: favorable");
        assertThat(Arrays.asList("ELN 2017", "2017-01-26"))
                .containsExactly(SCHEME.description().scheme().edition(), SCHEME.date());
    }
}
