package org.marrow.variants.risk.rules;

import java.nio.LongBuffer;
import java.util.BitSet;
import java.util.Optional;

/** What is known of one patient: the cells that each variable may be in. Never changes; what is learned gives another state. */
final class RuleState {
    private final RuleVariables variables;
    private final long[] cells;

    /** Numbers of which the very value is known, which their cell does not tell. */
    private final BitSet exact;

    private RuleState(RuleVariables variables, long[] cells, BitSet exact) {
        this.variables = variables;
        this.cells = cells;
        this.exact = exact;
    }

    /** Nothing is known. */
    static RuleState unknown(RuleVariables variables) {
        return new RuleState(
                variables, variables.all().stream().mapToLong(RuleVariable::all).toArray(), new BitSet());
    }

    /** The same state in which the very value of a number is known. */
    RuleState withExact(RuleVariable number) {
        BitSet more = (BitSet) exact.clone();
        more.set(number.index());
        return new RuleState(variables, cells, more);
    }

    long cells(RuleVariable variable) {
        return cells[variable.index()];
    }

    /** With a variable within some cells and what that says of others; empty when it cannot be. */
    Optional<RuleState> narrowed(RuleVariable variable, long within) {
        long[] narrowed = cells.clone();
        narrowed[variable.index()] &= within;
        return variables.conclude(narrowed) ? Optional.of(new RuleState(variables, narrowed, exact)) : Optional.empty();
    }

    /** With everything that either state excludes; empty when nothing is left of a variable. */
    Optional<RuleState> both(RuleState other, BitSet of) {
        long[] common = cells.clone();
        for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) {
            common[i] &= other.cells[i];
        }
        return variables.conclude(common) ? Optional.of(new RuleState(variables, common, exact)) : Optional.empty();
    }

    /** Whether it is present, absent, one value or one very number. */
    boolean isKnown(RuleVariable variable) {
        if (variable.quantity().isPresent()) {
            return variables.inputsOf(variable).stream().allMatch(this::isKnown);
        }
        long possible = cells(variable);
        if (!variable.isNumber()) {
            return Long.bitCount(possible) == 1;
        }
        // Every other cell is a single number: a threshold.
        boolean threshold = Long.bitCount(possible) == 1 && Long.numberOfTrailingZeros(possible) % 2 == 1;
        return exact.get(variable.index()) || threshold;
    }

    /** What the state says of some variables, to tell equal states by. */
    LongBuffer of(BitSet some) {
        long[] part = new long[some.cardinality()];
        int next = 0;
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            part[next++] = cells[i];
        }
        return LongBuffer.wrap(part);
    }
}
