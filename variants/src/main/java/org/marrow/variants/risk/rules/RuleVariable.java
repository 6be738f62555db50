package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.marrow.core.error.BugException;
import org.marrow.variants.risk.scheme.CatalogInput;

/**
 * Something that a rule set asks for: an input, a quantity computed from inputs, or an option.
 *
 * <p>What it may be is a set of cells, one bit each. A lesion and an option have two, absent and present; a choice has one for each
 * value; a number has one for each threshold that the rules compare it with and one for each gap between them, so that numbers of
 * one cell are the same to every rule.
 */
final class RuleVariable {
    static final long ABSENT = 1L;
    static final long PRESENT = 2L;

    /** Cells of a number are 2 n + 1 for n thresholds and must fit in 64 bits. */
    static final int MOST_THRESHOLDS = 31;

    private final int index;
    private final String name;
    private final String shown;
    private final Optional<CatalogInput> input;
    private final Optional<Formula> quantity;
    private final List<BigDecimal> thresholds;
    private final long all;

    private RuleVariable(
            int index,
            String name,
            String shown,
            Optional<CatalogInput> input,
            Optional<Formula> quantity,
            List<BigDecimal> thresholds,
            long all) {
        this.index = index;
        this.name = name;
        this.shown = shown;
        this.input = input;
        this.quantity = quantity;
        this.thresholds = List.copyOf(thresholds);
        this.all = all;
    }

    /** @param shown the name that tables and results use for it in this scheme */
    static RuleVariable ofInput(int index, CatalogInput input, String shown, SortedSet<BigDecimal> thresholds) {
        List<BigDecimal> sorted = List.copyOf(thresholds);
        RuleVariable unbounded =
                new RuleVariable(index, input.name(), shown, Optional.of(input), Optional.empty(), sorted, -1L);
        long all =
                switch (input.kind()) {
                    case GENE, LESION -> ABSENT | PRESENT;
                    case CHOICE -> lowBits(input.values().size());
                    case NUMBER ->
                        input.range()
                                .map(range -> unbounded.between(range.lowest(), range.highest()))
                                .orElseThrow(() -> new BugException(input.name() + " has no range"));
                };
        return new RuleVariable(index, input.name(), shown, Optional.of(input), Optional.empty(), sorted, all);
    }

    static RuleVariable ofQuantity(int index, String name, Formula formula, SortedSet<BigDecimal> thresholds) {
        List<BigDecimal> sorted = List.copyOf(thresholds);
        return new RuleVariable(
                index, name, name, Optional.empty(), Optional.of(formula), sorted, lowBits(2 * sorted.size() + 1));
    }

    static RuleVariable ofOption(int index, String name) {
        return new RuleVariable(index, name, name, Optional.empty(), Optional.empty(), List.of(), ABSENT | PRESENT);
    }

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    String shown() {
        return shown;
    }

    Optional<CatalogInput> input() {
        return input;
    }

    /** The catalog's entry of an input. */
    CatalogInput requireInput() {
        return input.orElseThrow(() -> new BugException(name + " is no input"));
    }

    Optional<Formula> quantity() {
        return quantity;
    }

    boolean isNumber() {
        return quantity.isPresent()
                || input.filter(one -> one.kind() == CatalogInput.Kind.NUMBER).isPresent();
    }

    boolean isLesion() {
        return input.filter(CatalogInput::isLesion).isPresent();
    }

    boolean isChoice() {
        return input.filter(one -> one.kind() == CatalogInput.Kind.CHOICE).isPresent();
    }

    /** Every cell that is possible when nothing is known. */
    long all() {
        return all;
    }

    /** The cells of the numbers from one to another, both included. */
    long between(BigDecimal lowest, BigDecimal highest) {
        int first = cellOf(lowest);
        int last = cellOf(highest);
        return lowBits(last + 1) & ~lowBits(first);
    }

    /** The cells in which a comparison with one of the thresholds holds. */
    long where(String comparison, BigDecimal threshold) {
        int cell = cellOf(threshold);
        long below = lowBits(cell);
        long at = 1L << cell;
        return switch (comparison) {
            case "<" -> below;
            case "<=" -> below | at;
            case "=" -> at;
            case ">=" -> ~below;
            case ">" -> ~(below | at);
            default -> throw new BugException("no comparison: " + comparison);
        };
    }

    long ofValue(String value) {
        return 1L << requireInput().values().indexOf(value);
    }

    private int cellOf(BigDecimal number) {
        for (int i = 0; i < thresholds.size(); i++) {
            int order = number.compareTo(thresholds.get(i));
            if (order == 0) {
                return 2 * i + 1;
            }
            if (order < 0) {
                return 2 * i;
            }
        }
        return 2 * thresholds.size();
    }

    private static long lowBits(int count) {
        return count == 64 ? -1L : (1L << count) - 1;
    }

    @Override
    public String toString() {
        return shown;
    }
}
