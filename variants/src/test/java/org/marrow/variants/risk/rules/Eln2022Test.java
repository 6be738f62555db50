package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.KaryotypeException;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.NamedValues;

class Eln2022Test {
    private static final List<String> ORDER = List.of("Favorable", "Intermediate", "Adverse");

    private static final RuleScheme SCHEME = RuleScheme.load("eln2022");

    /** The same algorithm where adverse genes leave mutated NPM1 with FLT3-ITD alone. */
    private static final RuleScheme EXEMPT = SCHEME.withOption("NPM1_ITD_EXEMPT_FROM_MR", true);

    /** Everything looked for; present is what is named, TP53 by its fraction. */
    private static Eln2022Patient all(TriState rest, String tp53Vaf, Map<Eln2022Item, TriState> states) {
        Map<Eln2022Item, TriState> all = new EnumMap<>(Eln2022Item.class);
        for (Eln2022Item item : Eln2022Item.values()) {
            all.put(item, states.getOrDefault(item, rest));
        }
        return new Eln2022Patient(all, tp53Vaf, ABSENT, Optional.empty());
    }

    private static Eln2022Patient known(String tp53Vaf, Eln2022Item... present) {
        Map<Eln2022Item, TriState> states = new EnumMap<>(Eln2022Item.class);
        Arrays.stream(present).forEach(item -> states.put(item, PRESENT));
        return all(ABSENT, tp53Vaf, states);
    }

    private static Eln2022Patient without(Eln2022Patient input, Eln2022Item... unknown) {
        Map<Eln2022Item, TriState> states = new EnumMap<>(input.states());
        Arrays.stream(unknown).forEach(states::remove);
        return new Eln2022Patient(states, input.tp53(), input.promyelocytic(), input.bzipMissense());
    }

    private static Eln2022Patient without(Eln2022Patient input, LaboratoryTest test) {
        Eln2022Patient fewer = without(
                input,
                Arrays.stream(Eln2022Item.values())
                        .filter(item -> item.test() == test)
                        .toArray(Eln2022Item[]::new));
        return test == LaboratoryTest.GENE_PANEL
                ? new Eln2022Patient(fewer.states(), "unknown", fewer.promyelocytic(), fewer.bzipMissense())
                : fewer;
    }

    private static RiskResult assess(Eln2022Patient input) {
        return SCHEME.assess(input.findings());
    }

    private static RiskResult assess(Map<String, String> row) {
        return SCHEME.assess(new NamedValues(name -> Optional.ofNullable(row.get(name))));
    }

    private static List<String> flags(RiskResult result) {
        return result.flags().stream().map(RiskFlag::code).toList();
    }

    private static List<String> drivers(RiskResult result) {
        return result.drivers().stream()
                .map(driver -> driver.name() + " " + driver.rule())
                .toList();
    }

