package org.marrow.singlecell.cluster;

import org.marrow.core.error.InvalidValueException;

/**
 * Leiden clustering.
 *
 * @param resolution above 0; higher gives more clusters
 * @param runs how often it starts anew with a seed of its own, from 1; the best modularity is kept
 * @param maxIterations of one run, from 1; a run also ends when an iteration changes nothing
 * @param seed of the first run
 */
public record LeidenSettings(double resolution, int runs, int maxIterations, long seed) {
    public LeidenSettings {
        InvalidValueException.check(
                resolution > 0 && Double.isFinite(resolution), "resolution", resolution, "a number above 0");
        InvalidValueException.check(runs >= 1, "runs", runs, "a number from 1");
        InvalidValueException.check(maxIterations >= 1, "maxIterations", maxIterations, "a number from 1");
    }
}
