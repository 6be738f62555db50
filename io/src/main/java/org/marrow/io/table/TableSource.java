package org.marrow.io.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.io.guard.LineReader;

/**
 * Reads delimited text, plain or gzip, row by row. A table is UTF-8 (a byte order mark is passed over), its first line names
 * the columns, and every line has as many cells as the header. What breaks this, and what exceeds the {@link TableLimits}, is
 * refused with a {@link FormatException} that names the line. Lines with nothing at all are passed over.
 */
public final class TableSource implements AutoCloseable {
    private final Path file;
    private final TableFormat format;
    private final TableLimits limits;
    private final GuardedText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final TableHeader header;
    private int rows;
    private boolean broken;

    private TableSource(Path file, TableFormat format, TableLimits limits, GuardedText text) throws IOException {
        this.file = file;
        this.format = format;
        this.limits = limits;
        this.text = text;
        this.parser =
                CSVParser.builder().setReader(text).setFormat(csvFormat(format)).get();
        this.records = parser.iterator();
        CSVRecord first = nextRecord();
        if (first == null) {
            throw new FormatException(file, Location.whole(), "a line of column names", "an empty file");
        }
        long line = lineOf(first);
        String[] names = first.values();
        if (names.length > limits.columns()) {
            throw new FormatException(
                    file, Location.line(line), "at most " + limits.columns() + " columns", names.length + " columns");
        }
        this.header = TableHeader.of(file, line, format, names);
    }

    /**
     * Opens a table and reads its header.
     *
     * @throws org.marrow.core.error.UserException with code ACCESS when the file cannot be read
     */
    public static TableSource open(Path file, TableFormat format, TableLimits limits) {
        GuardedText text = new GuardedText(file, LineReader.openBytes(file), limits);
        try {
            return new TableSource(file, format, limits, text);
        } catch (IOException failure) {
            close(text);
            throw unreadable(file, Location.line(1), failure);
        } catch (RuntimeException failure) {
            close(text);
            throw failure;
        }
    }

    /** Reads a whole table of a size that people write. */
    public static List<TableRow> readAll(Path file) {
        try (TableSource source = open(file, TableFormat.ofFile(file), TableLimits.BY_HAND)) {
            List<TableRow> rows = new ArrayList<>();
            source.forEach(rows::add);
            return List.copyOf(rows);
        }
    }

    public TableHeader header() {
        return header;
    }

    /** Gives each row that was not given yet, in the file's order. */
    public void forEach(Consumer<TableRow> consumer) {
        for (TableRow row = next(); row != null; row = next()) {
            consumer.accept(row);
        }
    }

    /**
     * The next row, or null after the last. After a row of the wrong number of cells was refused, the one after it can still be
     * read.
     */
    public @Nullable TableRow next() {
        CSVRecord record = nextRecord();
        if (record == null) {
            return null;
        }
        long line = lineOf(record);
        if (record.size() != header.size()) {
            String hint = format.quoted() && record.size() > header.size()
                    ? "; a value that contains a comma needs double quotes around it"
                    : "";
            throw new FormatException(
                    file,
                    Location.line(line),
                    header.size() + " cells, as in the header",
                    record.size() + " cells" + hint);
        }
        if (++rows > limits.rows()) {
            broken = true;
            throw new FormatException(file, Location.line(line), "at most " + limits.rows() + " rows", "more");
        }
        String[] cells = record.values();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].length() > limits.fieldChars()) {
                throw new FormatException(
                        file,
                        Location.column(line, header.names().get(i)),
                        "at most " + limits.fieldChars() + " characters",
                        cells[i].length() + " characters");
            }
        }
        return new TableRow(header, line, cells);
    }

    /** Whether nothing after the last refusal can be read. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void close() {
        close(text);
    }

    private @Nullable CSVRecord nextRecord() {
        long before = parser.getCurrentLineNumber();
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            text.recordEnded();
            return record;
        } catch (FormatException refusal) {
            broken = true;
            throw refusal;
        } catch (UncheckedIOException failure) {
            broken = true;
            Location begin = Location.line(before + 1);
            if (failure.getCause() instanceof GuardedText.RecordTooLong) {
                throw new FormatException(
                        file,
                        begin,
                        "a line of at most " + limits.lineChars() + " characters",
                        "a longer one, or a quote that is not closed",
                        failure);
            }
            throw unreadable(file, begin, failure.getCause());
        }
    }

    /** The parser knows the line that a record ends on. */
    private long lineOf(CSVRecord record) {
        long breaksInside = 0;
        if (format.quoted()) {
            for (String cell : record) {
                for (int i = 0; i < cell.length(); i++) {
                    char letter = cell.charAt(i);
                    boolean pairEnd = letter == '\n' && i > 0 && cell.charAt(i - 1) == '\r';
                    if ((letter == '\n' || letter == '\r') && !pairEnd) {
                        breaksInside++;
                    }
                }
            }
        }
        return Math.max(1, parser.getCurrentLineNumber() - breaksInside);
    }

    private static CSVFormat csvFormat(TableFormat format) {
        CSVFormat.Builder builder = CSVFormat.RFC4180
                .builder()
                .setDelimiter(format.separator())
                .setIgnoreEmptyLines(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setTrailingData(false)
                .setLenientEof(false);
        if (!format.quoted()) {
            builder.setQuote(null);
        }
        if (format.comments()) {
            builder.setCommentMarker('#');
        }
        return builder.get();
    }

    private static FormatException unreadable(Path file, Location place, @Nullable IOException failure) {
        String reason = failure == null ? "damaged text" : String.valueOf(failure.getMessage());
        return new FormatException(
                file, place, "cells as RFC 4180 writes them, quotes closed and doubled inside quotes", reason, failure);
    }

    private static void close(GuardedText text) {
        try {
            text.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("A file that was only read could not be closed", failure);
        }
    }
}
