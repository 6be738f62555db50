package org.marrow.io.h5ad;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.marrow.core.cell.CellMatrix;
import org.marrow.io.h5ad.hdf5.Hdf5Dataset;
import org.marrow.io.h5ad.hdf5.Hdf5File;

/** A matrix with every value stored, cell after cell. */
final class DenseMatrix implements StoredMatrix {
    private static final int FIRST_CAPACITY = 1 << 12;

    private final Hdf5File file;
    private final Hdf5Dataset dataset;
    private final int rows;
    private final int columns;

    DenseMatrix(Hdf5File file, Hdf5Dataset dataset, int rows, int columns) {
        this.file = file;
        this.dataset = dataset;
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public String path() {
        return dataset.path();
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
        forEachRow(row -> {
            look.add(row, 0, row.length);
            return !look.isSettled();
        });
        return look;
    }

    @Override
    public CellMatrix read() {
        file.requireMemory(path(), 16L * (rows + 1L) + 16L * (columns + 1L));
        Growing growing = new Growing();
        forEachRow(row -> {
            growing.addRow(row);
            return true;
        });
        return growing.matrix();
    }

    private interface RowUse {
        boolean accept(float[] row);
    }

    private void forEachRow(RowUse use) {
        FloatValues decoder = new FloatValues(file, path(), dataset.type());
        if (dataset.elements() == 0) {
            return;
        }
        file.requireMemory(path(), (long) Float.BYTES * columns);
        int rowBytes = Math.multiplyExact(columns, dataset.type().size());
        float[] row = new float[columns];
        dataset.scan((first, count, elements) -> {
            for (int i = 0; i < count; i++) {
                ByteBuffer part = elements.slice(i * rowBytes, rowBytes).order(elements.order());
                decoder.decode(part, (first + i) * columns, columns, row, 0);
                if (!use.accept(row)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** CSR that grows row by row, as the number of values other than zero is not known before. */
    private final class Growing {
        private final long[] rowStarts = new long[rows + 1];
        private int[] genes = new int[FIRST_CAPACITY];
        private float[] values = new float[FIRST_CAPACITY];
        private int stored;
        private int done;

        void addRow(float[] row) {
            makeRoom(row.length);
            for (int gene = 0; gene < row.length; gene++) {
                if (row[gene] != 0) {
                    genes[stored] = gene;
                    values[stored] = row[gene];
                    stored++;
                }
            }
            rowStarts[++done] = stored;
        }

        CellMatrix matrix() {
            // A matrix without genes has no values to be given row by row.
            return new CellMatrix(
                    rows, columns, rowStarts, Arrays.copyOf(genes, stored), Arrays.copyOf(values, stored));
        }

        private void makeRoom(int more) {
            long needed = (long) stored + more;
            if (needed <= genes.length) {
                return;
            }
            if (needed > MOST_VALUES) {
                throw StoredMatrix.tooManyValues(file, path(), needed);
            }
            int capacity = (int) Math.min(MOST_VALUES, Math.max(needed, genes.length + (genes.length >> 1)));
            file.requireMemory(path(), 8L * (capacity + (long) genes.length));
            genes = Arrays.copyOf(genes, capacity);
            values = Arrays.copyOf(values, capacity);
        }
    }
}
