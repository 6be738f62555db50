package org.marrow.singlecell.reduce;

import java.util.Arrays;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.VariableGenes;
import org.marrow.singlecell.parallel.WorkPool;

/**
 * Chooses the genes that vary more than others of the same mean expression.
 *
 * <p>The rules are those of Scanpy 1.11 {@code highly_variable_genes}, so that the same genes come out. {@code means} of the
 * result are the logarithmic means {@code log(1 + mean)} of the scaled counts for {@code SEURAT} and the means of the
 * log-normalised values for {@code CELL_RANGER}. A dispersion is NaN where it is not defined: a gene without variance.
 */
public final class VariableGeneSelection {

    /** Stands in for a mean of 0, so that the dispersion of an absent gene is 0 and not undefined. */
    private static final double LEAST_MEAN = 1e-12;
    /** The lowest bin is opened by this share of the whole range, so that the least mean falls inside. */
    private static final double LOWEST_BIN_MARGIN = 0.001;
    /** Turns a median absolute deviation into a standard deviation: the third quartile of the normal distribution. */
    private static final double NORMAL_THIRD_QUARTILE = 0.6744897501960817;

    private static final int LOWEST_PERCENTILE = 10;
    private static final int PERCENTILE_STEP = 5;

    private VariableGeneSelection() {}

    /** @param matrix log-normalised */
    public static VariableGenes select(CellMatrix matrix, VariableGeneSettings settings, WorkPool pool) {
        boolean seurat = settings.flavour() == VariableGeneFlavour.SEURAT;
        GeneMoments moments = GeneMoments.of(matrix, seurat ? StrictMath::expm1 : value -> value, pool);
        int genes = matrix.genes();
        double[] means = moments.means().clone();
        double[] dispersions = new double[genes];
        for (int gene = 0; gene < genes; gene++) {
            if (means[gene] == 0) {
                means[gene] = LEAST_MEAN;
            }
            dispersions[gene] = moments.variances()[gene] / means[gene];
            if (seurat) {
                dispersions[gene] = dispersions[gene] == 0 ? Double.NaN : StrictMath.log(dispersions[gene]);
                means[gene] = StrictMath.log1p(means[gene]);
            }
        }
        double[] edges = seurat ? equalSteps(means, settings.bins()) : percentiles(means);
        int[] bins = new int[genes];
        for (int gene = 0; gene < genes; gene++) {
            bins[gene] = binOf(means[gene], edges);
        }
        double[] normalised = new double[genes];
        for (int bin = 0; bin < edges.length - 1; bin++) {
            normaliseBin(bin, bins, dispersions, normalised, seurat);
        }
        return new VariableGenes(settings.flavour().label(), top(normalised, settings.topGenes()), means, normalised);
    }

    private static void normaliseBin(int bin, int[] bins, double[] dispersions, double[] normalised, boolean seurat) {
        int[] members = new int[bins.length];
        int count = 0;
        for (int gene = 0; gene < bins.length; gene++) {
            if (bins[gene] == bin) {
                members[count++] = gene;
            }
        }
        double[] defined = new double[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (!Double.isNaN(dispersions[members[i]])) {
                defined[size++] = dispersions[members[i]];
            }
        }
        defined = Arrays.copyOf(defined, size);
        double centre = seurat ? mean(defined) : median(defined);
        double width = seurat ? standardDeviation(defined, centre) : medianDeviation(defined, centre);
        if (seurat && size == 1) {
            // A gene alone in its bin cannot be compared; it gets the value 1.
            width = centre;
            centre = 0;
        }
        for (int i = 0; i < count; i++) {
            normalised[members[i]] = (dispersions[members[i]] - centre) / width;
        }
    }

    /** Genes at or above the {@code count}-th highest dispersion. */
    private static boolean[] top(double[] dispersions, int count) {
        double[] defined = Arrays.stream(dispersions)
                .filter(one -> !Double.isNaN(one))
                .sorted()
                .toArray();
        boolean[] selected = new boolean[dispersions.length];
        if (defined.length == 0) {
            return selected;
        }
        double cut = defined[Math.max(0, defined.length - count)];
        for (int gene = 0; gene < selected.length; gene++) {
            selected[gene] = dispersions[gene] >= cut;
        }
        return selected;
    }

    /** The bin {@code edges[bin] < value <= edges[bin + 1]}. */
    private static int binOf(double value, double[] edges) {
        int bin = 0;
        while (bin < edges.length - 2 && value > edges[bin + 1]) {
            bin++;
        }
        return bin;
    }

    private static double[] equalSteps(double[] means, int bins) {
        double least = Arrays.stream(means).min().orElse(0);
        double most = Arrays.stream(means).max().orElse(0);
        double[] edges = new double[bins + 1];
        if (least == most) {
            double margin = least == 0 ? LOWEST_BIN_MARGIN : LOWEST_BIN_MARGIN * Math.abs(least);
            least -= margin;
            most += margin;
        }
        for (int i = 0; i <= bins; i++) {
            edges[i] = least + i * ((most - least) / bins);
        }
        edges[bins] = most;
        edges[0] -= (most - least) * LOWEST_BIN_MARGIN;
        return edges;
    }

    /** Equal percentiles make one edge, so that no bin is empty by construction. */
    private static double[] percentiles(double[] means) {
        double[] sorted = means.clone();
        Arrays.sort(sorted);
        double[] edges = new double[2 + (100 - LOWEST_PERCENTILE) / PERCENTILE_STEP + 1];
        int count = 0;
        edges[count++] = Double.NEGATIVE_INFINITY;
        for (int percent = LOWEST_PERCENTILE; percent <= 100 && sorted.length > 0; percent += PERCENTILE_STEP) {
            double place = percent / 100.0 * (sorted.length - 1);
            int below = (int) place;
            double upper = sorted[Math.min(below + 1, sorted.length - 1)];
            double edge = sorted[below] + (place - below) * (upper - sorted[below]);
            if (edge > edges[count - 1]) {
                edges[count++] = edge;
            }
        }
        edges[count++] = Double.POSITIVE_INFINITY;
        return Arrays.copyOf(edges, count);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardDeviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double medianDeviation(double[] values, double median) {
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.abs(values[i] - median);
        }
        return median(deviations) / NORMAL_THIRD_QUARTILE;
    }
}
