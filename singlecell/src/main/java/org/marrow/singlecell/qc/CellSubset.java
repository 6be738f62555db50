package org.marrow.singlecell.qc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;

/** Some rows and columns of a data set. */
final class CellSubset {

    private static final int ABSENT = -1;

    private CellSubset() {}

    /** The rows {@code cells} and columns {@code genes}, both rising. Stored zeros are dropped. */
    static CellDataset of(CellDataset dataset, int[] cells, int[] genes) {
        List<String> cellNames = pick(dataset.cellNames(), cells);
        List<String> geneNames = pick(dataset.geneNames(), genes);
        Map<String, CellColumn> columns = new LinkedHashMap<>();
        dataset.cellColumns().forEach((name, column) -> columns.put(name, pick(column, cells)));
        return new CellDataset(matrix(dataset.matrix(), cells, genes), dataset.kind(), cellNames, geneNames, columns);
    }

    private static CellMatrix matrix(CellMatrix matrix, int[] cells, int[] genes) {
        int[] newGene = new int[matrix.genes()];
        Arrays.fill(newGene, ABSENT);
        for (int i = 0; i < genes.length; i++) {
            newGene[genes[i]] = i;
        }
        long[] rowStarts = new long[cells.length + 1];
        for (int row = 0; row < cells.length; row++) {
            int kept = 0;
            for (int i = (int) matrix.rowStarts()[cells[row]]; i < matrix.rowStarts()[cells[row] + 1]; i++) {
                if (matrix.values()[i] != 0 && newGene[matrix.geneIndices()[i]] != ABSENT) {
                    kept++;
                }
            }
            rowStarts[row + 1] = rowStarts[row] + kept;
        }
        int[] geneIndices = new int[(int) rowStarts[cells.length]];
        float[] values = new float[geneIndices.length];
        int next = 0;
        for (int cell : cells) {
            for (int i = (int) matrix.rowStarts()[cell]; i < matrix.rowStarts()[cell + 1]; i++) {
                int gene = newGene[matrix.geneIndices()[i]];
                if (matrix.values()[i] != 0 && gene != ABSENT) {
                    geneIndices[next] = gene;
                    values[next++] = matrix.values()[i];
                }
            }
        }
        return new CellMatrix(cells.length, genes.length, rowStarts, geneIndices, values);
    }

    private static List<String> pick(List<String> names, int[] places) {
        List<String> picked = new ArrayList<>(places.length);
        for (int place : places) {
            picked.add(names.get(place));
        }
        return picked;
    }

    // NullAway does not see in class files that the constructors' arrays of missing values are nullable.
    @SuppressWarnings("NullAway")
    private static CellColumn pick(CellColumn column, int[] places) {
        return switch (column) {
            case CellColumn.Numbers numbers ->
                new CellColumn.Numbers(Arrays.stream(places)
                        .mapToDouble(i -> numbers.values()[i])
                        .toArray());
            case CellColumn.Integers integers ->
                new CellColumn.Integers(
                        Arrays.stream(places)
                                .mapToLong(i -> integers.values()[i])
                                .toArray(),
                        pick(integers.missing(), places));
            case CellColumn.Booleans booleans -> {
                boolean[] values = new boolean[places.length];
                for (int i = 0; i < places.length; i++) {
                    values[i] = booleans.values()[places[i]];
                }
                yield new CellColumn.Booleans(values, pick(booleans.missing(), places));
            }
            case CellColumn.Texts texts -> {
                @Nullable String[] values = new @Nullable String[places.length];
                for (int i = 0; i < places.length; i++) {
                    values[i] = texts.values()[places[i]];
                }
                yield new CellColumn.Texts(values);
            }
            case CellColumn.Categories categories ->
                new CellColumn.Categories(
                        Arrays.stream(places).map(i -> categories.codes()[i]).toArray(),
                        categories.categories(),
                        categories.ordered());
        };
    }

    private static boolean @Nullable [] pick(boolean @Nullable [] missing, int[] places) {
        if (missing == null) {
            return null;
        }
        boolean[] picked = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            picked[i] = missing[places[i]];
        }
        return picked;
    }
}
