package org.marrow.singlecell.embed;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.marrow.core.cell.Embedding;
import org.marrow.core.cell.NeighbourGraph;
import org.marrow.core.cell.PrincipalComponents;
import org.marrow.singlecell.parallel.WorkPool;

/**
 * A two-dimensional UMAP layout (McInnes, Healy and Melville 2018, arXiv:1802.03426) that is the same for any number of
 * threads.
 *
 * <p>In each epoch every cell moves by itself, seeing all others where they were when the epoch began, and draws its random
 * cells from a generator of its own. The edge schedule and the forces are those of the reference implementation. The layout
 * starts from the first two principal components, which place distant groups sensibly and need no solver.
 */
public final class Umap {

    /** Up to this many cells get more epochs. */
    static final int FEW_CELLS = 10_000;

    static final int EPOCHS_FOR_FEW = 500;
    static final int EPOCHS_FOR_MANY = 200;

    /** The starting map reaches this far from its middle. */
    private static final double START_RADIUS = 10;
    /** Random shift at the start, so that equal cells can part. */
    private static final double START_NOISE = 1e-4;
    /** No single force moves a cell further than this times the step size. */
    private static final double LARGEST_FORCE = 4;
    /** Keeps the driving apart finite at distance 0. */
    private static final double REPULSION_FLOOR = 0.001;
    /** Squared distances below this make no force; below it their powers leave the normal numbers. */
    private static final double LEAST_SQUARE = 1e-60;

    private static final int DIMENSIONS = 2;
    private static final int CELLS_PER_BLOCK = 128;

    private final NeighbourGraph graph;
    private final UmapSettings settings;
    private final ClosenessCurve curve;
    private final PowerTable powers;
    private final int epochs;
    private final double largestWeight;

    private Umap(NeighbourGraph graph, UmapSettings settings) {
        this.graph = graph;
        this.settings = settings;
        this.curve = ClosenessCurve.fit(settings.minDistance(), settings.spread());
        this.powers = new PowerTable(curve.b());
        this.epochs = settings.epochs().orElse(epochsFor(graph.cells()));
        this.largestWeight = Arrays.stream(graph.connectivities()).max().orElse(1);
    }

    /** 500 epochs up to 10,000 cells and 200 above, as the reference implementation takes. */
    public static int epochsFor(int cells) {
        return cells <= FEW_CELLS ? EPOCHS_FOR_FEW : EPOCHS_FOR_MANY;
    }

    /**
     * @param start scores of the cells of {@code graph}; the first two components are used
     * @param progress takes the share of epochs done, 0 to 1
     */
    public static Embedding embed(
            NeighbourGraph graph,
            PrincipalComponents start,
            UmapSettings settings,
            WorkPool pool,
            DoubleConsumer progress) {
        Umap umap = new Umap(graph, settings);
        double[] positions = umap.layOut(umap.start(start), pool, progress);
        float[] coordinates = new float[positions.length];
        for (int i = 0; i < positions.length; i++) {
            coordinates[i] = (float) positions[i];
        }
        return new Embedding("X_umap", DIMENSIONS, coordinates);
    }

    private double[] start(PrincipalComponents components) {
        int used = Math.min(DIMENSIONS, components.components());
        double[] positions = new double[graph.cells() * DIMENSIONS];
        double largest = 0;
        for (int cell = 0; cell < graph.cells(); cell++) {
            for (int d = 0; d < used; d++) {
                double score = components.scores()[cell * components.components() + d];
                positions[cell * DIMENSIONS + d] = score;
                largest = Math.max(largest, Math.abs(score));
            }
        }
        double scale = largest == 0 ? 0 : START_RADIUS / largest;
        for (int cell = 0; cell < graph.cells(); cell++) {
            CellRandom random = new CellRandom(settings.seed(), 0, cell);
            for (int d = 0; d < DIMENSIONS; d++) {
                int i = cell * DIMENSIONS + d;
                positions[i] = positions[i] * scale + START_NOISE * (random.nextDouble() - 0.5);
            }
        }
        return positions;
    }

    private double[] layOut(double[] start, WorkPool pool, DoubleConsumer progress) {
        double[] before = start;
        double[] after = new double[start.length];
        for (int epoch = 0; epoch < epochs; epoch++) {
            int number = epoch;
            double step = settings.learningRate() * (1 - (double) epoch / epochs);
            double[] seen = before;
            double[] moved = after;
            pool.forBlocks(graph.cells(), CELLS_PER_BLOCK, (from, to) -> {
                for (int cell = from; cell < to; cell++) {
                    move(cell, number, step, seen, moved);
                }
            });
            before = moved;
            after = seen;
            progress.accept((epoch + 1.0) / epochs);
        }
        return before;
    }

    private void move(int cell, int epoch, double step, double[] seen, double[] moved) {
        CellRandom random = new CellRandom(settings.seed(), epoch + 1, cell);
        double x = seen[cell * 2];
        double y = seen[cell * 2 + 1];
        double a = curve.a();
        double b = curve.b();
        for (int i = (int) graph.rowStarts()[cell]; i < graph.rowStarts()[cell + 1]; i++) {
            if (!isDue(graph.connectivities()[i] / largestWeight, epoch)) {
                continue;
            }
            int other = graph.columns()[i];
            double otherX = seen[other * 2];
            double otherY = seen[other * 2 + 1];
            // Each edge is stored from both of its ends and draws both together each time, so twice in all. The other
            // end
            // does the same on its own; following it here keeps the two from running past each other.
            for (int end = 0; end < 2; end++) {
                double dx = x - otherX;
                double dy = y - otherY;
                double square = dx * dx + dy * dy;
                if (square > LEAST_SQUARE) {
                    double power = powers.power(square);
                    double force = -2 * a * b * (power / square) / (a * power + 1);
                    double moveX = step * clip(force * dx);
                    double moveY = step * clip(force * dy);
                    x += moveX;
                    y += moveY;
                    otherX -= moveX;
                    otherY -= moveY;
                }
            }
            for (int sample = 0; sample < settings.negativeSamples(); sample++) {
                int far = random.nextBelow(graph.cells());
                double dx = x - seen[far * 2];
                double dy = y - seen[far * 2 + 1];
                double square = dx * dx + dy * dy;
                if (far != cell && square > LEAST_SQUARE) {
                    double power = powers.power(square);
                    double force = 2 * settings.repulsion() * b / ((REPULSION_FLOOR + square) * (a * power + 1));
                    x += step * clip(force * dx);
                    y += step * clip(force * dy);
                }
            }
        }
        moved[cell * 2] = x;
        moved[cell * 2 + 1] = y;
    }

    /** An edge of share {@code s} of the largest weight is used in {@code s} of all epochs, evenly spread. */
    private static boolean isDue(double share, int epoch) {
        return (long) (share * (epoch + 1)) > (long) (share * epoch);
    }

    private static double clip(double force) {
        return Math.max(-LARGEST_FORCE, Math.min(LARGEST_FORCE, force));
    }
}
