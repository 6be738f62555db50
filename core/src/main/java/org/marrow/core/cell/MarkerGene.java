package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

/**
 * How one gene tells one cluster from all other cells, by the Wilcoxon rank-sum test.
 *
 * @param z normal approximation of the rank sum; positive when the cluster is higher
 * @param logPValue natural logarithm of the two-sided p value, so that it holds below 1e-308
 * @param adjustedPValue Benjamini-Hochberg over the genes of this cluster
 * @param log2FoldChange of mean expression, cluster over rest
 */
public record MarkerGene(
        int cluster, String gene, double z, double logPValue, double adjustedPValue, double log2FoldChange) {
    public MarkerGene {
        requireNonNull(gene, "gene");
    }
}
