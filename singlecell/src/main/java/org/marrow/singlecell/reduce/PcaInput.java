package org.marrow.singlecell.reduce;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The cells by genes that a PCA sees: centred, and scaled where that is wanted, without ever being stored whole. */
final class PcaInput {

    private final GeneColumns columns;
    private final double[] means;
    private final double[] scales;
    private final double limit;
    private final double[] centres;

    PcaInput(GeneColumns columns, OptionalDouble scaledLimit) {
        this.columns = columns;
        this.means = columns.means();
        this.scales = new double[columns.genes()];
        Arrays.fill(scales, 1);
        this.limit = scaledLimit.orElse(Double.POSITIVE_INFINITY);
        this.centres = new double[columns.genes()];
        if (scaledLimit.isPresent()) {
            double[] deviations = columns.standardDeviations(means);
            for (int gene = 0; gene < scales.length; gene++) {
                // A gene without variance stays at 0 instead of being divided by 0.
                scales[gene] = deviations[gene] == 0 ? 1 : deviations[gene];
            }
            centreWhatWasCut();
        }
    }

    /** Cutting moves the mean away from 0; PCA needs it at 0 again. */
    private void centreWhatWasCut() {
        double[] row = new double[genes()];
        double[] sums = new double[genes()];
        for (int cell = 0; cell < cells(); cell++) {
            fillScaled(cell, row);
            for (int gene = 0; gene < sums.length; gene++) {
                sums[gene] += row[gene];
            }
        }
        for (int gene = 0; gene < sums.length; gene++) {
            centres[gene] = sums[gene] / cells();
        }
    }

    int cells() {
        return columns.cells();
    }

    int genes() {
        return columns.genes();
    }

    /** One cell's centred row. */
    void fill(int cell, double[] row) {
        fillScaled(cell, row);
        for (int gene = 0; gene < row.length; gene++) {
            row[gene] -= centres[gene];
        }
    }

    /** One cell's row before it is centred again, as Scanpy's {@code scale} leaves it. */
    void fillScaled(int cell, double[] row) {
        for (int gene = 0; gene < row.length; gene++) {
            row[gene] = cut(-means[gene] / scales[gene]);
        }
        for (int i = columns.rowStarts()[cell]; i < columns.rowStarts()[cell + 1]; i++) {
            int gene = columns.columns()[i];
            row[gene] = cut((columns.values()[i] - means[gene]) / scales[gene]);
        }
    }

    private double cut(double value) {
        return Math.min(limit, Math.max(-limit, value));
    }
}
