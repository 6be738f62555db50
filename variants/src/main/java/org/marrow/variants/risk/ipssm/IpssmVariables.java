package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.risk.TriState;
import org.marrow.variants.risk.ipssr.IpssrCytogenetics;

/**
 * The model's variables of one patient. A variable that is not there is missing.
 *
 * @param known all but nRes2
 */
record IpssmVariables(Map<IpssmVariable, BigDecimal> known, ResidualGenes residual) {
    static final BigDecimal LOWEST_HB = new BigDecimal("4");
    static final BigDecimal HIGHEST_HB = new BigDecimal("20");
    static final BigDecimal HIGHEST_BLASTS = new BigDecimal("20");
    private static final BigDecimal HIGHEST_PLATELETS = new BigDecimal("250");
    private static final BigDecimal BLAST_UNIT = new BigDecimal("5");
    private static final BigDecimal PLATELET_UNIT = new BigDecimal("100");

    /** TP53 allele fraction above which the other allele counts as lost, exclusive. */
    private static final BigDecimal LOH_ABOVE_VAF = new BigDecimal("0.55");

    /** Mutations beside which SF3B1 is not favourable. */
    static final List<IpssmGene> AGAINST_ALPHA = List.of(
            IpssmGene.SRSF2, IpssmGene.STAG2, IpssmGene.BCOR, IpssmGene.BCORL1, IpssmGene.RUNX1, IpssmGene.NRAS);

    /** Genes that are a variable as they are. */
    static final Map<IpssmGene, IpssmVariable> MAIN_EFFECTS = mainEffects();

    static IpssmVariables of(IpssmInput input) {
        Map<IpssmVariable, BigDecimal> known = new EnumMap<>(IpssmVariable.class);
        put(known, IpssmVariable.HB1, input.hb().map(hb -> hb.max(LOWEST_HB).min(HIGHEST_HB)));
        put(
                known,
                IpssmVariable.BLAST5,
                input.bmBlast().map(blasts -> blasts.min(HIGHEST_BLASTS).divide(BLAST_UNIT)));
        put(
                known,
                IpssmVariable.TRANSF_PLT100,
                input.plt().map(plt -> plt.min(HIGHEST_PLATELETS).divide(PLATELET_UNIT)));
        put(
                known,
                IpssmVariable.CYTOVEC,
                input.cytoIpssr().map(IpssrCytogenetics::points).map(BigDecimal::valueOf));
        put(known, IpssmVariable.TP53multi, tp53Multi(input));
        put(known, IpssmVariable.SF3B1_5q, sf3b1With5q(input));
        put(known, IpssmVariable.SF3B1_alpha, sf3b1Alpha(input));
        MAIN_EFFECTS.forEach((gene, variable) -> put(known, variable, input.gene(gene)));
        return new IpssmVariables(known, ResidualGenes.of(input));
    }

    /** Missing residual genes are filled in by their share, so that their number has a part of the score even then. */
    boolean contributes(IpssmVariable variable) {
        return variable == IpssmVariable.nRes2 || known.containsKey(variable);
    }

    /** The value in a scenario: what is known, else what the scenario fills in. */
    BigDecimal value(IpssmVariable variable, IpssmScenario scenario) {
        if (variable == IpssmVariable.nRes2) {
            return switch (scenario) {
                case BEST -> residual.best();
                case MEAN -> residual.mean();
                case WORST -> residual.worst();
            };
        }
        BigDecimal value = known.get(variable);
        if (value != null) {
            return value;
        }
        return switch (scenario) {
            case BEST -> variable.best();
            case MEAN -> variable.mean();
            case WORST -> variable.worst();
        };
    }

    /** Sum of all variables' effects, in natural logarithms. */
    BigDecimal sum(IpssmScenario scenario) {
        BigDecimal sum = BigDecimal.ZERO;
        for (IpssmVariable variable : IpssmVariable.values()) {
            sum = sum.add(variable.effect(value(variable, scenario)));
        }
        return sum;
    }

    /** Loss of the other TP53 allele, which a high fraction or a lost 17p proves whatever else is said. */
    static TriState tp53Loh(IpssmInput input) {
        boolean highFraction = input.tp53maxvaf()
                .filter(vaf -> vaf.compareTo(LOH_ABOVE_VAF) > 0)
                .isPresent();
        return highFraction || input.del17or17p() == TriState.PRESENT ? TriState.PRESENT : input.tp53loh();
    }

    /** Both alleles of TP53 hit: by two mutations, or by one and the loss of the other. */
    static TriState tp53Multi(IpssmInput input) {
        if (input.tp53mut().isEmpty()) {
            return TriState.UNKNOWN;
        }
        return switch (input.tp53mut().get()) {
            case NONE -> TriState.ABSENT;
            case ONE -> tp53Loh(input);
            case TWO_OR_MORE -> TriState.PRESENT;
        };
    }

    static TriState sf3b1With5q(IpssmInput input) {
        return input.gene(IpssmGene.SF3B1)
                .and(input.del5q())
                .and(input.del7or7q().not())
                .and(input.complex().not());
    }

    static TriState sf3b1Alpha(IpssmInput input) {
        TriState alpha = input.gene(IpssmGene.SF3B1).and(sf3b1With5q(input).not());
        for (IpssmGene gene : AGAINST_ALPHA) {
            alpha = alpha.and(input.gene(gene).not());
        }
        return alpha;
    }

    private static void put(Map<IpssmVariable, BigDecimal> known, IpssmVariable variable, TriState state) {
        if (state.isKnown()) {
            known.put(variable, state == TriState.PRESENT ? BigDecimal.ONE : BigDecimal.ZERO);
        }
    }

    private static void put(Map<IpssmVariable, BigDecimal> known, IpssmVariable variable, Optional<BigDecimal> value) {
        value.ifPresent(number -> known.put(variable, number));
    }

    private static Map<IpssmGene, IpssmVariable> mainEffects() {
        Map<IpssmGene, IpssmVariable> effects = new EnumMap<>(IpssmGene.class);
        for (IpssmGene gene : IpssmGene.values()) {
            if (!gene.isResidual() && gene != IpssmGene.SF3B1) {
                effects.put(gene, IpssmVariable.valueOf(gene.name()));
            }
        }
        return effects;
    }
}
