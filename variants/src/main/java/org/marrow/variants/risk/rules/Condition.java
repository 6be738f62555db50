package org.marrow.variants.risk.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.marrow.core.risk.TriState;

/** What a rule asks: true, false, or unknown while what is missing may decide it. */
sealed interface Condition {
    /** By the logic of three values, with the work stopped as soon as the answer is certain. */
    TriState in(RuleState state);

    /** The first question that a condition which is unknown waits for. */
    Optional<Question> open(RuleState state);

    /** Whether it holds of what is known, where what is unknown counts as not so. For flags, which tell of findings. */
    boolean holdsOfTheKnown(RuleState state);

    void collectVariables(Consumer<RuleVariable> add);

    /** Calls {@code add} with the questions that are answered by yes and make a part of the condition true that is not false. */
    void collectSupport(RuleState state, Consumer<Question> add);

    /** Calls {@code add} with every question that counts for the condition by its yes, or by its no. */
    void collectQuestions(boolean positive, boolean wanted, Consumer<Question> add);

    /** Whether a variable is in some of its cells. */
    record Question(RuleVariable variable, long cells) implements Condition {
        @Override
        public TriState in(RuleState state) {
            long possible = state.cells(variable);
            if ((possible & ~cells) == 0) {
                return TriState.PRESENT;
            }
            return (possible & cells) == 0 ? TriState.ABSENT : TriState.UNKNOWN;
        }

        @Override
        public Optional<Question> open(RuleState state) {
            return in(state).isKnown() ? Optional.empty() : Optional.of(this);
        }

        @Override
        public boolean holdsOfTheKnown(RuleState state) {
            return in(state) == TriState.PRESENT;
        }

        @Override
        public void collectVariables(Consumer<RuleVariable> add) {
            add.accept(variable);
        }

        @Override
        public void collectSupport(RuleState state, Consumer<Question> add) {
            if (in(state) == TriState.PRESENT) {
                add.accept(this);
            }
        }

        @Override
        public void collectQuestions(boolean positive, boolean wanted, Consumer<Question> add) {
            if (positive == wanted) {
                add.accept(this);
            }
        }
    }

    record Not(Condition of) implements Condition {
        @Override
        public TriState in(RuleState state) {
            return of.in(state).not();
        }

        @Override
        public Optional<Question> open(RuleState state) {
            return of.open(state);
        }

        @Override
        public boolean holdsOfTheKnown(RuleState state) {
            return !of.holdsOfTheKnown(state);
        }

        @Override
        public void collectVariables(Consumer<RuleVariable> add) {
            of.collectVariables(add);
        }

        @Override
        public void collectSupport(RuleState state, Consumer<Question> add) {
            // What is denied is no finding that speaks for the rule.
        }

        @Override
        public void collectQuestions(boolean positive, boolean wanted, Consumer<Question> add) {
            of.collectQuestions(!positive, wanted, add);
        }
    }

    /** At least so many of the parts hold: all of them for "and", one for "or". */
    record AtLeast(int count, List<Condition> parts) implements Condition {
        public AtLeast {
            parts = List.copyOf(parts);
        }

        static Condition all(List<Condition> parts) {
            return parts.size() == 1 ? parts.getFirst() : new AtLeast(parts.size(), parts);
        }

        static Condition any(List<Condition> parts) {
            return parts.size() == 1 ? parts.getFirst() : new AtLeast(1, parts);
        }

        @Override
        public TriState in(RuleState state) {
            int hold = 0;
            int mayHold = parts.size();
            for (Condition part : parts) {
                switch (part.in(state)) {
                    case PRESENT -> hold++;
                    case ABSENT -> mayHold--;
                    case UNKNOWN -> {}
                }
                if (hold >= count) {
                    return TriState.PRESENT;
                }
                if (mayHold < count) {
                    return TriState.ABSENT;
                }
            }
            return TriState.UNKNOWN;
        }

        @Override
        public Optional<Question> open(RuleState state) {
            if (in(state).isKnown()) {
                return Optional.empty();
            }
            return parts.stream().flatMap(part -> part.open(state).stream()).findFirst();
        }

        @Override
        public boolean holdsOfTheKnown(RuleState state) {
            return parts.stream().filter(part -> part.holdsOfTheKnown(state)).count() >= count;
        }

        @Override
        public void collectVariables(Consumer<RuleVariable> add) {
            parts.forEach(part -> part.collectVariables(add));
        }

        @Override
        public void collectSupport(RuleState state, Consumer<Question> add) {
            if (in(state) != TriState.ABSENT) {
                parts.forEach(part -> part.collectSupport(state, add));
            }
        }

        @Override
        public void collectQuestions(boolean positive, boolean wanted, Consumer<Question> add) {
            parts.forEach(part -> part.collectQuestions(positive, wanted, add));
        }
    }

    /** Whether any of some inputs is not known. Of flags alone: nothing that is learned later changes it. */
    record Unknown(List<RuleVariable> variables) implements Condition {
        public Unknown {
            variables = List.copyOf(variables);
        }

        /** Those that are unknown. */
        List<RuleVariable> unknown(RuleState state) {
            List<RuleVariable> unknown = new ArrayList<>(variables);
            unknown.removeIf(state::isKnown);
            return unknown;
        }

        @Override
        public TriState in(RuleState state) {
            return TriState.of(holdsOfTheKnown(state));
        }

        @Override
        public Optional<Question> open(RuleState state) {
            return Optional.empty();
        }

        @Override
        public boolean holdsOfTheKnown(RuleState state) {
            return !unknown(state).isEmpty();
        }

        @Override
        public void collectVariables(Consumer<RuleVariable> add) {
            variables.forEach(add);
        }

        @Override
        public void collectSupport(RuleState state, Consumer<Question> add) {}

        @Override
        public void collectQuestions(boolean positive, boolean wanted, Consumer<Question> add) {}
    }

    /** The condition of a rule that catches what the rules above it leave. */
    record Always() implements Condition {
        @Override
        public TriState in(RuleState state) {
            return TriState.PRESENT;
        }

        @Override
        public Optional<Question> open(RuleState state) {
            return Optional.empty();
        }

        @Override
        public boolean holdsOfTheKnown(RuleState state) {
            return true;
        }

        @Override
        public void collectVariables(Consumer<RuleVariable> add) {}

        @Override
        public void collectSupport(RuleState state, Consumer<Question> add) {}

        @Override
        public void collectQuestions(boolean positive, boolean wanted, Consumer<Question> add) {}
    }

    /** Words that no name may be. */
    Set<String> KEY_WORDS = Set.of(
            "and",
            "or",
            "not",
            "any",
            "all",
            "count",
            "option",
            "unknown",
            "when",
            "otherwise",
            "exp",
            "tell",
            "sum",
            "terms");
}
