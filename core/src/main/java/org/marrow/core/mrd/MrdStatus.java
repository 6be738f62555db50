package org.marrow.core.mrd;

/** What a measurement says. None of these means zero, and none means wild type. */
public enum MrdStatus {
    /** Found at or above the limit of quantification: the level is a number to rely on. */
    DETECTED,
    /** Found, yet below the limit of quantification: present, and the level is only indicative. */
    DETECTED_BELOW_QUANTIFICATION,
    /** Not found; a level above the limit of detection would have been found with its stated probability. */
    NOT_DETECTED_BELOW_LOD,
    /** Not found, by a measurement that does not tell its limit of detection: not a negative result. */
    NOT_DETECTED_LOD_UNKNOWN,
    /** The sample does not cover the target, so nothing can be said. */
    NOT_COVERED
}