    @TestFactory
    List<DynamicTest> theCentralCasesHaveTheirCategory() {
        assertThat(Eln2022Cases.RETYPED).hasSize(21);
        return Eln2022Cases.RETYPED.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Map<String, String> values = Eln2022Cases.values(entry.getKey());
                    RiskResult result = assess(values);
                    assertThat(result.category()).contains(entry.getValue());
                    assertThat(result.missing()).isEmpty();
                    assertThat(result.settledBy()).isEmpty();
                    assertThat(result.range()).contains(new CategoryRange(entry.getValue(), entry.getValue()));
                }))
                .toList();
    }

    @Test
    void everyLesionAloneHasTheCategoryOfItsColumn() {
        Set<Eln2022Item> favorable = EnumSet.of(
                Eln2022Item.RUNX1_RUNX1T1, Eln2022Item.CBFB_MYH11, Eln2022Item.NPM1, Eln2022Item.CEBPA_BZIP_INFRAME);
        Set<Eln2022Item> intermediate = EnumSet.of(Eln2022Item.FLT3_ITD, Eln2022Item.MLLT3_KMT2A);
        for (Eln2022Item item : Eln2022Item.values()) {
            String expected =
                    favorable.contains(item) ? "Favorable" : intermediate.contains(item) ? "Intermediate" : "Adverse";
            RiskResult result = assess(known("absent", item));
            assertThat(result.category()).as(item.label()).contains(expected);
            assertThat(result.drivers()).extracting(RiskDriver::name).containsExactly(item.label());
            assertThat(result.flags()).isEmpty();
        }
        assertThat(assess(known("absent")).category()).contains("Intermediate");
        assertThat(drivers(assess(known("absent")))).containsExactly("no listed lesion ELN2022_NO_LISTED_LESION");
    }

    @ParameterizedTest
    @CsvSource({
        "0.099, Intermediate",
        "0.0999999, Intermediate",
        "0.10, Adverse",
        "0.1, Adverse",
        "0.100, Adverse",
        "0.101, Adverse",
        "1, Adverse"
    })
    void tp53IsAdverseFromTenPercentAsADecimal(String vaf, String expected) {
        assertThat(assess(known(vaf)).category()).contains(expected);
    }

    @Test
    void theStepsComeInTheirOrder() {
        // Each lesion of the list goes before all that follow it.
        List<Eln2022Item> order = List.of(
                Eln2022Item.RUNX1_RUNX1T1,
                Eln2022Item.MLLT3_KMT2A,
                Eln2022Item.MONOSOMY_7,
                Eln2022Item.CEBPA_BZIP_INFRAME,
                Eln2022Item.ASXL1);
        List<String> rules = List.of(
                "ELN2022_CBF", "ELN2022_T911", "ELN2022_ADVERSE_CYTOGENETICS", "ELN2022_CEBPA_BZIP", "ELN2022_MR_GENE");
        for (int i = 0; i < order.size(); i++) {
            Eln2022Item[] present = order.subList(i, order.size()).toArray(Eln2022Item[]::new);
            RiskResult result = assess(known("absent", present));
            assertThat(drivers(result).getFirst()).isEqualTo(order.get(i).label() + " " + rules.get(i));
            assertThat(result.drivers()).hasSize(present.length);
            assertThat(result.drivers().subList(1, present.length))
                    .allMatch(driver -> driver.rule().equals("ALSO_PRESENT"));
        }
        assertThat(drivers(assess(known("0.5", Eln2022Item.NPM1, Eln2022Item.ASXL1))))
                .containsExactly("TP53 ELN2022_TP53", "NPM1 ALSO_PRESENT", "ASXL1 ALSO_PRESENT");
        assertThat(drivers(assess(known("0.5", Eln2022Item.MONOSOMY_7))))
                .containsExactly("-7 ELN2022_ADVERSE_CYTOGENETICS", "TP53 ALSO_PRESENT");
        assertThat(drivers(assess(known("absent", Eln2022Item.NPM1, Eln2022Item.CEBPA_BZIP_INFRAME))))
                .containsExactly("NPM1 ELN2022_NPM1_WITHOUT_ITD", "CEBPA_BZIP_INFRAME ALSO_PRESENT");
        assertThat(drivers(assess(known("absent", Eln2022Item.NPM1, Eln2022Item.FLT3_ITD))))
                .containsExactly("NPM1 ELN2022_NPM1_WITH_ITD", "FLT3_ITD ELN2022_NPM1_WITH_ITD");
        assertThat(drivers(assess(known("absent", Eln2022Item.FLT3_ITD))))
                .containsExactly("FLT3_ITD ELN2022_ITD_WITHOUT_NPM1");
    }

    @Test
    void npm1WithItdAndAnAdverseGeneIsAdverseUnlessTheCentreDecidesOtherwise() {
        Eln2022Patient input = known("absent", Eln2022Item.NPM1, Eln2022Item.FLT3_ITD, Eln2022Item.RUNX1);

        assertThat(assess(input).category()).contains("Adverse");
        assertThat(flags(assess(input))).containsExactly("NPM1_ITD_WITH_MR");
        assertThat(EXEMPT.assess(input.findings()).category()).contains("Intermediate");
        Eln2022Patient withoutNpm1 = known("absent", Eln2022Item.FLT3_ITD, Eln2022Item.RUNX1);
        assertThat(EXEMPT.assess(withoutNpm1.findings()).category()).contains("Adverse");
        assertThat(flags(assess(withoutNpm1))).isEmpty();
        assertThat(flags(assess(known("absent", Eln2022Item.NPM1, Eln2022Item.RUNX1))))
                .isEmpty();
        assertThat(flags(assess(known("absent", Eln2022Item.NPM1, Eln2022Item.FLT3_ITD))))
                .isEmpty();
    }

    @Test
    void whatTheGuidelineLeavesOpenIsFlagged() {
        assertThat(flags(assess(known("0.10", Eln2022Item.CBFB_MYH11)))).containsExactly("CBF_WITH_TP53");
        assertThat(flags(assess(known("0.09", Eln2022Item.CBFB_MYH11)))).isEmpty();
        assertThat(flags(assess(known("absent", Eln2022Item.CBFB_MYH11, Eln2022Item.MONOSOMY_7))))
                .containsExactly("CBF_WITH_ADVERSE_CYTO");
        assertThat(flags(assess(known("absent", Eln2022Item.MLLT3_KMT2A, Eln2022Item.MONOSOMY_7))))
                .containsExactly("T911_WITH_ADVERSE_CYTO");
        assertThat(flags(assess(known("absent", Eln2022Item.MLLT3_KMT2A, Eln2022Item.ASXL1))))
                .containsExactly("T911_WITH_ADVERSE_GENE");
        assertThat(flags(assess(known("0.3", Eln2022Item.MLLT3_KMT2A)))).containsExactly("T911_WITH_ADVERSE_GENE");
        assertThat(flags(assess(known("absent", Eln2022Item.CEBPA_BZIP_INFRAME, Eln2022Item.MONOSOMY_7))))
                .containsExactly("CEBPA_WITH_ADVERSE_CYTO");
        assertThat(flags(assess(known("0.3", Eln2022Item.CEBPA_BZIP_INFRAME)))).containsExactly("CEBPA_WITH_TP53");
        assertThat(flags(assess(known("absent", Eln2022Item.CEBPA_BZIP_INFRAME, Eln2022Item.FLT3_ITD))))
                .containsExactly("CEBPA_WITH_ITD");
        assertThat(flags(assess(known("0.3", Eln2022Item.NPM1)))).containsExactly("NPM1_WITH_TP53");
        assertThat(assess(known("0.3", Eln2022Item.NPM1)).flags().getFirst().mark())
                .isEqualTo(EvidenceMark.OPEN);
        // t(9;11) beside a core-binding factor lesion decides nothing and is not flagged as if it did.
        assertThat(flags(assess(known("absent", Eln2022Item.CBFB_MYH11, Eln2022Item.MLLT3_KMT2A, Eln2022Item.ASXL1))))
                .isEmpty();
    }

    @Test
    void aBreakApartProbeSaysNothingMoreWhereT911IsKnown() {
        Eln2022Patient input = known("absent", Eln2022Item.MLLT3_KMT2A, Eln2022Item.KMT2A_OTHER);

        assertThat(assess(input).category()).contains("Intermediate");
        assertThat(flags(assess(input))).isEmpty();
        assertThat(drivers(assess(input))).containsExactly("MLLT3::KMT2A ELN2022_T911");
        assertThat(assess(without(input, Eln2022Item.KMT2A_OTHER)).missing()).isEmpty();
        // With the partner unknown it may be either.
        RiskResult open = assess(without(known("absent", Eln2022Item.KMT2A_OTHER), Eln2022Item.MLLT3_KMT2A));
        assertThat(open.category()).isEmpty();
        assertThat(open.range()).contains(new CategoryRange("Intermediate", "Adverse"));
        assertThat(open.settledBy()).containsExactly("KARYOTYPE");
        assertThat(drivers(open)).containsExactly("KMT2A_r UNDECIDED");
    }

    @Test
    void promyelocyticLeukaemiaIsOutOfScope() {
        Eln2022Patient input = known("absent", Eln2022Item.NPM1);
        RiskResult result = assess(new Eln2022Patient(input.states(), input.tp53(), PRESENT, Optional.empty()));

        assertThat(result.category()).isEmpty();
        assertThat(result.range()).isEmpty();
        assertThat(flags(result)).containsExactly("APL_OUT_OF_SCOPE");
        assertThat(result.settledBy()).isEmpty();
        assertThat(assess(new Eln2022Patient(input.states(), input.tp53(), UNKNOWN, Optional.empty()))
                        .category())
                .contains("Favorable");
    }

    @Test
    void withoutAKaryotypeOnlyTheRangeIsKnown() {
        RiskResult npm1 = assess(without(known("absent", Eln2022Item.NPM1), LaboratoryTest.KARYOTYPE));
        assertThat(npm1.category()).isEmpty();
        assertThat(npm1.range()).contains(new CategoryRange("Favorable", "Adverse"));
        assertThat(npm1.settledBy()).containsExactly("KARYOTYPE");
        assertThat(npm1.missing()).hasSize(16).contains("RUNX1::RUNX1T1", "complex", "-7");
        RiskResult nothing = assess(new Eln2022Patient(Map.of(), "unknown", UNKNOWN, Optional.empty()));
        assertThat(nothing.range()).contains(new CategoryRange("Favorable", "Adverse"));
        assertThat(nothing.settledBy()).containsExactly("KARYOTYPE", "FLT3_ITD_ASSAY", "GENE_PANEL");
        assertThat(nothing.missing()).hasSize(Eln2022Item.values().length + 1).endsWith("TP53");
        assertThat(flags(nothing)).containsExactly("PANEL_INCOMPLETE");
        assertThat(nothing.inputs()).allMatch(RiskInput::isMissing);
    }

    @Test
    void aDecisiveLesionNeedsNothingElse() {
        Eln2022Patient cbf = all(UNKNOWN, "unknown", Map.of(Eln2022Item.RUNX1_RUNX1T1, PRESENT));
        assertThat(assess(cbf).category()).contains("Favorable");
        assertThat(assess(cbf).settledBy()).isEmpty();
        // What cannot matter any more is not missing.
        assertThat(assess(cbf).missing()).isEmpty();

        Map<Eln2022Item, TriState> adverse = new EnumMap<>(Eln2022Item.class);
        for (Eln2022Item item : Eln2022Item.values()) {
            if (item.test() == LaboratoryTest.KARYOTYPE) {
                adverse.put(item, ABSENT);
            }
        }
        adverse.put(Eln2022Item.MONOSOMY_7, PRESENT);
        assertThat(assess(all(UNKNOWN, "unknown", adverse)).category()).contains("Adverse");
    }

    @Test
    void onlyTheTestsThatAreNeededAreNamed() {
        // Mutated NPM1 with a normal karyotype and a full panel lacks the ITD assay alone.
        RiskResult itd = assess(without(known("absent", Eln2022Item.NPM1), Eln2022Item.FLT3_ITD));
        assertThat(itd.range()).contains(new CategoryRange("Favorable", "Intermediate"));
        assertThat(itd.settledBy()).containsExactly("FLT3_ITD_ASSAY");
        assertThat(itd.missing()).containsExactly("FLT3_ITD");
        // Wild-type NPM1 is intermediate with an ITD or without.
        assertThat(assess(without(known("absent"), Eln2022Item.FLT3_ITD)).category())
                .contains("Intermediate");
        // TP53 known to be mutated, its fraction not: that fraction settles it.
        RiskResult vaf = assess(known("no fraction", Eln2022Item.NPM1));
        assertThat(vaf.range()).contains(new CategoryRange("Favorable", "Adverse"));
        assertThat(vaf.settledBy()).containsExactly("TP53_VAF");
        assertThat(vaf.missing()).containsExactly("TP53_vaf");
        // No karyotype, no ITD assay, no NPM1: the ITD is of no consequence.
        RiskResult noKaryotype = assess(
                without(without(known("absent", Eln2022Item.ASXL1), LaboratoryTest.KARYOTYPE), Eln2022Item.FLT3_ITD));
        assertThat(noKaryotype.settledBy()).containsExactly("KARYOTYPE");
    }

    @Test
    void anIncompletePanelIsFlaggedAndListed() {
        RiskResult result = assess(without(known("absent"), Eln2022Item.BCOR, Eln2022Item.ZRSR2));

        assertThat(result.category()).isEmpty();
        assertThat(result.range()).contains(new CategoryRange("Intermediate", "Adverse"));
        assertThat(result.missing()).containsExactly("BCOR", "ZRSR2");
        assertThat(result.settledBy()).containsExactly("GENE_PANEL");
        assertThat(result.flags()).hasSize(1);
        assertThat(result.flags().getFirst().explanation()).endsWith("(BCOR, ZRSR2)");
        assertThat(assess(without(known("absent", Eln2022Item.ASXL1), Eln2022Item.BCOR))
                        .category())
                .contains("Adverse");
    }

    @Test
    void aMissenseVariantOfTheBzipDomainIsTold() {
        Eln2022Patient input = known("absent");
        RiskResult result =
                assess(new Eln2022Patient(input.states(), input.tp53(), ABSENT, Optional.of("CEBPA p.R300C")));

        assertThat(flags(result)).containsExactly("CEBPA_BZIP_MISSENSE");
        assertThat(result.category()).contains("Intermediate");
    }

    /** The result against a search over every completion of every single lesion group, written out anew. */
    @Test
    void theIntervalIsThatOfAllCompletionsAndTestsSettleItAsPromised() {
        Random random = new Random(2022);
        for (int i = 0; i < 200; i++) {
            Map<Eln2022Item, TriState> states = new EnumMap<>(Eln2022Item.class);
            for (Eln2022Item item : Eln2022Item.values()) {
                int draw = random.nextInt(12);
                states.put(item, draw == 0 ? PRESENT : draw <= 2 ? UNKNOWN : ABSENT);
            }
            String tp53 = List.of("unknown", "absent", "absent", "no fraction", "0.05", "0.4")
                    .get(random.nextInt(6));
            Eln2022Patient input = all(ABSENT, tp53, states);
            RiskResult result = assess(input);

            Set<String> possible = new HashSet<>();
            for (Eln2022Patient completion : completions(input)) {
                possible.add(assess(completion).category().orElseThrow());
            }
            List<String> sorted = possible.stream()
                    .sorted((a, b) -> ORDER.indexOf(a) - ORDER.indexOf(b))
                    .toList();
            assertThat(result.range()).contains(new CategoryRange(sorted.getFirst(), sorted.getLast()));
            assertThat(result.isEstablished()).isEqualTo(possible.size() == 1);
            checkSettling(input, result);
        }
    }

    /** Doing the named tests settles it whatever they show, and no smaller set does. Doing one test never widens the range. */
    private static void checkSettling(Eln2022Patient input, RiskResult result) {
        if (result.isEstablished()) {
            assertThat(result.settledBy()).isEmpty();
            return;
        }
        List<LaboratoryTest> missing = List.of(
                LaboratoryTest.KARYOTYPE,
                LaboratoryTest.FLT3_ITD_ASSAY,
                LaboratoryTest.TP53_VAF,
                LaboratoryTest.GENE_PANEL);
        Set<LaboratoryTest> named = EnumSet.noneOf(LaboratoryTest.class);
        result.settledBy().forEach(name -> named.add(LaboratoryTest.valueOf(name)));
        assertThat(settles(input, named)).isTrue();
        for (int mask = 0; mask < 16; mask++) {
            Set<LaboratoryTest> other = EnumSet.noneOf(LaboratoryTest.class);
            for (int bit = 0; bit < 4; bit++) {
                if ((mask & 1 << bit) != 0) {
                    other.add(missing.get(bit));
                }
            }
            if (other.size() < named.size()) {
                assertThat(settles(input, other))
                        .as(other + " against " + named)
                        .isFalse();
            }
        }
        int best = ORDER.indexOf(result.range().orElseThrow().best());
        int worst = ORDER.indexOf(result.range().orElseThrow().worst());
        for (LaboratoryTest test : missing) {
            for (Eln2022Patient after : outcomes(input, Set.of(test))) {
                CategoryRange range = assess(after).range().orElseThrow();
                assertThat(ORDER.indexOf(range.best())).isGreaterThanOrEqualTo(best);
                assertThat(ORDER.indexOf(range.worst())).isLessThanOrEqualTo(worst);
            }
        }
    }

    private static boolean settles(Eln2022Patient input, Set<LaboratoryTest> tests) {
        return outcomes(input, tests).stream().allMatch(after -> assess(after).isEstablished());
    }

    private static List<Eln2022Patient> completions(Eln2022Patient input) {
        return outcomes(input, EnumSet.allOf(LaboratoryTest.class));
    }

    /** What tests may show, one lesion of a group standing for the others of it. */
    private static List<Eln2022Patient> outcomes(Eln2022Patient input, Set<LaboratoryTest> tests) {
        List<Eln2022Patient> outcomes = new ArrayList<>(List.of(input));
        for (Eln2022Item.Group group : Eln2022Item.Group.values()) {
            List<Eln2022Item> unknown = Arrays.stream(Eln2022Item.values())
                    .filter(item ->
                            item.group() == group && tests.contains(item.test()) && input.state(item) == UNKNOWN)
                    .toList();
            if (!unknown.isEmpty()) {
                List<Eln2022Patient> next = new ArrayList<>();
                for (Eln2022Patient before : outcomes) {
                    for (TriState first : List.of(ABSENT, PRESENT)) {
                        Map<Eln2022Item, TriState> states = new EnumMap<>(before.states());
                        unknown.forEach(item -> states.put(item, item == unknown.getFirst() ? first : ABSENT));
                        next.add(new Eln2022Patient(states, before.tp53(), ABSENT, Optional.empty()));
                    }
                }
                outcomes = next;
            }
        }
        boolean gene = input.tp53().equals("unknown") && tests.contains(LaboratoryTest.GENE_PANEL);
        boolean fraction = input.tp53().equals("no fraction") && tests.contains(LaboratoryTest.TP53_VAF);
        if (gene || fraction) {
            List<Eln2022Patient> next = new ArrayList<>();
            for (Eln2022Patient before : outcomes) {
                for (String vaf : List.of("0.05", "0.5")) {
                    next.add(new Eln2022Patient(before.states(), vaf, ABSENT, Optional.empty()));
                }
            }
            outcomes = next;
        }
        return outcomes;
    }

    @Test
    void aTableRowIsReadByItsColumns() {
        Map<String, String> row = Map.of(
                "KARYOTYPE", "45,XX,-7[20]",
                "NPM1", "1",
                "FLT3_ITD", "0",
                "TP53_MAXVAF", "0",
                "RUNX1", "NA",
                "RUNX1::RUNX1T1", "");
        RiskResult result = assess(row);
        assertThat(result.category()).contains("Adverse");
        assertThat(result.inputs())
                .contains(
                        new RiskInput("-7", Optional.of("present: -7"), Optional.of("karyotype")),
                        new RiskInput("NPM1", Optional.of("present"), Optional.of("clinical table")),
                        new RiskInput("FLT3_ITD", Optional.of("absent"), Optional.of("clinical table")),
                        new RiskInput("TP53", Optional.of("absent"), Optional.of("clinical table")),
                        new RiskInput("RUNX1", Optional.empty(), Optional.empty()));
        assertThat(assess(Map.of("PML::RARA", "1")).flags())
                .extracting(RiskFlag::code)
                .containsExactly("APL_OUT_OF_SCOPE");
    }

    @Test
    void aTableRowThatCannotBeIsRefused() {
        assertThatThrownBy(() -> assess(Map.of("NPM1", "yes")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("NPM1: expected 0, 1 or NA, found yes");
        for (String column : List.of("TP53_vaf", "TP53_MAXVAF")) {
            assertThatThrownBy(() -> assess(Map.of(column, "9.9")))
                    .hasMessage(column + ": expected a number from 0 to 1, or NA, found 9.9");
            assertThatThrownBy(() -> assess(Map.of("TP53", "0", column, "0.2")))
                    .hasMessage(column + ": expected 0 or NA where TP53 is absent, found 0.2");
            assertThatThrownBy(() -> assess(Map.of("TP53", "1", column, "0")))
                    .hasMessage(column + ": expected a number above 0, or NA, where TP53 is present, found 0");
        }
        assertThatThrownBy(() -> assess(Map.of("KARYOTYPE", "normal"))).isInstanceOf(KaryotypeException.class);
        assertThatThrownBy(() -> assess(Map.of("karyotype", "normal"))).isInstanceOf(KaryotypeException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.3, Adverse", "0.03, Intermediate", "0, Intermediate"})
    void tp53IsKnownByItsFractionAlone(String vaf, String category) {
        RiskResult result = assess(known(vaf));

        assertThat(result.category()).contains(category);
        assertThat(result.missing()).isEmpty();
        assertThat(assess(Map.of("TP53", "0", "TP53_vaf", "0")).missing()).doesNotContain("TP53", "TP53_vaf");
    }

    @Test
    void theSchemeIsDescribedWithEveryInput() {
        assertThat(SCHEME.description().scheme().categories()).isEqualTo(ORDER);
        assertThat(SCHEME.description().inputs())
                .hasSize(Eln2022Item.values().length + 5)
                .extracting(input -> input.name())
                .contains(
                        "karyotype", "TP53", "TP53_vaf", "PML::RARA", "MLLT3::KMT2A", "complex", "CEBPA_BZIP_MISSENSE")
                .doesNotHaveDuplicates();
    }
}
