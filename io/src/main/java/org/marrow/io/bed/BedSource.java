package org.marrow.io.bed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.variant.TargetRegion;
import org.marrow.io.guard.LineReader;
import org.marrow.io.table.FoundText;

/**
 * Reads the first four columns of a BED file: contig, start from 0, end exclusive, and the name where there is one. Columns lie
 * between tabs, or between blanks where a line has no tab. Lines that begin with {@code #}, {@code track} or {@code browser} and
 * blank ones do not count.
 */
public final class BedSource {
    private static final int MAX_LINE_BYTES = 1 << 16;

    /** An exome has some 200,000. */
    private static final int MAX_REGIONS = 5_000_000;

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,10}");

    private BedSource() {}

    /**
     * Reads all regions in the file's order.
     *
     * @throws FormatException when a line is no region, or when there is none
     */
    public static List<TargetRegion> read(Path file) {
        List<TargetRegion> regions = new ArrayList<>();
        try (LineReader reader = LineReader.open(file, MAX_LINE_BYTES)) {
            for (String line = reader.next(); line != null; line = reader.next()) {
                if (line.isBlank() || line.startsWith("#") || line.matches("(track|browser)(\\s.*)?")) {
                    continue;
                }
                regions.add(region(file, reader.location(), line));
                if (regions.size() > MAX_REGIONS) {
                    throw new FormatException(file, reader.location(), "at most " + MAX_REGIONS + " regions", "more");
                }
            }
        }
        if (regions.isEmpty()) {
            throw new FormatException(file, Location.whole(), "one region a line", "no region");
        }
        return regions;
    }

    private static TargetRegion region(Path file, Location place, String line) {
        String[] columns =
                line.contains("\t") ? line.split("\t", -1) : line.strip().split(" +");
        if (columns.length < 3 || columns[0].isBlank()) {
            throw new FormatException(file, place, "contig, start and end between tabs", FoundText.quote(line));
        }
        long start = position(file, place, "a start from 0", columns[1]);
        long end = position(file, place, "an end", columns[2]);
        if (end <= start) {
            throw new FormatException(
                    file, place, "an end greater than the start, " + start, FoundText.quote(columns[2]));
        }
        Optional<String> name = columns.length > 3 && !columns[3].isBlank() && !columns[3].equals(".")
                ? Optional.of(columns[3].strip())
                : Optional.empty();
        return new TargetRegion(columns[0], (int) start + 1, (int) end, name);
    }

    private static long position(Path file, Location place, String expected, String text) {
        String digits = text.strip();
        if (!POSITION.matcher(digits).matches() || Long.parseLong(digits) > Integer.MAX_VALUE) {
            throw new FormatException(file, place, expected, FoundText.quote(text));
        }
        return Long.parseLong(digits);
    }
}
