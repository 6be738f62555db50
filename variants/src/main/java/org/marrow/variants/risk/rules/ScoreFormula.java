package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.marrow.core.error.BugException;

/** The score of a rule set by the sum of its items and by its numbers. */
final class ScoreFormula {
    private final RuleSet set;

    ScoreFormula(RuleSet set) {
        this.set = set;
    }

    /**
     * The bounds of the score.
     *
     * @param sum of the points
     * @param numbers bounds of each input that is a number
     */
    Interval value(Interval sum, Function<RuleVariable, Interval> numbers) {
        Formula score = set.score().orElseThrow(() -> new BugException("rules have no score"));
        return score.value(name -> name.equals(Formula.TERMS) ? terms(sum, numbers) : read(name, sum, numbers));
    }

    /** The value of one term; empty unless everything that it reads is known. */
    Optional<BigDecimal> term(RuleSet.Term term, Interval sum, Function<RuleVariable, Interval> numbers) {
        Interval value = term.formula().value(name -> read(name, sum, numbers));
        return value.isPoint() ? Optional.of(value.lowest()) : Optional.empty();
    }

    private Interval terms(Interval sum, Function<RuleVariable, Interval> numbers) {
        Interval total = Interval.of(BigDecimal.ZERO);
        for (RuleSet.Term term : set.terms()) {
            total = total.plus(term.formula().value(name -> read(name, sum, numbers)));
        }
        return total;
    }

    private Interval read(String name, Interval sum, Function<RuleVariable, Interval> numbers) {
        return name.equals(Formula.SUM) ? sum : numbers.apply(set.variables().require(name));
    }
}
