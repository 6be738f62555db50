package org.marrow.io.bam;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;

/** Reads the bytes of one BAM record, by the SAM specification, section 4.2, every length checked before it is used. */
final class BamRecordDecoder {
    /** Bytes before the name. */
    static final int FIXED_BYTES = 32;

    private static final byte[] BASES = "=ACMGRSVTWYHKDBN".getBytes(ISO_8859_1);
    private static final int NO_QUALITY = 0xff;
    private static final int LONG_CIGAR_TAG = 'C' << 8 | 'G';

    private final List<ContigLength> contigs;

    BamRecordDecoder(List<ContigLength> contigs) {
        this.contigs = contigs;
    }

    /** @param bytes a whole record without its block_size, little-endian, at least {@link #FIXED_BYTES} long */
    AlignedRead decode(SamLine place, ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int contig = contig(place, "refID", bytes.getInt());
        int start = position(place, "pos", bytes.getInt());
        int nameLength = bytes.get() & 0xff;
        int mappingQuality = bytes.get() & 0xff;
        bytes.getShort();
        int cigarLength = Short.toUnsignedInt(bytes.getShort());
        int flags = Short.toUnsignedInt(bytes.getShort());
        int baseCount = bytes.getInt();
        contig(place, "next_refID", bytes.getInt());
        position(place, "next_pos", bytes.getInt());
        bytes.getInt();
        checkLengths(place, bytes, nameLength, cigarLength, baseCount);
        if (flags > SamRecordParser.HIGHEST_FLAG) {
            throw place.wrong("flag", "a number from 0 to " + SamRecordParser.HIGHEST_FLAG, String.valueOf(flags));
        }
        String name = name(place, bytes, nameLength);
        List<CigarElement> cigar = cigar(place, bytes, cigarLength);
        byte[] bases = bases(bytes, baseCount);
        byte[] qualities = qualities(place, bytes, baseCount);
        List<CigarElement> longCigar = tags(place, bytes);
        if (isPlaceholder(cigar, baseCount) && !longCigar.isEmpty()) {
            cigar = longCigar;
        }
        CigarText.check(place, cigar, baseCount);
        try {
            return new AlignedRead(
                    name,
                    flags,
                    contig < 0 ? "*" : contigs.get(contig).contig(),
                    start + 1,
                    mappingQuality,
                    cigar,
                    bases,
                    qualities);
        } catch (InvalidValueException refused) {
            throw place.wrong(refused.name(), refused.expected(), refused.found());
        }
    }

    private int contig(SamLine place, String field, int index) {
        if (index < -1 || index >= contigs.size()) {
            throw place.wrong(
                    field, "-1 or the number of one of the " + contigs.size() + " contigs", String.valueOf(index));
        }
        return index;
    }

    private static int position(SamLine place, String field, int position) {
        if (position < -1 || position == Integer.MAX_VALUE) {
            throw place.wrong(field, "a position from -1", String.valueOf(position));
        }
        return position;
    }

    private static void checkLengths(SamLine place, ByteBuffer bytes, int nameLength, int cigarLength, int baseCount) {
        if (nameLength < 1) {
            throw place.wrong("l_read_name", "a length from 1", "0");
        }
        long needed = nameLength + 4L * cigarLength + (baseCount + 1L) / 2 + baseCount;
        if (baseCount < 0 || needed > bytes.remaining()) {
            throw place.wrong(
                    "l_read_name, n_cigar_op and l_seq",
                    "lengths that fit into the " + (FIXED_BYTES + bytes.remaining()) + " bytes of the record",
                    nameLength + ", " + cigarLength + " and " + Integer.toUnsignedString(baseCount));
        }
    }

    private static String name(SamLine place, ByteBuffer bytes, int length) {
        byte[] name = new byte[length];
        bytes.get(name);
        for (int i = 0; i < length - 1; i++) {
            if (name[i] < '!' || name[i] > '~') {
                throw place.wrong("read_name", "printable characters", "byte " + (name[i] & 0xff));
            }
        }
        if (name[length - 1] != 0) {
            throw place.wrong("read_name", "a name that ends with byte 0", "byte " + (name[length - 1] & 0xff));
        }
        return new String(name, 0, length - 1, ISO_8859_1);
    }

