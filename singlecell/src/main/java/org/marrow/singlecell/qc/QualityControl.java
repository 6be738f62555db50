package org.marrow.singlecell.qc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.CellQc;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/** Measures each cell and drops those, and the genes, that show too little. */
public final class QualityControl {

    /**
     * The largest logarithm that is taken for {@code log(1 + x)} of a scaled count. A count scaled to a million gives 13.8,
     * and {@code e^30} is beyond any total that is in use.
     */
    static final double MAX_LOG_VALUE = 30;

    private QualityControl() {}

    /**
     * Measures every cell.
     *
     * <p>Of log-normalised values the totals are unknown and so NaN. The mitochondrial fraction is not, because the cell's
     * scale falls out of it.
     *
     * @throws UserException when the values are not what the data set's kind says
     */
    public static CellQc measure(CellDataset dataset) {
        requireExpression(dataset);
        CellMatrix matrix = dataset.matrix();
        boolean counts = dataset.kind() == MatrixKind.COUNTS;
        boolean[] mitochondrial = mitochondrialGenes(dataset.geneNames());
        boolean anyMitochondrial = hasMitochondrialGenes(dataset);
        double[] totals = new double[matrix.cells()];
        int[] genes = new int[matrix.cells()];
        double[] fractions = new double[matrix.cells()];
        for (int cell = 0; cell < matrix.cells(); cell++) {
            double total = 0;
            double ofMitochondria = 0;
            for (int i = (int) matrix.rowStarts()[cell]; i < matrix.rowStarts()[cell + 1]; i++) {
                float value = matrix.values()[i];
                if (value == 0) {
                    continue;
                }
                double amount = counts ? value : StrictMath.expm1(value);
                genes[cell]++;
                total += amount;
                if (mitochondrial[matrix.geneIndices()[i]]) {
                    ofMitochondria += amount;
                }
            }
            totals[cell] = counts ? total : Double.NaN;
            fractions[cell] = anyMitochondrial && total > 0 ? ofMitochondria / total : Double.NaN;
        }
        return new CellQc(totals, genes, fractions);
    }

    /** Whether any gene is named {@code MT-…} or {@code mt-…}, as mitochondrial genes of human and mouse are. */
    public static boolean hasMitochondrialGenes(CellDataset dataset) {
        for (boolean one : mitochondrialGenes(dataset.geneNames())) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /**
     * Keeps the cells that pass, then the genes that enough of the kept cells show.
     *
     * @throws UserException when nothing is left, or a mitochondrial limit is set where no gene is mitochondrial
     */
    public static FilteredCells filter(CellDataset dataset, CellQc qc, QcSettings settings) {
        if (settings.maxMitochondrialFraction().isPresent() && !hasMitochondrialGenes(dataset)) {
            throw new UserException(
                    ErrorCode.MISMATCH,
                    "A limit of the mitochondrial fraction is set, but none of the "
                            + dataset.matrix().genes() + " genes is named MT-... or mt-...; leave the limit out.");
        }
        CellMatrix matrix = dataset.matrix();
        int[] keptCells = new int[matrix.cells()];
        int cells = 0;
        for (int cell = 0; cell < matrix.cells(); cell++) {
            if (passes(qc, cell, settings)) {
                keptCells[cells++] = cell;
            }
        }
        keptCells = Arrays.copyOf(keptCells, cells);
        if (cells == 0) {
            throw new UserException(ErrorCode.VALUE, nothingLeft(dataset, qc, settings));
        }
        int[] cellsOfGene = new int[matrix.genes()];
        for (int cell : keptCells) {
            for (int i = (int) matrix.rowStarts()[cell]; i < matrix.rowStarts()[cell + 1]; i++) {
                if (matrix.values()[i] != 0) {
                    cellsOfGene[matrix.geneIndices()[i]]++;
                }
            }
        }
        int[] keptGenes = new int[matrix.genes()];
        int genes = 0;
        for (int gene = 0; gene < matrix.genes(); gene++) {
            if (cellsOfGene[gene] >= settings.minCellsPerGene()) {
                keptGenes[genes++] = gene;
            }
        }
        keptGenes = Arrays.copyOf(keptGenes, genes);
        if (genes == 0) {
            throw new UserException(
                    ErrorCode.VALUE,
                    "No gene is left: none of " + matrix.genes() + " has a count in " + settings.minCellsPerGene()
                            + " or more of the " + cells + " cells that were kept.");
        }
        return new FilteredCells(CellSubset.of(dataset, keptCells, keptGenes), keptCells, keptGenes);
    }

    private static boolean passes(CellQc qc, int cell, QcSettings settings) {
        if (qc.genesByCounts()[cell] < settings.minGenesPerCell()) {
            return false;
        }
        // A cell without counts has no fraction to be refused for; the number of genes decides on it.
        double fraction = qc.mitochondrialFraction()[cell];
        return settings.maxMitochondrialFraction().isEmpty()
                || Double.isNaN(fraction)
                || fraction <= settings.maxMitochondrialFraction().getAsDouble();
    }

    private static String nothingLeft(CellDataset dataset, CellQc qc, QcSettings settings) {
        int cells = dataset.matrix().cells();
        if (cells == 0) {
            return "There is no cell in the data set.";
        }
        int most = Arrays.stream(qc.genesByCounts()).max().orElse(0);
        String limit = settings.maxMitochondrialFraction().isPresent()
                ? String.format(
                        Locale.ROOT,
                        " and a mitochondrial fraction of at most %s",
                        settings.maxMitochondrialFraction().getAsDouble())
                : "";
        return "No cell is left: none of " + cells + " has counts in " + settings.minGenesPerCell() + " or more genes"
                + limit + "; the most genes that a cell has are " + most + ".";
    }

    private static boolean[] mitochondrialGenes(List<String> names) {
        boolean[] mitochondrial = new boolean[names.size()];
        for (int gene = 0; gene < mitochondrial.length; gene++) {
            String name = names.get(gene);
            mitochondrial[gene] = name.startsWith("MT-") || name.startsWith("mt-");
        }
        return mitochondrial;
    }

    private static void requireExpression(CellDataset dataset) {
        CellMatrix matrix = dataset.matrix();
        if (dataset.kind() == MatrixKind.OTHER) {
            throw new UserException(
                    ErrorCode.MISMATCH,
                    "The matrix holds neither counts nor log-normalised values, so it cannot be normalised and its genes "
                            + "cannot be ranked; give the counts, such as those in /raw or in a layer.");
        }
        boolean counts = dataset.kind() == MatrixKind.COUNTS;
        for (int cell = 0; cell < matrix.cells(); cell++) {
            for (int i = (int) matrix.rowStarts()[cell]; i < matrix.rowStarts()[cell + 1]; i++) {
                float value = matrix.values()[i];
                boolean valid =
                        counts ? value >= 0 && value == (float) Math.rint(value) : value >= 0 && value <= MAX_LOG_VALUE;
                if (!valid) {
                    throw new UserException(
                            ErrorCode.VALUE,
                            "Cell " + dataset.cellNames().get(cell) + ", gene "
                                    + dataset.geneNames().get(matrix.geneIndices()[i]) + ": expected "
                                    + (counts
                                            ? "a count, a whole number from 0"
                                            : "a log-normalised value from 0 to " + MAX_LOG_VALUE)
                                    + ", found " + value);
                }
            }
        }
    }
}
