package org.marrow.singlecell.neighbours;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.singlecell.parallel.WorkPool;

/**
 * The nearest other cells of each cell, by Euclidean distance; of equally distant cells the one that comes first.
 *
 * @param neighbours how many each cell has
 * @param indices {@code cells * neighbours}, nearest first
 * @param distances the same places
 */
public record NearestNeighbours(int cells, int neighbours, int[] indices, double[] distances) {

    /** Candidates whose distances are worked out together: their coordinates, 64 x 50 doubles, stay in the first cache. */
    private static final int CANDIDATES_PER_BLOCK = 64;

    private static final int CELLS_PER_BLOCK = 64;

    public NearestNeighbours {
        requireNonNull(indices, "indices");
        requireNonNull(distances, "distances");
        InvalidValueException.check(neighbours >= 1, "neighbours", neighbours, "a number from 1");
        InvalidValueException.check(
                indices.length == (long) cells * neighbours && distances.length == indices.length,
                "indices",
                indices.length,
                "cells times neighbours");
    }

    /**
     * Compares each cell with every other. Where there are fewer other cells than wanted, each cell gets all of them.
     *
     * @param coordinates cell after cell, {@code cells * dimensions}
     * @throws UserException for fewer than two cells
     */
    public static NearestNeighbours exact(
            double[] coordinates, int cells, int dimensions, NeighbourSettings settings, WorkPool pool) {
        if (cells < 2) {
            throw new UserException(ErrorCode.VALUE, "Neighbours need at least two cells, found " + cells + ".");
        }
        int neighbours = Math.min(settings.neighbours(), cells - 1);
        double[] blocks = byDimension(coordinates, cells, dimensions);
        int[] indices = new int[Math.multiplyExact(cells, neighbours)];
        double[] distances = new double[indices.length];
        pool.forBlocks(cells, CELLS_PER_BLOCK, (from, to) -> {
            Search search = new Search(blocks, cells, dimensions);
            // Candidates outside, so that a block of them is used by all cells of this block while it is in the cache.
            for (int first = 0; first < cells; first += CANDIDATES_PER_BLOCK) {
                for (int cell = from; cell < to; cell++) {
                    search.compare(coordinates, cell, first, indices, distances, cell * neighbours, neighbours);
                }
            }
            for (int i = from * neighbours; i < to * neighbours; i++) {
                distances[i] = Math.sqrt(distances[i]);
            }
        });
        return new NearestNeighbours(cells, neighbours, indices, distances);
    }

    /** Block after block of candidates, in each the first coordinate of all, then the second. */
    private static double[] byDimension(double[] coordinates, int cells, int dimensions) {
        int count = (cells + CANDIDATES_PER_BLOCK - 1) / CANDIDATES_PER_BLOCK;
        double[] blocks = new double[Math.multiplyExact(count * CANDIDATES_PER_BLOCK, dimensions)];
        for (int cell = 0; cell < cells; cell++) {
            int block = cell / CANDIDATES_PER_BLOCK;
            int place = cell % CANDIDATES_PER_BLOCK;
            for (int d = 0; d < dimensions; d++) {
                blocks[(block * dimensions + d) * CANDIDATES_PER_BLOCK + place] = coordinates[cell * dimensions + d];
            }
        }
        return blocks;
    }

    /** Working memory of one block of cells. */
    private static final class Search {
        private final double[] blocks;
        private final int cells;
        private final int dimensions;
        private final double[] squares = new double[CANDIDATES_PER_BLOCK];

        Search(double[] blocks, int cells, int dimensions) {
            this.blocks = blocks;
            this.cells = cells;
            this.dimensions = dimensions;
        }

        /** Takes the candidates from {@code first} on into the sorted nearest squares of {@code cell}. */
        void compare(
                double[] coordinates, int cell, int first, int[] indices, double[] nearest, int start, int neighbours) {
            measure(coordinates, cell, first);
            int found = Math.min(neighbours, cell < first ? first - 1 : first);
            int end = Math.min(cells, first + CANDIDATES_PER_BLOCK);
            for (int candidate = first; candidate < end; candidate++) {
                double square = squares[candidate - first];
                if (candidate == cell || (found == neighbours && square >= nearest[start + neighbours - 1])) {
                    continue;
                }
                // Candidates come in rising order, so an equal one goes behind those that are there.
                int place = found < neighbours ? found++ : neighbours - 1;
                while (place > 0 && nearest[start + place - 1] > square) {
                    nearest[start + place] = nearest[start + place - 1];
                    indices[start + place] = indices[start + place - 1];
                    place--;
                }
                nearest[start + place] = square;
                indices[start + place] = candidate;
            }
        }

        private void measure(double[] coordinates, int cell, int first) {
            Arrays.fill(squares, 0);
            int block = first / CANDIDATES_PER_BLOCK * dimensions;
            for (int d = 0; d < dimensions; d++) {
                double own = coordinates[cell * dimensions + d];
                int from = (block + d) * CANDIDATES_PER_BLOCK;
                for (int i = 0; i < CANDIDATES_PER_BLOCK; i++) {
                    double difference = own - blocks[from + i];
                    squares[i] += difference * difference;
                }
            }
        }
    }
}
