package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.error.BugException;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskScheme;
import org.marrow.variants.risk.scheme.NumberRange;

/**
 * One rule file as read: either a list of rules, of which the first that holds gives the category, or a score with its cut-offs.
 *
 * @param date of the publication, as the file writes it
 * @param diseases of which patients it is meant for
 * @param needs inputs without which it is not offered for a patient
 * @param ordered whether its categories have an order, the most favourable first
 * @param inputs that it reads, in the order in which it lists them
 * @param rules in their order; the last holds always. Empty for a score
 * @param items of a score
 * @param terms of a score
 * @param score what the score is of {@code sum} and {@code terms}; empty for rules
 * @param cuts of a score, one for each category but the last; none where the median of a cohort takes their place
 * @param cohortMedian how a score without cut-offs divides a cohort in two
 * @param complete whether nothing may be missing for there to be a category
 * @param rounding of the score before it is cut
 * @param outOfScope findings with which the scheme says nothing
 * @param ranges narrower than the catalog's; the scheme has no result beyond them
 * @param usual ranges for which the scheme was made; beyond them there is a flag
 */
record RuleSet(
        RiskScheme scheme,
        String date,
        Set<Disease> diseases,
        List<RuleVariable> needs,
        boolean ordered,
        RuleVariables variables,
        List<RuleVariable> inputs,
        List<Rule> rules,
        List<Item> items,
        List<Term> terms,
        Optional<Formula> score,
        List<Cut> cuts,
        Optional<CohortMedian> cohortMedian,
        boolean complete,
        Optional<Rounding> rounding,
        List<Flag> flags,
        List<Flag> outOfScope,
        List<Choice> options,
        Map<RuleVariable, NumberRange> ranges,
        Map<RuleVariable, NumberRange> usual) {

    /** One step of a decision list. */
    record Rule(String code, EvidenceMark mark, String category, Condition condition) {}

    /** Points of a score when a condition holds. */
    record Item(String code, EvidenceMark mark, BigDecimal points, Condition condition) {}

    /** A part of a score that is computed from numbers. */
    record Term(String code, EvidenceMark mark, Formula formula) {}

    /** The highest score of a category; the bound itself belongs to it when {@code inclusive}. */
    record Cut(BigDecimal bound, boolean inclusive) {
        boolean isBelow(BigDecimal score) {
            int order = bound.compareTo(score);
            return order < 0 || (order == 0 && !inclusive);
        }
    }

    record Rounding(int decimals, RoundingMode mode) {}

    /**
     * Something to tell.
     *
     * @param tell inputs of which the evidence is told with it
     */
    record Flag(String code, EvidenceMark mark, Condition condition, List<RuleVariable> tell) {}

    /** What the source leaves open, by the name under which a centre may decide otherwise. */
    record Choice(RuleVariable variable, EvidenceMark mark, boolean byDefault) {}

    RuleSet {
        diseases = Set.copyOf(diseases);
        needs = List.copyOf(needs);
        inputs = List.copyOf(inputs);
        rules = List.copyOf(rules);
        items = List.copyOf(items);
        terms = List.copyOf(terms);
        cuts = List.copyOf(cuts);
        flags = List.copyOf(flags);
        outOfScope = List.copyOf(outOfScope);
        options = List.copyOf(options);
        ranges = Map.copyOf(ranges);
        usual = Map.copyOf(usual);
    }

    boolean isScore() {
        return rules.isEmpty();
    }

    /** Every code of which a result may need the text. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        rules.forEach(rule -> codes.add(rule.code()));
        items.forEach(item -> codes.add(item.code()));
        terms.forEach(term -> codes.add(term.code()));
        flags.forEach(flag -> codes.add(flag.code()));
        outOfScope.forEach(flag -> codes.add(flag.code()));
        options.forEach(option -> codes.add(option.variable().name()));
        return codes.stream().distinct().toList();
    }

    /** Values in place of the unknown; the range of the scheme where it has one, else the catalog's. */
    NumberRange range(RuleVariable number) {
        NumberRange own = ranges.get(number);
        return own != null
                ? own
                : number.requireInput().range().orElseThrow(() -> new BugException(number + " has no range"));
    }

    /** The place of the category of a score. */
    int categoryOf(BigDecimal score) {
        BigDecimal rounded =
                rounding.map(how -> score.setScale(how.decimals(), how.mode())).orElse(score);
        return Math.toIntExact(cuts.stream().filter(cut -> cut.isBelow(rounded)).count());
    }

    /** Every name that the score and its terms read, as often as they do. */
    List<String> formulaNames() {
        List<String> names = new ArrayList<>();
        score.ifPresent(formula -> formula.collectNames(names::add));
        terms.forEach(term -> term.formula().collectNames(names::add));
        return names;
    }

    /** The numbers of the score's formula, in their order. */
    List<RuleVariable> formulaNumbers() {
        return formulaNames().stream()
                .filter(name -> !name.equals(Formula.SUM) && !name.equals(Formula.TERMS))
                .distinct()
                .map(variables::require)
                .toList();
    }
}
