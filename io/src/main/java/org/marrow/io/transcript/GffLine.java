package org.marrow.io.transcript;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.transcript.Strand;
import org.marrow.io.table.FoundText;

/**
 * One feature of a GFF3 or GTF file.
 *
 * @param start from 1
 * @param end inclusive
 * @param strand as written: {@code +}, {@code -}, {@code .} or {@code ?}
 * @param phase empty for a dot
 */
record GffLine(
        Place place,
        String contig,
        String type,
        int start,
        int end,
        String strand,
        OptionalInt phase,
        GffAttributes attributes) {
    static final int COLUMNS = 9;

    private static final int LONGEST_POSITION = 10;

    /** Where a line stands, so that every refusal names it. */
    record Place(Path file, long line) {
        FormatException wrong(String column, String expected, String found) {
            return new FormatException(file, Location.column(line, column), expected, FoundText.quote(found));
        }

        FormatException wrong(String expected, String found) {
            return new FormatException(file, Location.line(line), expected, found);
        }
    }

    /** @param columns the nine of a line */
    static GffLine parse(Place place, String[] columns, boolean gtf) {
        if (columns[0].isBlank()) {
            throw place.wrong("seqid", "the name of a contig", columns[0]);
        }
        int start = position(place, "start", columns[3]);
        int end = position(place, "end", columns[4]);
        if (end < start) {
            throw place.wrong("end", "a position from the start, " + start, columns[4]);
        }
        String strand = columns[6];
        if (!strand.equals("+") && !strand.equals("-") && !strand.equals(".") && !strand.equals("?")) {
            throw place.wrong("strand", "+, -, ? or a dot", strand);
        }
        OptionalInt phase = OptionalInt.empty();
        if (!columns[7].equals(".")) {
            if (!columns[7].equals("0") && !columns[7].equals("1") && !columns[7].equals("2")) {
                throw place.wrong("phase", "0, 1, 2 or a dot", columns[7]);
            }
            phase = OptionalInt.of(columns[7].charAt(0) - '0');
        }
        GffAttributes attributes =
                gtf ? GffAttributes.ofGtf(place, columns[8]) : GffAttributes.ofGff3(place, columns[8]);
        return new GffLine(place, columns[0], columns[2], start, end, strand, phase, attributes);
    }

    /** The strand of a feature that must have one. */
    Strand requireStrand() {
        return switch (strand) {
            case "+" -> Strand.PLUS;
            case "-" -> Strand.MINUS;
            default -> throw place.wrong("strand", "+ or - for a transcript", strand);
        };
    }

    private static int position(Place place, String column, String text) {
        long position = 0;
        boolean digits = !text.isEmpty() && text.length() <= LONGEST_POSITION;
        for (int i = 0; digits && i < text.length(); i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9';
            position = position * 10 + c - '0';
        }
        if (!digits || position < 1 || position > Integer.MAX_VALUE) {
            throw place.wrong(column, "a position from 1 to " + Integer.MAX_VALUE, text);
        }
        return (int) position;
    }
}
