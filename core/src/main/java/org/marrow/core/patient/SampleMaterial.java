package org.marrow.core.patient;

/** What was drawn. */
public enum SampleMaterial {
    BONE_MARROW,
    PERIPHERAL_BLOOD,
    OTHER,
    UNKNOWN
}
