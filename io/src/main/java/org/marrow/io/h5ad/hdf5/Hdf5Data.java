package org.marrow.io.h5ad.hdf5;

import static org.marrow.core.error.InvalidValueException.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values to be written: their type, their dimensions and how to get at them. The arrays are shared, not copied. */
public final class Hdf5Data {
    /** A header message ends at 64 KiB; this leaves room for the rest of it. */
    private static final int LONGEST_TYPE = 60_000;

    private interface Elements {
        void put(int first, int count, ByteBuffer out, HeapWriter heap) throws IOException;
    }

    private final byte[] type;
    private final int elementBytes;
    private final long[] dimensions;
    private final int count;
    private final Elements elements;

    private Hdf5Data(byte[] type, int elementBytes, long[] dimensions, int count, Elements elements) {
        this.type = type;
        this.elementBytes = elementBytes;
        this.dimensions = dimensions;
        this.count = count;
        this.elements = elements;
    }

    private static Hdf5Data list(byte[] type, int elementBytes, int count, Elements elements) {
        return new Hdf5Data(type, elementBytes, new long[] {count}, count, elements);
    }

    public static Hdf5Data float32(float[] values) {
        return list(DatatypeMessages.float32(), 4, values.length, (first, count, out, heap) -> {
            for (int i = first; i < first + count; i++) {
                out.putFloat(values[i]);
            }
        });
    }

    public static Hdf5Data float64(double[] values) {
        return list(DatatypeMessages.float64(), 8, values.length, (first, count, out, heap) -> {
            for (int i = first; i < first + count; i++) {
                out.putDouble(values[i]);
            }
        });
    }

    /** Doubles, each rounded to the nearest float. */
    public static Hdf5Data float32(double[] values) {
        return list(DatatypeMessages.float32(), 4, values.length, (first, count, out, heap) -> {
            for (int i = first; i < first + count; i++) {
                out.putFloat((float) values[i]);
            }
        });
    }

    public static Hdf5Data int32(int[] values) {
        return list(DatatypeMessages.whole(4, true), 4, values.length, (first, count, out, heap) -> {
            for (int i = first; i < first + count; i++) {
                out.putInt(values[i]);
            }
        });
    }

    public static Hdf5Data int64(long[] values) {
        return list(DatatypeMessages.whole(8, true), 8, values.length, (first, count, out, heap) -> {
            for (int i = first; i < first + count; i++) {
                out.putLong(values[i]);
            }
        });
    }

    /**
     * Numbers that are known to be small, in as few bytes as hold them.
     *
     * @param bytes 1, 2 or 4; every value must fit
     */
    public static Hdf5Data whole(int[] values, int bytes) {
        return list(DatatypeMessages.whole(bytes, true), bytes, values.length, (first, count, out, heap) -> {
            for (int i = first; i < first + count; i++) {
                switch (bytes) {
                    case 1 -> out.put((byte) values[i]);
                    case 2 -> out.putShort((short) values[i]);
                    default -> out.putInt(values[i]);
                }
            }
        });
    }

    /** Truth values as h5py writes numpy's. */
    public static Hdf5Data truths(boolean[] values) {
        return list(DatatypeMessages.truth(), 1, values.length, (first, count, out, heap) -> {
            for (int i = first; i < first + count; i++) {
                out.put((byte) (values[i] ? 1 : 0));
            }
        });
    }

    /**
     * Texts in UTF-8.
     *
     * @throws org.marrow.core.error.InvalidValueException while writing, for a text with a NUL or half a surrogate pair
     */
    public static Hdf5Data texts(List<String> values) {
        return list(DatatypeMessages.text(), DatatypeMessages.TEXT_BYTES, values.size(), (first, count, out, heap) -> {
            for (int i = first; i < first + count; i++) {
                heap.put(Text.encode(values.get(i)), out);
            }
        });
    }

    /** Columns side by side, as numpy's structured arrays; all of one length. */
    public static Hdf5Data compound(Map<String, Hdf5Data> columns) {
        List<Hdf5Data> fields = new ArrayList<>(columns.values());
        check(!fields.isEmpty(), "compound", "no columns", "a column");
        int rows = fields.getFirst().count;
        int size = 0;
        for (Hdf5Data field : fields) {
            check(field.count == rows, "compound", field.count + " values", rows + " in each column");
            size += field.elementBytes;
        }
        ByteWriter type = DatatypeMessages.compound(fields.size(), size);
        int offset = 0;
        for (Map.Entry<String, Hdf5Data> column : columns.entrySet()) {
            Hdf5Data field = column.getValue();
            DatatypeMessages.field(type, size, Text.encode(column.getKey()), offset, field.type);
            offset += field.elementBytes;
        }
        check(type.size() <= LONGEST_TYPE, "compound", fields.size() + " columns", "fewer: HDF5 holds no more");
        return list(type.toBytes(), size, rows, (first, count, out, heap) -> {
            for (int i = first; i < first + count; i++) {
                for (Hdf5Data field : fields) {
                    field.elements.put(i, 1, out, heap);
                }
            }
        });
    }

    /** The same values as rows of {@code columns} each. */
    public Hdf5Data asRows(int columns) {
        check(columns >= 1 && count % columns == 0, "columns", columns, "a divisor of " + count);
        return new Hdf5Data(type, elementBytes, new long[] {count / columns, columns}, count, elements);
    }

    /** The one value as a value without dimensions. */
    public Hdf5Data asScalar() {
        check(count == 1, "scalar", count + " values", "one");
        return new Hdf5Data(type, elementBytes, new long[0], count, elements);
    }

    byte[] type() {
        return type;
    }

    int elementBytes() {
        return elementBytes;
    }

    long[] dimensions() {
        return dimensions;
    }

    int count() {
        return count;
    }

    void put(int first, int number, ByteBuffer out, HeapWriter heap) throws IOException {
        elements.put(first, number, out, heap);
    }
}
