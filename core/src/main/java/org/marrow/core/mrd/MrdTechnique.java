package org.marrow.core.mrd;

/** How residual disease was measured. */
public enum MrdTechnique {
    /** A patient's small variants, counted in sequencing reads. */
    NGS_VARIANT,
    /** IG/TR rearrangements, counted in sequencing reads. */
    NGS_CLONOTYPE,
    /** Real-time quantitative PCR. */
    QPCR,
    /** Digital PCR. */
    DPCR,
    /** Multiparameter flow cytometry. */
    FLOW
}
