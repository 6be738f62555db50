package org.marrow.variants.risk.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.ScoreRange;
import org.marrow.core.risk.TriState;

/** A list of rules of which the first that holds gives the category. */
final class ListAssessment extends RuleAssessment {
    /** Driver: present, and another finding decides. */
    static final String ALSO_PRESENT = "ALSO_PRESENT";

    /** Driver: present, and what is missing says whether it decides. */
    static final String UNDECIDED = "UNDECIDED";

    private static final String NO_LESION = "no listed lesion";

    private final Decision<Integer> decision;

    ListAssessment(RuleSet set, PatientInputs inputs, UnaryOperator<String> english) {
        super(set, inputs, english);
        decision = Completions.firstOf(
                set.variables(),
                set.rules().stream().map(RuleSet.Rule::condition).toList(),
                state);
    }

    private int category(int rule) {
        return set.scheme().rank(set.rules().get(rule).category());
    }

    @Override
    Set<Integer> categories() {
        return decision.outcomes().stream().map(this::category).collect(Collectors.toSet());
    }

    @Override
    Set<RuleVariable> asked() {
        return decision.asked();
    }

    @Override
    Set<RuleVariable> deciding() {
        Set<RuleVariable> read = new LinkedHashSet<>();
        set.rules().forEach(rule -> rule.condition().collectVariables(read::add));
        return read;
    }

    @Override
    boolean settles(BitSet learned) {
        return !Settling.leavesOpen(
                decision,
                state,
                set.variables(),
                learned,
                rules -> rules.stream().map(this::category).distinct().count() <= 1);
    }

    @Override
    Optional<ScoreRange> score() {
        return Optional.empty();
    }

    @Override
    List<String> fromMemory() {
        return decision.outcomes().stream()
                .sorted()
                .map(set.rules()::get)
                .filter(rule -> rule.mark() == EvidenceMark.FROM_MEMORY)
                .map(RuleSet.Rule::code)
                .toList();
    }

    @Override
    List<RiskDriver> drivers(Optional<String> category) {
        List<RiskDriver> drivers = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        if (category.isPresent()) {
            RuleSet.Rule rule = decidingRule();
            List<String> support = support(rule.condition());
            for (String name : support.isEmpty() ? List.of(NO_LESION) : support) {
                named.add(name);
                drivers.add(driver(name, rule.code(), rule.mark()));
            }
        }
        for (String name : presentLesions()) {
            if (named.add(name)) {
                drivers.add(
                        category.isPresent()
                                ? driver(name, ALSO_PRESENT, EvidenceMark.VERIFIED)
                                : driver(name, UNDECIDED, EvidenceMark.DERIVED));
            }
        }
        return drivers;
    }

    /** Of the rules that may decide the first that certainly holds; where none does, the first of all. */
    private RuleSet.Rule decidingRule() {
        List<Integer> possible = decision.outcomes().stream().sorted().toList();
        int rule = possible.stream()
                .filter(one -> set.rules().get(one).condition().in(state) == TriState.PRESENT)
                .findFirst()
                .orElse(possible.getFirst());
        return set.rules().get(rule);
    }

    private List<String> presentLesions() {
        Set<RuleVariable> present = new LinkedHashSet<>();
        for (RuleSet.Rule rule : set.rules()) {
            rule.condition().collectSupport(state, question -> {
                RuleVariable variable = finding(question.variable());
                if (variable.isLesion()) {
                    present.add(variable);
                }
            });
        }
        return inOrder(present).stream().map(RuleVariable::shown).toList();
    }

    private RiskDriver driver(String name, String code, EvidenceMark mark) {
        return new RiskDriver(name, code, OptionalDouble.empty(), english.apply(code), mark);
    }
}
