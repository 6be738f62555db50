package org.marrow.io.h5ad.hdf5;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads datatype messages, versions 1 to 5 of the message: the last two only added kinds that no h5ad has. */
final class DatatypeParsing {
    /** Compounds within compounds; h5ad has one level. */
    private static final int DEEPEST = 8;

    /** Bytes of one element; a compound of 10,000 fields stays below it. */
    private static final long LARGEST_ELEMENT = 1 << 20;

    private DatatypeParsing() {}

    static Datatype read(Cursor in, int depth) {
        if (depth > DEEPEST) {
            throw in.damaged("datatypes nested at most " + DEEPEST + " deep", "a deeper one");
        }
        int classAndVersion = in.u8();
        int version = classAndVersion >> 4;
        int bits = (int) in.unsigned(3);
        long size = in.u32();
        if (size < 1 || size > LARGEST_ELEMENT) {
            throw in.damaged("an element of 1 to " + LARGEST_ELEMENT + " bytes", size + " bytes");
        }
        if (version < 1 || version > 5) {
            throw in.damaged("version 1 to 5 of a datatype", "version " + version);
        }
        int bytes = (int) size;
        return switch (classAndVersion & 0x0f) {
            case 0 -> whole(in, bits, bytes);
            case 1 -> real(in, bits, bytes);
            case 2 -> passOver(in, 2, bytes, "a time");
            case 3 -> text(in, bits, bytes);
            case 4 -> passOver(in, 4, bytes, "a bit field");
            case 5 -> passOver(in, bits & 0xff, bytes, "opaque bytes");
            case 6 -> compound(in, version, bits, bytes, depth);
            case 7 -> reference(bits, bytes);
            case 8 -> enumeration(in, version, bits, depth);
            case 9 -> variable(in, bits, bytes, depth);
            case 10 -> array(in, version, bytes, depth);
            default -> throw in.damaged("a datatype of class 0 to 10", "class " + (classAndVersion & 0x0f));
        };
    }

    private static Datatype whole(Cursor in, int bits, int size) {
        int offset = in.u16();
        int precision = in.u16();
        if (offset != 0 || precision != 8 * size || Integer.bitCount(size) != 1 || size > 8) {
            throw in.damaged(
                    "whole numbers of 8, 16, 32 or 64 bits",
                    precision + " bits at " + offset + " of " + size + " bytes");
        }
        return new Datatype.Whole(size, (bits & 0x08) != 0, order(bits));
    }

    private static Datatype real(Cursor in, int bits, int size) {
        int offset = in.u16();
        int precision = in.u16();
        int exponentAt = in.u8();
        int exponentBits = in.u8();
        int mantissaAt = in.u8();
        int mantissaBits = in.u8();
        long bias = in.u32();
        boolean ieee =
                switch (size) {
                    case 2 -> exponentAt == 10 && exponentBits == 5 && mantissaBits == 10 && bias == 15;
                    case 4 -> exponentAt == 23 && exponentBits == 8 && mantissaBits == 23 && bias == 127;
                    case 8 -> exponentAt == 52 && exponentBits == 11 && mantissaBits == 52 && bias == 1023;
                    default -> false;
                };
        boolean plain = offset == 0 && precision == 8 * size && mantissaAt == 0 && (bits & 0x40) == 0;
        if (!ieee || !plain) {
            throw in.damaged("IEEE 754 numbers of 16, 32 or 64 bits", "another kind of " + size + " bytes");
        }
        return new Datatype.Real(size, order(bits));
    }

    private static ByteOrder order(int bits) {
        return (bits & 0x01) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static Datatype text(Cursor in, int bits, int size) {
        int padding = bits & 0x0f;
        if (padding > 2) {
            throw in.damaged("text ended by NUL, or padded with NUL or blanks", "padding " + padding);
        }
        return new Datatype.FixedText(size, (byte) (padding == 2 ? ' ' : 0));
    }

    private static Datatype passOver(Cursor in, int properties, int size, String name) {
        in.skip(properties);
        return new Datatype.Other(size, name);
    }

    private static Datatype reference(int bits, int size) {
        return (bits & 0x0f) == 0 && size == 8
                ? new Datatype.ObjectReference(size)
                : new Datatype.Other(size, "a region reference");
    }

    private static Datatype compound(Cursor in, int version, int bits, int size, int depth) {
        int count = bits & 0xffff;
        List<Datatype.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String name = name(in, version);
            long offset = version >= 3 ? in.unsigned(bytesFor(size)) : in.u32();
            int arrayElements = version == 1 ? version1Dimensions(in) : 1;
            Datatype type = read(in, depth + 1);
            if (arrayElements > 1) {
                type = new Datatype.Other(Math.multiplyExact(type.size(), arrayElements), "an array");
            }
            if (offset > size || type.size() > size - offset) {
                throw in.damaged(
                        "fields within the compound's " + size + " bytes", "field " + Text.printable(name) + " beyond");
            }
            if (!names.add(name)) {
                throw in.damaged("fields with a name each", "two fields named " + Text.printable(name));
            }
            fields.add(new Datatype.Field(name, (int) offset, type));
        }
        return new Datatype.Compound(size, fields);
    }

    private static int version1Dimensions(Cursor in) {
        int rank = in.u8();
        in.skip(11);
        long elements = 1;
        for (int i = 0; i < 4; i++) {
            long length = in.u32();
            elements = i < rank ? Math.multiplyExact(elements, length) : elements;
        }
        if (rank > 4 || elements > LARGEST_ELEMENT) {
            throw in.damaged("an array of at most " + LARGEST_ELEMENT + " values in a field", elements + " values");
        }
        return (int) elements;
    }

    private static Datatype enumeration(Cursor in, int version, int bits, int depth) {
        int count = bits & 0xffff;
        if (!(read(in, depth + 1) instanceof Datatype.Whole base)) {
            throw in.damaged("an enumeration of whole numbers", "one of another type");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(name(in, version));
        }
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(Numbers.whole(in.array(base.size()), base));
        }
        return new Datatype.Enumeration(base, names, values);
    }

    private static Datatype variable(Cursor in, int bits, int size, int depth) {
        read(in, depth + 1);
        if (size != 16) {
            throw in.damaged("variable-length data in 16 bytes", size + " bytes");
        }
        return (bits & 0x0f) == 1 ? new Datatype.HeapText(size) : new Datatype.Other(size, "lists of varying length");
    }

    private static Datatype array(Cursor in, int version, int size, int depth) {
        int rank = in.u8();
        in.skip(version < 3 ? 3 : 0);
        in.skip(4L * rank * (version < 3 ? 2 : 1));
        read(in, depth + 1);
        return new Datatype.Other(size, "an array");
    }

    /** Names of fields: padded to 8 bytes with NUL before version 3. */
    private static String name(Cursor in, int version) {
        long start = in.position();
        byte[] name = in.untilNul();
        if (version < 3) {
            in.skip(Math.floorMod(start - in.position(), 8));
        }
        return Text.decode(name);
    }

    /** Bytes that hold every number up to {@code limit}. */
    static int bytesFor(long limit) {
        return (63 - Long.numberOfLeadingZeros(limit)) / 8 + 1;
    }
}
