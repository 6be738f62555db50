package org.marrow.variants.call;

/** What became of a read that touches a target. Each read has exactly one fate. */
public enum ReadFate {
    /** Its bases are counted. */
    USED,
    /** Placed there by its mate, not by itself. */
    UNMAPPED,
    SECONDARY,
    /** The other part of a split alignment. */
    SUPPLEMENTARY,
    /** The sequencer or the aligner marked it as failed. */
    FAILED_QUALITY,
    /** Marked as a copy of another read. */
    DUPLICATE,
    /** Fits elsewhere just as well. */
    MAPPING_QUALITY_ZERO,
    LOW_MAPPING_QUALITY,
    /** The file keeps no bases, or no base qualities, of it. */
    NO_QUALITIES
}
