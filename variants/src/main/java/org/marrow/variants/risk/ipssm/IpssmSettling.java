package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.marrow.core.risk.TriState;
import org.marrow.variants.risk.scheme.LaboratoryTest;

/**
 * Whether some missing tests make IPSS-M reportable whatever they show.
 *
 * <p>Most variables stand alone: learning one moves the best and the worst score together and takes its own span from the range.
 * Those that hang together are tried in every outcome: SF3B1 with 5q, 7q, complex and the six genes beside it; the residual genes
 * by their number; TP53 by whether both alleles are hit. A range wider than the limit stays in one category only above the highest
 * cut-off or below the lowest, because no other category is as wide.
 *
 * <p>Where variables that stand alone are learned the range is compared before rounding, so that a range that rounding alone may
 * push over the limit is not promised.
 */
final class IpssmSettling {
    private static final List<TriState> BOTH = List.of(TriState.ABSENT, TriState.PRESENT);

    /** A fraction on each side of the one that proves the loss of the other allele. */
    private static final List<Optional<BigDecimal>> FRACTIONS =
            List.of(Optional.of(new BigDecimal("0.30")), Optional.of(new BigDecimal("0.90")));

    private static final List<Optional<Tp53Mutations>> NUMBERS =
            Arrays.stream(Tp53Mutations.values()).map(Optional::of).toList();

    /** Two mutated residual genes are as many as the model counts. */
    private static final int RESIDUAL_CAP = 2;

    private final IpssmInput input;

    IpssmSettling(IpssmInput input) {
        this.input = input;
    }

    boolean settles(Set<LaboratoryTest> tests) {
        List<List<UnaryOperator<IpssmInput>>> axes = new ArrayList<>();
        axes.add(tp53Outcomes(tests));
        axes.add(residualOutcomes(tests));
        axes.addAll(sf3b1Outcomes(tests));
        return allReportable(input, axes, learnedSpan(tests));
    }

    /** Depth first, so that the first outcome that is not reportable ends it. */
    private static boolean allReportable(
            IpssmInput outcome, List<List<UnaryOperator<IpssmInput>>> axes, BigDecimal learnedSpan) {
        if (axes.isEmpty()) {
            return isReportable(outcome, learnedSpan);
        }
        List<List<UnaryOperator<IpssmInput>>> rest = axes.subList(1, axes.size());
        return axes.getFirst().stream().allMatch(result -> allReportable(result.apply(outcome), rest, learnedSpan));
    }

    private static boolean isReportable(IpssmInput outcome, BigDecimal learnedSpan) {
        IpssmVariables variables = IpssmVariables.of(outcome);
        BigDecimal best = variables.sum(IpssmScenario.BEST);
        BigDecimal worst = variables.sum(IpssmScenario.WORST);
        BigDecimal range = learnedSpan.signum() == 0
                ? IpssmScore.rounded(worst).subtract(IpssmScore.rounded(best))
                : IpssmScore.unrounded(worst.subtract(best).subtract(learnedSpan));
        return range.compareTo(IpssmScore.WIDEST_RANGE) <= 0
                || IpssmCategory.of(IpssmScore.rounded(best)) == IpssmCategory.VERY_HIGH
                || IpssmCategory.of(IpssmScore.rounded(worst)) == IpssmCategory.VERY_LOW;
    }

    /** How much of the range the variables that stand alone take with them once they are learned. */
    private BigDecimal learnedSpan(Set<LaboratoryTest> tests) {
        BigDecimal span = BigDecimal.ZERO;
        if (tests.contains(LaboratoryTest.BLOOD_COUNT)) {
            span = span.add(span(IpssmVariable.HB1, input.hb().isPresent()));
            span = span.add(span(IpssmVariable.TRANSF_PLT100, input.plt().isPresent()));
        }
        if (tests.contains(LaboratoryTest.MARROW_SMEAR)) {
            span = span.add(span(IpssmVariable.BLAST5, input.bmBlast().isPresent()));
        }
        if (tests.contains(LaboratoryTest.KARYOTYPE)) {
            span = span.add(span(IpssmVariable.CYTOVEC, input.cytoIpssr().isPresent()));
        }
        for (Map.Entry<IpssmGene, IpssmVariable> effect : IpssmVariables.MAIN_EFFECTS.entrySet()) {
            IpssmGene gene = effect.getKey();
            if (tests.contains(gene.test()) && !IpssmVariables.AGAINST_ALPHA.contains(gene)) {
                span = span.add(span(effect.getValue(), input.gene(gene).isKnown()));
            }
        }
        return span;
    }

