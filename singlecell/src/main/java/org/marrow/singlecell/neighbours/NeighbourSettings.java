package org.marrow.singlecell.neighbours;

import org.marrow.core.error.InvalidValueException;

/**
 * Size of a neighbourhood.
 *
 * @param neighbours other cells in it, from 1, the cell itself not counted; Scanpy's {@code n_neighbors} counts it and is one
 *     more
 */
public record NeighbourSettings(int neighbours) {
    public NeighbourSettings {
        InvalidValueException.check(neighbours >= 1, "neighbours", neighbours, "a number from 1");
    }
}
