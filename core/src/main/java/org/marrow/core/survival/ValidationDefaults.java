package org.marrow.core.survival;

import java.util.List;

/** What a cohort is evaluated by unless the user says otherwise. */
public final class ValidationDefaults {
    /** R's default for {@code survfit}. */
    public static final IntervalType INTERVAL_TYPE = IntervalType.LOG;

    /** Of every interval. */
    public static final double CONFIDENCE = 0.95;

    /** Years of calibration and restricted mean: what AML cohorts usually report. */
    public static final double HORIZON_YEARS = 2;

    /** Years at which survival is read. */
    public static final List<Integer> YEARS = List.of(1, 2, 5);

    /** Patients up to which calibration leaves one out at a time; above, the time it takes grows with the square. */
    public static final int LEAVE_ONE_OUT_PATIENTS = 1000;

    /** Folds above that. */
    public static final int FOLDS = 10;

    private ValidationDefaults() {}
}
