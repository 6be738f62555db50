package org.marrow.io.bam;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the optional fields of a SAM line, by the SAM specification, section 1.5. */
final class SamTags {
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9]:[AifZHB]:.*");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
    private static final Pattern ZERO = Pattern.compile("[-+]?[0.]+([eE].*)?");
    private static final Pattern HEX = Pattern.compile("([0-9A-F]{2})*");
    private static final Pattern TEXT = Pattern.compile("[ !-~]*");
    private static final Pattern CHARACTER = Pattern.compile("[!-~]");
    private static final long UNSIGNED_INT = 0xffffffffL;

    private SamTags() {}

    /** Checks the columns from {@code from} on. */
    static void check(SamLine place, String[] columns, int from) {
        Set<String> seen = new HashSet<>();
        for (int i = from; i < columns.length; i++) {
            String field = columns[i];
            if (!FIELD.matcher(field).matches()) {
                throw place.wrong("tags", "TAG:TYPE:value with a type of A, i, f, Z, H or B", field);
            }
            String tag = field.substring(0, 2);
            if (!seen.add(tag)) {
                throw place.wrong("tags", "each tag once", tag + " twice");
            }
            check(place, tag, field.charAt(3), field.substring(5));
        }
    }

    private static void check(SamLine place, String tag, char type, String value) {
        switch (type) {
            case 'A' -> require(CHARACTER.matcher(value).matches(), place, tag, "one printable character", value);
            case 'i' -> integer(place, tag, value, Integer.MIN_VALUE, UNSIGNED_INT);
            case 'f' -> floating(place, tag, value);
            case 'Z' -> require(TEXT.matcher(value).matches(), place, tag, "printable text", value);
            case 'H' -> require(HEX.matcher(value).matches(), place, tag, "pairs of hexadecimal digits 0-9 A-F", value);
            default -> array(place, tag, value);
        }
    }

    private static void array(SamLine place, String tag, String value) {
        String[] entries = value.split(",", -1);
        for (int i = 1; i < entries.length; i++) {
            switch (entries[0]) {
                case "c" -> integer(place, tag, entries[i], Byte.MIN_VALUE, Byte.MAX_VALUE);
                case "C" -> integer(place, tag, entries[i], 0, 0xff);
                case "s" -> integer(place, tag, entries[i], Short.MIN_VALUE, Short.MAX_VALUE);
                case "S" -> integer(place, tag, entries[i], 0, 0xffff);
                case "i" -> integer(place, tag, entries[i], Integer.MIN_VALUE, Integer.MAX_VALUE);
                case "I" -> integer(place, tag, entries[i], 0, UNSIGNED_INT);
                default -> floating(place, tag, entries[i]);
            }
        }
        require(entries[0].matches("[cCsSiIf]"), place, tag, "an array of type c, C, s, S, i, I or f", value);
    }

    private static void integer(SamLine place, String tag, String value, long lowest, long highest) {
        boolean valid = INTEGER.matcher(value).matches();
        if (valid) {
            BigInteger number = new BigInteger(value);
            valid = number.compareTo(BigInteger.valueOf(lowest)) >= 0
                    && number.compareTo(BigInteger.valueOf(highest)) <= 0;
        }
        require(valid, place, tag, "a whole number from " + lowest + " to " + highest, value);
    }

    private static void floating(SamLine place, String tag, String value) {
        boolean valid = FLOAT.matcher(value).matches();
        if (valid) {
            float number = Float.parseFloat(value);
            valid = Float.isFinite(number)
                    && (number != 0 || ZERO.matcher(value).matches());
        }
        require(valid, place, tag, "a number within 32-bit floating point", value);
    }

    private static void require(boolean valid, SamLine place, String tag, String expected, String value) {
        if (!valid) {
            throw place.wrong("tag " + tag, expected, value);
        }
    }
}
