package org.marrow.singlecell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.MatrixKind;

/** Small data sets: given rows, or Poisson counts with groups of cells planted in them. */
public final class PlantedCells {

    /** Genes that only one group shows strongly. */
    public static final int MARKERS_PER_GROUP = 10;

    private PlantedCells() {}

    /** Cells {@code c0, c1, ...} and genes {@code g0, g1, ...} with these values; zeros are not stored. */
    public static CellDataset of(MatrixKind kind, float[][] rows) {
        int genes = rows.length == 0 ? 0 : rows[0].length;
        List<String> names = new ArrayList<>();
        for (int gene = 0; gene < genes; gene++) {
            names.add("g" + gene);
        }
        return of(kind, names, rows);
    }

    public static CellDataset of(MatrixKind kind, List<String> geneNames, float[][] rows) {
        int stored = 0;
        for (float[] row : rows) {
            for (float value : row) {
                stored += value == 0 ? 0 : 1;
            }
        }
        long[] starts = new long[rows.length + 1];
        int[] indices = new int[stored];
        float[] values = new float[stored];
        List<String> cellNames = new ArrayList<>();
        int next = 0;
        for (int cell = 0; cell < rows.length; cell++) {
            for (int gene = 0; gene < rows[cell].length; gene++) {
                if (rows[cell][gene] != 0) {
                    indices[next] = gene;
                    values[next++] = rows[cell][gene];
                }
            }
            starts[cell + 1] = next;
            cellNames.add("c" + cell);
        }
        return new CellDataset(
                new CellMatrix(rows.length, geneNames.size(), starts, indices, values),
                kind,
                cellNames,
                geneNames,
                Map.of());
    }

    /**
     * Counts of {@code groups * cellsEach} cells; cell {@code i} belongs to group {@code i % groups}. Genes {@code 10 g} to
     * {@code 10 g + 9} mark group {@code g}.
     */
    public static float[][] counts(int groups, int cellsEach, int genes, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[groups * cellsEach][genes];
        for (int cell = 0; cell < rows.length; cell++) {
            double depth = 0.5 + random.nextDouble();
            for (int gene = 0; gene < genes; gene++) {
                double mean = 0.2 + gene % 13;
                if (gene / MARKERS_PER_GROUP == cell % groups) {
                    mean += 12;
                }
                rows[cell][gene] = poisson(mean * depth, random);
            }
        }
        return rows;
    }

    /** The planted group of each cell of {@link #counts}. */
    public static int[] groups(int groups, int cellsEach) {
        int[] labels = new int[groups * cellsEach];
        for (int cell = 0; cell < labels.length; cell++) {
            labels[cell] = cell % groups;
        }
        return labels;
    }

    private static int poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
