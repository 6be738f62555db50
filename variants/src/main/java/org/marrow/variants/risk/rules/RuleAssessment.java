package org.marrow.variants.risk.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.risk.scheme.LaboratoryTest;

/** Applies a rule set to one patient; what rules and scores do differently is in the classes that extend it. */
abstract class RuleAssessment {
    static final String RULE_FROM_MEMORY = "RULE_FROM_MEMORY";

    final RuleSet set;
    final PatientInputs inputs;
    final RuleState state;
    final UnaryOperator<String> english;

    /** @param english text by code */
    RuleAssessment(RuleSet set, PatientInputs inputs, UnaryOperator<String> english) {
        this.set = set;
        this.inputs = inputs;
        this.state = inputs.state();
        this.english = english;
    }

    static RiskResult assess(RuleSet set, PatientInputs inputs, UnaryOperator<String> english) {
        RuleAssessment assessment =
                set.isScore() ? new ScoreAssessment(set, inputs, english) : new ListAssessment(set, inputs, english);
        return assessment.result();
    }

    /** The places of the categories that are possible. */
    abstract Set<Integer> categories();

    /** The inputs that what is known still waits for. */
    abstract Set<RuleVariable> asked();

    /** The inputs behind what decides. */
    private Set<RuleVariable> read() {
        Set<RuleVariable> read = new LinkedHashSet<>();
        for (RuleVariable variable : deciding()) {
            if (variable.quantity().isPresent()) {
                read.addAll(set.variables().inputsOf(variable));
            } else {
                read.add(variable);
            }
        }
        return read;
    }

    /** The inputs of the rules or of the score, without those that flags alone read. */
    abstract Set<RuleVariable> deciding();

    /** Whether the category is certain once these variables are known, whatever they are. */
    abstract boolean settles(BitSet learned);

    abstract Optional<ScoreRange> score();

    abstract List<RiskDriver> drivers(Optional<String> category);

    /** Codes of rules that are from memory and that the category may rest on. */
    abstract List<String> fromMemory();

    /** More to tell, of the score alone. */
    List<RiskFlag> moreFlags() {
        return List.of();
    }

