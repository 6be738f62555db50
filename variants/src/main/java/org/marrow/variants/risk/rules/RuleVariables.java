package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.error.BugException;
import org.marrow.variants.risk.scheme.CatalogInput;

/**
 * The variables of a rule set and what they say of each other: a kind of a lesion is the lesion, a number of a lesion is above 0
 * exactly where the lesion is present, a lesion that is the sum of others is present exactly where one of them is.
 */
final class RuleVariables {
    private final List<RuleVariable> all;
    private final Map<String, RuleVariable> byName = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<RuleVariable, BitSet> linked = new LinkedHashMap<>();

    RuleVariables(List<RuleVariable> all) {
        this.all = List.copyOf(all);
        this.all.forEach(variable -> byName.put(variable.name(), variable));
        for (RuleVariable variable : this.all) {
            variable.input().ifPresent(input -> addLinks(variable, input));
        }
        for (RuleVariable variable : this.all) {
            linked.put(variable, reach(variable));
        }
    }

    List<RuleVariable> all() {
        return all;
    }

    int count() {
        return all.size();
    }

    /** By the catalog's name of an input, or the name of a quantity or an option. */
    Optional<RuleVariable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    RuleVariable require(String name) {
        return find(name).orElseThrow(() -> new BugException("no variable " + name));
    }

    /** The lesion of which a number tells more, where it is a variable too. */
    Optional<RuleVariable> lesionOf(RuleVariable number) {
        return number.isNumber() ? number.input().flatMap(CatalogInput::of).flatMap(this::find) : Optional.empty();
    }

    /** The numbers of a quantity. */
    List<RuleVariable> inputsOf(RuleVariable quantity) {
        List<RuleVariable> inputs = new ArrayList<>();
        quantity.quantity().ifPresent(formula -> formula.collectNames(name -> inputs.add(require(name))));
        return inputs;
    }

    /** A variable with everything that what is learned of it may tell of. */
    BitSet linkedTo(RuleVariable variable) {
        BitSet found = linked.get(variable);
        if (found == null) {
            throw new BugException(variable + " is of another rule set");
        }
        return found;
    }

    /** Draws the conclusions in place; false when the cells contradict each other. */
    boolean conclude(long[] cells) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Link link : links) {
                changed |= link.conclude(cells);
            }
        }
        for (long one : cells) {
            if (one == 0) {
                return false;
            }
        }
        return true;
    }

    private void addLinks(RuleVariable variable, CatalogInput input) {
        input.of().flatMap(this::find).ifPresent(whole -> {
            if (variable.isNumber()) {
                long aboveZero = variable.all() & variable.where(">", BigDecimal.ZERO);
                links.add(new Implies(whole, RuleVariable.PRESENT, variable, aboveZero));
                links.add(new Implies(whole, RuleVariable.ABSENT, variable, ~aboveZero));
            } else {
                links.add(new Implies(variable, RuleVariable.PRESENT, whole, RuleVariable.PRESENT));
            }
        });
        List<RuleVariable> parts =
                input.anyOf().stream().flatMap(name -> find(name).stream()).toList();
        for (RuleVariable part : parts) {
            links.add(new Implies(part, RuleVariable.PRESENT, variable, RuleVariable.PRESENT));
        }
        if (!parts.isEmpty() && parts.size() == input.anyOf().size()) {
            links.add(new OneOf(variable, parts));
        }
    }

    private BitSet reach(RuleVariable from) {
        BitSet reached = new BitSet();
        reached.set(from.index());
        boolean grown = true;
        while (grown) {
            int before = reached.cardinality();
            for (Link link : links) {
                BitSet ends = link.ends();
                if (ends.intersects(reached)) {
                    reached.or(ends);
                }
            }
            grown = reached.cardinality() > before;
        }
        return reached;
    }

    private sealed interface Link {
        /** Whether it changed anything. */
        boolean conclude(long[] cells);

        BitSet ends();
    }

    /** Where the one is within some cells, so is the other; where the other cannot be, neither can the one. */
    private record Implies(RuleVariable one, long oneCells, RuleVariable other, long otherCells) implements Link {
        @Override
        public boolean conclude(long[] cells) {
            long before = cells[one.index()];
            long otherBefore = cells[other.index()];
            if ((before & ~oneCells) == 0) {
                cells[other.index()] &= otherCells;
            }
            if ((cells[other.index()] & otherCells) == 0) {
                cells[one.index()] &= ~oneCells;
            }
            return before != cells[one.index()] || otherBefore != cells[other.index()];
        }

        @Override
        public BitSet ends() {
            BitSet ends = new BitSet();
            ends.set(one.index());
            ends.set(other.index());
            return ends;
        }
    }

    /** Where the whole is present one of the parts is. */
    private record OneOf(RuleVariable whole, List<RuleVariable> parts) implements Link {
        @Override
        public boolean conclude(long[] cells) {
            List<RuleVariable> candidates = parts.stream()
                    .filter(part -> (cells[part.index()] & RuleVariable.PRESENT) != 0)
                    .toList();
            if (candidates.isEmpty() && (cells[whole.index()] & RuleVariable.PRESENT) != 0) {
                cells[whole.index()] &= RuleVariable.ABSENT;
                return true;
            }
            if (candidates.size() == 1 && cells[whole.index()] == RuleVariable.PRESENT) {
                int last = candidates.getFirst().index();
                boolean changes = cells[last] != RuleVariable.PRESENT;
                cells[last] &= RuleVariable.PRESENT;
                return changes;
            }
            return false;
        }

        @Override
        public BitSet ends() {
            BitSet ends = new BitSet();
            ends.set(whole.index());
            parts.forEach(part -> ends.set(part.index()));
            return ends;
        }
    }
}
