package org.marrow.core.survival;

/** What {@link CohortValidation} computes where the cohort allows it. */
public enum ValidationPart {
    LOG_RANK,
    TREND,
    CONCORDANCE,
    HAZARD_RATIOS,
    PROPORTIONAL_HAZARDS,
    CALIBRATION
}
