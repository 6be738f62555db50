package org.marrow.variants.risk.rules;

import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a rule set comes to for one patient: the questions that are still open, in the order in which they are asked, and what each
 * answer leads to. Parts that are alike are shared.
 */
sealed interface Decision<T> {
    record Outcome<T>(T value) implements Decision<T> {}

    /** An open question with what follows from yes and from no. Equal to itself alone. */
    final class Fork<T> implements Decision<T> {
        private final Condition.Question question;
        private final Decision<T> yes;
        private final Decision<T> no;
        private final BitSet below = new BitSet();

        Fork(Condition.Question question, Decision<T> yes, Decision<T> no) {
            this.question = question;
            this.yes = yes;
            this.no = no;
            below.set(question.variable().index());
            for (Decision<T> next : List.of(yes, no)) {
                if (next instanceof Fork<T> fork) {
                    below.or(fork.below);
                }
            }
        }

        Condition.Question question() {
            return question;
        }

        Decision<T> yes() {
            return yes;
        }

        Decision<T> no() {
            return no;
        }

        /** The variables that are asked for here and below. */
        BitSet below() {
            return below;
        }
    }

    /** Every outcome that is possible, in the order of the questions. */
    default Set<T> outcomes() {
        Set<T> outcomes = new LinkedHashSet<>();
        visit(one -> {
            if (one instanceof Outcome<T> outcome) {
                outcomes.add(outcome.value());
            }
        });
        return outcomes;
    }

    /** The variables that are asked for, in the order of the questions. */
    default Set<RuleVariable> asked() {
        Set<RuleVariable> asked = new LinkedHashSet<>();
        visit(one -> {
            if (one instanceof Fork<T> fork) {
                asked.add(fork.question().variable());
            }
        });
        return asked;
    }

    private void visit(Consumer<Decision<T>> visitor) {
        visit(visitor, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void visit(Consumer<Decision<T>> visitor, Set<Decision<T>> seen) {
        if (!seen.add(this)) {
            return;
        }
        visitor.accept(this);
        if (this instanceof Fork<T> fork) {
            fork.yes().visit(visitor, seen);
            fork.no().visit(visitor, seen);
        }
    }
}
