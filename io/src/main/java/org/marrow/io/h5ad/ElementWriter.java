package org.marrow.io.h5ad;

import static org.marrow.core.error.InvalidValueException.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marrow.core.cell.CellColumn;
import org.marrow.io.h5ad.hdf5.Hdf5AttributeList;
import org.marrow.io.h5ad.hdf5.Hdf5Data;
import org.marrow.io.h5ad.hdf5.Hdf5GroupWriter;

/** Writes the elements of AnnData's on-disk format, as its documentation numbers their versions. */
final class ElementWriter {
    /** The name of the index among the columns; AnnData keeps it for that. */
    private static final String INDEX = "_index";

    private ElementWriter() {}

    static Hdf5GroupWriter dict(Hdf5GroupWriter parent, String name) {
        return group(parent, name, "dict", "0.1.0");
    }

    private static Hdf5GroupWriter group(Hdf5GroupWriter parent, String name, String encoding, String version) {
        Hdf5GroupWriter group = parent.group(name);
        group.attributes().text("encoding-type", encoding).text("encoding-version", version);
        return group;
    }

    static void array(Hdf5GroupWriter parent, String name, Hdf5Data data) throws IOException {
        parent.dataset(name, data, encoding("array", "0.2.0"));
    }

    static void texts(Hdf5GroupWriter parent, String name, List<String> values) throws IOException {
        parent.dataset(name, Hdf5Data.texts(values), encoding("string-array", "0.2.0"));
    }

    static void text(Hdf5GroupWriter parent, String name, String value) throws IOException {
        parent.dataset(name, Hdf5Data.texts(List.of(value)).asScalar(), encoding("string", "0.2.0"));
    }

    static void number(Hdf5GroupWriter parent, String name, long value) throws IOException {
        scalar(parent, name, Hdf5Data.int64(new long[] {value}));
    }

    static void number(Hdf5GroupWriter parent, String name, double value) throws IOException {
        scalar(parent, name, Hdf5Data.float64(new double[] {value}));
    }

    static void truth(Hdf5GroupWriter parent, String name, boolean value) throws IOException {
        scalar(parent, name, Hdf5Data.truths(new boolean[] {value}));
    }

    private static void scalar(Hdf5GroupWriter parent, String name, Hdf5Data data) throws IOException {
        parent.dataset(name, data.asScalar(), encoding("numeric-scalar", "0.2.0"));
    }

    /** A structured array: columns of one length, side by side. */
    static void records(Hdf5GroupWriter parent, String name, Map<String, Hdf5Data> columns) throws IOException {
        parent.dataset(name, Hdf5Data.compound(columns), encoding("rec-array", "0.2.0"));
    }

    /** CSR with 32-bit indices in both arrays, as SciPy makes it where they suffice: Scanpy fails on mixed widths. */
    static void sparse(
            Hdf5GroupWriter parent, String name, int rows, int columns, long[] rowStarts, int[] indices, Hdf5Data data)
            throws IOException {
        Hdf5GroupWriter matrix = group(parent, name, "csr_matrix", "0.1.0");
        matrix.attributes().wholes("shape", rows, columns);
        int[] starts = new int[rowStarts.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Math.toIntExact(rowStarts[i]);
        }
        matrix.dataset("data", data, new Hdf5AttributeList());
        matrix.dataset("indices", Hdf5Data.int32(indices), new Hdf5AttributeList());
        matrix.dataset("indptr", Hdf5Data.int32(starts), new Hdf5AttributeList());
    }

    /**
     * A dataframe. A column whose name AnnData or HDF5 cannot hold gets another: slashes become underscores, and a name that is
     * taken then, or is the index's own, gets underscores at its end.
     */
    static void dataFrame(Hdf5GroupWriter parent, String name, List<String> index, Map<String, CellColumn> columns)
            throws IOException {
        Hdf5GroupWriter frame = group(parent, name, "dataframe", "0.2.0");
        Map<String, CellColumn> named = new LinkedHashMap<>();
        for (Map.Entry<String, CellColumn> column : columns.entrySet()) {
            String free = column.getKey().replace('/', '_');
            while (free.isEmpty() || free.equals(".") || free.equals(INDEX) || named.containsKey(free)) {
                free += "_";
            }
            check(
                    column.getValue().size() == index.size(),
                    "column " + column.getKey(),
                    column.getValue().size() + " values",
                    index.size() + " values");
            named.put(free, column.getValue());
        }
        frame.attributes().text("_index", INDEX).texts("column-order", List.copyOf(named.keySet()));
        texts(frame, INDEX, index);
        for (Map.Entry<String, CellColumn> column : named.entrySet()) {
            column(frame, column.getKey(), column.getValue());
        }
    }

    private static void column(Hdf5GroupWriter frame, String name, CellColumn column) throws IOException {
        switch (column) {
            case CellColumn.Numbers numbers -> array(frame, name, Hdf5Data.float64(numbers.values()));
            case CellColumn.Integers whole ->
                nullable(frame, name, "nullable-integer", Hdf5Data.int64(whole.values()), whole.missing());
            case CellColumn.Booleans truths ->
                nullable(frame, name, "nullable-boolean", Hdf5Data.truths(truths.values()), truths.missing());
            case CellColumn.Texts texts -> texts(frame, name, texts.values());
            case CellColumn.Categories categories -> categories(frame, name, categories);
        }
    }

    private static void nullable(
            Hdf5GroupWriter frame, String name, String encoding, Hdf5Data values, boolean @Nullable [] missing)
            throws IOException {
        if (missing == null) {
            array(frame, name, values);
            return;
        }
        Hdf5GroupWriter column = group(frame, name, encoding, "0.1.0");
        array(column, "values", values);
        array(column, "mask", Hdf5Data.truths(missing));
    }

    /** Text with missing values becomes categories, as AnnData itself writes it: its string arrays cannot miss one. */
    private static void texts(Hdf5GroupWriter frame, String name, @Nullable String[] values) throws IOException {
        List<String> present = new ArrayList<>(values.length);
        for (String value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        if (present.size() == values.length) {
            texts(frame, name, present);
            return;
        }
        Set<String> sorted = new TreeSet<>(present);
        List<String> names = List.copyOf(sorted);
        int[] coded = Arrays.stream(values)
                .mapToInt(value -> value == null ? -1 : Collections.binarySearch(names, value))
                .toArray();
        categories(frame, name, new CellColumn.Categories(coded, names, false));
    }

    private static void categories(Hdf5GroupWriter frame, String name, CellColumn.Categories categories)
            throws IOException {
        Hdf5GroupWriter column = group(frame, name, "categorical", "0.2.0");
        column.attributes().truth("ordered", categories.ordered());
        int count = categories.categories().size();
        int bytes = count <= Byte.MAX_VALUE ? 1 : count <= Short.MAX_VALUE ? 2 : 4;
        array(column, "codes", Hdf5Data.whole(categories.codes(), bytes));
        texts(column, "categories", categories.categories());
    }

    private static Hdf5AttributeList encoding(String type, String version) {
        return new Hdf5AttributeList().text("encoding-type", type).text("encoding-version", version);
    }
}
