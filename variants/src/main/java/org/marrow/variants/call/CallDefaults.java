package org.marrow.variants.call;

/** Every threshold of the caller, with its unit and its reason, by stage. All are this project's own choices. */
public final class CallDefaults {
    // Reads

    /** Phred. A base below it is not counted; the errors of those that are, are measured in the sample itself. */
    public static final int MIN_BASE_QUALITY = 20;

    /** Phred. A read below it may belong elsewhere, and a paralogue's base looks like a variant. 255 (unknown) passes. */
    public static final int MIN_MAPPING_QUALITY = 20;

    /** Bases around a piece within which reads are taken too, so that an indel is seen by the same reads from either side. */
    static final int READ_MARGIN_BASES = 200;

    /** Bases of target that are worked on at once. */
    static final int PIECE_BASES = 2_000;

    /** Bases by which a fragment may begin before the primer that it begins with, as the aligner has it. */
    static final int PRIMER_SLACK_BASES = 2;

    // Candidates

    /**
     * Bases. The longest insertion or deletion that is called: 50 is what small variants mean, and ten more take in the 52 bases of
     * CALR type 1.
     */
    public static final int LONGEST_INDEL_BASES = 60;

    /** Reads that must show an indel before other reads are aligned to it. */
    static final int MIN_CANDIDATE_READS = 2;

    /** Bases. One read is enough for an indel as long as this, which errors hardly make. */
    static final int LONG_INDEL_BASES = 5;

    /** Bases of a clipped end that must fit the reference beyond the breakpoint. One place in 65,536 fits eight by chance. */
    static final int CLIP_ANCHOR_BASES = 8;

    /** Bases. The longest tandem duplication that is looked for, as FLT3-ITD reach. */
    public static final int LONGEST_DUPLICATION_BASES = 300;

    /** Bases of a clipped end that must continue at the beginning of a tandem duplication. */
    static final int DUPLICATION_ANCHOR_BASES = 14;

    /** Bases between the two copies that belong to neither. */
    static final int MOST_FILLING_BASES = 12;

    /**
     * Bases over which an insertion can be placed, from which the reference is counted at its right end alone: reads that show all
     * of it get rare, and a duplication leaves that end as it is.
     */
    static final int LONG_PLACEMENT_BASES = 30;

    /** Fraction of a stronger indel's reads, below which a look-alike is taken for the stronger one with sequencing errors. */
    static final double LOOK_ALIKE_FRACTION = 0.05;

    /** Inserted bases for each of which one may differ in a look-alike, beyond the first. */
    static final int LOOK_ALIKE_BASES_PER_MISMATCH = 15;

    /** Bases between an insertion and a deletion that aligners leave standing within one change of several bases. */
    static final int LONGEST_BLOCK_WITHIN_CHANGE = 5;

    // Realignment. Costs are Phred: a mismatch costs its base quality.

    static final int HIGHEST_MISMATCH_COST = 40;
    static final int CLIP_COST_PER_BASE = 5;
    static final int HIGHEST_CLIP_COST = 60;

    /** Of an insertion or deletion that no other read shows. */
    static final int LONE_INDEL_COST = 45;

    /** By which another alignment must be worse for a read to count for an indel. */
    static final int SUPPORT_MARGIN = 25;

    /** Bases that a read must show on either side of all placements of an indel to speak for or against it. */
    static final int INDEL_ANCHOR_BASES = 5;

    /** Candidate indels on one path through one read. */
    static final int MOST_INDELS_IN_READ = 4;

    // Counting

    /** Bases from a read's end within which aligners and end repair put false bases. */
    static final int NEAR_END_BASES = 10;

    // Error model

    /** Times the usual rate of its context that an indel must exceed to be no error at first sight. */
    static final double CLEAR_ABOVE_USUAL = 5;

    /** Errors per base that no sample is believed to stay below. */
    static final double LOWEST_BASE_ERROR = 1e-6;

    /**
     * Errors per base and wrong base for each quality step, before the sample was seen: what the Phred scale promises, a third
     * for each wrong base. The last is of two mates that agree.
     */
    static final double[] PRIOR_BASE_ERROR = {2e-3, 8e-4, 3e-4, 1.5e-4, 8e-5, 5e-5, 1e-5};

