package org.marrow.singlecell;

/** The steps of a clustering, in their order. */
public enum ClusterStep {
    QUALITY_CONTROL("quality control"),
    NORMALISATION("normalisation"),
    VARIABLE_GENES("variable genes"),
    PRINCIPAL_COMPONENTS("principal components"),
    NEIGHBOURS("neighbours"),
    CLUSTERS("clusters"),
    MAP("map of the cells"),
    MARKERS("marker genes");

    private final String label;

    ClusterStep(String label) {
        this.label = label;
    }

    /** A name to be shown. */
    public String label() {
        return label;
    }
}
