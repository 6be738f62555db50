package org.marrow.io.h5ad.hdf5;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Bob Jenkins' public-domain hash lookup3 ({@code hashlittle}, initial value 0), the checksum of HDF5 metadata. */
final class Lookup3 {
    private static final int SEED = 0xdeadbeef;

    private Lookup3() {}

    static int hash(byte[] bytes) {
        return hash(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    static int hash(MemorySegment bytes, long start, long length) {
        int a = SEED + (int) length;
        int b = a;
        int c = a;
        long at = start;
        long left = length;
        while (left > 12) {
            a += word(bytes, at, 4);
            b += word(bytes, at + 4, 4);
            c += word(bytes, at + 8, 4);
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
            at += 12;
            left -= 12;
        }
        if (left == 0) {
            return c;
        }
        a += word(bytes, at, left);
        b += word(bytes, at + 4, left - 4);
        c += word(bytes, at + 8, left - 8);
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        c = (c ^ b) - Integer.rotateLeft(b, 24);
        return c;
    }

    /** Up to four bytes, little-endian, zero beyond {@code available}. */
    private static int word(MemorySegment bytes, long at, long available) {
        int value = 0;
        for (int i = 0; i < 4 && i < available; i++) {
            value |= (bytes.get(ValueLayout.JAVA_BYTE, at + i) & 0xff) << (8 * i);
        }
        return value;
    }
}
