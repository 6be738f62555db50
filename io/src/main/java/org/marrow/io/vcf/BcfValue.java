package org.marrow.io.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A typed value of BCF (VCF 4.3 specification, section 6.3.3).
 *
 * @param text as VCF writes it; empty when there is no value
 * @param integers when it is of an integer type, without missing ones
 */
record BcfValue(String text, List<Integer> integers) {
    private static final int INT8 = 1;
    private static final int INT16 = 2;
    private static final int INT32 = 3;
    private static final int FLOAT = 5;
    private static final int CHARACTER = 7;
    private static final int LONG_LENGTH = 15;
    private static final int MISSING_FLOAT = 0x7f800001;
    private static final int END_FLOAT = 0x7f800002;

    /** Reads a value with its type. */
    static BcfValue read(ByteBuffer bytes) {
        int descriptor = bytes.get() & 0xff;
        int length = length(bytes, descriptor);
        return values(bytes, descriptor & 15, length, false);
    }

    /** Reads the values of all samples for one FORMAT key. */
    static List<String> readSamples(ByteBuffer bytes, int samples, boolean genotype) {
        int descriptor = bytes.get() & 0xff;
        int length = length(bytes, descriptor);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            texts.add(values(bytes, descriptor & 15, length, genotype).text());
        }
        return texts;
    }

    /** The number, where one integer is expected. */
    int integer() {
        if (integers.size() != 1) {
            throw new IllegalArgumentException("one integer expected, found " + integers.size() + " values");
        }
        return integers.get(0);
    }

    static String floatText(int bits) {
        if (bits == MISSING_FLOAT) {
            return ".";
        }
        float value = Float.intBitsToFloat(bits);
        if (Float.isNaN(value)) {
            return "nan";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text = Float.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static int length(ByteBuffer bytes, int descriptor) {
        int length = descriptor >>> 4;
        if (length == LONG_LENGTH) {
            length = read(bytes).integer();
        }
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("a value longer than its record");
        }
        return length;
    }

    private static BcfValue values(ByteBuffer bytes, int type, int length, boolean genotype) {
        return switch (type) {
            case 0 -> new BcfValue("", List.of());
            case INT8, INT16, INT32 -> genotype ? genotype(bytes, type, length) : integers(bytes, type, length);
            case FLOAT -> floats(bytes, length);
            case CHARACTER -> characters(bytes, length);
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private static BcfValue integers(ByteBuffer bytes, int type, int length) {
        StringBuilder text = new StringBuilder();
        List<Integer> values = new ArrayList<>();
        boolean ended = false;
        for (int i = 0; i < length; i++) {
            int value = next(bytes, type);
            ended |= value == lowest(type) + 1;
            if (ended) {
                continue;
            }
            text.append(i > 0 ? "," : "");
            if (value == lowest(type)) {
                text.append('.');
            } else {
                text.append(value);
                values.add(value);
            }
        }
        return new BcfValue(text.toString(), List.copyOf(values));
    }

    private static BcfValue genotype(ByteBuffer bytes, int type, int length) {
        StringBuilder text = new StringBuilder();
        boolean ended = false;
        for (int i = 0; i < length; i++) {
            int value = next(bytes, type);
            ended |= value == lowest(type) + 1;
            if (ended) {
                continue;
            }
            if (i > 0) {
                text.append((value & 1) == 1 ? '|' : '/');
            }
            int allele = (value >> 1) - 1;
            text.append(allele < 0 ? "." : String.valueOf(allele));
        }
        return new BcfValue(text.toString(), List.of());
    }

    private static BcfValue floats(ByteBuffer bytes, int length) {
        StringBuilder text = new StringBuilder();
        boolean ended = false;
        for (int i = 0; i < length; i++) {
            int bits = bytes.getInt();
            ended |= bits == END_FLOAT;
            if (!ended) {
                text.append(i > 0 ? "," : "").append(floatText(bits));
            }
        }
        return new BcfValue(text.toString(), List.of());
    }

    private static BcfValue characters(ByteBuffer bytes, int length) {
        byte[] raw = new byte[length];
        bytes.get(raw);
        int end = 0;
        while (end < length && raw[end] != 0) {
            end++;
        }
        return new BcfValue(new String(raw, 0, end, UTF_8), List.of());
    }

    private static int next(ByteBuffer bytes, int type) {
        return switch (type) {
            case INT8 -> bytes.get();
            case INT16 -> bytes.getShort();
            default -> bytes.getInt();
        };
    }

    private static int lowest(int type) {
        return switch (type) {
            case INT8 -> Byte.MIN_VALUE;
            case INT16 -> Short.MIN_VALUE;
            default -> Integer.MIN_VALUE;
        };
    }
}
