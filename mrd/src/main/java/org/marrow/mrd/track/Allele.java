package org.marrow.mrd.track;

/** What one read shows at a marker. */
enum Allele {
    REFERENCE,
    ALTERNATE,
    /** Another base, or another haplotype of the length of the reference. */
    OTHER,
    /** At an indel: another insertion or deletion at the same place. */
    OTHER_INDEL,
    LOW_QUALITY,
    NOT_SPANNED;

    /** Whether the read's molecule can be counted by it. */
    boolean isCall() {
        return this != LOW_QUALITY && this != NOT_SPANNED;
    }

    int bit() {
        return 1 << ordinal();
    }
}
