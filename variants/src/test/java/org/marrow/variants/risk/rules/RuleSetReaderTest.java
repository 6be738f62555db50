package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.PatientFindings;

class RuleSetReaderTest {
    private static final String HEAD = """
            scheme made-up
            edition Made up
            source A test
            date 2026-11
            disease AML, MDS
            categories Low; High
            """;
    private static final String RULES = "rule IS_HIGH verified High when NPM1\nrule IS_LOW verified Low otherwise\n";
    private static final String SCORE = "item OLD verified 1 when AGE > 65\ncut Low <= 0; High\n";

    private static RuleScheme read(String text) {
        return RuleScheme.parse(text, Path.of("made-up.rules"), InputCatalog.standard(), code -> code + " text");
    }

    private static RiskResult assess(String text, Map<String, String> row) {
        return read(text).assess(new NamedValues(name -> Optional.ofNullable(row.get(name))));
    }

    /** The refusal of a file, in one line. */
    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(FormatException.class).hasMessageContaining(message);
    }

    @Test
    void theHeadIsRead() {
        RuleScheme scheme = read(HEAD + RULES);

        assertThat(scheme.description().scheme().id()).isEqualTo("made-up");
        assertThat(scheme.description().scheme().edition()).isEqualTo("Made up");
        assertThat(scheme.description().scheme().source()).isEqualTo("A test");
        assertThat(scheme.description().scheme().categories()).containsExactly("Low", "High");
        assertThat(scheme.date()).isEqualTo("2026-11");
        assertThat(scheme.set().diseases()).containsExactlyInAnyOrder(Disease.AML, Disease.MDS);
        assertThat(scheme.codes()).containsExactly("IS_HIGH", "IS_LOW");
        assertThat(scheme.isScore()).isFalse();
        assertThat(read(HEAD + SCORE).isScore()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheme", "edition", "source", "date", "disease"})
    void eachStatementOfTheHeadIsRequiredOnce(String keyword) {
        String without = HEAD.lines().filter(line -> !line.startsWith(keyword)).reduce("", (a, b) -> a + b + "\n");
        refused(without + RULES, "made-up.rules: expected a statement '" + keyword + "', found none");
        String line =
                HEAD.lines().filter(one -> one.startsWith(keyword)).findFirst().orElseThrow();
        refused(HEAD + line + "\n" + RULES, "line 7, column 1: expected '" + keyword + "' once, found another");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense | line 7, column 1: expected a statement, one of categories, complete",
                "rule XXX verified High when | line 7, column 28: expected a condition, found the end of the statement",
                "rule XXX sure High when NPM1 | line 7, column 10: expected one of verified, derived, from-memory, open, found 'sure'",
                "rule xxx verified High when NPM1 | line 7, column 6: expected a code of upper-case letters, digits and '_', found 'xxx'",
                "rule XXX verified Middle when NPM1 | line 7, column 19: expected one of Low; High, found 'Middle'",
                "rule XXX verified High NPM1 | expected 'when' or 'otherwise', found the end of the statement",
                "rule XXX verified High when NMP1 | line 7, column 29: expected an input of the catalog or a name that is defined above",
                "rule XXX verified High when NPM1 and | expected a condition, found the end of the statement",
                "rule XXX verified High when NPM1 ASXL1 | line 7, column 34: expected the end of the statement, found 'ASXL1'",
                "rule XXX verified High when (NPM1 | expected ')', found the end of the statement",
                "rule XXX verified High when any(NPM1 ASXL1) | expected ')', found 'ASXL1'",
                "rule XXX verified High when NPM1 > 2 | line 7, column 34: expected no comparison, for NPM1 is a lesion",
                "rule XXX verified High when AGE | expected a comparison, for AGE is no lesion",
                "rule XXX verified High when AGE > old | line 7, column 35: expected a number, found 'old'",
                "rule XXX verified High when AGE > 130 | expected a number that AGE may be on both sides of, found '130'",
                "rule XXX verified High when AGE < 0 | expected a number that AGE may be on both sides of, found '0'",
                "rule XXX verified High when SEX > F | expected '=', for SEX is a choice, found '>'",
                "rule XXX verified High when SEX = X | line 7, column 35: expected one of F, M, found 'X'",
                "rule XXX verified High when count(NPM1, ASXL1) >= 3 | expected a whole number from 1 to 2, the length of the list, found '3'",
                "rule XXX verified High when count(NPM1, ASXL1) >= 0 | expected a whole number from 1 to 2",
                "rule XXX verified High when count(NPM1, ASXL1) > 1 | expected '>=', found '>'",
                "rule XXX verified High when option(NONE) | expected the name of an option, found 'NONE'",
                "rule XXX verified High when `-7 | expected a closing `, found the end of the statement",
                "rule XXX verified High when NPM1 ! | line 7, column 34: expected a name, a number or one of",
                "rule IS_LOW verified High when NPM1 | expected a code that is not used yet, found 'IS_LOW'",
                "item OLD verified much when AGE > 65 | line 7, column 19: expected a number, found 'much'",
                "item OLD verified 1 AGE > 65 | line 7, column 21: expected 'when', found 'AGE'",
                "term TTT verified = SEX | expected a number, an input that is one, sum, terms, exp or '(', found 'SEX'",
                "term TTT verified = AGE ^ HB | expected a number, found 'HB'",
                "define old = AGE > 65 | line 7, column 1: expected a name that some rule uses, found 'old', which none does",
                "define NPM1 = AGE > 65 | line 7, column 8: expected a name that is not taken, found 'NPM1'",
                "define any = AGE > 65 | expected a name that is not taken, found 'any'",
                "option OPT open maybe | line 7, column 17: expected 'on' or 'off', found 'maybe'",
                "option OPT open off | expected a name that some rule uses, found 'OPT', which none does",
                "alias own = nothing | line 7, column 13: expected an input of the catalog, found 'nothing'",
                "alias own = NPM1 | line 7, column 1: expected a name that some rule uses, found 'own', which none does",
                "range NPM1 0 to 1 | line 7, column 7: expected an input that is a number, found 'NPM1'",
                "range AGE 0 to 200 | line 7, column 11: expected a range within 0 to 130, found 0 to 200",
                "range AGE 9 to 9 | expected a range within 0 to 130, found 9 to 9",
                "range AGE 1 9 | expected 'to', found '9'",
                "needs | expected an input of the catalog",
                "flag FFF open NPM1 | line 7, column 15: expected 'when' or 'always', found 'NPM1'",
                "flag FFF open when NPM1 tell AGE extra | expected the end of the statement, found 'extra'",
                "round two half-up | line 7, column 7: expected a number of decimals from 0 to 9, found 'two'",
                "round 2 down | expected one of half-up, half-even, found 'down'",
                "range AGE 1 to 9 years | line 7, column 18: expected the end of the statement, found 'years'",
                "option OPT open off now | line 7, column 21: expected the end of the statement, found 'now'",
                "round 2 half-up twice | line 7, column 17: expected the end of the statement, found 'twice'",
                "rule XXX verified High otherwise not | line 7, column 34: expected the end of the statement, found 'not'",
                "flag FFF open always NPM1 | line 7, column 22: expected the end of the statement, found 'NPM1'",
                "needs AGE HB | line 7, column 11: expected the end of the statement, found 'HB'",
                "term TTT verified = AGE HB | line 7, column 25: expected the end of the statement, found 'HB'",
                "define old = AGE > 65 HB | line 7, column 23: expected the end of the statement, found 'HB'",
                "alias own = NPM1 ASXL1 | line 7, column 18: expected the end of the statement, found 'ASXL1'",
                "alias own NPM1 | line 7, column 11: expected '=', found 'NPM1'",
                "define any_of AGE > 65 | line 7, column 15: expected '=', found 'AGE'",
                "quantity load WBC | line 7, column 15: expected '=', found 'WBC'",
                "kinds A; B | expected either 'categories' or 'kinds', found both",
                "complete always | expected the end of the statement, found 'always'",
            })
    void whatCannotBeReadIsNamedByLineAndColumn(String line, String message) {
        refused(HEAD + line + "\n" + RULES, message);
    }

    @Test
    void whatAFileLacksAsAWholeIsTold() {
        refused(HEAD, "expected rules, or the items or terms of a score, found neither");
        refused(
                HEAD + RULES + "item OLD verified 1 when AGE > 65\ncut Low <= 0; High\n",
                "expected either rules or a score, found both");
        refused(HEAD + "rule AAA verified High when NPM1\n", "line 7, column 1: expected 'otherwise' in the last rule");
        refused(
                HEAD + "rule AAA verified High otherwise\nrule BBB verified Low when NPM1\n",
                "expected 'otherwise' in the last rule, found a rule after it");
        refused(HEAD + "rule AAA verified High otherwise\n", "expected a rule for each category, found none for 'Low'");
        refused(
                HEAD
                        + "rule AAA verified High when NPM1\nrule BBB verified Low when NPM1\nrule CCC verified Low otherwise\n",
                "line 8, column 1: expected a rule that some patient reaches, found 'BBB'");
        refused("  scheme x\n" + HEAD + RULES, "line 1: expected a statement at the margin, found an indented line");
        refused(HEAD.replace("date 2026-11", "date yesterday") + RULES, "line 4, column 1: expected a date such as");
        refused(HEAD.replace("disease AML", "disease FLU") + RULES, "line 5, column 1: expected diseases among");
        refused(HEAD.replace("made-up", "Made Up") + RULES, "line 1, column 1: expected lower-case letters");
        refused(HEAD.replace("Low; High", "Low; Low") + RULES, "line 6, column 12: expected different categories");
        refused(HEAD.replace("Low; High", "Low; ") + RULES, "expected different categories separated by ';'");
        refused(HEAD.replace("categories Low; High\n", "") + RULES, "either 'categories' or 'kinds', found neither");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cut Low <= 0 | expected every category in its order",
                "cut Low; High | expected every category in its order",
                "cut High <= 0; Low | line 8, column 5: expected every category in its order",
                "cut Low <= 0; High <= 1 | line 8, column 15: expected every category in its order",
                "cut Low <= x; High | expected every category in its order",
                "cut Low <= 0; High; More | expected every category in its order",
            })
    void cutOffsNameEveryCategoryOnce(String cut, String message) {
        refused(HEAD + "item OLD verified 1 when AGE > 65\n" + cut + "\n", message);
    }

    @Test
    void aCodeMayComeAgainInItemsAlone() {
        String cut = "cut Low <= 1; High\n";
        RuleScheme scheme = read(HEAD + "item AAA verified 1 when AGE > 65\nitem AAA verified 2 when AGE > 80\n" + cut);
        assertThat(scheme.codes()).containsExactly("AAA");
        refused(
                HEAD + "item AAA verified 1 when AGE > 65\nterm AAA verified = 2 * HB\n" + cut,
                "line 8, column 6: expected a code that is not used yet, found 'AAA'");
        refused(
                HEAD + "term AAA verified = 2 * HB\nitem AAA verified 1 when AGE > 65\n" + cut,
                "line 8, column 6: expected a code that is not used yet, found 'AAA'");
        refused(
                HEAD + "flag IS_HIGH open when NPM1\n" + RULES,
                "expected a code that is not used yet, found 'IS_HIGH'");
    }

    @Test
    void anAliasIsTheNameOfAnInputInThisScheme() {
        String rules = "rule AAA verified High when own\nrule BBB verified Low otherwise\n";
        RuleScheme scheme = read(HEAD + "alias own = NPM1\n" + rules);
        assertThat(scheme.description().inputs().getFirst().name()).isEqualTo("own");
        assertThat(assess(HEAD + "alias own = NPM1\n" + rules, Map.of("NPM1", "1"))
                        .drivers())
                .extracting(RiskDriver::name)
                .containsExactly("own");
        // The name of another input may be taken, which the scheme then cannot read.
        String complex = HEAD + "alias complex = complex_eln2022\n" + rules.replace("own", "complex");
        assertThat(assess(complex, Map.of("complex", "1")).category()).contains("High");
        refused(
                HEAD + "alias own = NPM1\nalias own = ASXL1\n" + rules,
                "line 8, column 7: expected a name that is not taken, found 'own'");
    }

    @Test
    void aSchemeIsOfferedWhereWhatItNeedsIsKnown() {
        RuleScheme scheme = read(HEAD + "needs AGE, NPM1, SEX\n" + RULES);
        PatientFindings nothing = PatientFindings.assemble(ClinicalValues.unknown(), Optional.empty());
        assertThat(scheme.set().needs()).extracting(RuleVariable::name).containsExactly("AGE", "NPM1", "SEX");
        assertThat(scheme.appliesTo(Disease.AML, nothing)).isFalse();
        assertThat(scheme.appliesTo(Disease.CML, nothing)).isFalse();
        assertThat(read(HEAD + RULES).appliesTo(Disease.AML, nothing)).isTrue();
        assertThat(read(HEAD + RULES).appliesTo(Disease.CML, nothing)).isFalse();
    }

    @Test
    void aNumberHasAtMostThirtyThresholds() {
        assertThat(read(HEAD + steps(30)).isScore()).isTrue();
        refused(HEAD + steps(31), "expected fewer than 31 numbers that AGE is compared with, found 31 of them");
        // The highest and the lowest cell are told apart still.
        assertThat(assess(HEAD + steps(30), Map.of("AGE", "30.5")).score()).contains(ScoreRange.exact(30));
        assertThat(assess(HEAD + steps(30), Map.of("AGE", "1")).score()).contains(ScoreRange.exact(0));
    }

    private static String steps(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append("item AAA verified 1 when AGE > ").append(i).append("\n");
        }
        return text.append("cut Low <= 0; High\n").toString();
    }

    @Test
    void aScoreMustBeDefinedAndItsBoundsExact() {
        refused(
                HEAD.replace("Low; High", "Low; Mid; High")
                        + "item OLD verified 1 when AGE > 65\ncut Low <= 1; Mid <= 1; High\n",
                "expected cut-offs that grow");
        String cut = "cut Low <= 0; High\n";
        refused(
                HEAD + "term TTT verified = 1 / AGE\n" + cut,
                "expected a score that is defined for every value of its inputs, found division");
        refused(HEAD + "term TTT verified = AGE ^ -0.5\n" + cut, "power -0.5 of a number that may be 0 or negative");
        refused(HEAD + "term TTT verified = exp(AGE * 100)\n" + cut, "a number that is too large");
        refused(
                HEAD + "term TTT verified = AGE - AGE\n" + cut,
                "expected each number once in the formulas of a score, found AGE twice");
        refused(HEAD + "term TTT verified = AGE\nterm UUU verified = 2 * AGE\n" + cut, "found AGE twice");
        refused(
                HEAD + "term TTT verified = AGE\nitem OLD verified 1 when AGE > 65\n" + cut,
                "expected a number either in formulas or in items, found AGE in both");
        refused(HEAD + "term TTT verified = TP53_vaf\nitem OLD verified 1 when TP53\n" + cut, "found TP53_vaf in both");
        refused(
                HEAD + "term TTT verified = terms\n" + cut,
                "expected terms of numbers and 'sum', found a term that reads 'terms'");
        refused(HEAD + "item OLD verified 1 when AGE > 65\nscore 3\n" + cut, "expected a score of 'sum' and 'terms'");
        refused(HEAD + "term TTT verified = AGE\nscore sum\n" + cut, "expected a score of 'sum' and 'terms'");
        refused(HEAD + "item OLD verified 1 when AGE > 65\n", "expected a statement 'cut', found none");
        // A range of its own makes it defined.
        assertThat(read(HEAD + "range AGE 1 to 130\nterm TTT verified = 1 / AGE\n" + cut)
                        .isScore())
                .isTrue();
    }

    @Test
    void conditionsMeanWhatTheySay() {
        String rules = """
                define young = AGE < 40
                rule AAA verified High when young and not NPM1 or all(ASXL1, SEX = F) or count(RUNX1, EZH2 or BCOR, `-7`) >= 2
                rule BBB verified Low otherwise
                """;
        Map<String, String> none = Map.of(
                "AGE", "40", "NPM1", "0", "ASXL1", "0", "SEX", "M", "RUNX1", "0", "EZH2", "0", "BCOR", "0", "-7", "0");
        assertThat(category(rules, none)).isEqualTo("Low");
        assertThat(category(rules, none, "AGE", "39.99")).isEqualTo("High");
        assertThat(category(rules, none, "AGE", "39.99", "NPM1", "1")).isEqualTo("Low");
        assertThat(category(rules, none, "ASXL1", "1")).isEqualTo("Low");
        assertThat(category(rules, none, "ASXL1", "1", "SEX", "F")).isEqualTo("High");
        assertThat(category(rules, none, "RUNX1", "1")).isEqualTo("Low");
        assertThat(category(rules, none, "EZH2", "1", "BCOR", "1")).isEqualTo("Low");
        assertThat(category(rules, none, "BCOR", "1", "-7", "1")).isEqualTo("High");
    }

    private static String category(String rules, Map<String, String> base, String... changes) {
        Map<String, String> row = new HashMap<>(base);
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return assess(HEAD + rules, row).category().orElseThrow();
    }

    @Test
    void commentsAndContinuedLinesAreRead() {
        RuleScheme scheme = read("# all of it\n\n" + HEAD + """
                rule AAA verified High   # what follows
                    when NPM1 or         # goes on

                    ASXL1
                rule BBB verified Low otherwise
                """);
        assertThat(scheme.set().rules()).hasSize(2);
        refused(
                HEAD + "rule AAA verified High\n    when NPM1 or\n      NMP1\n" + "rule BBB verified Low otherwise\n",
                "line 9, column 7: expected an input");
    }

    @Test
    void optionsDecideAndAreToldWhenTheyAreNotAtTheirDefault() {
        RuleScheme scheme = read(HEAD + """
                option STRICT open off
                rule AAA verified High when NPM1 and option(STRICT)
                rule BBB verified Low otherwise
                """);
        NamedValues row =
                new NamedValues(name -> Optional.ofNullable(Map.of("NPM1", "1").get(name)));

        assertThat(scheme.assess(row).category()).contains("Low");
        assertThat(scheme.assess(row).flags()).isEmpty();
        RiskResult strict = scheme.withOption("STRICT", true).assess(row);
        assertThat(strict.category()).contains("High");
        assertThat(strict.flags()).containsExactly(new RiskFlag("STRICT", "STRICT text (on)", EvidenceMark.OPEN));
        assertThat(scheme.withOption("STRICT", true)
                        .withOption("STRICT", false)
                        .assess(row)
                        .flags())
                .isEmpty();
        assertThat(scheme.options()).singleElement().satisfies(option -> {
            assertThat(option.name()).isEqualTo("STRICT");
            assertThat(option.on()).isFalse();
            assertThat(option.meaning()).isEqualTo("STRICT text");
            assertThat(option.mark()).isEqualTo(EvidenceMark.OPEN);
        });
        assertThat(scheme.withOption("STRICT", true).options().getFirst().on()).isTrue();
        assertThatThrownBy(() -> scheme.withOption("LAX", true))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("option: expected one of [STRICT], found LAX");
        RuleScheme on = read(HEAD + """
                option STRICT open on
                rule AAA verified High when NPM1 and option(STRICT)
                rule BBB verified Low otherwise
                """);
        assertThat(on.assess(row).category()).contains("High");
        assertThat(on.withOption("STRICT", false).assess(row).flags())
                .containsExactly(new RiskFlag("STRICT", "STRICT text (off)", EvidenceMark.OPEN));
    }

    @Test
    void rulesFromMemoryAreTold() {
        String rules = """
                rule AAA from-memory High when NPM1
                rule BBB verified Low otherwise
                """;
        RiskFlag told = new RiskFlag("RULE_FROM_MEMORY", "RULE_FROM_MEMORY text (AAA)", EvidenceMark.FROM_MEMORY);
        assertThat(assess(HEAD + rules, Map.of("NPM1", "1")).flags()).containsExactly(told);
        assertThat(assess(HEAD + rules, Map.of()).flags()).containsExactly(told);
        assertThat(assess(HEAD + rules, Map.of("NPM1", "0")).flags()).isEmpty();
        assertThat(assess(HEAD + rules, Map.of("NPM1", "1")).drivers())
                .extracting(RiskDriver::mark)
                .containsExactly(EvidenceMark.FROM_MEMORY);
        String score = "item AAA from-memory 1 when NPM1\nterm TTT from-memory = 0.1 * AGE\ncut Low <= 0; High\n";
        assertThat(assess(HEAD + score, Map.of("NPM1", "1", "AGE", "1")).flags())
                .extracting(RiskFlag::explanation)
                .containsExactly("RULE_FROM_MEMORY text (AAA, TTT)");
        assertThat(assess(HEAD + score, Map.of("NPM1", "0", "AGE", "1")).flags())
                .extracting(RiskFlag::explanation)
                .containsExactly("RULE_FROM_MEMORY text (TTT)");
    }

    @Test
    void flagsTellOfWhatIsKnown() {
        String rules = RULES + """
                flag ONE open when not ASXL1
                flag TWO open when unknown(RUNX1, EZH2)
                flag THREE derived when SF3B1 tell SF3B1
                flag FOUR verified always
                """;
        // What is unknown counts as not so.
        assertThat(assess(HEAD + rules, Map.of()).flags())
                .extracting(RiskFlag::explanation)
                .containsExactly("ONE text", "TWO text (RUNX1, EZH2)", "FOUR text");
        assertThat(assess(HEAD + rules, Map.of("ASXL1", "1", "RUNX1", "0", "EZH2", "1", "SF3B1", "1"))
                        .flags())
                .extracting(RiskFlag::explanation)
                .containsExactly("THREE text", "FOUR text");
        assertThat(assess(HEAD + rules, Map.of("RUNX1", "0")).flags())
                .extracting(RiskFlag::explanation)
                .contains("TWO text (EZH2)");
        // Inputs that flags alone read are shown where they are known, and never missing.
        assertThat(assess(HEAD + rules, Map.of("NPM1", "0", "SF3B1", "1")).inputs())
                .extracting(RiskInput::name)
                .containsExactly("NPM1", "SF3B1");
        assertThat(assess(HEAD + rules, Map.of("NPM1", "0")).missing()).isEmpty();
    }

    @Test
    void aClassificationWithoutOrderHasNoRange() {
        String text = HEAD.replace("categories Low; High", "kinds Low; High") + RULES;

        assertThat(assess(text, Map.of()).range()).isEmpty();
        assertThat(assess(text, Map.of()).possible()).containsExactly("Low", "High");
        assertThat(assess(text, Map.of("NPM1", "1")).category()).contains("High");
        assertThat(assess(text, Map.of("NPM1", "1")).range()).isEmpty();
        assertThat(assess(text, Map.of("NPM1", "1")).possible()).containsExactly("High");
    }

    @Test
    void quantitiesAreComparedAndTheirNumbersAreWhatIsMissing() {
        String text = HEAD + """
                quantity load = 2 * WBC + SPLEEN
                item ONE verified 1 when load > 100 and load <= 200
                item TWO verified 2 when load > 200
                item THREE verified 1 when NPM1
                cut Low <= 1; High
                """;
        assertThat(assess(text, Map.of("WBC", "50", "SPLEEN", "0", "NPM1", "1")).score())
                .contains(ScoreRange.exact(1));
        assertThat(assess(text, Map.of("WBC", "50", "SPLEEN", "0.1", "NPM1", "1"))
                        .score())
                .contains(ScoreRange.exact(2));
        assertThat(assess(text, Map.of("WBC", "100", "SPLEEN", "0", "NPM1", "0"))
                        .category())
                .contains("Low");
        assertThat(assess(text, Map.of("WBC", "100", "SPLEEN", "1", "NPM1", "0"))
                        .category())
                .contains("High");
        assertThat(assess(text, Map.of("WBC", "100", "SPLEEN", "1", "NPM1", "0"))
                        .drivers())
                .extracting(RiskDriver::name)
                .containsExactly("WBC, SPLEEN");
        RiskResult open = assess(text, Map.of("WBC", "90", "NPM1", "0"));
        assertThat(open.possible()).containsExactly("Low", "High");
        assertThat(open.missing()).containsExactly("SPLEEN");
        assertThat(open.settledBy()).containsExactly("CLINICAL_EXAMINATION");
        // 2 x 70 and at most 40 stay below 200.
        assertThat(assess(text, Map.of("WBC", "70", "NPM1", "0")).category()).contains("Low");
        assertThat(assess(text, Map.of("NPM1", "0")).settledBy())
                .containsExactly("BLOOD_COUNT", "CLINICAL_EXAMINATION");
        assertThat(assess(text, Map.of("WBC", "101", "NPM1", "1")).missing()).isEmpty();
        refused(HEAD + "quantity load = WBC\n" + SCORE, "expected a name that some rule uses, found 'load'");
    }

    @Test
    void scoresAreRoundedWhereTheFileSaysSoAndCutAsItSays() {
        String half = HEAD + "term TTT verified = AGE / 8\nround 1 %s\ncut Low <= 1.2; High\n";
        // 10 / 8 = 1.25
        assertThat(assess(half.formatted("half-up"), Map.of("AGE", "10")).category())
                .contains("High");
        assertThat(assess(half.formatted("half-even"), Map.of("AGE", "10")).category())
                .contains("Low");
        String open = HEAD + "term TTT verified = AGE\ncut Low < 50; High\n";
        assertThat(assess(open, Map.of("AGE", "49.999")).category()).contains("Low");
        assertThat(assess(open, Map.of("AGE", "50")).category()).contains("High");
        String closed = HEAD + "term TTT verified = AGE\ncut Low <= 50; High\n";
        assertThat(assess(closed, Map.of("AGE", "50")).category()).contains("Low");
        assertThat(assess(closed, Map.of("AGE", "50.001")).category()).contains("High");
    }

    @Test
    void formulasFollowTheUsualOrderOfArithmetic() {
        assertThat(score("1 + 2 * AGE ^ 2 - 6 / 3")).isEqualTo(49);
        assertThat(score("(1 + 2) * (AGE - 7)")).isEqualTo(-6);
        assertThat(score("10 - 4 - AGE")).isEqualTo(1);
        assertThat(score("100 / 10 / AGE")).isEqualTo(2);
        assertThat(score("exp(AGE - 5)")).isEqualTo(1);
        assertThat(score("-2 * AGE")).isEqualTo(-10);
        assertThat(score("AGE -2")).isEqualTo(3);
    }

    private static double score(String term) {
        String text = HEAD + "range AGE 1 to 9\nterm TTT verified = " + term + "\ncut Low <= 0; High\n";
        return assess(text, Map.of("AGE", "5")).score().orElseThrow().mean();
    }

    @Test
    void anExponentialOfTheTermsHasThemAsDrivers() {
        String text = HEAD
                + "term ONE verified = 0.1 * AGE\nterm TWO verified = -0.5\nscore exp(terms)\ncut Low <= 1; High\n";
        RiskResult result = assess(text, Map.of("AGE", "5"));

        assertThat(result.score()).contains(ScoreRange.exact(1));
        assertThat(result.drivers()).extracting(RiskDriver::name).containsExactly("AGE", "");
        assertThat(result.drivers())
                .extracting(one -> one.contribution().orElseThrow())
                .containsExactly(0.5, -0.5);
    }

    @Test
    void aValueBeyondTheSchemesRangeIsRefusedInATableAndBeyondTheUsualOneTold() {
        String text = HEAD
                + "range WBC 1 to 100\nusual WBC 2 to 50\nitem MANY verified 1 when WBC > 25\ncut Low <= 0; High\n";

        assertThatThrownBy(() -> assess(text, Map.of("WBC", "101")))
                .hasMessage("WBC: expected a number from 1 to 100, or NA, found 101");
        assertThat(assess(text, Map.of("WBC", "51")).flags())
                .extracting(RiskFlag::explanation)
                .containsExactly(
                        "A value is outside the range that the scheme was made for (WBC 51 10^9/L, usually 2 to 50)");
        assertThat(assess(text, Map.of("WBC", "50")).flags()).isEmpty();
        assertThat(assess(text, Map.of("WBC", "2")).flags()).isEmpty();
        assertThat(read(text).description().inputs().getFirst().allowed()).isEqualTo("2 to 50, NA");
        assertThat(List.copyOf(read(text).columns())).containsExactly("WBC");
    }
}
