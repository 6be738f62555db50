package org.marrow.variants.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.BugException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.KaryotypeRemark;
import org.marrow.variants.risk.ipssm.IpssmNote;
import org.marrow.variants.risk.ipssm.IpssmVariable;
import org.marrow.variants.risk.rules.RuleScheme;
import org.marrow.variants.risk.scheme.InputFlag;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.RiskCode;
import org.marrow.variants.risk.scheme.RiskLanguage;
import org.marrow.variants.risk.scheme.RiskMessages;
import org.marrow.variants.risk.scheme.SchemeFiles;
import org.marrow.variants.risk.scheme.SchemeRules;

class RiskSchemesTest {

    private static List<RiskCode> allCodes() {
        return Stream.<RiskCode[]>of(InputFlag.values(), IpssmVariable.values(), IpssmNote.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    @Test
    void everySchemeHasItsValidationPage() {
        for (String id : RiskSchemes.ids()) {
            // IPSS-RA is IPSS-R with the age, and its cases are in the same table.
            String page = id.equals("ipssra") ? "ipssr" : id;
            assertThat(Path.of("..", "docs", "validation", page + ".md"))
                    .content()
                    .contains("| ");
        }
    }

    @Test
    void theRegistryHasEverySchemeOnce() {
        assertThat(RiskSchemes.all())
                .extracting(rules -> rules.description().scheme().id())
                .isEqualTo(SchemeFiles.ids())
                .doesNotHaveDuplicates()
                .contains("eln2022", "eln2017", "ipssr", "ipssra", "ipssm", "elts", "dipss");
        for (SchemeRules rules : RiskSchemes.all()) {
            assertThat(RiskSchemes.byId(rules.description().scheme().id())).contains(rules);
            assertThat(rules.description().scheme().source()).isNotBlank();
        }
        assertThat(RiskSchemes.byId("ELN2022")).isEmpty();
    }

    @Test
    void anySchemeAssessesATableRow() {
        for (SchemeRules rules : RiskSchemes.all()) {
            assertThat(rules.assess(new NamedValues(name -> Optional.empty())).category())
                    .isEmpty();
        }
        Map<String, String> row = Map.of(
                "CYTO_IPSSR",
                "Good",
                "BM_BLAST",
                "2",
                "HB",
                "10",
                "PLT",
                "100",
                "ANC",
                "0.8",
                "AGE",
                "70",
                "NPM1",
                "1");
        NamedValues values = new NamedValues(name -> Optional.ofNullable(row.get(name)));
        assertThat(RiskSchemes.byId("ipssr").orElseThrow().assess(values).category())
                .contains("Very Low");
        assertThat(RiskSchemes.byId("ipssra").orElseThrow().assess(values).category())
                .contains("Very Low");
        assertThat(RiskSchemes.byId("ipssm").orElseThrow().assess(values).missing())
                .doesNotContain("NPM1", "HB");
        assertThat(RiskSchemes.byId("eln2022").orElseThrow().assess(values).missing())
                .doesNotContain("NPM1");
    }

    @Test
    void aRowThatContradictsItsKaryotypeIsTold() {
        Map<String, String> row = Map.of("KARYOTYPE", "46,XX[20]", "del5q", "1");
        RiskResult result = RiskSchemes.byId("eln2022")
                .orElseThrow()
                .assess(new NamedValues(name -> Optional.ofNullable(row.get(name))));

        assertThat(result.category()).contains("Adverse");
        assertThat(result.flags()).extracting(RiskFlag::code).contains("INPUTS_DISAGREE");
    }

    @Test
    void everyCodeTestAndCategoryHasATextInBothLanguages() {
        Set<String> codes =
                new TreeSet<>(allCodes().stream().map(RiskCode::code).toList());
        codes.addAll(List.of(
                "ALSO_PRESENT",
                "UNDECIDED",
                "RULE_FROM_MEMORY",
                "SCORE_BETWEEN",
                "COHORT_MEDIAN",
                "COHORT_MEDIAN_NEEDED"));
        for (KaryotypeRemark.Code remark : KaryotypeRemark.Code.values()) {
            codes.add(remark.name());
        }
        // Results that were stored before carry these.
        codes.addAll(List.of("ELN2022_ALSO_PRESENT", "ELN2022_UNDECIDED"));
        Arrays.stream(LaboratoryTest.values()).map(Enum::name).forEach(codes::add);
        for (SchemeRules rules : RiskSchemes.all()) {
            rules.description().scheme().categories().stream()
                    .map(RiskMessages::categoryCode)
                    .forEach(codes::add);
            if (rules instanceof RuleScheme scheme) {
                codes.addAll(scheme.codes());
            }
        }

        for (RiskLanguage language : RiskLanguage.values()) {
            assertThat(RiskMessages.all(language).keySet()).containsExactlyInAnyOrderElementsOf(codes);
            assertThat(RiskMessages.all(language).values()).allMatch(text -> !text.isBlank());
        }
        assertThat(RiskMessages.text(RiskLanguage.FRENCH, "CATEGORY_ADVERSE")).isEqualTo("Défavorable");
        assertThat(RiskMessages.text(RiskLanguage.ENGLISH, "CATEGORY_ADVERSE")).isEqualTo("Adverse");
        assertThatThrownBy(() -> RiskMessages.text(RiskLanguage.ENGLISH, "NO_SUCH_CODE"))
                .isInstanceOf(BugException.class)
                .hasMessage("no text for NO_SUCH_CODE in ENGLISH");
    }

    @Test
    void codesGiveFlagsAndDriversWithTheirMark() {
        for (RiskCode code : allCodes()) {
            assertThat(code.flag()).isEqualTo(new RiskFlag(code.code(), code.english(), code.mark()));
            assertThat(code.flag("x").explanation()).isEqualTo(code.english() + " (x)");
            assertThat(code.driver("y").rule()).isEqualTo(code.code());
            assertThat(code.driver("y").contribution()).isEmpty();
            assertThat(code.driver("y", 0.5).contribution()).hasValue(0.5);
            assertThat(code.driver("y", 0.5).reason()).isEqualTo(code.english());
        }
    }

    @Test
    void theSmallestSetOfTestsIsFoundAndTiesGoByOrder() {
        Set<LaboratoryTest> missing =
                EnumSet.of(LaboratoryTest.GENE_PANEL, LaboratoryTest.KARYOTYPE, LaboratoryTest.BLOOD_COUNT);

        assertThat(LaboratoryTest.smallestSettling(missing, tests -> tests.contains(LaboratoryTest.GENE_PANEL)))
                .containsExactly("GENE_PANEL");
        assertThat(LaboratoryTest.smallestSettling(missing, tests -> !tests.isEmpty()))
                .containsExactly("BLOOD_COUNT");
        assertThat(LaboratoryTest.smallestSettling(
                        missing, tests -> tests.size() >= 2 && tests.contains(LaboratoryTest.GENE_PANEL)))
                .containsExactly("BLOOD_COUNT", "GENE_PANEL");
        assertThat(LaboratoryTest.smallestSettling(missing, tests -> tests.size() == 3))
                .containsExactly("BLOOD_COUNT", "KARYOTYPE", "GENE_PANEL");
        assertThat(LaboratoryTest.smallestSettling(missing, tests -> true)).isEmpty();
        assertThat(LaboratoryTest.smallestSettling(Set.of(), tests -> false)).isEmpty();
    }

    @Test
    void emptyCellsNaAndAbsentColumnsAreUnknown() {
        Map<String, String> row = Map.of("A", "", "B", "NA", "C", "  ", "D", " 1 ", "E", "0", "F", "4.50");
        NamedValues values = new NamedValues(name -> Optional.ofNullable(row.get(name)));

        for (String name : List.of("A", "B", "C", "Z")) {
            assertThat(values.text(name)).isEmpty();
            assertThat(values.triState(name)).isEqualTo(TriState.UNKNOWN);
            assertThat(values.decimal(name, "0", "9")).isEmpty();
        }
        assertThat(values.triState("D")).isEqualTo(TriState.PRESENT);
        assertThat(values.triState("E")).isEqualTo(TriState.ABSENT);
        assertThat(values.decimal("F", "4.5", "4.5")).contains(new BigDecimal("4.50"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9,6", "NaN", "Infinity", "1e3", "0x1", "--1", "1.", ".5", "12345678901", "1.2.3", "4.4", "9.1"})
    void aNumberThatCannotBeReadIsRefused(String text) {
        NamedValues values = new NamedValues(name -> Optional.of(text));

        assertThatThrownBy(() -> values.decimal("HB", "4.5", "9"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("HB: expected a number from 4.5 to 9, or NA, found " + text);
    }
}
