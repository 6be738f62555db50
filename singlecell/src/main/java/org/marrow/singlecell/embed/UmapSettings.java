package org.marrow.singlecell.embed;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;

/**
 * UMAP layout. Distances are in the units of the map.
 *
 * @param minDistance how near two cells may lie before nothing draws them nearer, from 0 to below {@code spread}
 * @param spread the distance at which the closeness of two cells fades, above 0
 * @param epochs passes over the edges, from 1; empty takes more for few cells, see {@link Umap#epochsFor}
 * @param negativeSamples random cells that a cell is driven from each time an edge draws it, from 0
 * @param learningRate first step size, above 0; falls to 0 over the epochs
 * @param repulsion weight of the driving apart, from 0
 */
public record UmapSettings(
        double minDistance,
        double spread,
        OptionalInt epochs,
        int negativeSamples,
        double learningRate,
        double repulsion,
        long seed) {
    public UmapSettings {
        requireNonNull(epochs, "epochs");
        InvalidValueException.check(spread > 0 && Double.isFinite(spread), "spread", spread, "a number above 0");
        InvalidValueException.check(
                minDistance >= 0 && minDistance < spread,
                "minDistance",
                minDistance,
                "a number from 0 to below spread");
        if (epochs.isPresent()) {
            InvalidValueException.check(epochs.getAsInt() >= 1, "epochs", epochs.getAsInt(), "a number from 1");
        }
        InvalidValueException.check(negativeSamples >= 0, "negativeSamples", negativeSamples, "a number from 0");
        InvalidValueException.check(
                learningRate > 0 && Double.isFinite(learningRate), "learningRate", learningRate, "a number above 0");
        InvalidValueException.check(
                repulsion >= 0 && Double.isFinite(repulsion), "repulsion", repulsion, "a number from 0");
    }
}
