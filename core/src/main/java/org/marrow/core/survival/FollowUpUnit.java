package org.marrow.core.survival;

/** The unit of a cohort's times. A year has 365.25 days. */
public enum FollowUpUnit {
    DAYS(365.25),
    MONTHS(12),
    YEARS(1);

    private final double perYear;

    FollowUpUnit(double perYear) {
        this.perYear = perYear;
    }

    public double perYear() {
        return perYear;
    }
}
