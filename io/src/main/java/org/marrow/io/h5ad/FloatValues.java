package org.marrow.io.h5ad;

import java.nio.ByteBuffer;
import org.marrow.io.h5ad.hdf5.Datatype;
import org.marrow.io.h5ad.hdf5.Hdf5File;
import org.marrow.io.h5ad.hdf5.Numbers;

/** Turns matrix values of any number type into finite floats. */
final class FloatValues {
    private final Hdf5File file;
    private final String path;
    private final Datatype type;

    /** @param path of the dataset, for messages */
    FloatValues(Hdf5File file, String path, Datatype type) {
        this.file = file;
        this.path = path;
        this.type = type;
        boolean number = type instanceof Datatype.Whole || type instanceof Datatype.Real;
        boolean truth = type instanceof Datatype.Enumeration enumeration && enumeration.isTruth();
        if (!number && !truth) {
            throw file.damaged(path, "numbers", type.describe());
        }
    }

    /**
     * Decodes {@code count} elements.
     *
     * @param first number of the first of them in the dataset, for messages
     */
    void decode(ByteBuffer elements, long first, int count, float[] to, int toIndex) {
        switch (type) {
            case Datatype.Real real -> decodeReal(elements, first, count, real, to, toIndex);
            case Datatype.Whole whole -> decodeWhole(elements, first, count, whole, to, toIndex);
            case Datatype.Enumeration truth -> decodeWhole(elements, first, count, truth.base(), to, toIndex);
            default -> throw new IllegalStateException(type.describe());
        }
    }

    private void decodeReal(ByteBuffer elements, long first, int count, Datatype.Real real, float[] to, int toIndex) {
        if (real.size() == Float.BYTES) {
            elements.asFloatBuffer().get(0, to, toIndex, count);
        } else {
            for (int i = 0; i < count; i++) {
                to[toIndex + i] = (float) Numbers.realAt(elements, i * real.size(), real);
            }
        }
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(to[toIndex + i])) {
                double found = Numbers.realAt(elements, i * real.size(), real);
                throw file.damaged(path, "finite numbers within the range of float32", place(first + i, found));
            }
        }
    }

    private void decodeWhole(
            ByteBuffer elements, long first, int count, Datatype.Whole whole, float[] to, int toIndex) {
        for (int i = 0; i < count; i++) {
            long value = Numbers.wholeAt(elements, i * whole.size(), whole);
            float rounded = value;
            if ((long) rounded != value) {
                throw file.damaged(
                        path,
                        "whole numbers that float32 holds exactly, such as all to 16777216",
                        place(first + i, value));
            }
            to[toIndex + i] = rounded;
        }
    }

    private static String place(long number, Object found) {
        return found + " as value " + number;
    }
}
