package org.marrow.io.vcf;

import java.nio.file.Path;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/**
 * Where the reader stands, so that every refusal names it.
 *
 * @param number of the line, or of the record of a BCF file, from 1
 */
record VcfLine(Path file, long number, boolean binary) {
    private static final int LONGEST_FOUND = 80;

    static VcfLine ofText(Path file, long line) {
        return new VcfLine(file, line, false);
    }

    static VcfLine ofBcfRecord(Path file, long record) {
        return new VcfLine(file, record, true);
    }

    FormatException wrong(String column, String expected, String found) {
        if (binary) {
            return wrong(expected + " (" + column + ")", found);
        }
        return new FormatException(file, Location.column(number, column), expected, shorten(found));
    }

    FormatException wrong(String expected, String found) {
        Location location = binary ? Location.record(number) : Location.line(number);
        return new FormatException(file, location, expected, shorten(found));
    }

    private static String shorten(String found) {
        String printable = found.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= LONGEST_FOUND ? printable : printable.substring(0, LONGEST_FOUND) + "...";
    }
}
