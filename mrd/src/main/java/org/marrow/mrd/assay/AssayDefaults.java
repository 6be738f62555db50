package org.marrow.mrd.assay;

/** Every threshold of the laboratory assays, with its unit and its source. */
public final class AssayDefaults {

    /** Probability with which a level at the limit of detection is found. */
    public static final double DETECTION_PROBABILITY = 0.95;

    /** Coverage of the intervals. */
    public static final double CONFIDENCE = 0.95;

    /** Coefficient of variation at the limit of quantification of digital PCR, a fraction; as for markers in reads. */
    public static final double QUANTIFICATION_CV = 0.30;

    /**
     * Partitions. Fewer positive ones are not told from false positives, of which a digital assay has one or two. From memory of
     * common practice in droplet digital PCR of BCR::ABL1: to be verified.
     */
    public static final long MIN_POSITIVE_PARTITIONS = 3;

    /** Events. Fewer clustered events are not a population. From memory of common practice (20 to 50): to be verified. */
    public static final long FLOW_DETECTION_EVENTS = 20;

    /** Events. Fewer are no number to rely on. From memory of common practice: to be verified. */
    public static final long FLOW_QUANTIFICATION_EVENTS = 50;

    /** CD45-positive events that an AML sample should have. Heuser et al., Blood 2021;138:2753, from memory: to be verified. */
    public static final long FLOW_RECOMMENDED_EVENTS = 500_000;

    /** Fraction of CD45-positive events from which AML MRD is positive. Heuser 2021, from memory: to be verified. */
    public static final double FLOW_POSITIVE_FRACTION = 0.001;

    private AssayDefaults() {}
}
