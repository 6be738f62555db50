package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.ScoreRange;
import org.marrow.core.risk.TriState;

/** A score of points and terms that is cut into categories. */
final class ScoreAssessment extends RuleAssessment {
    /** Flag: what is missing leaves the score between two values. */
    static final String SCORE_BETWEEN = "SCORE_BETWEEN";

    private static final int SHOWN_DECIMALS = 4;

    private final ItemGroups groups;
    private final ScoreFormula formula;
    private final Interval bounds;
    private final Set<Integer> categories = new TreeSet<>();
    private final Set<RuleVariable> openNumbers = new LinkedHashSet<>();

    ScoreAssessment(RuleSet set, PatientInputs inputs, UnaryOperator<String> english) {
        super(set, inputs, english);
        groups = new ItemGroups(set, state);
        formula = new ScoreFormula(set);
        set.formulaNumbers().stream().filter(number -> !state.isKnown(number)).forEach(openNumbers::add);
        Interval all = null;
        for (BigDecimal sum : groups.sums()) {
            Interval score = score(sum);
            categories.addAll(categories(score));
            all = all == null
                    ? score
                    : new Interval(
                            all.lowest().min(score.lowest()), all.highest().max(score.highest()));
        }
        bounds = all == null ? Interval.of(BigDecimal.ZERO) : all;
    }

    private Interval score(BigDecimal sum) {
        return formula.value(Interval.of(sum), inputs::bounds);
    }

    private Set<Integer> categories(Interval score) {
        if (set.cohortMedian().isPresent()) {
            // One patient's score is on no side of a median.
            return Set.of(0, 1);
        }
        Set<Integer> places = new TreeSet<>();
        for (int place = set.categoryOf(score.lowest()); place <= set.categoryOf(score.highest()); place++) {
            places.add(place);
        }
        return places;
    }

    @Override
    Set<Integer> categories() {
        return categories;
    }

    @Override
    Set<RuleVariable> asked() {
        Set<RuleVariable> asked = new LinkedHashSet<>(openNumbers);
        groups.decisions().forEach(decision -> asked.addAll(decision.asked()));
        return asked;
    }

    @Override
    Set<RuleVariable> deciding() {
        Set<RuleVariable> read = new LinkedHashSet<>(set.formulaNumbers());
        set.items().forEach(item -> item.condition().collectVariables(read::add));
        return read;
    }

    /**
     * Settled where each way the tests may turn out leaves one category. A number of the formula that stays unknown crosses every
     * cut-off that its range reaches; a sum that stays open is another category next to each cut-off.
     */
    @Override
    boolean settles(BitSet learned) {
        boolean numbersKnown = openNumbers.stream().allMatch(number -> learned.get(number.index()));
        for (Set<BigDecimal> sums : groups.sumsAfter(learned)) {
            if (sums.size() == 1 && numbersKnown) {
                continue;
            }
            Set<Integer> possible = new TreeSet<>();
            sums.forEach(sum -> possible.addAll(categories(score(sum))));
            if (possible.size() > 1) {
                return false;
            }
        }
        return true;
    }

    @Override
    Optional<ScoreRange> score() {
        return bounds.isPoint() ? Optional.of(ScoreRange.exact(bounds.lowest().doubleValue())) : Optional.empty();
    }

    @Override
    List<RiskFlag> moreFlags() {
        if (bounds.isPoint() || set.complete()) {
            return List.of();
        }
        return List.of(
                flag(SCORE_BETWEEN, EvidenceMark.DERIVED, shown(bounds.lowest()) + " to " + shown(bounds.highest())));
    }

    private static String shown(BigDecimal score) {
        BigDecimal rounded = score.setScale(Math.min(score.scale(), SHOWN_DECIMALS), RoundingMode.HALF_EVEN);
        return Completions.plain(rounded).toPlainString();
    }

    @Override
    List<String> fromMemory() {
        Set<String> codes = new LinkedHashSet<>();
        for (RuleSet.Item item : set.items()) {
            if (item.mark() == EvidenceMark.FROM_MEMORY && item.condition().in(state) != TriState.ABSENT) {
                codes.add(item.code());
            }
        }
        for (RuleSet.Term term : set.terms()) {
            if (term.mark() == EvidenceMark.FROM_MEMORY) {
                codes.add(term.code());
            }
        }
        return List.copyOf(codes);
    }

    /** Items that hold and terms that are known, the largest first. */
    @Override
    List<RiskDriver> drivers(Optional<String> category) {
        List<RiskDriver> drivers = new ArrayList<>();
        for (RuleSet.Item item : set.items()) {
            if (item.condition().in(state) == TriState.PRESENT && item.points().signum() != 0) {
                drivers.add(
                        driver(String.join(", ", support(item.condition())), item.code(), item.points(), item.mark()));
            }
        }
        Set<BigDecimal> sums = groups.sums();
        if (sums.size() == 1) {
            Interval sum = Interval.of(sums.iterator().next());
            for (RuleSet.Term term : set.terms()) {
                formula.term(term, sum, inputs::bounds)
                        .filter(value -> value.signum() != 0)
                        .ifPresent(value -> drivers.add(driver(name(term), term.code(), value, term.mark())));
            }
        }
        drivers.sort(Comparator.comparingDouble(
                driver -> -Math.abs(driver.contribution().orElse(0))));
        return drivers;
    }

    private String name(RuleSet.Term term) {
        List<String> names = new ArrayList<>();
        term.formula().collectNames(name -> {
            if (!name.equals(Formula.SUM)) {
                names.add(set.variables().require(name).shown());
            }
        });
        return String.join(", ", names);
    }

    private RiskDriver driver(String name, String code, BigDecimal points, EvidenceMark mark) {
        return new RiskDriver(name, code, OptionalDouble.of(points.doubleValue()), english.apply(code), mark);
    }
}
