package org.marrow.io.table;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.risk.TriState;

/**
 * One line of a table, with its cells by column name and type. Blanks around a cell do not count. An empty cell, {@code NA},
 * and a column that the table does not have are all unknown: the optional readings give empty for them, the others refuse
 * them. Every refusal is a {@link FormatException} that names line and column.
 */
public final class TableRow {
    /** How tables of the field write an unknown value, beside leaving the cell empty. */
    public static final String UNKNOWN = "NA";

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String DATE_EXPECTED = "a date as YYYY-MM-DD, such as 2026-03-31";

    /** Dates of samples and treatments; what lies outside is a slip of the pen. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final TableHeader header;
    private final long line;
    private final String[] cells;

    TableRow(TableHeader header, long line, String[] cells) {
        this.header = header;
        this.line = line;
        this.cells = cells;
    }

    public TableHeader header() {
        return header;
    }

    /** The line that the row begins on, from 1. */
    public long line() {
        return line;
    }

    public Path file() {
        return header.file();
    }

    /** Whether every cell is empty, as spreadsheet programs leave below a table. */
    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The cell as it stands, without blanks around it; empty when the table has no such column. */
    public String raw(String column) {
        OptionalInt index = header.index(column);
        return index.isPresent() ? cells[index.getAsInt()].strip() : "";
    }

    public boolean isKnown(String column) {
        String cell = raw(column);
        return !cell.isEmpty() && !cell.equals(UNKNOWN);
    }

    public String text(String column) {
        return known(column, "a value");
    }

    public Optional<String> optionalText(String column) {
        return isKnown(column) ? Optional.of(raw(column)) : Optional.empty();
    }

    /**
     * Text that a record checks, such as {@code Pseudonym::new}.
     *
     * @throws FormatException also when {@code type} refuses the text, with what it expected
     */
    public <T> T value(String column, Function<String, T> type) {
        String cell = known(column, "a value");
        return checked(column, () -> type.apply(cell));
    }

    /** A number, in the given closed range. */
    public double number(String column, double lowest, double highest) {
        String expected = "a number" + range(lowest, highest);
        String cell = known(column, expected);
        if (!NUMBER.matcher(cell).matches()) {
            if (DECIMAL_COMMA.matcher(cell).matches()) {
                String pointed = cell.replace(',', '.');
                throw wrong(column, expected + " with a decimal point, such as " + pointed);
            }
            throw wrong(column, expected);
        }
        double number = Double.parseDouble(cell);
        if (!(number >= lowest && number <= highest && Double.isFinite(number))) {
            throw wrong(column, expected);
        }
        return number;
    }

    /** As {@link #number}; empty when it is unknown. */
    public OptionalDouble optionalNumber(String column, double lowest, double highest) {
        return isKnown(column) ? OptionalDouble.of(number(column, lowest, highest)) : OptionalDouble.empty();
    }

    /** A whole number written without a point or exponent, in the given closed range. */
    public long integer(String column, long lowest, long highest) {
        String expected = "a whole number" + range(lowest, highest);
        String cell = known(column, expected);
        if (!WHOLE_NUMBER.matcher(cell).matches()) {
            throw wrong(column, expected);
        }
        long number = Long.parseLong(cell);
        if (number < lowest || number > highest) {
            throw wrong(column, expected);
        }
        return number;
    }

    /** As {@link #integer}; empty when it is unknown. */
    public OptionalLong optionalInteger(String column, long lowest, long highest) {
        return isKnown(column) ? OptionalLong.of(integer(column, lowest, highest)) : OptionalLong.empty();
    }

    /** A day as {@code YYYY-MM-DD}. */
    public LocalDate date(String column) {
        String cell = known(column, DATE_EXPECTED);
        if (!ISO_DATE.matcher(cell).matches()) {
            throw wrong(column, DATE_EXPECTED);
        }
        LocalDate date;
        try {
            date = LocalDate.of(
                    Integer.parseInt(cell, 0, 4, 10),
                    Integer.parseInt(cell, 5, 7, 10),
                    Integer.parseInt(cell, 8, 10, 10));
        } catch (DateTimeException noSuchDay) {
            throw wrong(column, "a day that exists, as YYYY-MM-DD");
        }
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw wrong(column, "a day from " + EARLIEST + " to " + LATEST);
        }
        return date;
    }

    /** As {@link #date}; empty when it is unknown. */
    public Optional<LocalDate> optionalDate(String column) {
        return isKnown(column) ? Optional.of(date(column)) : Optional.empty();
    }

    /** One of the words of a list, letter by letter. */
    public <T> T choice(String column, Map<String, T> choices) {
        String expected = "one of " + String.join(", ", choices.keySet());
        String cell = known(column, expected);
        T chosen = choices.get(cell);
        if (chosen == null) {
            throw wrong(column, expected + NearestName.hint(cell, choices.keySet()));
        }
        return chosen;
    }

    /** As {@link #choice}; empty when it is unknown. */
    public <T> Optional<T> optionalChoice(String column, Map<String, T> choices) {
        return isKnown(column) ? Optional.of(choice(column, choices)) : Optional.empty();
    }

    /** {@code 1} for present, {@code 0} for absent, empty or {@code NA} for unknown. */
    public TriState triState(String column) {
        if (!isKnown(column)) {
            return TriState.UNKNOWN;
        }
        return switch (raw(column)) {
            case "1" -> TriState.PRESENT;
            case "0" -> TriState.ABSENT;
            default -> throw wrong(column, "1 (present), 0 (absent), or nothing or NA (not known)");
        };
    }

    /** Says that a cell is wrong: {@code expected} as a noun phrase. */
    public FormatException wrong(String column, String expected) {
        return new FormatException(file(), at(column), expected, FoundText.quote(raw(column)));
    }

    /**
     * Builds a record from this row's cells, and lays what the record refuses at this row.
     *
     * @param column that the value comes from
     */
    public <T> T checked(String column, Supplier<T> building) {
        try {
            return requireNonNull(building.get(), "building");
        } catch (InvalidValueException refusal) {
            String where = header.has(refusal.name()) ? refusal.name() : column;
            throw new FormatException(file(), at(where), refusal.expected(), FoundText.quote(refusal.found()), refusal);
        }
    }

    /** The place of a cell. */
    public Location at(String column) {
        return Location.column(line, column);
    }

    private String known(String column, String expected) {
        if (!header.has(column)) {
            throw new FormatException(file(), Location.line(header.line()), "a column " + column, "none");
        }
        if (!isKnown(column)) {
            throw wrong(column, expected);
        }
        return raw(column);
    }

    private static String range(double lowest, double highest) {
        if (lowest == Double.NEGATIVE_INFINITY || highest == Double.POSITIVE_INFINITY) {
            return lowest == Double.NEGATIVE_INFINITY ? "" : " from " + plain(lowest);
        }
        return " from " + plain(lowest) + " to " + plain(highest);
    }

    private static String range(long lowest, long highest) {
        return " from " + lowest + (highest >= Integer.MAX_VALUE ? "" : " to " + highest);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
