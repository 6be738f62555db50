package org.marrow.singlecell.reduce;

import java.util.Arrays;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.PrincipalComponents;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.singlecell.parallel.WorkPool;

/**
 * Exact principal components in double precision.
 *
 * <p>The eigenvectors are those of the covariance of the genes, or of the cells' inner products where there are fewer cells
 * than genes; both give the same components. Each component's sign makes its largest loading positive.
 */
public final class PrincipalComponentAnalysis {

    /** Components whose variance is below this share of the first one's are rounding, not data. */
    static final double RANK_TOLERANCE = 1e-10;

    private static final int CELLS_PER_BLOCK = 64;
    private static final int ROWS_PER_BLOCK = 16;
    /** Rows of the covariance that one block fills: 128 rows of 2,000 genes are 2 MB, a second-level cache. */
    private static final int STRIPE_GENES = 128;
    /** Dense rows held at once while the covariance is summed: 512 rows of 2,000 genes are 8 MB. */
    private static final int PANEL_CELLS = 512;

    private PrincipalComponentAnalysis() {}

    /**
     * @param matrix log-normalised
     * @param genes columns to use, rising
     * @throws UserException when the cells do not differ in these genes
     */
    public static PrincipalComponents fit(CellMatrix matrix, int[] genes, PcaSettings settings, WorkPool pool) {
        if (matrix.cells() < 2 || genes.length == 0) {
            throw new UserException(
                    ErrorCode.VALUE,
                    "Principal components need at least two cells and one variable gene, found " + matrix.cells()
                            + " cells and " + genes.length + " genes.");
        }
        GeneColumns columns = GeneColumns.of(matrix, genes);
        PcaInput input = new PcaInput(columns, settings.scaledLimit());
        boolean byGenes = input.genes() <= input.cells();
        double[] gram;
        if (!byGenes) {
            gram = cellProducts(input, pool);
        } else if (settings.scaledLimit().isPresent()) {
            gram = geneProducts(input, pool);
        } else {
            gram = sparseGeneProducts(columns, pool);
        }
        int size = byGenes ? input.genes() : input.cells();
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += gram[i * size + i];
        }
        if (!(trace > 0)) {
            throw new UserException(
                    ErrorCode.VALUE,
                    "All " + input.cells() + " cells are equal in the " + genes.length
                            + " variable genes; there is nothing to cluster.");
        }
        int wanted = Math.min(settings.components(), Math.min(input.genes(), input.cells() - 1));
        SymmetricEigen eigen = SymmetricEigen.leading(gram, size, wanted);
        int components = 1;
        while (components < wanted && eigen.values()[components] > RANK_TOLERANCE * eigen.values()[0]) {
            components++;
        }
        double[] loadings = byGenes
                ? firstColumns(eigen.vectors(), size, wanted, components)
                : loadingsOf(input, eigen, wanted, components);
        fixSigns(loadings, input.genes(), components);
        double[] variance = new double[components];
        double[] ratio = new double[components];
        for (int i = 0; i < components; i++) {
            variance[i] = eigen.values()[i] / (input.cells() - 1);
            ratio[i] = eigen.values()[i] / trace;
        }
        double[] scores = scores(input, loadings, components, pool);
        return new PrincipalComponents(components, scores, loadings, genes.clone(), variance, ratio);
    }

    /**
     * Sums of products of each two centred genes, lower triangle, row after row. Only stored values are multiplied; the
     * means are taken off at the end.
     */
    private static double[] sparseGeneProducts(GeneColumns columns, WorkPool pool) {
        int genes = columns.genes();
        double[] gram = new double[Math.multiplyExact(genes, genes)];
        double[] means = columns.means();
        pool.forBlocks(genes, STRIPE_GENES, (from, to) -> {
            for (int cell = 0; cell < columns.cells(); cell++) {
                addSparseProducts(gram, columns, cell, from, to);
            }
            for (int a = from; a < to; a++) {
                double ofMeans = columns.cells() * means[a];
                for (int b = 0; b <= a; b++) {
                    gram[a * genes + b] -= ofMeans * means[b];
                }
            }
        });
        return gram;
    }

    private static void addSparseProducts(double[] gram, GeneColumns columns, int cell, int from, int to) {
        int start = columns.rowStarts()[cell];
        int end = columns.rowStarts()[cell + 1];
        for (int i = start; i < end && columns.columns()[i] < to; i++) {
            if (columns.columns()[i] >= from) {
                int target = columns.columns()[i] * columns.genes();
                double value = columns.values()[i];
                for (int j = start; j <= i; j++) {
                    gram[target + columns.columns()[j]] += value * columns.values()[j];
                }
            }
        }
    }

    /** The same from dense rows, for values that are scaled and cut. */
    private static double[] geneProducts(PcaInput input, WorkPool pool) {
        int genes = input.genes();
        double[] gram = new double[Math.multiplyExact(genes, genes)];
        double[] panel = new double[PANEL_CELLS * genes];
        for (int first = 0; first < input.cells(); first += PANEL_CELLS) {
            int start = first;
            int count = Math.min(PANEL_CELLS, input.cells() - first);
            pool.forBlocks(count, CELLS_PER_BLOCK, (from, to) -> {
                double[] row = new double[genes];
                for (int cell = from; cell < to; cell++) {
                    input.fill(start + cell, row);
                    System.arraycopy(row, 0, panel, cell * genes, genes);
                }
            });
            pool.forBlocks(genes, ROWS_PER_BLOCK, (from, to) -> addProducts(gram, panel, genes, count, from, to));
        }
        return gram;
    }

    private static void addProducts(double[] gram, double[] panel, int genes, int cells, int from, int to) {
        for (int cell = 0; cell < cells; cell++) {
            int row = cell * genes;
            for (int a = from; a < to; a++) {
                double value = panel[row + a];
                int target = a * genes;
                for (int b = 0; b <= a; b++) {
                    gram[target + b] += value * panel[row + b];
                }
            }
        }
    }

    /** Inner products of each two cells, lower triangle; called only where there are fewer cells than genes. */
    private static double[] cellProducts(PcaInput input, WorkPool pool) {
        int cells = input.cells();
        int genes = input.genes();
        double[][] rows = new double[cells][genes];
        pool.forBlocks(cells, CELLS_PER_BLOCK, (from, to) -> {
            for (int cell = from; cell < to; cell++) {
                input.fill(cell, rows[cell]);
            }
        });
        double[] gram = new double[Math.multiplyExact(cells, cells)];
        pool.forBlocks(cells, ROWS_PER_BLOCK, (from, to) -> {
            for (int a = from; a < to; a++) {
                for (int b = 0; b <= a; b++) {
                    gram[a * cells + b] = VectorSums.dot(rows[a], 0, rows[b], 0, genes);
                }
            }
        });
        return gram;
    }

    private static double[] firstColumns(double[] vectors, int rows, int width, int count) {
        double[] first = new double[rows * count];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(vectors, row * width, first, row * count, count);
        }
        return first;
    }

    /** From eigenvectors over the cells to unit loadings over the genes. */
    private static double[] loadingsOf(PcaInput input, SymmetricEigen eigen, int width, int count) {
        double[] loadings = new double[input.genes() * count];
        double[] row = new double[input.genes()];
        for (int cell = 0; cell < input.cells(); cell++) {
            input.fill(cell, row);
            for (int gene = 0; gene < row.length; gene++) {
                for (int i = 0; i < count; i++) {
                    loadings[gene * count + i] += row[gene] * eigen.vectors()[cell * width + i];
                }
            }
        }
        for (int i = 0; i < count; i++) {
            double length = Math.sqrt(eigen.values()[i]);
            for (int gene = 0; gene < row.length; gene++) {
                loadings[gene * count + i] /= length;
            }
        }
        return loadings;
    }

    private static void fixSigns(double[] loadings, int genes, int components) {
        for (int i = 0; i < components; i++) {
            double largest = 0;
            for (int gene = 0; gene < genes; gene++) {
                double loading = loadings[gene * components + i];
                if (Math.abs(loading) > Math.abs(largest)) {
                    largest = loading;
                }
            }
            if (largest < 0) {
                for (int gene = 0; gene < genes; gene++) {
                    loadings[gene * components + i] = -loadings[gene * components + i];
                }
            }
        }
    }

    private static double[] scores(PcaInput input, double[] loadings, int components, WorkPool pool) {
        double[] scores = new double[Math.multiplyExact(input.cells(), components)];
        pool.forBlocks(input.cells(), CELLS_PER_BLOCK, (from, to) -> {
            double[] row = new double[input.genes()];
            double[] score = new double[components];
            for (int cell = from; cell < to; cell++) {
                input.fill(cell, row);
                Arrays.fill(score, 0);
                for (int gene = 0; gene < row.length; gene++) {
                    for (int i = 0; i < components; i++) {
                        score[i] += row[gene] * loadings[gene * components + i];
                    }
                }
                System.arraycopy(score, 0, scores, cell * components, components);
            }
        });
        return scores;
    }
}
