package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.risk.scheme.SchemeFiles;

/** Every rule file by its own cases, each boundary from both sides. */
class RuleCasesTest {
    private static final double FORMULA_PRECISION = 1e-9;

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
}
