package org.marrow.io.h5ad.hdf5;

import java.nio.ByteBuffer;
import org.marrow.core.error.FormatException;

/**
 * All values of a dataset of one dimension, or of one field of it. Memory is asked for only after the file has been seen to
 * hold as many values.
 */
public final class Values {
    /** What a short Java string takes with its place in an array. */
    private static final int TEXT_BYTES = 64;

    private final Hdf5File file;
    private final Hdf5Dataset dataset;
    private final int offset;
    private final Datatype type;

    Values(Hdf5File file, Hdf5Dataset dataset, int offset, Datatype type) {
        this.file = file;
        this.dataset = dataset;
        this.offset = offset;
        this.type = type;
    }

    public Datatype type() {
        return type;
    }

    /** How many there are; a file with more than an array holds is refused. */
    public int count() {
        long[] dimensions = dataset.dimensions();
        if (dimensions.length > 1) {
            throw wrong("one dimension", dimensions.length + " dimensions");
        }
        if (dataset.elements() > Integer.MAX_VALUE - 8) {
            throw wrong("at most 2147483639 values", dataset.elements() + " values");
        }
        return (int) dataset.elements();
    }

    /** Texts; none is null. */
    public String[] texts() {
        if (!(type instanceof Datatype.FixedText || type instanceof Datatype.HeapText)) {
            throw wrong("text", type.describe());
        }
        file.requireMemory(dataset.path(), (long) TEXT_BYTES * count());
        String[] texts = new String[count()];
        long[] characters = {0};
        each((place, elements, at) -> {
            texts[place] = file.text(elements, at, type);
            // Many references may lead to one text, so the file's size does not bound this.
            characters[0] += texts[place].length();
            file.requireMemory(dataset.path(), (long) TEXT_BYTES * texts.length + 2 * characters[0]);
        });
        return texts;
    }

    /** Real or whole numbers as doubles. */
    public double[] reals() {
        if (!(type instanceof Datatype.Real real)) {
            long[] wholes = wholes();
            double[] reals = new double[wholes.length];
            for (int i = 0; i < reals.length; i++) {
                reals[i] = wholes[i];
            }
            return reals;
        }
        file.requireMemory(dataset.path(), (long) Double.BYTES * count());
        double[] reals = new double[count()];
        each((place, elements, at) -> reals[place] = Numbers.realAt(elements.order(real.order()), at, real));
        return reals;
    }

    /** Whole numbers. */
    public long[] wholes() {
        if (!(type instanceof Datatype.Whole whole)) {
            throw wrong("whole numbers", type.describe());
        }
        file.requireMemory(dataset.path(), (long) Long.BYTES * count());
        long[] wholes = new long[count()];
        each((place, elements, at) -> wholes[place] = Numbers.wholeAt(elements.order(whole.order()), at, whole));
        return wholes;
    }

    /** Truth values as h5py stores them. */
    public boolean[] truths() {
        if (!(type instanceof Datatype.Enumeration enumeration) || !enumeration.isTruth()) {
            throw wrong("truth values", type.describe());
        }
        boolean[] truths = new boolean[count()];
        each((place, elements, at) -> {
            int value = elements.get(at);
            if (value != 0 && value != 1) {
                throw new DamageException("0 or 1 for a truth value", Integer.toString(value));
            }
            truths[place] = value == 1;
        });
        return truths;
    }

    private interface Element {
        void accept(int place, ByteBuffer elements, int at);
    }

    private void each(Element element) {
        int stride = dataset.type().size();
        dataset.scan((first, rows, elements) -> file.reading(dataset.path(), () -> {
            for (int i = 0; i < rows; i++) {
                element.accept((int) first + i, elements, i * stride + offset);
            }
            return true;
        }));
    }

    private FormatException wrong(String expected, String found) {
        return file.damaged(dataset.path(), expected, found);
    }
}
