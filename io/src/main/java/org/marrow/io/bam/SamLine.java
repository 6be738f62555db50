package org.marrow.io.bam;

import java.nio.file.Path;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/** Where the reader stands, so that every refusal names it: a line of SAM, or a line of the header within a BAM. */
record SamLine(Path file, Location location) {
    private static final int LONGEST_FOUND = 80;

    static SamLine ofText(Path file, long line) {
        return new SamLine(file, Location.line(line));
    }

    static SamLine ofBinaryHeader(Path file, long line) {
        return new SamLine(file, Location.inside("line " + line + " of the header"));
    }

    static SamLine ofRecord(Path file, long record) {
        return new SamLine(file, Location.record(record));
    }

    FormatException wrong(String column, String expected, String found) {
        Location place = location instanceof Location.Line line ? Location.column(line.line(), column) : location;
        String noun = location instanceof Location.Line ? expected : column + ": " + expected;
        return new FormatException(file, place, noun, shorten(found));
    }

    private static String shorten(String found) {
        String printable = found.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= LONGEST_FOUND ? printable : printable.substring(0, LONGEST_FOUND) + "...";
    }
}
