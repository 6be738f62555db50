package org.marrow.core.patient;

/** The diseases that the cohorts follow. */
public enum Disease {
    /** Acute myeloid leukaemia. */
    AML,
    /** Myelodysplastic neoplasm. */
    MDS,
    /** Chronic myeloid leukaemia. */
    CML,
    /** Acute lymphoblastic leukaemia. */
    ALL,
    /** Myeloproliferative neoplasm. */
    MPN,
    /** Another haematological disease. */
    OTHER,
    /** Not stated. */
    UNKNOWN
}
