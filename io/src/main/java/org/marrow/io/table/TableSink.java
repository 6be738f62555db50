package org.marrow.io.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.marrow.core.error.BugException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.TriState;
import org.marrow.io.guard.AtomicFile;

/**
 * Writes delimited text: UTF-8, {@code \n} line ends, cells quoted only where RFC 4180 asks for it. The same rows give the same
 * bytes on every machine. The file appears whole or not at all.
 */
public final class TableSink {
    /** What a spreadsheet program would take for the beginning of a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Writer out;
    private final TableFormat format;
    private final boolean defused;
    private final int columns;
    private long rows;

    private TableSink(Writer out, TableFormat format, boolean defused, int columns) {
        this.out = out;
        this.format = format;
        this.defused = defused;
        this.columns = columns;
    }

    /** Gives the rows to the sink, one after the other. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(TableSink sink) throws IOException;
    }

    /** Writes a table that programs read: cells as they are. */
    public static void write(Path file, TableFormat format, List<String> header, Rows rows) {
        write(file, format, false, header, rows);
    }

    /**
     * Writes a table that people open in a spreadsheet program: text cells that it would run as a formula get an apostrophe in
     * front. Numbers stay as they are.
     */
    public static void writeForSpreadsheets(Path file, TableFormat format, List<String> header, Rows rows) {
        write(file, format, true, header, rows);
    }

    private static void write(Path file, TableFormat format, boolean defused, List<String> header, Rows rows) {
        AtomicFile.writeText(file, out -> {
            TableSink sink = new TableSink(out, format, defused, header.size());
            sink.row(List.copyOf(header));
            rows.writeTo(sink);
        });
    }

    /**
     * Writes one row.
     *
     * @param cells as many as the header has; text, numbers, dates, truth values, {@link TriState}, or an optional of these. An
     *     empty optional and an unknown tri-state give an empty cell.
     */
    public void row(List<?> cells) throws IOException {
        if (cells.size() != columns) {
            throw new BugException("a row of " + cells.size() + " cells in a table of " + columns + " columns");
        }
        rows++;
        for (int i = 0; i < columns; i++) {
            if (i > 0) {
                out.append(format.separator());
            }
            Object cell = cells.get(i);
            String text = text(cell);
            if (defused && !isNumber(cell) && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
                text = "'" + text;
            }
            out.append(format.quoted() ? quoted(text) : plain(text));
        }
        out.append('\n');
    }

    /** One row, as an array of cells. */
    public void row(Object... cells) throws IOException {
        row(List.of(cells));
    }

    private static String text(Object cell) {
        return switch (cell) {
            case Optional<?> optional -> optional.map(TableSink::text).orElse("");
            case OptionalDouble optional -> optional.isPresent() ? number(optional.getAsDouble()) : "";
            case OptionalInt optional -> optional.isPresent() ? Integer.toString(optional.getAsInt()) : "";
            case OptionalLong optional -> optional.isPresent() ? Long.toString(optional.getAsLong()) : "";
            case TriState state ->
                switch (state) {
                    case PRESENT -> "1";
                    case ABSENT -> "0";
                    case UNKNOWN -> "";
                };
            case Double number -> number(number);
            case Float number -> number(number);
            default -> cell.toString();
        };
    }

    private static boolean isNumber(Object cell) {
        return switch (cell) {
            case Number _, OptionalDouble _, OptionalInt _, OptionalLong _ -> true;
            case Optional<?> optional -> optional.filter(TableSink::isNumber).isPresent();
            default -> false;
        };
    }

    /** The shortest text that reads back as the same number, whole numbers without a point. */
    private static String number(double number) {
        InvalidValueException.check(Double.isFinite(number), "number", number, "a finite number");
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String number(float number) {
        InvalidValueException.check(Float.isFinite(number), "number", number, "a finite number");
        String text = Float.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private String quoted(String text) {
        boolean needed = columns == 1 && text.isEmpty();
        for (int i = 0; i < text.length() && !needed; i++) {
            char letter = text.charAt(i);
            needed = letter == format.separator() || letter == '"' || letter == '\n' || letter == '\r';
        }
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private String plain(String text) {
        boolean fits = text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        InvalidValueException.check(
                fits, "cell of row " + rows, FoundText.quote(text), "text without tabs and line breaks");
        return text;
    }
}
