package org.marrow.core.transcript;

/** By whom a transcript is named to speak for its gene, from the strongest. */
public enum TranscriptStanding {
    /** By the list of transcripts that the laboratory reports on. */
    NAMED_BY_LIST,
    MANE_SELECT,
    CANONICAL,
    /** By nobody. */
    NONE
}
