package org.marrow.core.variant;

/** What a variant does to its transcript, by the terms of the Sequence Ontology that the rules need to tell apart. */
public enum Consequence {
    MISSENSE,
    FRAMESHIFT,
    INFRAME_INSERTION,
    INFRAME_DELETION,
    STOP_GAINED,
    STOP_LOST,
    START_LOST,
    /** The two intronic bases next to an exon. */
    SPLICE_SITE,
    SPLICE_REGION,
    SYNONYMOUS,
    UTR,
    INTRON,
    /** Named by the annotation, and none of the above. */
    OTHER,
    /** The annotation says nothing. */
    UNKNOWN;

    /** Whether the protein is changed or its transcript broken; {@link #UNKNOWN} is not. */
    public boolean altersProtein() {
        return switch (this) {
            case MISSENSE,
                    FRAMESHIFT,
                    INFRAME_INSERTION,
                    INFRAME_DELETION,
                    STOP_GAINED,
                    STOP_LOST,
                    START_LOST,
                    SPLICE_SITE -> true;
            case SPLICE_REGION, SYNONYMOUS, UTR, INTRON, OTHER, UNKNOWN -> false;
        };
    }

    public boolean isInFrame() {
        return this == INFRAME_INSERTION || this == INFRAME_DELETION;
    }
}
