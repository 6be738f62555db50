package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Arithmetic over numbers that may be known within bounds only. */
sealed interface Formula {
    /** The sum of the points of the items. */
    String SUM = "sum";

    /** The sum of the terms. */
    String TERMS = "terms";

    /**
     * The values that the formula may have; exact where each name occurs once.
     *
     * @param values of each name that the formula reads
     * @throws ArithmeticException for a value that is not defined
     */
    Interval value(Function<String, Interval> values);

    /** Calls {@code add} with each name, as often as it occurs. */
    void collectNames(Consumer<String> add);

    record Constant(BigDecimal number) implements Formula {
        @Override
        public Interval value(Function<String, Interval> values) {
            return Interval.of(number);
        }

        @Override
        public void collectNames(Consumer<String> add) {}
    }

    record Named(String name) implements Formula {
        @Override
        public Interval value(Function<String, Interval> values) {
            return values.apply(name);
        }

        @Override
        public void collectNames(Consumer<String> add) {
            add.accept(name);
        }
    }

    record Binary(char operation, Formula left, Formula right) implements Formula {
        static final Set<Character> OPERATIONS = Set.of('+', '-', '*', '/');

        @Override
        public Interval value(Function<String, Interval> values) {
            Interval one = left.value(values);
            Interval other = right.value(values);
            return switch (operation) {
                case '+' -> one.plus(other);
                case '-' -> one.minus(other);
                case '*' -> one.times(other);
                default -> one.dividedBy(other);
            };
        }

        @Override
        public void collectNames(Consumer<String> add) {
            left.collectNames(add);
            right.collectNames(add);
        }
    }

    record Power(Formula base, BigDecimal exponent) implements Formula {
        @Override
        public Interval value(Function<String, Interval> values) {
            return base.value(values).power(exponent);
        }

        @Override
        public void collectNames(Consumer<String> add) {
            base.collectNames(add);
        }
    }

    record Exponential(Formula of) implements Formula {
        @Override
        public Interval value(Function<String, Interval> values) {
            return of.value(values).exponential();
        }

        @Override
        public void collectNames(Consumer<String> add) {
            of.collectNames(add);
        }
    }
}