    private RiskResult result() {
        List<RiskFlag> out = told(set.outOfScope());
        if (!out.isEmpty()) {
            return new RiskResult(
                    set.scheme(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    out,
                    List.of(),
                    List.of(),
                    inputs.shown(read()));
        }
        List<String> possible = new TreeSet<>(categories())
                .stream().map(place -> set.scheme().categories().get(place)).toList();
        Set<RuleVariable> waiting = new LinkedHashSet<>();
        (set.complete() ? deciding() : asked()).forEach(variable -> waiting.addAll(unknownInputs(variable)));
        set.cohortMedian().ifPresent(median -> waiting.addAll(unknownInputs(median.by())));
        boolean established = possible.size() == 1 && !(set.complete() && !waiting.isEmpty());
        Optional<String> category = established ? Optional.of(possible.getFirst()) : Optional.empty();
        Optional<CategoryRange> range = set.ordered() && set.cohortMedian().isEmpty()
                ? Optional.of(new CategoryRange(possible.getFirst(), possible.getLast()))
                : Optional.empty();
        List<RiskFlag> flags = new ArrayList<>(inputs.flags());
        flags.addAll(told(set.flags()));
        flags.addAll(moreFlags());
        set.cohortMedian().ifPresent(median -> flags.add(flag(CohortMedian.OF_ONE, median.mark(), "")));
        for (RuleSet.Choice option : set.options()) {
            boolean on = state.cells(option.variable()) == RuleVariable.PRESENT;
            if (on != option.byDefault()) {
                flags.add(flag(option.variable().name(), option.mark(), on ? "on" : "off"));
            }
        }
        if (!fromMemory().isEmpty()) {
            flags.add(flag(RULE_FROM_MEMORY, EvidenceMark.FROM_MEMORY, String.join(", ", fromMemory())));
        }
        return new RiskResult(
                set.scheme(),
                category,
                range,
                score(),
                drivers(category),
                flags,
                missing(waiting),
                established ? List.of() : settledBy(waiting),
                inputs.shown(read()),
                possible);
    }

    /** The unknown inputs behind a variable: itself, or the numbers of a quantity. */
    private Set<RuleVariable> unknownInputs(RuleVariable variable) {
        if (variable.quantity().isPresent()) {
            return set.variables().inputsOf(variable).stream()
                    .filter(number -> !state.isKnown(number))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return variable.input().isEmpty() || state.isKnown(variable) ? Set.of() : Set.of(variable);
    }

    private List<String> missing(Set<RuleVariable> waiting) {
        return set.inputs().stream()
                .filter(waiting::contains)
                .map(inputs::missingName)
                .distinct()
                .toList();
    }

    private List<String> settledBy(Set<RuleVariable> waiting) {
        Set<LaboratoryTest> tests = EnumSet.noneOf(LaboratoryTest.class);
        waiting.forEach(variable -> tests.add(inputs.test(variable)));
        if (set.complete()) {
            return tests.stream().map(Enum::name).toList();
        }
        return LaboratoryTest.smallestSettling(tests, some -> settles(learnedBy(some)));
    }

    private BitSet learnedBy(Set<LaboratoryTest> tests) {
        BitSet learned = new BitSet();
        for (RuleVariable variable : set.variables().all()) {
            boolean known = variable.quantity().isPresent()
                    ? unknownInputs(variable).stream().allMatch(number -> tests.contains(inputs.test(number)))
                    : variable.input().isPresent() && tests.contains(inputs.test(variable));
            if (known) {
                learned.set(variable.index());
            }
        }
        return learned;
    }

    private List<RiskFlag> told(List<RuleSet.Flag> all) {
        List<RiskFlag> flags = new ArrayList<>();
        for (RuleSet.Flag flag : all) {
            if (flag.condition().holdsOfTheKnown(state)) {
                List<String> details = new ArrayList<>();
                if (flag.condition() instanceof Condition.Unknown unknown) {
                    unknown.unknown(state).forEach(variable -> details.add(variable.shown()));
                }
                flag.tell().forEach(variable -> inputs.evidence(variable).ifPresent(details::add));
                flags.add(flag(flag.code(), flag.mark(), String.join(", ", details)));
            }
        }
        return flags;
    }

    final RiskFlag flag(String code, EvidenceMark mark, String detail) {
        String sentence = english.apply(code);
        return new RiskFlag(code, detail.isEmpty() ? sentence : sentence + " (" + detail + ")", mark);
    }

    /** A lesion that a number tells more of stands for it. */
    final RuleVariable finding(RuleVariable variable) {
        return set.variables().lesionOf(variable).orElse(variable);
    }

    /** What speaks for a condition that holds, in the order of the inputs; what is absent where nothing present does. */
    final List<String> support(Condition condition) {
        Set<RuleVariable> present = new LinkedHashSet<>();
        condition.collectSupport(state, question -> add(present, question.variable()));
        if (!present.isEmpty()) {
            return inOrder(present).stream().map(RuleVariable::shown).toList();
        }
        Set<RuleVariable> absent = new LinkedHashSet<>();
        condition.collectQuestions(true, false, question -> add(absent, question.variable()));
        return inOrder(absent).stream()
                .filter(variable -> state.cells(variable) == RuleVariable.ABSENT && variable.isLesion())
                .map(variable -> variable.shown() + " absent")
                .toList();
    }

    private void add(Set<RuleVariable> variables, RuleVariable variable) {
        if (variable.quantity().isPresent()) {
            variables.addAll(set.variables().inputsOf(variable));
        } else if (variable.input().isPresent()) {
            variables.add(finding(variable));
        }
    }

    final List<RuleVariable> inOrder(Collection<RuleVariable> variables) {
        List<RuleVariable> order = new ArrayList<>(set.inputs());
        variables.stream().filter(variable -> !order.contains(variable)).forEach(order::add);
        order.removeIf(variable -> !variables.contains(variable));
        return order;
    }
}
