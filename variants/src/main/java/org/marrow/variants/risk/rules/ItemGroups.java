package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.risk.TriState;

/**
 * The items of a score in groups that do not depend on each other, so that what each group may come to can be followed for itself
 * and added.
 */
final class ItemGroups {
    private final BigDecimal certain;
    private final List<Decision<BigDecimal>> decisions = new ArrayList<>();
    private final RuleVariables variables;
    private final RuleState state;

    /** A sum from which on every sum is of the last category; empty where that cannot be told from the sum alone. */
    private final Optional<BigDecimal> enough;

    private static final class Group {
        private final List<RuleSet.Item> items = new ArrayList<>();
        private final BitSet reads = new BitSet();
    }

    ItemGroups(RuleSet set, RuleState state) {
        this.variables = set.variables();
        this.state = state;
        enough = enough(set);
        BigDecimal points = BigDecimal.ZERO;
        List<Group> groups = new ArrayList<>();
        for (RuleSet.Item item : set.items()) {
            TriState holds = item.condition().in(state);
            if (holds == TriState.PRESENT) {
                points = points.add(item.points());
            } else if (holds == TriState.UNKNOWN) {
                add(groups, item);
            }
        }
        certain = Completions.plain(points);
        for (Group group : groups) {
            decisions.add(Completions.sumOf(variables, group.items, state));
        }
    }

    private static Optional<BigDecimal> enough(RuleSet set) {
        boolean sumAlone = set.score().equals(Optional.of(new Formula.Named(Formula.SUM)));
        boolean grows = set.items().stream().noneMatch(item -> item.points().signum() < 0);
        return sumAlone && grows && !set.cuts().isEmpty() && set.rounding().isEmpty()
                ? Optional.of(set.cuts().getLast().bound().add(BigDecimal.ONE))
                : Optional.empty();
    }

    /** Sums of the last category are one to those who ask for the category, which keeps the sets of a long list of items small. */
    private BigDecimal capped(BigDecimal sum) {
        return enough.filter(most -> most.compareTo(sum) < 0).orElse(sum);
    }

    private void add(List<Group> groups, RuleSet.Item item) {
        Group joined = new Group();
        item.condition().collectVariables(variable -> {
            if (!state.isKnown(variable)) {
                joined.reads.or(variables.linkedTo(variable));
            }
        });
        List<Group> touched = groups.stream()
                .filter(group -> group.reads.intersects(joined.reads))
                .toList();
        for (Group group : touched) {
            joined.items.addAll(group.items);
            joined.reads.or(group.reads);
        }
        joined.items.add(item);
        groups.removeAll(touched);
        groups.add(joined);
    }

    List<Decision<BigDecimal>> decisions() {
        return decisions;
    }

    /** Every sum that is possible. */
    Set<BigDecimal> sums() {
        Set<BigDecimal> sums = Set.of(certain);
        for (Decision<BigDecimal> decision : decisions) {
            sums = sums(sums, decision.outcomes());
        }
        return sums;
    }

    /** For everything that some tests may show, the sums that remain possible; one stands for all of the last category. */
    Set<Set<BigDecimal>> sumsAfter(BitSet learned) {
        Set<Set<BigDecimal>> all = Set.of(Set.of(capped(certain)));
        for (Decision<BigDecimal> decision : decisions) {
            Set<Set<BigDecimal>> more = new LinkedHashSet<>();
            for (Set<BigDecimal> outcomes : Settling.outcomes(decision, state, variables, learned)) {
                for (Set<BigDecimal> before : all) {
                    Set<BigDecimal> sums = new LinkedHashSet<>();
                    sums(before, outcomes).forEach(sum -> sums.add(Completions.plain(capped(sum))));
                    more.add(sums);
                }
            }
            all = more;
        }
        return all;
    }

    private static Set<BigDecimal> sums(Set<BigDecimal> some, Set<BigDecimal> others) {
        Set<BigDecimal> sums = new LinkedHashSet<>();
        for (BigDecimal one : some) {
            for (BigDecimal other : others) {
                sums.add(Completions.plain(one.add(other)));
            }
        }
        return sums;
    }
}
