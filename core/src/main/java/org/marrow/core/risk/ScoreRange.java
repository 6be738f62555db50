package org.marrow.core.risk;

import org.marrow.core.error.InvalidValueException;

/** A score with every missing input at its most favourable, its average and its most adverse value. */
public record ScoreRange(double best, double mean, double worst) {
    public ScoreRange {
        InvalidValueException.check(best <= mean, "best", best, "at most the mean, " + mean);
        InvalidValueException.check(mean <= worst, "worst", worst, "at least the mean, " + mean);
    }

    public static ScoreRange exact(double score) {
        return new ScoreRange(score, score, score);
    }
}
