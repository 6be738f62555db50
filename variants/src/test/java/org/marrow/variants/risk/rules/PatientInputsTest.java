package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.TriState;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.risk.scheme.PatientFindings;

/** What a patient's findings become for a rule set. */
class PatientInputsTest {
    private static final String HEAD =
            "scheme x\nedition X\nsource a test\ndate 2026\ndisease MPN\ncategories Low; High\n";

    private static RiskResult assess(
            String rules, Map<String, TriState> lesions, Map<String, BigDecimal> numbers, Map<String, String> choices) {
        ClinicalValues clinical = new ClinicalValues(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                lesions,
                numbers,
                choices);
        PatientFindings patient = PatientFindings.assemble(clinical, Optional.empty());
        return RuleScheme.parse(HEAD + rules, Path.of("x.rules"), InputCatalog.standard(), code -> code)
                .assess(patient);
    }

    private static RiskInput input(RiskResult result, String name) {
        return result.inputs().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static final String CALR =
            "rule AAA verified High when CALR and not CALR_TYPE1 and NPM1\nrule BBB verified Low otherwise\n";

    @Test
    void aLesionThatAnotherTellsOfIsShownWithIt() {
        RiskResult type1 = assess(CALR, Map.of("CALR_TYPE1", TriState.PRESENT), Map.of(), Map.of());
        assertThat(input(type1, "CALR"))
                .isEqualTo(new RiskInput("CALR", Optional.of("present: by CALR_TYPE1"), Optional.of("clinical table")));
        assertThat(input(type1, "NPM1").isMissing()).isTrue();
        assertThat(type1.category()).contains("Low");
        RiskResult none = assess(CALR, Map.of("CALR", TriState.ABSENT), Map.of(), Map.of());
        assertThat(input(none, "CALR_TYPE1"))
                .isEqualTo(new RiskInput("CALR_TYPE1", Optional.of("absent: by CALR"), Optional.of("clinical table")));
        assertThat(input(none, "CALR").value()).contains("absent");
    }

    @Test
    void aPartThatIsFoundIsBelievedBeforeAWholeThatWasMissed() {
        RiskResult result =
                assess(CALR, Map.of("CALR", TriState.ABSENT, "CALR_TYPE1", TriState.PRESENT), Map.of(), Map.of());

        assertThat(result.flags()).extracting(RiskFlag::code).containsExactly("INPUTS_DISAGREE");
        assertThat(result.flags().getFirst().explanation())
                .endsWith("(CALR: absent by clinical table, present by another finding; taken as present)");
        assertThat(result.missing()).isEmpty();
    }

    @Test
    void aNumberTellsItsLesionAndIsFoundUnderAnotherSpelling() {
        String rules = "rule AAA verified High when TP53 and NPM1\nrule BBB verified Low otherwise\n";
        RiskResult mutated = assess(
                rules, Map.of("NPM1", TriState.PRESENT), Map.of("TP53_MAXVAF", new BigDecimal("0.05")), Map.of());
        assertThat(mutated.category()).contains("High");
        assertThat(input(mutated, "TP53"))
                .isEqualTo(new RiskInput("TP53", Optional.of("present: TP53_vaf 0.05"), Optional.of("clinical table")));
        RiskResult wildType = assess(rules, Map.of(), Map.of("TP53_vaf", BigDecimal.ZERO), Map.of());
        assertThat(wildType.category()).contains("Low");
        assertThat(input(wildType, "TP53"))
                .isEqualTo(new RiskInput("TP53", Optional.of("absent"), Optional.of("clinical table")));
    }

    @Test
    void whatCannotBeIsRefused() {
        String rules = "rule AAA verified High when WBC > 25 and SEX = F\nrule BBB verified Low otherwise\n";
        assertThatThrownBy(() -> assess(rules, Map.of(), Map.of("WBC", new BigDecimal("2000.1")), Map.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("WBC: expected a number from 0 to 2000, found 2000.1");
        assertThatThrownBy(() -> assess(rules, Map.of(), Map.of(), Map.of("SEX", "female")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("SEX: expected one of F, M, found female");
        RiskResult known = assess(rules, Map.of(), Map.of("WBC", new BigDecimal("26")), Map.of("SEX", "F"));
        assertThat(known.category()).contains("High");
        assertThat(input(known, "SEX"))
                .isEqualTo(new RiskInput("SEX", Optional.of("F"), Optional.of("clinical table")));
        assertThat(input(known, "WBC").value()).contains("26 10^9/L");
        assertThat(assess(rules, Map.of(), Map.of("WBC", new BigDecimal("26")), Map.of("SEX", "M"))
                        .category())
                .contains("Low");
    }

    @Test
    void aNumberBeyondTheRangeOfTheSchemeIsNotUsedAndTold() {
        String rules = "range PLT 1 to 5000\nitem AAA verified 1 when PLT < 100\ncut Low <= 0; High\n";
        RiskResult result = assess(rules, Map.of(), Map.of("PLT", BigDecimal.ZERO), Map.of());

        assertThat(result.category()).isEmpty();
        assertThat(result.missing()).containsExactly("PLT");
        assertThat(input(result, "PLT").isMissing()).isTrue();
        assertThat(result.flags().getFirst().explanation())
                .endsWith("(PLT 0 10^9/L, not used; the scheme takes 1 to 5000)");
    }

    @Test
    void whatIsAbsentSpeaksForARuleThatDeniesIt() {
        String rules = "rule AAA verified High when not NPM1 and not any(ASXL1, RUNX1) and AGE < 50\n"
                + "rule BBB verified Low otherwise\n";
        RiskResult result = assess(
                rules.replace(" and AGE < 50", ""),
                Map.of("NPM1", TriState.ABSENT, "ASXL1", TriState.ABSENT, "RUNX1", TriState.ABSENT),
                Map.of(),
                Map.of());
        assertThat(result.drivers())
                .extracting(RiskDriver::name)
                .containsExactly("NPM1 absent", "ASXL1 absent", "RUNX1 absent");
        RiskResult young = assess(
                rules,
                Map.of("NPM1", TriState.ABSENT, "ASXL1", TriState.ABSENT, "RUNX1", TriState.ABSENT),
                Map.of("AGE", new BigDecimal("40")),
                Map.of());
        assertThat(young.drivers()).extracting(RiskDriver::name).containsExactly("AGE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NPM1:: | column 33: expected a name",
                "NPM1:ASXL1 | column 33: expected a name",
                "AGE > 1. | column 36: expected a name",
                "AGE > .5 | column 35: expected a name",
                "NPM1 < | expected no comparison, for NPM1 is a lesion",
                "AGE <= | expected a number, found the end of the statement",
                "NPM1 and | expected a condition",
                "@ | column 29: expected a name",
                "[ | column 29: expected a name",
                "{ | column 29: expected a name",
            })
    void signsThatMeanNothingAreNamedByTheirColumn(String condition, String message) {
        String rules = "rule AAA verified High when " + condition + "\nrule BBB verified Low otherwise\n";
        assertThatThrownBy(() -> assess(rules, Map.of(), Map.of(), Map.of()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 7, ")
                .hasMessageContaining(message);
    }

    @Test
    void namesHaveLettersDigitsAndDoubleColons() {
        RuleStatement statement = RuleStatement.of("zZ_a09::Q1::b A::9 12.50 <=3 -1 (-2)", Path.of("x"))
                .getFirst();
        assertThatThrownBy(() -> RuleToken.of(statement, 0)).hasMessageContaining("column 16");
        RuleStatement good = RuleStatement.of("zZ_a09::Q1::b 12.50 <=3 x-1 (-2)", Path.of("x"))
                .getFirst();
        assertThat(RuleToken.of(good, 0))
                .extracting(RuleToken::text)
                .isEqualTo(List.of("zZ_a09::Q1::b", "12.50", "<=", "3", "x", "-", "1", "(", "-2", ")", ""));
    }
}
