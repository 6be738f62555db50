package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.variants.risk.scheme.NumberRange;

/** What a rule set as a whole must be, beyond the form of its statements. */
final class RuleSetChecks {
    private final RuleSet set;
    private final Path file;
    private final Function<String, Location> places;

    /** @param places where each code stands */
    RuleSetChecks(RuleSet set, Path file, Function<String, Location> places) {
        this.set = set;
        this.file = file;
        this.places = places;
    }

    void check() {
        if (set.rules().isEmpty() && set.items().isEmpty() && set.terms().isEmpty()) {
            throw wrong("rules, or the items or terms of a score", "neither");
        }
        if (set.isScore()) {
            checkScore();
        } else {
            checkRules();
        }
    }

    private FormatException wrong(String expected, String found) {
        return new FormatException(file, Location.whole(), expected, found);
    }

    private void checkRules() {
        if (set.cohortMedian().isPresent()) {
            throw wrong("'cohort-median' with a score alone", "rules");
        }
        if (!set.items().isEmpty() || !set.terms().isEmpty() || set.score().isPresent()) {
            throw wrong("either rules or a score", "both");
        }
        if (!(set.rules().getLast().condition() instanceof Condition.Always)) {
            throw new FormatException(
                    file,
                    places.apply(set.rules().getLast().code()),
                    "'otherwise' in the last rule, so that every patient has a category",
                    "a condition");
        }
        for (String category : set.scheme().categories()) {
            if (set.rules().stream().noneMatch(rule -> rule.category().equals(category))) {
                throw wrong("a rule for each category", "none for '" + category + "'");
            }
        }
        try {
            Set<Integer> reached = Completions.firstOf(
                            set.variables(),
                            set.rules().stream().map(RuleSet.Rule::condition).toList(),
                            RuleState.unknown(set.variables()))
                    .outcomes();
            for (int i = 0; i < set.rules().size(); i++) {
                if (!reached.contains(i)) {
                    throw new FormatException(
                            file,
                            places.apply(set.rules().get(i).code()),
                            "a rule that some patient reaches",
                            "'" + set.rules().get(i).code() + "', before which another always holds");
                }
            }
        } catch (InvalidValueException e) {
            throw wrong(e.expected(), e.found());
        }
    }

    private void checkScore() {
        List<String> names = set.formulaNames();
        Set<String> seen = new HashSet<>();
        BitSet inItems = new BitSet();
        set.items()
                .forEach(item -> item.condition()
                        .collectVariables(variable -> inItems.or(set.variables().linkedTo(variable))));
        for (String name : names) {
            boolean number = !name.equals(Formula.SUM) && !name.equals(Formula.TERMS);
            // Only so are the bounds of the score exact when something is missing.
            if (number && !seen.add(name)) {
                throw wrong("each number once in the formulas of a score", name + " twice");
            }
            if (number && inItems.get(set.variables().require(name).index())) {
                throw wrong("a number either in formulas or in items", name + " in both");
            }
        }
        boolean uses = set.score().isPresent();
        if (uses
                && set.terms().stream().anyMatch(term -> namesOf(term.formula()).contains(Formula.TERMS))) {
            throw wrong("terms of numbers and 'sum'", "a term that reads 'terms'");
        }
        Set<String> inScore = namesOf(set.score().orElseThrow());
        boolean sumRead = inScore.contains(Formula.SUM)
                || set.terms().stream().anyMatch(term -> namesOf(term.formula()).contains(Formula.SUM));
        if (!set.items().isEmpty() && !sumRead || !set.terms().isEmpty() && !inScore.contains(Formula.TERMS)) {
            throw wrong("a score of 'sum' and 'terms', where there are items and terms", "a score without one of them");
        }
        try {
            BigDecimal points = set.items().stream()
                    .map(RuleSet.Item::points)
                    .filter(one -> one.signum() > 0)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            new ScoreFormula(set).value(new Interval(BigDecimal.ZERO, points), number -> {
                NumberRange range = set.range(number);
                return new Interval(range.lowest(), range.highest());
            });
        } catch (ArithmeticException e) {
            throw wrong("a score that is defined for every value of its inputs", String.valueOf(e.getMessage()));
        }
        checkItemsTogether();
    }

    private void checkItemsTogether() {
        try {
            new ItemGroups(set, RuleState.unknown(set.variables())).decisions();
        } catch (InvalidValueException e) {
            throw wrong(e.expected(), e.found());
        }
    }

    private static Set<String> namesOf(Formula formula) {
        Set<String> names = new HashSet<>();
        formula.collectNames(names::add);
        return names;
    }
}
