package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.marrow.core.risk.RiskResult;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.NamedValues;

/** The engine against a search over every completion, on small rule sets made by chance. */
class CompletionPropertiesTest {
    private static final int RULE_SETS = 80;
    private static final int PATIENTS = 3;

    private static RiskResult assess(RuleScheme scheme, Map<String, String> row) {
        return scheme.assess(new NamedValues(name -> Optional.ofNullable(row.get(name))));
    }

    /** About half of the inputs known, none contradicting another. */
    private static Map<String, String> patient(RandomRuleSet set, Random random) {
        while (true) {
            Map<String, String> row = new TreeMap<>();
            for (String input : set.inputs()) {
                if (random.nextBoolean()) {
                    row.put(input, any(RandomRuleSet.VALUES.getOrDefault(input, List.of()), random));
                }
            }
            if (RandomRuleSet.isConsistent(row)) {
                return row;
            }
        }
    }

    private static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    @Test
    void thePossibleCategoriesAreThoseOfAllCompletions() {
        Random random = new Random(1);
        int open = 0;
        for (int i = 0; i < RULE_SETS; i++) {
            RandomRuleSet set = RandomRuleSet.next(random);
            RuleScheme scheme = set.scheme();
            for (int j = 0; j < PATIENTS; j++) {
                Map<String, String> row = patient(set, random);
                Set<String> expected =
                        set.completions(row).stream().map(set::category).collect(Collectors.toSet());
                RiskResult result = assess(scheme, row);

                assertThat(result.possible()).as(set.text() + row).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(result.isEstablished()).isEqualTo(expected.size() == 1);
                open += expected.size() > 1 ? 1 : 0;
            }
        }
        assertThat(open).isGreaterThan(RULE_SETS / 2);
    }

    @Test
    void whatIsLearnedNeverAddsACategory() {
        Random random = new Random(2);
        for (int i = 0; i < RULE_SETS; i++) {
            RandomRuleSet set = RandomRuleSet.next(random);
            RuleScheme scheme = set.scheme();
            Map<String, String> row = patient(set, random);
            List<String> before = assess(scheme, row).possible();
            for (String input : set.inputs()) {
                Map<String, String> more = new TreeMap<>(row);
                more.putIfAbsent(input, any(RandomRuleSet.VALUES.getOrDefault(input, List.of()), random));
                if (RandomRuleSet.isConsistent(more)) {
                    row = more;
                    List<String> after = assess(scheme, row).possible();
                    assertThat(before).as(set.text() + row).containsAll(after);
                    before = after;
                }
            }
        }
    }

    @Test
    void theNamedTestsSettleItWhateverTheyShowAndNoFewerDo() {
        Random random = new Random(3);
        int several = 0;
        for (int i = 0; i < RULE_SETS; i++) {
            RandomRuleSet set = RandomRuleSet.next(random);
            RuleScheme scheme = set.scheme();
            for (int j = 0; j < PATIENTS; j++) {
                Map<String, String> row = patient(set, random);
                RiskResult result = assess(scheme, row);
                Set<LaboratoryTest> named = EnumSet.noneOf(LaboratoryTest.class);
                result.settledBy().forEach(test -> named.add(LaboratoryTest.valueOf(test)));
                List<Map<String, String>> completions = set.completions(row);

                assertThat(settles(set, row, completions, named))
                        .as(set.text() + row + named)
                        .isTrue();
                for (Set<LaboratoryTest> other : fewer(set, row, named.size())) {
                    assertThat(settles(set, row, completions, other))
                            .as(set.text() + row + other + " against " + named)
                            .isFalse();
                }
                several += named.size() > 1 ? 1 : 0;
            }
        }
        assertThat(several).isGreaterThan(10);
    }

    /** Whether completions that look alike to the tests have one category. */
    private static boolean settles(
            RandomRuleSet set,
            Map<String, String> row,
            List<Map<String, String>> completions,
            Set<LaboratoryTest> tests) {
        Map<Map<String, String>, String> categories = new HashMap<>();
        for (Map<String, String> completion : completions) {
            Map<String, String> shown = new TreeMap<>(completion);
            shown.keySet().removeIf(input -> row.containsKey(input) || !tests.contains(RandomRuleSet.test(input)));
            String category = set.category(completion);
            if (!category.equals(categories.getOrDefault(shown, category))) {
                return false;
            }
            categories.put(shown, category);
        }
        return true;
    }

    private static List<Set<LaboratoryTest>> fewer(RandomRuleSet set, Map<String, String> row, int size) {
        List<LaboratoryTest> tests = new ArrayList<>(new HashSet<>(set.inputs().stream()
                .filter(input -> !row.containsKey(input))
                .map(RandomRuleSet::test)
                .toList()));
        List<Set<LaboratoryTest>> fewer = new ArrayList<>();
        for (int mask = 0; mask < 1 << tests.size(); mask++) {
            if (Integer.bitCount(mask) < size) {
                Set<LaboratoryTest> some = EnumSet.noneOf(LaboratoryTest.class);
                for (int bit = 0; bit < tests.size(); bit++) {
                    if ((mask & 1 << bit) != 0) {
                        some.add(tests.get(bit));
                    }
                }
                fewer.add(some);
            }
        }
        return fewer;
    }

    /** The missing inputs are enough: with them known, however they are, the others change nothing. */
    @Test
    void whatIsNotMissingCannotMatter() {
        Random random = new Random(4);
        for (int i = 0; i < RULE_SETS; i++) {
            RandomRuleSet set = RandomRuleSet.next(random);
            RuleScheme scheme = set.scheme();
            Map<String, String> row = patient(set, random);
            List<String> missing = assess(scheme, row).missing();
            List<Map<String, String>> completions = set.completions(row);
            Map<String, String> completion = completions.get(random.nextInt(completions.size()));
            Map<String, String> known = new TreeMap<>(row);
            // The ratio is asked for under the name of the lesion while that is unknown.
            for (String input : set.inputs()) {
                boolean ratio = input.equals("FLT3_ITD_ratio") && missing.contains("FLT3_ITD");
                if (missing.contains(input) || ratio) {
                    known.put(input, completion.getOrDefault(input, ""));
                }
            }
            assertThat(assess(scheme, known).category()).as(set.text() + known).contains(set.category(completion));
        }
    }
}
