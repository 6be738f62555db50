package org.marrow.core.variant;

/** The reference that positions count on. Two of them are never mixed. */
public enum Assembly {
    GRCH37,
    GRCH38,
    /** Another reference, such as a panel's own target contigs. */
    OTHER,
    UNKNOWN
}
