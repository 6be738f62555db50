package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.SchemeFiles;
import org.marrow.variants.testing.ValidationPage;
import org.marrow.variants.testing.WorkedCase;

/** Every rule file by its own cases, each boundary from both sides. */
class RuleCasesTest {
    private static final double FORMULA_PRECISION = 1e-9;

    /** Schemes of which no worked cases are published, so that docs/validation has these. */
    private static final List<String> WITHOUT_PUBLISHED_CASES =
            List.of("b-all-nccn", "b-all-nci", "gipss", "graall", "ikzf1plus", "imtf", "mipss70-plus", "ph-like");

    static Stream<String> schemes() {
        return SchemeFiles.ids().stream().filter(id -> RuleCasesTest.class.getResource(id + ".cases") != null);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyCaseIsAsExpected(String id) throws IOException {
        RuleScheme scheme = RuleScheme.load(id);
        SoftAssertions softly = new SoftAssertions();
        for (RuleCases.Case one : RuleCases.read(id).cases()) {
            RiskResult result = one.assess(scheme);
            String place = id + ".cases, line " + one.line() + ": " + one.values();
            softly.assertThat(RuleCases.Case.standing(result, scheme)).as(place).isEqualTo(one.expected());
            one.score()
                    .ifPresent(score -> softly.assertThat(
                                    result.score().map(ScoreRange::mean).orElse(Double.NaN))
                            .as(place)
                            .isCloseTo(Double.parseDouble(score), within(FORMULA_PRECISION)));
            List<String> flags = result.flags().stream().map(RiskFlag::code).toList();
            one.flag().ifPresent(flag -> softly.assertThat(flags).as(place).contains(flag));
        }
        softly.assertAll();
    }

    /** Below, at and above each threshold there is a case, as far as the input's range lets there be one. */
    @ParameterizedTest
    @MethodSource("schemes")
    void everyThresholdHasACaseOnEachSide(String id) throws IOException {
        RuleScheme scheme = RuleScheme.load(id);
        Set<RuleVariable> compared = new LinkedHashSet<>();
        RuleSet set = scheme.set();
        Stream.of(
                        set.rules().stream().map(RuleSet.Rule::condition),
                        set.items().stream().map(RuleSet.Item::condition),
                        set.flags().stream().map(RuleSet.Flag::condition),
                        set.outOfScope().stream().map(RuleSet.Flag::condition))
                .flatMap(conditions -> conditions)
                .forEach(condition -> condition.collectVariables(compared::add));
        for (RuleVariable variable : compared) {
            if (!variable.isNumber() || variable.quantity().isPresent()) {
                continue;
            }
            long covered = 0;
            for (RuleCases.Case one : RuleCases.read(id).cases()) {
                String value = one.values().getOrDefault(variable.name(), "");
                if (!value.isEmpty()) {
                    covered |= variable.between(new BigDecimal(value), new BigDecimal(value));
                }
            }
            assertThat(Long.toBinaryString(covered))
                    .as("%s: the cells of %s that cases reach, a bit each", id, variable.name())
                    .isEqualTo(Long.toBinaryString(variable.all()));
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyCategoryRuleItemAndFlagIsReached(String id) throws IOException {
        RuleScheme scheme = RuleScheme.load(id);
        Set<String> reached = new HashSet<>();
        for (RuleCases.Case one : RuleCases.read(id).cases()) {
            RiskResult result = one.assess(scheme);
            result.category().ifPresent(reached::add);
            result.drivers().stream().map(RiskDriver::rule).forEach(reached::add);
            result.flags().stream().map(RiskFlag::code).forEach(reached::add);
        }
        RuleSet set = scheme.set();
        assertThat(reached).as(id).containsAll(set.scheme().categories());
        assertThat(reached)
                .as(id)
                .containsAll(set.rules().stream().map(RuleSet.Rule::code).toList());
        assertThat(reached)
                .as(id)
                .containsAll(set.items().stream().map(RuleSet.Item::code).toList());
        assertThat(reached)
                .as(id)
                .containsAll(set.terms().stream().map(RuleSet.Term::code).toList());
        assertThat(reached)
                .as(id)
                .containsAll(set.flags().stream().map(RuleSet.Flag::code).toList());
        assertThat(reached)
                .as(id)
                .containsAll(set.outOfScope().stream().map(RuleSet.Flag::code).toList());
    }

    @ParameterizedTest
    @CsvSource({
        // Deleted, on both alleles, PAX5; without and with the option.
        "1, 0, 0, IKZF1plus, Not IKZF1plus",
        "1, 1, 0, IKZF1plus, IKZF1plus",
        "1, 0, 1, IKZF1plus, IKZF1plus",
        "0, 0, 0, Not IKZF1plus, Not IKZF1plus",
    })
    void ikzf1plusMayAskForBothAllelesOfCdkn2(
            String deleted, String both, String pax5, String usually, String withOption) {
        Map<String, String> row = Map.of(
                "LINEAGE", "B",
                "IKZF1_DEL", "1",
                "ERG_DEL", "0",
                "PAR1_DEL", "0",
                "PAX5_DEL", pax5,
                "CDKN2A_DEL", deleted,
                "CDKN2A_DEL_HOMOZYGOUS", both,
                "CDKN2B_DEL", "0",
                "CDKN2B_DEL_HOMOZYGOUS", "0");
        NamedValues values = new NamedValues(name -> Optional.ofNullable(row.get(name)));
        RuleScheme scheme = RuleScheme.load("ikzf1plus");

        assertThat(scheme.assess(values).category()).contains(usually);
        assertThat(scheme.withOption("IKZF1PLUS_HOMOZYGOUS_CDKN2", true)
                        .assess(values)
                        .category())
                .contains(withOption);
    }

    @Test
    void whatHasNoPublishedCasesShowsItsOwn() throws IOException {
        for (String id : WITHOUT_PUBLISHED_CASES) {
            RuleScheme scheme = RuleScheme.load(id);
            List<WorkedCase> cases = new ArrayList<>();
            RuleCases.read(id).cases().forEach(one -> cases.add(new Shown(scheme, one)));
            ValidationPage.check(
                    "No worked cases of it are at hand: these were derived from the rules, each threshold from both sides."
                            + " What a case does not name was looked for and not found.",
                    cases);
        }
    }

    /** A case of a rule file as a page lists it. */
    private record Shown(RuleScheme rules, RuleCases.Case one) implements WorkedCase {
        @Override
        public String scheme() {
            return rules.set().scheme().id();
        }

        @Override
        public String name() {
            return "line " + one.line();
        }

        @Override
        public String findings() {
            return one.values().entrySet().stream()
                    .filter(entry -> !entry.getValue().equals("0"))
                    .map(entry -> entry.getValue().isEmpty()
                            ? entry.getKey() + " unknown"
                            : entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String expected() {
            return one.expected();
        }

        @Override
        public String got() {
            return RuleCases.Case.standing(result(), rules);
        }

        @Override
        public RiskResult result() {
            return one.assess(rules);
        }

        @Override
        public String source() {
            return "`" + scheme() + ".cases`";
        }
    }
}
