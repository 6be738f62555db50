package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.TriState;

/**
 * Follows a rule set through everything that the unknown inputs may turn out to be. Where a condition waits for an answer, both are
 * followed; a question that no condition waits for is never asked.
 */
final class Completions<T> {
    /** Forks of one rule set; more would take seconds for each patient, and is a rule set to be written otherwise. */
    static final int MOST_FORKS = 200_000;

    /** What a rule set does, one condition after the other. */
    interface Steps<T> {
        int count();

        Condition condition(int step);

        T start();

        /** The result when the condition of a step holds. */
        T after(int step, T before);

        /** Whether the first condition that holds ends it. */
        boolean endsAtFirst();
    }

    private record Key<T>(int step, T value, LongBuffer state) {}

    private final Steps<T> steps;
    private final List<BitSet> read = new ArrayList<>();
    private final Map<Key<T>, Decision<T>> known = new HashMap<>();
    private int forks;

    private Completions(RuleVariables variables, Steps<T> steps) {
        this.steps = steps;
        BitSet later = new BitSet();
        for (int step = steps.count() - 1; step >= 0; step--) {
            steps.condition(step).collectVariables(variable -> later.or(variables.linkedTo(variable)));
            read.addFirst((BitSet) later.clone());
        }
    }

    /** The number of the first rule that holds; the last must hold always. */
    static Decision<Integer> firstOf(RuleVariables variables, List<Condition> rules, RuleState state) {
        Steps<Integer> steps = new Steps<>() {
            @Override
            public int count() {
                return rules.size();
            }

            @Override
            public Condition condition(int step) {
                return rules.get(step);
            }

            @Override
            public Integer start() {
                return -1;
            }

            @Override
            public Integer after(int step, Integer before) {
                return step;
            }

            @Override
            public boolean endsAtFirst() {
                return true;
            }
        };
        return new Completions<>(variables, steps).decide(0, steps.start(), state);
    }

    /** The sum of the points of the items that hold. */
    static Decision<BigDecimal> sumOf(RuleVariables variables, List<RuleSet.Item> items, RuleState state) {
        Steps<BigDecimal> steps = new Steps<>() {
            @Override
            public int count() {
                return items.size();
            }

            @Override
            public Condition condition(int step) {
                return items.get(step).condition();
            }

            @Override
            public BigDecimal start() {
                return BigDecimal.ZERO;
            }

            @Override
            public BigDecimal after(int step, BigDecimal before) {
                return plain(before.add(items.get(step).points()));
            }

            @Override
            public boolean endsAtFirst() {
                return false;
            }
        };
        return new Completions<>(variables, steps).decide(0, steps.start(), state);
    }

    /** One form for equal numbers, so that they are equal as objects. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Decision<T> decide(int from, T before, RuleState state) {
        T value = before;
        int step = from;
        while (step < steps.count()) {
            TriState holds = steps.condition(step).in(state);
            if (holds == TriState.UNKNOWN) {
                return fork(step, value, state);
            }
            if (holds == TriState.PRESENT) {
                value = steps.after(step, value);
                if (steps.endsAtFirst()) {
                    break;
                }
            }
            step++;
        }
        return new Decision.Outcome<>(value);
    }

    private Decision<T> fork(int step, T value, RuleState state) {
        Key<T> key = new Key<>(step, value, state.of(read.get(step)));
        Decision<T> seen = known.get(key);
        if (seen != null) {
            return seen;
        }
        Condition.Question question = steps.condition(step).open(state).orElseThrow();
        Optional<RuleState> yes = state.narrowed(question.variable(), question.cells());
        Optional<RuleState> no = state.narrowed(question.variable(), ~question.cells());
        Decision<T> decision;
        if (yes.isPresent() && no.isPresent()) {
            InvalidValueException.check(
                    ++forks <= MOST_FORKS,
                    "rules",
                    "more than " + MOST_FORKS + " combinations of answers",
                    "rules whose conditions begin with what decides most");
            decision = new Decision.Fork<>(question, decide(step, value, yes.get()), decide(step, value, no.get()));
        } else {
            decision = decide(step, value, yes.or(() -> no).orElseThrow());
        }
        known.put(key, decision);
        return decision;
    }
}
