package org.marrow.singlecell.neighbours;

import java.util.Arrays;
import org.marrow.core.cell.NeighbourGraph;
import org.marrow.singlecell.parallel.WorkPool;

/**
 * The fuzzy simplicial set of UMAP (McInnes, Healy and Melville 2018, arXiv:1802.03426, section 3): how surely two cells are
 * neighbours, each cell measuring by its own distances, and either one's word counting.
 */
public final class FuzzyGraph {

    /** Steps of the bisection for a cell's scale. */
    private static final int MAX_STEPS = 64;
    /** How near the sum of a cell's memberships must come to its target. */
    private static final double TOLERANCE = 1e-5;
    /** The least scale, as a share of the mean distance; keeps far outliers from losing all their neighbours. */
    private static final double LEAST_SCALE = 1e-3;

    private static final int CELLS_PER_BLOCK = 512;

    private FuzzyGraph() {}

    /** Symmetric connectivities above 0, at most 1. */
    public static NeighbourGraph of(NearestNeighbours nearest, WorkPool pool) {
        double[] memberships = memberships(nearest, pool);
        return union(nearest, memberships);
    }

    /** How surely each neighbour belongs to the cell's neighbourhood, in the places of {@code nearest}. */
    private static double[] memberships(NearestNeighbours nearest, WorkPool pool) {
        int count = nearest.neighbours();
        double[] distances = nearest.distances();
        double[] memberships = new double[distances.length];
        // The cell itself is one of its neighbours, at distance 0: it counts in the target and in the means.
        double target = StrictMath.log(count + 1) / StrictMath.log(2);
        double meanOfAll = 0;
        for (double distance : distances) {
            meanOfAll += distance;
        }
        double overallMean = meanOfAll / ((double) nearest.cells() * (count + 1));
        pool.forBlocks(nearest.cells(), CELLS_PER_BLOCK, (from, to) -> {
            for (int cell = from; cell < to; cell++) {
                int start = cell * count;
                double nearestDistance = firstAboveZero(distances, start, count);
                double scale = scale(distances, start, count, nearestDistance, target);
                double mean = overallMean;
                if (nearestDistance > 0) {
                    mean = 0;
                    for (int i = start; i < start + count; i++) {
                        mean += distances[i];
                    }
                    mean /= count + 1;
                }
                scale = Math.max(scale, LEAST_SCALE * mean);
                for (int i = start; i < start + count; i++) {
                    double beyond = distances[i] - nearestDistance;
                    memberships[i] = beyond <= 0 || scale == 0 ? 1 : StrictMath.exp(-(beyond / scale));
                }
            }
        });
        return memberships;
    }

    private static double firstAboveZero(double[] distances, int start, int count) {
        for (int i = start; i < start + count; i++) {
            if (distances[i] > 0) {
                return distances[i];
            }
        }
        return 0;
    }

    /** The scale at which the memberships sum to {@code target}. */
    private static double scale(double[] distances, int start, int count, double nearestDistance, double target) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double scale = 1;
        for (int step = 0; step < MAX_STEPS; step++) {
            double sum = 0;
            for (int i = start; i < start + count; i++) {
                double beyond = distances[i] - nearestDistance;
                sum += beyond > 0 ? StrictMath.exp(-(beyond / scale)) : 1;
            }
            if (Math.abs(sum - target) < TOLERANCE) {
                break;
            }
            if (sum > target) {
                high = scale;
                scale = (low + high) / 2;
            } else {
                low = scale;
                scale = Double.isInfinite(high) ? scale * 2 : (low + high) / 2;
            }
        }
        return scale;
    }

    /** {@code a + b - a * b} of the two directions of each pair. */
    private static NeighbourGraph union(NearestNeighbours nearest, double[] memberships) {
        int cells = nearest.cells();
        int count = nearest.neighbours();
        int[] incomingStarts = new int[cells + 1];
        for (int neighbour : nearest.indices()) {
            incomingStarts[neighbour + 1]++;
        }
        for (int cell = 0; cell < cells; cell++) {
            incomingStarts[cell + 1] += incomingStarts[cell];
        }
        int[] incoming = new int[nearest.indices().length];
        int[] next = Arrays.copyOf(incomingStarts, cells);
        for (int place = 0; place < nearest.indices().length; place++) {
            incoming[next[nearest.indices()[place]]++] = place;
        }

        long[] rowStarts = new long[cells + 1];
        int[] columns = new int[Math.multiplyExact(nearest.indices().length, 2)];
        double[] connectivities = new double[columns.length];
        double[] row = new double[cells];
        int size = 0;
        for (int cell = 0; cell < cells; cell++) {
            int first = size;
            for (int place = cell * count; place < (cell + 1) * count; place++) {
                size = join(row, columns, size, nearest.indices()[place], memberships[place]);
            }
            for (int i = incomingStarts[cell]; i < incomingStarts[cell + 1]; i++) {
                int place = incoming[i];
                size = join(row, columns, size, place / count, memberships[place]);
            }
            Arrays.sort(columns, first, size);
            for (int i = first; i < size; i++) {
                connectivities[i] = row[columns[i]];
                row[columns[i]] = 0;
            }
            rowStarts[cell + 1] = size;
        }
        return new NeighbourGraph(
                cells,
                count,
                nearest.indices(),
                nearest.distances(),
                rowStarts,
                Arrays.copyOf(columns, size),
                Arrays.copyOf(connectivities, size));
    }

    /** Adds one direction to the row; a membership that has underflown to 0 makes no edge. */
    private static int join(double[] row, int[] columns, int size, int column, double membership) {
        if (membership == 0) {
            return size;
        }
        if (row[column] == 0) {
            columns[size] = column;
            row[column] = membership;
            return size + 1;
        }
        // a + b - a * b, written so that rounding cannot pass 1 and the order of the two does not matter.
        double larger = Math.max(row[column], membership);
        double smaller = Math.min(row[column], membership);
        row[column] = larger + smaller * (1 - larger);
        return size;
    }
}
