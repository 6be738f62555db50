package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

/**
 * Highly variable genes (HVG). Arrays are as long as there are genes.
 *
 * @param selected whether the gene was chosen
 * @param means of the normalised expression
 * @param dispersions normalised within bins of mean
 */
public record VariableGenes(String flavour, boolean[] selected, double[] means, double[] dispersions) {
    public VariableGenes {
        requireNonNull(flavour, "flavour");
        requireNonNull(selected, "selected");
        requireNonNull(means, "means");
        requireNonNull(dispersions, "dispersions");
    }

    public int count() {
        int count = 0;
        for (boolean one : selected) {
            if (one) {
                count++;
            }
        }
        return count;
    }
}
