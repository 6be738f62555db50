package org.marrow.io.h5ad;

import java.util.Arrays;
import org.marrow.core.cell.CellMatrix;
import org.marrow.io.h5ad.hdf5.Datatype;
import org.marrow.io.h5ad.hdf5.Hdf5Dataset;
import org.marrow.io.h5ad.hdf5.Hdf5File;
import org.marrow.io.h5ad.hdf5.Hdf5Group;
import org.marrow.io.h5ad.hdf5.Numbers;

/** A matrix compressed by rows (CSR) or by columns (CSC), as SciPy does: {@code data}, {@code indices}, {@code indptr}. */
final class SparseMatrix implements StoredMatrix {
    private final Hdf5File file;
    private final Hdf5Group group;
    private final boolean byRows;
    private final int rows;
    private final int columns;
    private final Hdf5Dataset data;
    private final Hdf5Dataset indices;
    private final Hdf5Dataset starts;

    SparseMatrix(Hdf5File file, Hdf5Group group, boolean byRows, int rows, int columns) {
        this.file = file;
        this.group = group;
        this.byRows = byRows;
        this.rows = rows;
        this.columns = columns;
        this.data = group.dataset("data");
        this.indices = group.dataset("indices");
        this.starts = group.dataset("indptr");
    }

    @Override
    public String path() {
        return group.path();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public MatrixLook look() {
        MatrixLook look = new MatrixLook();
        FloatValues decoder = new FloatValues(file, data.path(), data.type());
        float[] block = new float[1 << 16];
        data.scan((first, count, elements) -> {
            int size = data.type().size();
            for (int done = 0; done < count; done += block.length) {
                int here = Math.min(block.length, count - done);
                decoder.decode(
                        elements.slice(done * size, here * size).order(elements.order()), first + done, here, block, 0);
                look.add(block, 0, here);
            }
            return !look.isSettled();
        });
        return look;
    }

    @Override
    public CellMatrix read() {
        long stored = data.elements();
        if (data.dimensions().length != 1 || indices.dimensions().length != 1 || indices.elements() != stored) {
            throw file.damaged(
                    indices.path(),
                    "as many indices as there are values: " + stored,
                    Arrays.toString(indices.dimensions()));
        }
        if (stored > MOST_VALUES) {
            throw StoredMatrix.tooManyValues(file, path(), stored);
        }
        int major = byRows ? rows : columns;
        int minor = byRows ? columns : rows;
        file.requireMemory(path(), (byRows ? 8 : 16) * stored + 16L * (rows + 1L) + 16L * (columns + 1L));
        long[] majorStarts = readStarts(major, stored);
        int[] minorIndices = readIndices((int) stored, minor);
        float[] values = readValues((int) stored);
        if (byRows) {
            sortRows(majorStarts, minorIndices, values);
            return withoutZeros(majorStarts, minorIndices, values);
        }
        return transposed(majorStarts, minorIndices, values);
    }

    private long[] readStarts(int major, long stored) {
        if (starts.elements() != major + 1L) {
            throw file.damaged(starts.path(), (major + 1L) + " entries", starts.elements() + " of them");
        }
        long[] read = starts.values().wholes();
        if (read[0] != 0 || read[major] != stored) {
            throw file.damaged(
                    starts.path(), "entries from 0 to " + stored, "entries from " + read[0] + " to " + read[major]);
        }
        for (int i = 0; i < major; i++) {
            if (read[i] > read[i + 1]) {
                throw file.damaged(
                        starts.path(),
                        "entries that never fall",
                        read[i + 1] + " after " + read[i] + ", entry " + (i + 1));
            }
        }
        return read;
    }

    private int[] readIndices(int stored, int minor) {
        if (!(indices.type() instanceof Datatype.Whole whole)) {
            throw file.damaged(indices.path(), "whole numbers", indices.type().describe());
        }
        int[] read = new int[stored];
        indices.scan((first, count, elements) -> {
            for (int i = 0; i < count; i++) {
                long index = Numbers.wholeAt(elements, i * whole.size(), whole);
                if (index < 0 || index >= minor) {
                    throw file.damaged(
                            indices.path(), "indices from 0 to below " + minor, index + " as index " + (first + i));
                }
                read[(int) first + i] = (int) index;
            }
            return true;
        });
        return read;
    }

    private float[] readValues(int stored) {
        float[] read = new float[stored];
        FloatValues decoder = new FloatValues(file, data.path(), data.type());
        data.scan((first, count, elements) -> {
            decoder.decode(elements, first, count, read, (int) first);
            return true;
        });
        return read;
    }

    private void sortRows(long[] rowStarts, int[] genes, float[] values) {
        for (int row = 0; row < rows; row++) {
            int from = (int) rowStarts[row];
            int to = (int) rowStarts[row + 1];
            boolean rising = true;
            for (int i = from + 1; i < to && rising; i++) {
                rising = genes[i - 1] < genes[i];
            }
            if (!rising) {
                sortRow(genes, values, from, to);
                requireRising(row, genes, from, to);
            }
        }
    }

    private static void sortRow(int[] genes, float[] values, int from, int to) {
        // Gene in the upper half and the value's bits in the lower: sorts by gene without a permutation.
        long[] pairs = new long[to - from];
        for (int i = from; i < to; i++) {
            pairs[i - from] = (long) genes[i] << 32 | Float.floatToRawIntBits(values[i]) & 0xffffffffL;
        }
        Arrays.sort(pairs);
        for (int i = from; i < to; i++) {
            genes[i] = (int) (pairs[i - from] >>> 32);
            values[i] = Float.intBitsToFloat((int) pairs[i - from]);
        }
    }

    private void requireRising(int row, int[] genes, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (genes[i - 1] >= genes[i]) {
                throw file.damaged(
                        indices.path(), "each gene once in a cell", "gene " + genes[i] + " twice in cell " + row);
            }
        }
    }

    private CellMatrix withoutZeros(long[] rowStarts, int[] genes, float[] values) {
        int kept = 0;
        long from = 0;
        for (int row = 0; row < rows; row++) {
            long to = rowStarts[row + 1];
            for (int i = (int) from; i < to; i++) {
                if (values[i] != 0) {
                    genes[kept] = genes[i];
                    values[kept] = values[i];
                    kept++;
                }
            }
            from = to;
            rowStarts[row + 1] = kept;
        }
        boolean all = kept == values.length;
        return new CellMatrix(
                rows,
                columns,
                rowStarts,
                all ? genes : Arrays.copyOf(genes, kept),
                all ? values : Arrays.copyOf(values, kept));
    }

    private CellMatrix transposed(long[] columnStarts, int[] cells, float[] values) {
        long[] rowStarts = new long[rows + 1];
        for (int i = 0; i < cells.length; i++) {
            if (values[i] != 0) {
                rowStarts[cells[i] + 1]++;
            }
        }
        for (int row = 0; row < rows; row++) {
            rowStarts[row + 1] += rowStarts[row];
        }
        int[] genes = new int[(int) rowStarts[rows]];
        float[] rowValues = new float[genes.length];
        int[] next = new int[rows];
        for (int gene = 0; gene < columns; gene++) {
            for (int i = (int) columnStarts[gene]; i < columnStarts[gene + 1]; i++) {
                int cell = cells[i];
                if (values[i] != 0) {
                    int at = (int) rowStarts[cell] + next[cell]++;
                    genes[at] = gene;
                    rowValues[at] = values[i];
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            requireRising(row, genes, (int) rowStarts[row], (int) rowStarts[row + 1]);
        }
        return new CellMatrix(rows, columns, rowStarts, genes, rowValues);
    }
}
