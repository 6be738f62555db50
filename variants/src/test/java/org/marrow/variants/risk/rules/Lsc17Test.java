package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.core.testing.SharedData;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.testing.CaseTable;
import org.marrow.variants.testing.SchemeCase;
import org.marrow.variants.testing.ValidationPage;

class Lsc17Test {
    private static final RuleScheme SCHEME = RuleScheme.load("lsc17");
    private static final String NOTES = """
            The score is the sum of the weights times the log2 expression of 17 genes, under their symbols of 2016 or of today. What the
            values are (`EXPRESSION_KIND`) must be stated for a category. There is no published cut-off: a table is divided at the median of
            its scores, each kind of values for itself; above the median is `High`, at it or below `Low`. That is from memory and the result
            says so (`COHORT_MEDIAN`). One patient alone has a score and no category.
            """;

    private static final String TPM = "log2(TPM+1)";
    private static final List<String> GENES = List.of(
            "DNMT3B",
            "ZBTB46",
            "NYNRIN",
            "ARHGAP22",
            "LAPTM4B",
            "MMRN1",
            "DPYSL3",
            "KIAA0125",
            "CDK6",
            "CPXM1",
            "SOCS2",
            "SMIM24",
            "EMP1",
            "NGFRAP1",
            "CD34",
            "AKR1C3",
            "GPR56");

    /** Every gene at one value, then changes as column, value. */
    private static RiskResult assess(String all, String... changes) {
        Map<String, String> row = new LinkedHashMap<>(Map.of("EXPRESSION_KIND", TPM));
        GENES.forEach(gene -> row.put("EXPR_" + gene, all));
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return SCHEME.assess(new NamedValues(name -> Optional.ofNullable(row.get(name))));
    }

    private static double score(RiskResult result) {
        return result.score().orElseThrow().mean();
    }

    @ParameterizedTest
    @CsvSource({
        // The check values of the rules: all genes at a value, one gene at another.
        "1, EXPR_CD34, 1, 0.14027",
        "5, EXPR_CD34, 5, 0.70135",
        "0, EXPR_DNMT3B, 10, 0.874",
        "0, EXPR_CDK6, 10, -0.704",
        "0, EXPR_GPR56, 2, 0.1002",
    })
    void theCheckValuesAreMet(String all, String gene, String value, double expected) {
        assertThat(score(assess(all, gene, value))).isCloseTo(expected, within(1e-12));
    }

    static List<SchemeCase> cases() {
        List<SchemeCase> cases = new ArrayList<>(List.of(
                one("C-1", everyGene("1"), "score 0.14027", "derived: sum of the weights"),
                one("C-2", everyGene("5"), "score 0.70135", "derived"),
                one("C-3", "EXPR_DNMT3B=10", "score 0.874", "derived"),
                one("C-4", "EXPR_CDK6=10", "score -0.704", "derived"),
                one("C-5", "EXPR_GPR56=2", "score 0.1002", "derived"),
                one("C-6", "EXPR_CD34=NA", "score not computed", "a missing gene is not 0")));
        String[] weights = {
            "0.0874", "-0.0347", "0.00865", "-0.0138", "0.00582", "0.0258", "0.0284", "0.0196", "-0.0704", "-0.0258",
            "0.0271", "-0.0226", "0.0146", "0.0465", "0.0338", "-0.0402", "0.0501"
        };
        for (int i = 0; i < weights.length; i++) {
            cases.add(
                    one("W-" + GENES.get(i), "EXPR_" + GENES.get(i) + "=1", "score " + weights[i], "published weight"));
        }
        return cases;
    }

    private static SchemeCase one(String name, String findings, String expected, String source) {
        return new SchemeCase(
                "lsc17", name, "EXPRESSION_KIND=" + TPM + "; " + everyGene("0"), findings, expected, source);
    }

    private static String everyGene(String value) {
        return GENES.stream().map(gene -> "EXPR_" + gene + "=" + value).collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseHasItsScore(SchemeCase one) {
        assertThat(one.got()).isEqualTo(one.expected());
    }

    @Test
    void thePageListsTheCases() throws IOException {
        ValidationPage.check(NOTES + "\n\n" + SchemeCase.assumption(cases()), cases());
    }

    @TestFactory
    @Tag("real-data")
    List<DynamicTest> everyGeneHasItsWeightUnderBothItsNames() throws IOException {
        List<Map<String, String>> rows = CaseTable.read(SharedData.require("clinical/cases/lsc17_weights.csv"));
        assertThat(rows).hasSize(17);
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> row : rows) {
            String old = row.getOrDefault("gene_2016", "");
            String current = row.getOrDefault("hgnc_current", "");
            double weight = Double.parseDouble(row.getOrDefault("weight", ""));
            for (String column : List.of("EXPR_" + old, "EXPR_" + current, old, current)) {
                tests.add(DynamicTest.dynamicTest(
                        column,
                        () -> assertThat(score(assess("0", "EXPR_" + old, "", column, "1")))
                                .isCloseTo(weight, within(1e-12))));
            }
        }
        return tests;
    }

