package org.marrow.core.transcript;

/** The strand of the reference that a transcript is read from. */
public enum Strand {
    PLUS,
    MINUS
}
