package org.marrow.variants.risk.rules;

import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.marrow.core.error.BugException;

/**
 * What some tests would leave open: for everything that they may show, the outcomes that what they do not show still allows.
 */
final class Settling<T> {
    private final RuleVariables variables;
    private final BitSet learned;
    private final BitSet linked;
    private final Predicate<Set<T>> goesOn;
    private final Set<Set<T>> found = new LinkedHashSet<>();

    /** A decision with the state in which it is to be taken. */
    private record Branch<T>(Decision<T> decision, RuleState state) {}

    private record Key<T>(Decision<T> decision, LongBuffer state) {}

    private Settling(RuleVariables variables, BitSet learned, Predicate<Set<T>> goesOn) {
        this.variables = variables;
        this.learned = learned;
        this.linked = linked(variables);
        this.goesOn = goesOn;
    }

    /**
     * The sets of outcomes that remain possible, one for each way the tests may turn out.
     *
     * @param learned the variables that the tests show
     */
    static <T> Set<Set<T>> outcomes(Decision<T> decision, RuleState state, RuleVariables variables, BitSet learned) {
        Settling<T> settling = new Settling<>(variables, learned, set -> true);
        settling.follow(List.of(new Branch<>(decision, state)));
        return settling.found;
    }

    /** Whether one of these sets at least is refused; nothing more is looked at then. */
    static <T> boolean leavesOpen(
            Decision<T> decision,
            RuleState state,
            RuleVariables variables,
            BitSet learned,
            Predicate<Set<T>> accepted) {
        Settling<T> settling = new Settling<>(variables, learned, accepted);
        return !settling.follow(List.of(new Branch<>(decision, state)));
    }

    private static BitSet linked(RuleVariables variables) {
        BitSet linked = new BitSet();
        for (RuleVariable variable : variables.all()) {
            BitSet reached = variables.linkedTo(variable);
            if (reached.cardinality() > 1) {
                linked.or(reached);
            }
        }
        return linked;
    }

    private boolean follow(List<Branch<T>> branches) {
        if (branches.isEmpty()) {
            return true;
        }
        List<Branch<T>> waiting = withoutUnlearned(branches);
        Set<T> possible = new LinkedHashSet<>();
        Branch<T> first = null;
        for (Branch<T> branch : waiting) {
            switch (branch.decision()) {
                case Decision.Outcome<T> outcome -> possible.add(outcome.value());
                case Decision.Fork<T> fork -> first = first == null ? branch : first;
            }
        }
        if (first == null) {
            found.add(possible);
            return goesOn.test(possible);
        }
        if (!goesOn.test(possible) && areCompatible(waiting)) {
            found.add(possible);
            return false;
        }
        Condition.Question question = shown((Decision.Fork<T>) first.decision(), first.state())
                .orElseThrow(() -> new BugException("a branch waits for what no test shows"));
        return follow(narrowed(waiting, question.variable(), question.cells()))
                && follow(narrowed(waiting, question.variable(), ~question.cells()));
    }

    /** What the tests show that bears on an open question: its answer, or that of an input which tells of it. */
    private Optional<Condition.Question> shown(Decision.Fork<T> fork, RuleState state) {
        Condition.Question question = fork.question();
        if (question.in(state).isKnown()) {
            return Optional.empty();
        }
        if (learned.get(question.variable().index())) {
            return Optional.of(question);
        }
        BitSet telling = (BitSet) variables.linkedTo(question.variable()).clone();
        telling.and(learned);
        for (int i = telling.nextSetBit(0); i >= 0; i = telling.nextSetBit(i + 1)) {
            RuleVariable other = variables.all().get(i);
            long cells = state.cells(other);
            if (Long.bitCount(cells) > 1) {
                return Optional.of(new Condition.Question(other, Long.lowestOneBit(cells)));
            }
        }
        return Optional.empty();
    }

    /** Whether the tests may turn out so that all the outcomes that are reached already remain. */
    private boolean areCompatible(List<Branch<T>> waiting) {
        RuleState common = null;
        for (Branch<T> branch : waiting) {
            if (branch.decision() instanceof Decision.Outcome<T>) {
                if (common == null) {
                    common = branch.state();
                } else {
                    Optional<RuleState> both = common.both(branch.state(), learned);
                    if (both.isEmpty()) {
                        return false;
                    }
                    common = both.get();
                }
            }
        }
        return true;
    }

    private List<Branch<T>> narrowed(List<Branch<T>> branches, RuleVariable variable, long cells) {
        List<Branch<T>> narrowed = new ArrayList<>();
        for (Branch<T> branch : branches) {
            branch.state()
                    .narrowed(variable, cells)
                    .ifPresent(state -> narrowed.add(new Branch<>(branch.decision(), state)));
        }
        return narrowed;
    }

    /** Follows every question whose answer the tests do not show, or that is answered; what is left waits for the tests. */
    private List<Branch<T>> withoutUnlearned(List<Branch<T>> branches) {
        Map<Key<T>, Branch<T>> waiting = new LinkedHashMap<>();
        Set<Key<T>> seen = new HashSet<>();
        Deque<Branch<T>> open = new ArrayDeque<>(branches);
        while (!open.isEmpty()) {
            Branch<T> branch = open.removeFirst();
            BitSet relevant = (BitSet) linked.clone();
            if (branch.decision() instanceof Decision.Fork<T> fork) {
                relevant.or(fork.below());
            }
            Key<T> key = new Key<>(branch.decision(), branch.state().of(relevant));
            if (!seen.add(key)) {
                continue;
            }
            if (branch.decision() instanceof Decision.Fork<T> fork) {
                if (shown(fork, branch.state()).isPresent()) {
                    waiting.put(key, branch);
                    continue;
                }
                Condition.Question question = fork.question();
                branch.state()
                        .narrowed(question.variable(), question.cells())
                        .ifPresent(state -> open.addLast(new Branch<>(fork.yes(), state)));
                branch.state()
                        .narrowed(question.variable(), ~question.cells())
                        .ifPresent(state -> open.addLast(new Branch<>(fork.no(), state)));
            } else {
                waiting.put(key, branch);
            }
        }
        return new ArrayList<>(waiting.values());
    }
}
