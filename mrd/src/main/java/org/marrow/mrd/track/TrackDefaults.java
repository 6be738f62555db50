package org.marrow.mrd.track;

/** Every threshold of the tracking of markers, with its unit and its reason. All are this project's own choices. */
public final class TrackDefaults {

    /**
     * Phred. A base below it is not counted. 20 is one error in a hundred: half of what is lost above it would be errors, and
     * the rest of the errors is measured in the sample itself, so a stricter cut would only cost depth.
     */
    public static final int MIN_BASE_QUALITY = 20;

    /** Phred. A read below it may belong elsewhere, and a paralogue's base looks like a variant. 255 (unknown) passes. */
    public static final int MIN_MAPPING_QUALITY = 20;

    /**
     * Molecules. Below it a marker that shows nothing is not covered: with 100 molecules nothing under about 6 % would have
     * been found, which no follow-up can call a negative.
     */
    public static final int MIN_DEPTH_MOLECULES = 100;

    /**
     * Molecules. Fewer never count as detected. One may be a neighbour's molecule (index hopping), and two read pairs may be
     * copies of one molecule that the marking of duplicates missed.
     */
    public static final int MIN_ALT_MOLECULES = 3;

    /**
     * Probability that background alone reaches the count from which a marker is detected, for each marker. A patient with
     * several markers at many dates meets it again each time, so 5 % would give false alarms in nearly every follow-up.
     */
    public static final double FALSE_POSITIVE_RATE = 0.01;

    /**
     * Share of {@link #FALSE_POSITIVE_RATE} up to which the model of the background is believed. The other half is left for
     * what the model does not know, such as more kinds of noisy positions than it saw; docs/validation/mrd-track.md shows
     * where this is enough, and where it is just not.
     */
    public static final double MODEL_SHARE = 0.5;

    /** Probability with which a level at the limit of detection is found; the 95 % of CLSI EP17 and of LoD95. */
    public static final double DETECTION_PROBABILITY = 0.95;

    /** Coverage of the interval of the variant allele fraction. */
    public static final double CONFIDENCE = 0.95;

    /**
     * Coefficient of variation at the limit of quantification, a fraction. 0.30 of pure counting is eleven molecules; with it
     * a change by a factor of ten, which is what a relapse is called by, is five standard deviations.
     */
    public static final double QUANTIFICATION_CV = 0.30;

    /** Bases on either side of the marker in which the background is measured: far enough for some thirty bases of one kind. */
    public static final int BACKGROUND_FLANK_BASES = 50;

    /** Fraction. A position where more molecules differ from the reference carries an allele, not errors. */
    public static final double ALLELE_FRACTION_NOT_ERROR = 0.05;

    /**
     * Errors, the weight of the prior of the background: one error in {@link #PRIOR_BASES}, which is Q40, the rate of a good
     * base. Depth of a hundred over the flanks outweighs it; below, it keeps "no error seen" from meaning "no error".
     */
    public static final double PRIOR_ERRORS = 1;

    /** Bases, the other half of the prior. */
    public static final double PRIOR_BASES = 10_000;

    /** Confidence of the upper bound of the background by which detection is decided. */
    public static final double BACKGROUND_CONFIDENCE = 0.95;

    /**
     * Errors for each molecule, below which no background is believed. Damage and the first cycles of PCR leave some 5e-6 in
     * single-strand consensus reads however many copies agree; only duplex reads fall below 1e-6, and those are not made here.
     */
    public static final double LOWEST_ERROR_RATE = 1e-6;

    /**
     * Bases of the marker's kind that the flanks must hold for the background to be measured there. With fewer the base
     * qualities are believed instead.
     */
    public static final long MIN_BACKGROUND_BASES = 1_000;

    /**
     * Reference bases on each side of an indel's leftmost and rightmost placement that a read must show as well. One would
     * tell the two haplotypes apart; three let a single error be seen as one.
     */
    public static final int ANCHOR_BASES = 3;

    /** Bases of haplotype for each mismatch that is let pass, so that a long insertion is not lost to one error in it. */
    public static final int HAPLOTYPE_BASES_PER_MISMATCH = 20;

    /** Mismatches by which the other haplotype must be worse where any mismatch was let pass. */
    public static final int HAPLOTYPE_MARGIN = 3;

    /** Bases of reference read on each side beyond twice the indel, to find all its placements. */
    public static final int PLACEMENT_FLANK_BASES = 200;

    /** Places where an indel can be written, from which its repeat is long enough for polymerases to stutter. */
    public static final int REPEAT_PLACEMENTS = 6;

    /**
     * Standard deviations of the alternate count. Where background may be more than this, the lower end of the interval is taken
     * down. Half of a deviation is the worst case, seldom met, and Clopper-Pearson has more coverage to spare than it costs.
     */
    public static final double NOTICEABLE_BACKGROUND_DEVIATIONS = 0.5;

    private TrackDefaults() {}
}
