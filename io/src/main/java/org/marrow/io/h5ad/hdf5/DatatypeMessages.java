package org.marrow.io.h5ad.hdf5;

import java.nio.charset.StandardCharsets;

/** The datatype messages of what is written, little-endian. */
final class DatatypeMessages {
    /** One element of text: length, heap address and object number. */
    static final int TEXT_BYTES = 16;

    private static final int SIGNED = 0x08;

    private DatatypeMessages() {}

    static byte[] whole(int size, boolean signed) {
        return head(1, 0, signed ? SIGNED : 0, size).u16(0).u16(8 * size).toBytes();
    }

    static byte[] float32() {
        // Implied leading bit of the mantissa; the sign is bit 31.
        return head(1, 1, 0x20 | 31 << 8, 4)
                .u16(0)
                .u16(32)
                .u8(23)
                .u8(8)
                .u8(0)
                .u8(23)
                .u32(127)
                .toBytes();
    }

    static byte[] float64() {
        return head(1, 1, 0x20 | 63 << 8, 8)
                .u16(0)
                .u16(64)
                .u8(52)
                .u8(11)
                .u8(0)
                .u8(52)
                .u32(1023)
                .toBytes();
    }

    /** UTF-8 of any length. */
    static byte[] text() {
        int string = 1;
        int utf8 = 1 << 8;
        return head(1, 9, string | utf8, TEXT_BYTES).bytes(whole(1, false)).toBytes();
    }

    /** What h5py makes of numpy's truth values. */
    static byte[] truth() {
        return head(3, 8, 2, 1)
                .bytes(whole(1, true))
                .bytes("FALSE\0TRUE\0".getBytes(StandardCharsets.US_ASCII))
                .u8(0)
                .u8(1)
                .toBytes();
    }

    /** Begins a compound of {@code fields} fields and {@code size} bytes; {@link #field} follows for each. */
    static ByteWriter compound(int fields, int size) {
        return head(3, 6, fields, size);
    }

    static void field(ByteWriter compound, int compoundSize, byte[] name, int offset, byte[] type) {
        compound.bytes(name)
                .u8(0)
                .number(offset, DatatypeParsing.bytesFor(compoundSize))
                .bytes(type);
    }

    private static ByteWriter head(int version, int type, int bits, int size) {
        return new ByteWriter().u8(version << 4 | type).number(bits, 3).u32(size);
    }
}
