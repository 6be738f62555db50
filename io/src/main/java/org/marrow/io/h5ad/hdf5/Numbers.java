package org.marrow.io.h5ad.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns elements into Java's numbers. */
public final class Numbers {
    private Numbers() {}

    /** One whole number from its bytes; an unsigned one of 2^63 or more is refused. */
    static long whole(byte[] bytes, Datatype.Whole type) {
        return wholeAt(ByteBuffer.wrap(bytes).order(type.order()), 0, type);
    }

    /**
     * The number {@code offset} bytes into {@code elements}.
     *
     * @param elements in the byte order of {@code type}
     */
    public static long wholeAt(ByteBuffer elements, int offset, Datatype.Whole type) {
        return switch (type.size()) {
            case 1 -> type.signed() ? elements.get(offset) : elements.get(offset) & 0xff;
            case 2 -> type.signed() ? elements.getShort(offset) : elements.getShort(offset) & 0xffff;
            case 4 -> type.signed() ? elements.getInt(offset) : elements.getInt(offset) & 0xffffffffL;
            default -> {
                long value = elements.getLong(offset);
                if (value < 0 && !type.signed()) {
                    throw new DamageException("whole numbers below 2^63", Long.toUnsignedString(value));
                }
                yield value;
            }
        };
    }

    /** As {@link #wholeAt}, for IEEE numbers. */
    public static double realAt(ByteBuffer elements, int offset, Datatype.Real type) {
        return switch (type.size()) {
            case 2 -> Float.float16ToFloat(elements.getShort(offset));
            case 4 -> elements.getFloat(offset);
            default -> elements.getDouble(offset);
        };
    }

    /** The byte order in which elements of this type must be read. */
    public static ByteOrder order(Datatype type) {
        return switch (type) {
            case Datatype.Whole whole -> whole.order();
            case Datatype.Real real -> real.order();
            case Datatype.Enumeration enumeration -> enumeration.base().order();
            default -> ByteOrder.LITTLE_ENDIAN;
        };
    }
}
