package org.marrow.core.survival;

import java.util.OptionalDouble;

/** The scale on which the confidence interval of a survival probability is symmetric. */
public enum IntervalType {
    /** On log S; what R draws by default. */
    LOG,
    /** On log(-log S), which stays within 0 and 1 by itself; not defined before the first event. */
    LOG_LOG,
    /** On S, cut at 0 and 1. */
    PLAIN;

    /**
     * The bound at {@code z} standard errors; empty where the scale or the error is not defined.
     *
     * @param survival 0 to 1
     * @param logError standard error of log S
     * @param z negative for the lower bound
     */
    OptionalDouble at(double survival, double logError, double z) {
        if (survival <= 0 || (this == LOG_LOG && survival >= 1)) {
            return OptionalDouble.empty();
        }
        double log = Math.log(survival);
        return OptionalDouble.of(
                switch (this) {
                    case LOG -> Math.min(1, Math.exp(log + z * logError));
                    case LOG_LOG -> Math.exp(-Math.exp(Math.log(-log) + z * logError / log));
                    case PLAIN -> Math.max(0, Math.min(1, survival + z * logError * survival));
                });
    }
}
