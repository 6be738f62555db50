package org.marrow.core.risk;

import static java.util.Objects.requireNonNull;

/** The most favourable and the most adverse category that the missing inputs leave possible. */
public record CategoryRange(String best, String worst) {
    public CategoryRange {
        requireNonNull(best, "best");
        requireNonNull(worst, "worst");
    }

    public boolean isSettled() {
        return best.equals(worst);
    }
}
