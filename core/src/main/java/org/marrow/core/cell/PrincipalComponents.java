package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/**
 * Exact principal components of the highly variable genes.
 *
 * @param components how many
 * @param scores cells by components, cell after cell; each component's sign makes its largest loading positive
 * @param loadings genes by components, gene after gene, in the order of {@code genes}
 * @param genes columns of the data set that were used
 * @param variance eigenvalues, falling, with n - 1 in the denominator
 * @param varianceRatio the same over the total variance
 */
public record PrincipalComponents(
        int components, double[] scores, double[] loadings, int[] genes, double[] variance, double[] varianceRatio) {
    public PrincipalComponents {
        requireNonNull(scores, "scores");
        requireNonNull(loadings, "loadings");
        requireNonNull(genes, "genes");
        InvalidValueException.check(components >= 1, "components", components, "a number from 1");
        InvalidValueException.check(
                variance.length == components && varianceRatio.length == components,
                "variance",
                variance.length,
                "one for each component");
    }
}
