package org.marrow.singlecell.reduce;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/**
 * Which genes are taken as highly variable.
 *
 * @param topGenes how many, from 1; genes that tie with the last one are taken too
 * @param bins equal steps of mean expression, from 1; of the flavour {@code SEURAT} only
 */
public record VariableGeneSettings(VariableGeneFlavour flavour, int topGenes, int bins) {
    public VariableGeneSettings {
        requireNonNull(flavour, "flavour");
        InvalidValueException.check(topGenes >= 1, "topGenes", topGenes, "a number from 1");
        InvalidValueException.check(bins >= 1, "bins", bins, "a number from 1");
    }
}
