package org.marrow.singlecell.markers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.Clustering;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.error.InvalidValueException;
import org.marrow.singlecell.parallel.WorkPool;

/**
 * Ranks all genes for each cluster against all other cells, by the Wilcoxon rank-sum test with its normal approximation
 * (Wilcoxon 1945; Mann and Whitney 1947). All clusters are served by one ranking of each gene.
 */
public final class RankSumMarkers {

    /** At or below this many cells on either side the normal approximation is rough. */
    public static final int FEW_CELLS = 25;

    /** Added to both means of a fold change, so that a gene absent from one side has a finite one; as Scanpy does. */
    private static final double FOLD_CHANGE_FLOOR = 1e-9;

    private static final int GENES_PER_BLOCK = 64;

    private final CellMatrix matrix;
    private final Clustering clustering;
    private final boolean tieCorrection;
    private final int[] sizes;
    private final GeneRows genes;

    private RankSumMarkers(CellMatrix matrix, Clustering clustering, boolean tieCorrection) {
        this.matrix = matrix;
        this.clustering = clustering;
        this.tieCorrection = tieCorrection;
        this.sizes = new int[clustering.clusters()];
        for (int label : clustering.labels()) {
            sizes[label]++;
        }
        this.genes = GeneRows.of(matrix);
    }

    /**
     * All genes of each cluster, by cluster, then by falling z, then in the order of the genes. With a single cluster there
     * is nothing to compare and the list is empty.
     *
     * @param normalised log-normalised
     * @param progress takes the share of the work done, 0 to 1
     */
    public static List<MarkerGene> rank(
            CellDataset normalised,
            Clustering clustering,
            MarkerSettings settings,
            WorkPool pool,
            DoubleConsumer progress) {
        CellMatrix matrix = normalised.matrix();
        InvalidValueException.check(
                clustering.labels().length == matrix.cells(),
                "labels",
                clustering.labels().length + " labels",
                matrix.cells() + " labels, one a cell");
        if (clustering.clusters() < 2) {
            progress.accept(1);
            return List.of();
        }
        RankSumMarkers ranking = new RankSumMarkers(matrix, clustering, settings.tieCorrection());
        int clusters = clustering.clusters();
        double[] z = new double[Math.multiplyExact(clusters, matrix.genes())];
        double[] foldChanges = new double[z.length];
        int step = Math.max(GENES_PER_BLOCK, (matrix.genes() / 20 / GENES_PER_BLOCK + 1) * GENES_PER_BLOCK);
        for (int first = 0; first < matrix.genes(); first += step) {
            int start = first;
            int count = Math.min(step, matrix.genes() - first);
            pool.forBlocks(count, GENES_PER_BLOCK, (from, to) -> {
                for (int gene = start + from; gene < start + to; gene++) {
                    ranking.rankGene(gene, z, foldChanges);
                }
            });
            progress.accept((double) (first + count) / matrix.genes());
        }
        List<MarkerGene> markers = new ArrayList<>(z.length);
        for (int cluster = 0; cluster < clusters; cluster++) {
            ranking.addMarkers(cluster, normalised.geneNames(), z, foldChanges, markers);
        }
        return markers;
    }

    /** Fills the places of one gene for all clusters. */
    private void rankGene(int gene, double[] z, double[] foldChanges) {
        int from = genes.starts()[gene];
        int count = genes.starts()[gene + 1] - from;
        int zeros = matrix.cells() - count;
        int[] labels = clustering.labels();
        double[] rankSums = new double[sizes.length];
        double[] sums = new double[sizes.length];
        int[] zerosOf = sizes.clone();
        for (int i = from; i < from + count; i++) {
            int label = labels[genes.cells()[i]];
            sums[label] += genes.values()[i];
            zerosOf[label]--;
        }
        double tied = rankSums(from, count, zeros, zerosOf, rankSums);

        double cells = matrix.cells();
        double correction = tieCorrection && cells > 1 ? 1 - tied / (cells * cells * cells - cells) : 1;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            double size = sizes[cluster];
            double expected = size * (cells + 1) / 2;
            double deviation = Math.sqrt(correction * size * (cells - size) * (cells + 1) / 12);
            int place = cluster * matrix.genes() + gene;
            // All values equal: no rank tells anything.
            z[place] = deviation > 0 ? (rankSums[cluster] - expected) / deviation : 0;
            foldChanges[place] = log2FoldChange(sums[cluster] / size, sumOfOthers(sums, cluster) / (cells - size));
        }
    }

    /** Added up anew, because taking one cluster from the total would leave rounding where the others have nothing. */
    private static double sumOfOthers(double[] sums, int cluster) {
        double others = 0;
        for (int i = 0; i < sums.length; i++) {
            if (i != cluster) {
                others += sums[i];
            }
        }
        return others;
    }

    private static double log2FoldChange(double mean, double meanOfRest) {
        double ratio =
                (StrictMath.expm1(mean) + FOLD_CHANGE_FLOOR) / (StrictMath.expm1(meanOfRest) + FOLD_CHANGE_FLOOR);
        return StrictMath.log(ratio) / StrictMath.log(2);
    }

    /**
     * Adds each cluster's ranks, ties sharing their mean rank.
     *
     * @return sum of {@code t^3 - t} over the groups of {@code t} equal values
     */
    private double rankSums(int from, int count, int zeros, int[] zerosOf, double[] rankSums) {
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(genes.values()[from + i]);
            // Negative floats sort backwards by their bits; turning all but the sign sets them right.
            int ordered = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
            sorted[i] = ((long) ordered << Integer.SIZE) | genes.cells()[from + i];
        }
        Arrays.sort(sorted);
        int negatives = 0;
        while (negatives < count && sorted[negatives] < 0) {
            negatives++;
        }
        double tied = cubes(zeros);
        double zeroRank = negatives + (zeros + 1) / 2.0;
        for (int cluster = 0; cluster < rankSums.length; cluster++) {
            rankSums[cluster] = zeroRank * zerosOf[cluster];
        }
        int first = 0;
        while (first < count) {
            int end = first + 1;
            while (end < count && sorted[end] >> Integer.SIZE == sorted[first] >> Integer.SIZE) {
                end++;
            }
            double rank = (first + end + 1) / 2.0 + (first >= negatives ? zeros : 0);
            for (int i = first; i < end; i++) {
                rankSums[clustering.labels()[(int) sorted[i]]] += rank;
            }
            tied += cubes(end - first);
            first = end;
        }
        return tied;
    }

    private static double cubes(double count) {
        return count * count * count - count;
    }

    private void addMarkers(
            int cluster, List<String> names, double[] z, double[] foldChanges, List<MarkerGene> markers) {
        int count = matrix.genes();
        int start = cluster * count;
        double[] logPValues = new double[count];
        for (int gene = 0; gene < count; gene++) {
            logPValues[gene] = NormalTail.logTwoSidedP(z[start + gene]);
        }
        double[] adjusted = BenjaminiHochberg.adjust(logPValues);
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer gene) -> -z[start + gene]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int gene : order) {
            markers.add(new MarkerGene(
                    cluster,
                    names.get(gene),
                    z[start + gene],
                    logPValues[gene],
                    adjusted[gene],
                    foldChanges[start + gene]));
        }
    }
}
