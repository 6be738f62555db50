package org.marrow.singlecell.reduce;

/** How dispersions are made comparable between genes of different mean expression. */
public enum VariableGeneFlavour {
    /**
     * Logarithms of variance over mean of the scaled counts, z-scored within equal steps of the logarithmic mean (Satija et
     * al. 2015, doi:10.1038/nbt.3192).
     */
    SEURAT("seurat"),
    /**
     * Variance over mean of the log-normalised values, by median and median absolute deviation within bins of equally many
     * genes (Zheng et al. 2017, doi:10.1038/ncomms14049).
     */
    CELL_RANGER("cell_ranger");

    private final String label;

    VariableGeneFlavour(String label) {
        this.label = label;
    }

    /** The name that Scanpy and h5ad files use. */
    public String label() {
        return label;
    }
}
