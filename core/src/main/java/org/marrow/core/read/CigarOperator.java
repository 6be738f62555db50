package org.marrow.core.read;

/** The operations of a CIGAR, by the SAM specification, section 1.4.6. */
public enum CigarOperator {
    /** M: alignment match or mismatch. */
    MATCH(true, true),
    /** I. */
    INSERTION(true, false),
    /** D. */
    DELETION(false, true),
    /** N: skipped, as an intron in RNA. */
    SKIP(false, true),
    /** S. */
    SOFT_CLIP(true, false),
    /** H. */
    HARD_CLIP(false, false),
    /** P. */
    PADDING(false, false),
    /** =. */
    EQUAL(true, true),
    /** X. */
    DIFFERENT(true, true);

    private final boolean consumesRead;
    private final boolean consumesReference;

    CigarOperator(boolean consumesRead, boolean consumesReference) {
        this.consumesRead = consumesRead;
        this.consumesReference = consumesReference;
    }

    public boolean consumesRead() {
        return consumesRead;
    }

    public boolean consumesReference() {
        return consumesReference;
    }
}
