package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marrow.core.error.InvalidValueException;

/**
 * A matrix with the names of its cells and genes, and what the file says of them.
 *
 * @param matrix of the kind that {@code kind} names
 * @param cellNames one a row; need not be unique
 * @param geneNames one a column; need not be unique
 * @param cellColumns {@code obs}, in the file's order, each as long as there are cells
 */
public record CellDataset(
        CellMatrix matrix,
        MatrixKind kind,
        List<String> cellNames,
        List<String> geneNames,
        Map<String, CellColumn> cellColumns) {
    public CellDataset {
        requireNonNull(matrix, "matrix");
        requireNonNull(kind, "kind");
        cellNames = List.copyOf(cellNames);
        geneNames = List.copyOf(geneNames);
        cellColumns = Collections.unmodifiableMap(new LinkedHashMap<>(cellColumns));
        InvalidValueException.check(
                cellNames.size() == matrix.cells(),
                "cellNames",
                cellNames.size() + " names",
                matrix.cells() + " names");
        InvalidValueException.check(
                geneNames.size() == matrix.genes(),
                "geneNames",
                geneNames.size() + " names",
                matrix.genes() + " names");
        for (Map.Entry<String, CellColumn> column : cellColumns.entrySet()) {
            InvalidValueException.check(
                    column.getValue().size() == matrix.cells(),
                    "column " + column.getKey(),
                    column.getValue().size() + " values",
                    matrix.cells() + " values");
        }
    }
}
