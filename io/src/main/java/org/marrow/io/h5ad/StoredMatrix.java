package org.marrow.io.h5ad;

import java.util.Arrays;
import java.util.Optional;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.io.h5ad.hdf5.Hdf5Attribute;
import org.marrow.io.h5ad.hdf5.Hdf5Dataset;
import org.marrow.io.h5ad.hdf5.Hdf5File;
import org.marrow.io.h5ad.hdf5.Hdf5Group;

/**
 * A matrix of cells by genes as it lies in the file. However it is stored (dense, by rows or by columns), the same numbers
 * become the same {@link CellMatrix}: sorted within each row, and without stored zeros.
 */
sealed interface StoredMatrix permits DenseMatrix, SparseMatrix {
    /** Values of one matrix: 2^31 - 9, what a Java array holds. */
    long MOST_VALUES = Integer.MAX_VALUE - 8L;

    String path();

    int rows();

    int columns();

    /** What the values look like; reads no further than needed to say so. */
    MatrixLook look();

    CellMatrix read();

    /** The matrix under a name of a group; empty where it is absent or null. */
    static Optional<StoredMatrix> open(Hdf5File file, Hdf5Group parent, String name) {
        if (!parent.has(name)) {
            return Optional.empty();
        }
        String path = parent.pathOf(name);
        if (parent.hasDataset(name)) {
            Hdf5Dataset dataset = parent.dataset(name);
            if (text(dataset.attribute("encoding-type")).equals("null")) {
                return Optional.empty();
            }
            long[] shape = dataset.dimensions();
            return Optional.of(new DenseMatrix(file, dataset, rows(file, path, shape), columns(file, path, shape)));
        }
        Hdf5Group group = parent.group(name);
        String encoding = text(group.attribute("encoding-type").or(() -> group.attribute("h5sparse_format")));
        long[] shape = group.attribute("shape")
                .or(() -> group.attribute("h5sparse_shape"))
                .orElseThrow(() -> file.damaged(path, "a sparse matrix with its shape", "no attribute \"shape\""))
                .wholes();
        boolean byRows =
                switch (encoding) {
                    case "csr_matrix", "csr" -> true;
                    case "csc_matrix", "csc" -> false;
                    default ->
                        throw file.damaged(
                                path,
                                "a matrix that is dense, csr_matrix or csc_matrix",
                                "encoding \"" + encoding + "\"");
                };
        return Optional.of(new SparseMatrix(file, group, byRows, rows(file, path, shape), columns(file, path, shape)));
    }

    private static String text(Optional<Hdf5Attribute> attribute) {
        return attribute.map(Hdf5Attribute::text).orElse("");
    }

    private static int rows(Hdf5File file, String path, long[] shape) {
        return dimension(file, path, shape, 0);
    }

    private static int columns(Hdf5File file, String path, long[] shape) {
        return dimension(file, path, shape, 1);
    }

    private static int dimension(Hdf5File file, String path, long[] shape, int which) {
        if (shape.length != 2 || shape[which] < 0 || shape[which] > Integer.MAX_VALUE - 8) {
            throw file.damaged(path, "cells by genes, below 2147483640 of each", Arrays.toString(shape));
        }
        return (int) shape[which];
    }

    /** The refusal of a matrix that does not fit in Java's arrays. */
    static UserException tooManyValues(Hdf5File file, String path, long values) {
        return new UserException(
                ErrorCode.ENVIRONMENT,
                file.path() + ", " + path + ": " + values + " stored values; this version reads at most " + MOST_VALUES
                        + " of one matrix. Split the cells into several files.");
    }
}
