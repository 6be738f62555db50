package org.marrow.core.mrd;

/** What a level of 1 means. Levels are always fractions, never percent. */
public enum LevelScale {
    /** Variant allele fraction: variant molecules or reads over all at the locus. */
    VARIANT_ALLELE_FRACTION,
    /** Target copies over control-gene copies. */
    RATIO_TO_CONTROL_GENE,
    /** The same on the International Scale of BCR::ABL1; 0.001 is 0.1 % IS, which is MR3. */
    INTERNATIONAL_SCALE,
    /** Aberrant events over CD45-positive events. */
    FRACTION_OF_LEUCOCYTES,
    /** Leukaemic cells over all nucleated cells. */
    FRACTION_OF_CELLS
}
