package org.marrow.io.h5ad.hdf5;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads little-endian fields one after the other and never beyond its bytes. */
final class Cursor {
    /** The address of what is not there. */
    static final long UNDEFINED = -1L;

    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final long base;
    private long position;

    /** @param base address in the file of the first of {@code bytes} */
    Cursor(MemorySegment bytes, long base) {
        this.bytes = bytes;
        this.base = base;
    }

    /** Address in the file of the next byte. */
    long address() {
        return base + position;
    }

    long position() {
        return position;
    }

    long remaining() {
        return bytes.byteSize() - position;
    }

    int u8() {
        return bytes.get(ValueLayout.JAVA_BYTE, take(1)) & 0xff;
    }

    int u16() {
        return bytes.get(U16, take(2)) & 0xffff;
    }

    long u32() {
        return bytes.get(U32, take(4)) & 0xffffffffL;
    }

    /** A 32-bit field as its bits, for checksums. */
    int bits32() {
        return bytes.get(U32, take(4));
    }

    /** A length of 8 bytes; one of 2^63 or more is refused. */
    long u64() {
        long value = bytes.get(U64, take(8));
        if (value < 0) {
            throw damaged("a number below 2^63", Long.toUnsignedString(value));
        }
        return value;
    }

    /** An address, {@link #UNDEFINED} where there is none. */
    long fileAddress() {
        long value = bytes.get(U64, take(8));
        if (value < 0 && value != UNDEFINED) {
            throw damaged("an address", Long.toUnsignedString(value));
        }
        return value;
    }

    /** An unsigned number of 1 to 8 bytes. */
    long unsigned(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (long) u8() << (8 * i);
        }
        if (value < 0) {
            throw damaged("a number below 2^63", Long.toUnsignedString(value));
        }
        return value;
    }

    void skip(long count) {
        take(count);
    }

    Cursor slice(long count) {
        long from = take(count);
        return new Cursor(bytes.asSlice(from, count), base + from);
    }

    byte[] array(int count) {
        long from = take(count);
        return bytes.asSlice(from, count).toArray(ValueLayout.JAVA_BYTE);
    }

    /** The rest of the bytes, not copied. */
    MemorySegment rest() {
        return bytes.asSlice(position);
    }

    /** Bytes up to the next NUL, which is passed over. */
    byte[] untilNul() {
        long end = position;
        while (end < bytes.byteSize() && bytes.get(ValueLayout.JAVA_BYTE, end) != 0) {
            end++;
        }
        if (end == bytes.byteSize()) {
            throw damaged("a text that ends with NUL", "none to the end of its block");
        }
        byte[] text = array(Math.toIntExact(end - position));
        skip(1);
        return text;
    }

    void signature(String expected) {
        String found = new String(array(expected.length()), StandardCharsets.ISO_8859_1);
        if (!found.equals(expected)) {
            throw new DamageException(
                    address() - expected.length(), "the signature " + expected, Text.printable(found));
        }
    }

    /** Reads one byte that can only be {@code expected}. */
    void version(int expected, String what) {
        int found = u8();
        if (found != expected) {
            throw new DamageException(address() - 1, "version " + expected + " of " + what, "version " + found);
        }
    }

    /** Reads the checksum of all bytes before it. */
    void checksum(String what) {
        int computed = Lookup3.hash(bytes, 0, position);
        if (bits32() != computed) {
            throw new DamageException(base, "a " + what + " that agrees with its checksum", "one that does not");
        }
    }

    DamageException damaged(String expected, String found) {
        return new DamageException(address(), expected, found);
    }

    private long take(long count) {
        if (count < 0 || count > remaining()) {
            throw damaged(count + " more bytes", remaining() + " to the end of the block");
        }
        long from = position;
        position += count;
        return from;
    }
}