    private static List<CigarElement> cigar(SamLine place, ByteBuffer bytes, int count) {
        List<CigarElement> cigar = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int packed = bytes.getInt();
            int operator = packed & 15;
            int length = packed >>> 4;
            if (operator >= CigarText.OPERATORS.size()) {
                throw place.wrong("cigar", "an operator from 0 to 8", String.valueOf(operator));
            }
            if (length > 0) {
                cigar.add(new CigarElement(length, CigarText.OPERATORS.get(operator)));
            }
        }
        return cigar;
    }

    private static byte[] bases(ByteBuffer bytes, int count) {
        byte[] bases = new byte[count];
        for (int i = 0; i < count; i += 2) {
            int pair = bytes.get() & 0xff;
            bases[i] = BASES[pair >>> 4];
            if (i + 1 < count) {
                bases[i + 1] = BASES[pair & 15];
            }
        }
        return bases;
    }

    private static byte[] qualities(SamLine place, ByteBuffer bytes, int count) {
        byte[] qualities = new byte[count];
        bytes.get(qualities);
        if (count > 0 && (qualities[0] & 0xff) == NO_QUALITY) {
            return new byte[0];
        }
        for (byte quality : qualities) {
            if (quality < 0 || quality > '~' - '!') {
                throw place.wrong("qual", "qualities from 0 to 93, or none", String.valueOf(quality & 0xff));
            }
        }
        return qualities;
    }

    /** A CIGAR of more than 65,535 elements lies in the tag CG, and this stands in its place (section 4.2.2). */
    private static boolean isPlaceholder(List<CigarElement> cigar, int bases) {
        return cigar.size() == 2
                && cigar.get(0).operator() == CigarOperator.SOFT_CLIP
                && cigar.get(0).length() == bases
                && cigar.get(1).operator() == CigarOperator.SKIP;
    }

    /** Walks the tags, so that none of them is cut; gives the CIGAR of CG, empty where there is none. */
    private static List<CigarElement> tags(SamLine place, ByteBuffer bytes) {
        List<CigarElement> longCigar = List.of();
        int[] seen = new int[8];
        int count = 0;
        try {
            while (bytes.hasRemaining()) {
                int tag = (bytes.get() & 0xff) << 8 | bytes.get() & 0xff;
                char type = (char) bytes.get();
                if (!isLetter(tag >> 8) || !isLetter(tag & 0xff) && !isDigit(tag & 0xff)) {
                    throw place.wrong("tags", "a tag of a letter and a letter or digit", describe(tag));
                }
                // A record has few tags; looking through them costs less than a set.
                for (int i = 0; i < count; i++) {
                    if (seen[i] == tag) {
                        throw place.wrong("tags", "each tag once", describe(tag) + " twice");
                    }
                }
                seen = count < seen.length ? seen : Arrays.copyOf(seen, 2 * count);
                seen[count++] = tag;
                if (tag == LONG_CIGAR_TAG && type == 'B') {
                    longCigar = longCigar(place, bytes);
                } else {
                    skip(place, bytes, tag, type);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException failure) {
            throw place.wrong("tags", "tags that end with their record", "a tag that is longer");
        }
        return longCigar;
    }

    private static List<CigarElement> longCigar(SamLine place, ByteBuffer bytes) {
        char type = (char) bytes.get();
        int count = bytes.getInt();
        if (type != 'I' || count < 0 || count > bytes.remaining() / 4) {
            throw place.wrong("tag CG", "an array of 32-bit numbers within the record", type + ", " + count);
        }
        return cigar(place, bytes, count);
    }

    private static void skip(SamLine place, ByteBuffer bytes, int tag, char type) {
        switch (type) {
            case 'A', 'c', 'C' -> advance(bytes, 1);
            case 's', 'S' -> advance(bytes, 2);
            case 'i', 'I', 'f' -> advance(bytes, 4);
            case 'Z', 'H' -> {
                while (bytes.get() != 0) {
                    // Up to the byte 0 that ends the text.
                }
            }
            case 'B' -> {
                int width = width(place, tag, (char) bytes.get());
                long count = Integer.toUnsignedLong(bytes.getInt());
                if (count * width > bytes.remaining()) {
                    throw place.wrong("tag " + describe(tag), "an array within the record", count + " elements");
                }
                advance(bytes, (int) (count * width));
            }
            default ->
                throw place.wrong(
                        "tag " + describe(tag), "a type of A, c, C, s, S, i, I, f, Z, H or B", "type " + type);
        }
    }

    private static int width(SamLine place, int tag, char type) {
        return switch (type) {
            case 'c', 'C' -> 1;
            case 's', 'S' -> 2;
            case 'i', 'I', 'f' -> 4;
            default ->
                throw place.wrong("tag " + describe(tag), "an array of type c, C, s, S, i, I or f", "type " + type);
        };
    }

    private static boolean isLetter(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String describe(int tag) {
        return "" + (char) (tag >> 8) + (char) (tag & 0xff);
    }

    private static void advance(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }
}
