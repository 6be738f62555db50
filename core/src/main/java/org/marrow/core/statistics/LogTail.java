package org.marrow.core.statistics;

import org.marrow.core.error.BugException;

/** A tail probability, as a monotone function of the logarithm of the place where the tail begins. */
interface LogTail {

    /** The logarithm of the tail probability at {@code exp(logPlace)}. */
    double log(double logPlace);

    /** The derivative of {@link #log} where it has the value {@code logTail}. */
    double slope(double logPlace, double logTail);

    /**
     * The log place where the tail has the wanted probability.
     *
     * <p>Newton's method, which is safe here because a bracket is kept and halved whenever a step leaves it.
     *
     * @param edge a log place known to lie on the side of the root where the tail is too large
     * @param outward the sign of the direction from {@code edge} to the root
     */
    static double solve(LogTail tail, double logProbability, double edge, int outward) {
        double tooLarge = edge;
        double tooSmall = Double.NaN;
        double place = edge;
        double stride = 1;
        for (int iteration = 0; iteration < 500; iteration++) {
            double value = tail.log(place);
            if (value == logProbability) {
                return place;
            }
            if (value > logProbability) {
                tooLarge = place;
            } else {
                tooSmall = place;
            }
            double step = (logProbability - value) / tail.slope(place, value);
            double next = place + step;
            if (Math.abs(step) <= 1e-15 * Math.max(1, Math.abs(place))) {
                return next;
            }
            if (!isBetween(next, tooLarge, tooSmall, outward)) {
                if (Double.isNaN(tooSmall)) {
                    next = tooLarge + outward * stride;
                    stride *= 2;
                } else {
                    next = 0.5 * (tooLarge + tooSmall);
                    if (next == tooLarge || next == tooSmall) {
                        return next;
                    }
                }
            }
            place = next;
        }
        throw new BugException("no root of a tail for log probability " + logProbability + " from " + edge);
    }

    private static boolean isBetween(double place, double tooLarge, double tooSmall, int outward) {
        if (Double.isNaN(place) || Double.isInfinite(place)) {
            return false;
        }
        boolean beyondEdge = outward > 0 ? place > tooLarge : place < tooLarge;
        boolean insideEnd = Double.isNaN(tooSmall) || (outward > 0 ? place < tooSmall : place > tooSmall);
        return beyondEdge && insideEnd;
    }
}
