package org.marrow.variants.call.longlesion;

/** Every threshold of this package, with its unit and its reason. All are open: this project's own choices, no guideline's. */
public final class LesionDefaults {
    // KMT2A-PTD

    /** First and last exon that the duplication may copy. Not every PTD has all of them, which brings the ratio nearer to 1. */
    public static final int KMT2A_DUPLICATED_FROM_EXON = 2;

    public static final int KMT2A_DUPLICATED_TO_EXON = 10;

    /** First of the exons that no PTD copies; those before it are left out, since some PTD reach exon 11 and further. */
    public static final int KMT2A_UNCHANGED_FROM_EXON = 20;

    /** Targets on either side of the ratio; from one alone no spread is to be had. */
    public static final int MIN_TARGETS = 2;

    /** Molecules, mean over a target. A target below it is left out: the count of fewer wavers by more than a seventh. */
    public static final double MIN_TARGET_DEPTH = 50;

    /** Normal samples over the same targets; their spread is not known from fewer. */
    public static final int MIN_CONTROLS = 5;

    /** Ratio that the lower limit must exceed: half of what one duplicated allele in every cell gives, which is 1.5. */
    public static final double PRESENT_ABOVE_RATIO = 1.25;

    /** Share of the ratio's two-sided interval. */
    public static final double CONFIDENCE = 0.95;

    // Indels

    /**
     * Fraction. Where the limit of detection is above it, not finding a lesion says too little to call it absent.
     */
    public static final double HIGHEST_LIMIT_FOR_ABSENT = 0.05;

    private LesionDefaults() {}
}
