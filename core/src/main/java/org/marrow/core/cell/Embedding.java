package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/**
 * Coordinates of each cell.
 *
 * @param name such as {@code X_pca} or {@code X_umap}
 * @param dimensions columns
 * @param coordinates cell after cell, {@code cells * dimensions}
 */
public record Embedding(String name, int dimensions, float[] coordinates) {
    public Embedding {
        requireNonNull(name, "name");
        InvalidValueException.check(dimensions >= 1, "dimensions", dimensions, "a number from 1");
        InvalidValueException.check(
                coordinates.length % dimensions == 0, "coordinates", coordinates.length, "a multiple of " + dimensions);
    }

    public int cells() {
        return coordinates.length / dimensions;
    }
}
