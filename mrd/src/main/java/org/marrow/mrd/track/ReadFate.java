package org.marrow.mrd.track;

/** What became of a read that touches a marker. Each read has exactly one fate. */
public enum ReadFate {
    /** Its molecule is counted. */
    USED,
    /** Placed at the marker by its mate, not by itself. */
    UNMAPPED,
    SECONDARY,
    /** The other part of a split alignment. */
    SUPPLEMENTARY,
    /** The sequencer or the aligner marked it as failed. */
    FAILED_QUALITY,
    /** Marked as a copy of another read. */
    DUPLICATE,
    LOW_MAPPING_QUALITY,
    /** The file keeps no bases, or no base qualities, of it. */
    NO_QUALITIES,
    /** The bases that decide are below the threshold. */
    LOW_BASE_QUALITY,
    /** It and another read of the same name show different alleles. */
    MATE_DISAGREEMENT,
    /** It ends, or skips reference, before it has shown the whole of the variant. */
    DOES_NOT_SPAN
}
