package org.marrow.workflows.demo;

/**
 * How a patient's leukaemic burden goes with time: it falls by halves under treatment towards a floor and, in some, grows again.
 *
 * @param atDiagnosis fraction of cells that are leukaemic, 0 to 1
 * @param halvingDays under treatment
 * @param floor fraction that treatment does not clear
 * @param relapseDay when regrowth begins, days from diagnosis; {@link Integer#MAX_VALUE} for never
 * @param doublingDays during regrowth
 */
record DemoTrajectory(double atDiagnosis, double halvingDays, double floor, int relapseDay, double doublingDays) {
    static final int NEVER = Integer.MAX_VALUE;

    /** True fraction of leukaemic cells on a day from diagnosis. */
    double burden(int day) {
        double response = Math.max(floor, atDiagnosis * StrictMath.pow(2, -Math.min(day, relapseDay) / halvingDays));
        if (day <= relapseDay) {
            return response;
        }
        return Math.min(0.95, Math.max(response, 1e-6) * StrictMath.pow(2, (day - relapseDay) / doublingDays));
    }

    /** A word for the truth file. */
    String outcome() {
        if (relapseDay != NEVER) {
            return "relapse";
        }
        return floor <= 1e-5 ? "deep response" : floor <= 1e-3 ? "low-level persistence" : "persistence";
    }
}