    /** Errors, the weight of the usual rate of an indel context. */
    static final double INDEL_PRIOR_ERRORS = 2;

    /** Errors, the weight of a coarser class of bases when the rate of a finer one is estimated. */
    static final double PARENT_ERRORS = 4;

    /** Molecules with an allele from which, at {@link #CLEAR_ALLELE_FRACTION}, it is no error at first sight. */
    static final int CLEAR_ALLELE_MOLECULES = 3;

    /** Fraction. */
    static final double CLEAR_ALLELE_FRACTION = 0.005;

    /** Log likelihood by which a shape of the errors' spread may be worse than the best one: its 95 % interval. */
    static final double SPREAD_LOG_LIKELIHOOD = 1.92;

    /** Times that errors and variants are told apart with the rates of the time before. */
    static final int LEARNING_ROUNDS = 4;

    // Prior

    /** Variants for each position and alternate base, before the sample has said how many it has. */
    static final double PRIOR_SNV_RATE = 3e-5;

    /** Indels for each position. */
    static final double PRIOR_INDEL_RATE = 1e-5;

    /** Variants, the weight of the prior rates. */
    static final double PRIOR_VARIANTS = 0.1;

    /** Fraction, the lowest that a variant is looked for at. */
    static final double LOWEST_FRACTION = 0.004;

    /** Fraction of the molecules of a homozygous or clonal variant that may still show the reference base. */
    static final double REFERENCE_AT_FULL_FRACTION = 0.002;

    // Decision

    /** Phred. One in ten of the variants at the limit is an error; most are far above it. */
    public static final double PASS_QUALITY = 10;

    /** Phred. No model of ours is right beyond one in a million. */
    public static final double HIGHEST_QUALITY = 60;

    /** Phred. An allele below it is not written at all. */
    static final double LOWEST_WRITTEN_QUALITY = 1;

    /** Molecules that must show an allele for it to be written. */
    static final int MIN_ALT_MOLECULES = 2;

    // Filters

    /**
     * Fraction. Half of the lowest that the caller is made for: below it lie the molecules that change places between samples of one
     * run (index hopping, some 0.1 to 2 % of a neighbour's), which are as real as any.
     */
    public static final double MIN_FRACTION = 0.005;

    /** Times the least fraction that the upper limit must stay below too, so that few molecules do not damn a true one per cent. */
    static final double SURELY_LOW_FACTOR = 2;

    /** Probability of so one-sided a distribution over the strands, below which it is no chance. */
    static final double STRAND_BIAS_PROBABILITY = 1e-4;

    /** Fraction of the molecules with the variant that the rarer strand has at most. */
    static final double STRAND_BIAS_RARER = 0.1;

    /** Probability of so many molecules with the variant near the ends of their reads. */
    static final double POSITION_BIAS_PROBABILITY = 1e-4;

    /** Fraction of them that is near the ends at least. */
    static final double POSITION_BIAS_FRACTION = 0.7;

    /** Bases that a stutter takes away or adds at most, but for the longest runs. */
    static final int STUTTER_BASES = 2;

    /** Copies of one base, from which a low fraction of an indel is not believed. */
    static final int HOMOPOLYMER_COPIES = 10;

    /** Fraction that is low there. */
    static final double HOMOPOLYMER_FRACTION = 0.05;

    /** Median of further differences of the reads with a variant, from which they come from elsewhere. */
    static final int MISMAPPED_DIFFERENCES = 4;

    // Phase

    /** Bases between two variants that may be one: a codon, and the breakpoints of a complex indel. */
    static final int PHASE_BASES = 10;

    /** Fraction of the molecules of the rarer variant that show the other one too. */
    static final double PHASE_FRACTION = 0.8;

    // Coverage

    /** Coverage of the interval of the variant allele fraction. */
    public static final double CONFIDENCE = 0.95;

    /** Probability with which a variant at the limit of detection is called. */
    public static final double DETECTION_PROBABILITY = 0.95;

    private CallDefaults() {}
}