    @Test
    void onePatientHasAScoreWithoutCategory() {
        RiskResult result = assess("5");

        assertThat(result.score()).contains(ScoreRange.exact(0.70135));
        assertThat(result.category()).isEmpty();
        assertThat(result.range()).isEmpty();
        assertThat(result.missing()).isEmpty();
        assertThat(result.settledBy()).isEmpty();
        assertThat(result.flags())
                .filteredOn(flag -> flag.code().equals("COHORT_MEDIAN_NEEDED"))
                .extracting(RiskFlag::mark)
                .containsExactly(EvidenceMark.FROM_MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DNMT3B",
                "ZBTB46",
                "NYNRIN",
                "ARHGAP22",
                "LAPTM4B",
                "MMRN1",
                "DPYSL3",
                "KIAA0125",
                "CDK6",
                "CPXM1",
                "SOCS2",
                "SMIM24",
                "EMP1",
                "NGFRAP1",
                "CD34",
                "AKR1C3",
                "GPR56"
            })
    void aMissingGeneIsNotZero(String gene) {
        RiskResult result = assess("5", "EXPR_" + gene, "NA");

        assertThat(result.score()).isEmpty();
        assertThat(result.category()).isEmpty();
        assertThat(result.missing()).containsExactly("EXPR_" + gene);
        assertThat(result.settledBy()).containsExactly("EXPRESSION_ASSAY");
    }

    @Test
    void aCohortIsDividedAtItsMedian() {
        List<RiskResult> results = SCHEME.inCohort(List.of(assess("1"), assess("2"), assess("3"), assess("4")));

        assertThat(results)
                .extracting(result -> result.category().orElse(""))
                .containsExactly("Low", "Low", "High", "High");
        assertThat(results).extracting(Lsc17Test::score).isSorted();
        RiskFlag flag = results.getFirst().flags().stream()
                .filter(one -> one.code().equals("COHORT_MEDIAN"))
                .findFirst()
                .orElseThrow();
        assertThat(flag.mark()).isEqualTo(EvidenceMark.FROM_MEMORY);
        assertThat(flag.explanation()).endsWith("(0.3507 of 4 patients, log2(TPM+1))");
        assertThat(results.getFirst().flags()).extracting(RiskFlag::code).doesNotContain("COHORT_MEDIAN_NEEDED");
    }

    @Test
    void aScoreAtTheMedianIsNotAboveIt() {
        List<RiskResult> results = SCHEME.inCohort(List.of(assess("3"), assess("1"), assess("2")));

        assertThat(results).extracting(result -> result.category().orElse("")).containsExactly("High", "Low", "Low");
    }

    @Test
    void theOrderOfTheTableDoesNotMatter() {
        List<RiskResult> rows = List.of(assess("1"), assess("9"), assess("2"), assess("7"), assess("5"));

        assertThat(SCHEME.inCohort(rows.reversed()))
                .isEqualTo(SCHEME.inCohort(rows).reversed());
    }

    @Test
    void patientsAreComparedWithThoseMeasuredAlike() {
        String array = "log2 array intensity";
        List<RiskResult> results = SCHEME.inCohort(List.of(
                assess("1"),
                assess("2"),
                assess("8", "EXPRESSION_KIND", array),
                assess("9", "EXPRESSION_KIND", array),
                assess("5", "EXPRESSION_KIND", "log2 NanoString")));

        assertThat(results)
                .extracting(result -> result.category().orElse("none"))
                .containsExactly("Low", "High", "Low", "High", "none");
    }

    @Test
    void aRowThatLacksAGeneOrItsKindIsNotOfTheCohort() {
        List<RiskResult> results = SCHEME.inCohort(Arrays.asList(
                assess("1"), assess("2"), assess("9", "EXPR_CD34", "NA"), assess("9", "EXPRESSION_KIND", "NA")));

        assertThat(results)
                .extracting(result -> result.category().orElse("none"))
                .containsExactly("Low", "High", "none", "none");
        assertThat(results.get(3).missing()).containsExactly("EXPRESSION_KIND");
        assertThat(score(results.get(3))).isCloseTo(9 * 0.14027, within(1e-12));
    }

    @Test
    void whatTheValuesAreIsOneOfThreeThings() {
        assertThatThrownBy(() -> assess("1", "EXPRESSION_KIND", "TPM"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("EXPRESSION_KIND")
                .hasMessageContaining("log2(TPM+1), log2 array intensity, log2 NanoString");
    }

    @ParameterizedTest
    @CsvSource({"-30, true", "30, true", "-30.1, false", "30.1, false"})
    void aValueThatIsNoLog2IsRefused(String value, boolean taken) {
        if (taken) {
            assertThat(assess("1", "EXPR_CD34", value).score()).isPresent();
        } else {
            assertThatThrownBy(() -> assess("1", "EXPR_CD34", value))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("-30 to 30");
        }
    }

    @Test
    void theMedianIsOfTwoCategoriesByAChoice() {
        String head = """
                scheme      x
                edition     X
                source      nobody
                date        2020
                disease     AML
                categories  Low; High
                term        X_CD34 verified = 0.1 * EXPR_CD34
                score       terms
                """;
        assertThatThrownBy(() -> parse(head + "cohort-median from-memory by AGE\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a choice");
        assertThatThrownBy(() -> parse(head.replace("Low; High", "Low; Middle; High")
                        + "cohort-median from-memory by EXPRESSION_KIND\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("two categories");
        assertThatThrownBy(() -> parse(head + "cohort-median from-memory EXPRESSION_KIND\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("'by'");
        assertThat(parse(head + "cohort-median from-memory by EXPRESSION_KIND\n")
                        .hasScore())
                .isTrue();
    }

    private static RuleScheme parse(String rules) {
        return RuleScheme.parse(rules, java.nio.file.Path.of("x.rules"), InputCatalog.standard(), code -> code);
    }
}
