package org.marrow.core.cell;

/** What the numbers of a matrix are. */
public enum MatrixKind {
    /** Molecules or reads counted: whole numbers from 0. */
    COUNTS,
    /** Counts scaled to a common total and then {@code log(1 + x)}. */
    LOG_NORMALISED,
    /** Anything else, such as z-scores: not to be normalised, and not to be ranked as expression. */
    OTHER
}
