package org.marrow.singlecell;

import org.marrow.singlecell.reduce.VariableGeneFlavour;

/**
 * The thresholds and settings of a clustering where the user names none. They are those of Scanpy 1.11 (Wolf, Angerer and
 * Theis 2018, doi:10.1186/s13059-017-1382-0) and its tutorial of 3,000 blood cells, but for the three marked as ours.
 */
public final class ClusterDefaults {

    // Quality control

    /** Genes with a count that a cell needs. Scanpy tutorial, {@code filter_cells(min_genes=200)}. */
    public static final int MIN_GENES_PER_CELL = 200;
    /** Cells with a count that a gene needs. Scanpy tutorial, {@code filter_genes(min_cells=3)}. */
    public static final int MIN_CELLS_PER_GENE = 3;

    // Normalisation

    /** Counts that each cell is scaled to. Scanpy tutorial, {@code normalize_total(target_sum=1e4)}. */
    public static final double TARGET_SUM = 1e4;

    // Variable genes and principal components

    /** Scanpy, {@code highly_variable_genes(flavor="seurat")}. */
    public static final VariableGeneFlavour VARIABLE_GENE_FLAVOUR = VariableGeneFlavour.SEURAT;
    /** Genes taken. Scanpy tutorial, {@code n_top_genes=2000}. */
    public static final int TOP_GENES = 2000;
    /** Steps of mean expression. Scanpy, {@code n_bins=20}. */
    public static final int MEAN_BINS = 20;
    /** Principal components. Scanpy, {@code pca(n_comps=50)}; values centred, not scaled. */
    public static final int COMPONENTS = 50;

    // Neighbours

    /** Other cells in a neighbourhood. Scanpy's {@code n_neighbors=15} counts the cell itself, so 14 others. */
    public static final int NEIGHBOURS = 14;

    // Clusters

    /** Resolution of modularity, without unit. Scanpy, {@code leiden(resolution=1)}. */
    public static final double RESOLUTION = 1;
    /**
     * Leiden runs of which the best is kept. Ours: of eight single runs of Scanpy on one graph the worst lost 0.0014 of
     * modularity, see docs/validation/singlecell.md.
     */
    public static final int LEIDEN_RUNS = 10;
    /** Iterations at which a run ends even when it still improves. Ours: real graphs are stable after about ten. */
    public static final int LEIDEN_ITERATIONS = 50;

    // Map

    /** Least distance of two cells, in units of the map. Scanpy, {@code umap(min_dist=0.5)}. */
    public static final double MIN_DISTANCE = 0.5;
    /** Distance at which closeness fades, in units of the map. Scanpy, {@code umap(spread=1)}. */
    public static final double SPREAD = 1;
    /** Random cells a cell is driven from for each draw. Scanpy, {@code umap(negative_sample_rate=5)}. */
    public static final int NEGATIVE_SAMPLES = 5;
    /** First step size. Scanpy, {@code umap(alpha=1)}. */
    public static final double LEARNING_RATE = 1;
    /** Weight of the driving apart. Scanpy, {@code umap(gamma=1)}. */
    public static final double REPULSION = 1;

    // Markers

    /**
     * Ours: ties are corrected for, as the textbook test does. Scanpy's default leaves them, which makes the p values of
     * sparse genes too large.
     */
    public static final boolean TIE_CORRECTION = true;

    /** Seed of everything random. Scanpy, {@code random_state=0}. */
    public static final long SEED = 0;

    private ClusterDefaults() {}
}