    private static BigDecimal span(IpssmVariable variable, boolean known) {
        return known ? BigDecimal.ZERO : variable.effect(variable.worst()).subtract(variable.effect(variable.best()));
    }

    /** Residual genes that stand for nothing else are alike, so only their number is tried. */
    private List<UnaryOperator<IpssmInput>> residualOutcomes(Set<LaboratoryTest> tests) {
        List<IpssmGene> learned = IpssmGene.RESIDUAL.stream()
                .filter(gene -> !IpssmVariables.AGAINST_ALPHA.contains(gene) && isLearned(gene, tests))
                .toList();
        List<UnaryOperator<IpssmInput>> outcomes = new ArrayList<>();
        for (int i = 0; i <= Math.min(learned.size(), RESIDUAL_CAP); i++) {
            int mutated = i;
            outcomes.add(before -> {
                IpssmInput after = before;
                for (int j = 0; j < learned.size(); j++) {
                    after = after.withGene(learned.get(j), TriState.of(j < mutated));
                }
                return after;
            });
        }
        return outcomes;
    }

    private List<List<UnaryOperator<IpssmInput>>> sf3b1Outcomes(Set<LaboratoryTest> tests) {
        List<List<UnaryOperator<IpssmInput>>> axes = new ArrayList<>();
        List<IpssmGene> genes = new ArrayList<>(IpssmVariables.AGAINST_ALPHA);
        genes.add(IpssmGene.SF3B1);
        for (IpssmGene gene : genes) {
            if (isLearned(gene, tests)) {
                axes.add(both(state -> in -> in.withGene(gene, state)));
            }
        }
        if (tests.contains(LaboratoryTest.KARYOTYPE)) {
            if (!input.del5q().isKnown()) {
                axes.add(both(to -> in -> in.withCytogenetics(to, in.del7or7q(), in.complex())));
            }
            if (!input.del7or7q().isKnown()) {
                axes.add(both(to -> in -> in.withCytogenetics(in.del5q(), to, in.complex())));
            }
            if (!input.complex().isKnown()) {
                axes.add(both(to -> in -> in.withCytogenetics(in.del5q(), in.del7or7q(), to)));
            }
        }
        return axes;
    }

    private static List<UnaryOperator<IpssmInput>> both(Function<TriState, UnaryOperator<IpssmInput>> change) {
        return BOTH.stream().map(change).toList();
    }

    /** Whether both alleles are hit, in each way that the learned inputs may come out. */
    private List<UnaryOperator<IpssmInput>> tp53Outcomes(Set<LaboratoryTest> tests) {
        Set<TriState> states = EnumSet.noneOf(TriState.class);
        boolean learnsNumber = input.tp53mut().isEmpty() && tests.contains(LaboratoryTest.GENE_PANEL);
        boolean learnsFraction = input.tp53maxvaf().isEmpty()
                && tests.contains(input.tp53mut().isPresent() ? LaboratoryTest.TP53_VAF : LaboratoryTest.GENE_PANEL);
        boolean learnsLoh = !input.tp53loh().isKnown() && tests.contains(LaboratoryTest.TP53_LOH_ASSAY);
        boolean learns17p = !input.del17or17p().isKnown() && tests.contains(LaboratoryTest.KARYOTYPE);
        for (Optional<Tp53Mutations> number : learnsNumber ? NUMBERS : List.of(input.tp53mut())) {
            for (Optional<BigDecimal> fraction : learnsFraction ? FRACTIONS : List.of(input.tp53maxvaf())) {
                for (TriState loh : learnsLoh ? BOTH : List.of(input.tp53loh())) {
                    for (TriState of17p : learns17p ? BOTH : List.of(input.del17or17p())) {
                        states.add(IpssmVariables.tp53Multi(input.withTp53(of17p, number, fraction, loh)));
                    }
                }
            }
        }
        // Unknown first: it is the widest, and the first outcome that is not reportable ends the search.
        return states.stream()
                .sorted(Comparator.reverseOrder())
                .map(IpssmSettling::asTp53)
                .toList();
    }

    private static UnaryOperator<IpssmInput> asTp53(TriState bothAlleles) {
        Optional<Tp53Mutations> number =
                switch (bothAlleles) {
                    case PRESENT -> Optional.of(Tp53Mutations.TWO_OR_MORE);
                    case ABSENT -> Optional.of(Tp53Mutations.NONE);
                    case UNKNOWN -> Optional.empty();
                };
        return in -> in.withTp53(in.del17or17p(), number, in.tp53maxvaf(), in.tp53loh());
    }

    private boolean isLearned(IpssmGene gene, Set<LaboratoryTest> tests) {
        return !input.gene(gene).isKnown() && tests.contains(gene.test());
    }
}
