package org.marrow.core.risk;

/** How well a rule is founded in the sources that could be read. Shown wherever the rule decides. */
public enum EvidenceMark {
    /** Read in a named source. */
    VERIFIED,
    /** Follows by arithmetic or logic from what was read. */
    DERIVED,
    /** Known, and to be checked against the paper before it is relied on. */
    FROM_MEMORY,
    /** The source does not say; the product's choice is named. */
    OPEN
}
