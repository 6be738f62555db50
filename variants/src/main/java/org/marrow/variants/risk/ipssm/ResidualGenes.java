package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.math.MathContext;
import org.marrow.core.risk.TriState;

/**
 * How many residual genes are mutated, at most two, when some were not sequenced.
 *
 * @param mutated of those that were sequenced
 * @param missing that were not
 */
record ResidualGenes(int mutated, int missing) {
    private static final int CAP = 2;

    static ResidualGenes of(IpssmInput input) {
        int mutated = 0;
        int missing = 0;
        for (IpssmGene gene : IpssmGene.RESIDUAL) {
            TriState state = input.gene(gene);
            mutated += state == TriState.PRESENT ? 1 : 0;
            missing += state == TriState.UNKNOWN ? 1 : 0;
        }
        return new ResidualGenes(mutated, missing);
    }

    BigDecimal best() {
        return BigDecimal.valueOf(Math.min(mutated, CAP));
    }

    BigDecimal worst() {
        return BigDecimal.valueOf(Math.min(mutated + missing, CAP));
    }

    /** The average of the study for the share of genes that is missing, less the nearer the count is to the cap. */
    BigDecimal mean() {
        BigDecimal room = BigDecimal.valueOf(Math.max(CAP - mutated, 0)).divide(BigDecimal.valueOf(CAP));
        BigDecimal share = BigDecimal.valueOf(missing)
                .divide(BigDecimal.valueOf(IpssmGene.RESIDUAL.size()), MathContext.DECIMAL128);
        return best().add(room.multiply(share).multiply(IpssmVariable.nRes2.mean()));
    }
}
