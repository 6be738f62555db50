package org.marrow.io.h5ad.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds little-endian structures field by field. */
final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ByteWriter u8(int value) {
        out.write(value);
        return this;
    }

    ByteWriter u16(int value) {
        return number(value, 2);
    }

    ByteWriter u32(long value) {
        return number(value, 4);
    }

    ByteWriter u64(long value) {
        return number(value, 8);
    }

    ByteWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    ByteWriter signature(String signature) {
        return bytes(signature.getBytes(StandardCharsets.US_ASCII));
    }

    ByteWriter zeros(int count) {
        return bytes(new byte[count]);
    }

    /** The lowest {@code width} bytes of a number. */
    ByteWriter number(long value, int width) {
        for (int i = 0; i < width; i++) {
            out.write((int) (value >>> (8 * i)));
        }
        return this;
    }

    /** The checksum of everything so far. */
    ByteWriter checksum() {
        return u32(Lookup3.hash(out.toByteArray()));
    }

    int size() {
        return out.size();
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
