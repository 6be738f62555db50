package org.marrow.io.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/** Gathers the mistakes of one table while its reading goes on. */
public final class TableProblems {
    /** How many are listed; the rest is counted. */
    public static final int MAX_LISTED = 200;

    private final Path file;
    private final List<TableProblem> listed = new ArrayList<>();
    private long unlisted;

    public TableProblems(Path file) {
        this.file = file;
    }

    /** Adds a mistake; the arguments are those of {@link TableProblem}. */
    public void add(long line, String column, String found, String writeInstead) {
        if (listed.size() < MAX_LISTED) {
            listed.add(new TableProblem(line, column, found, writeInstead));
        } else {
            unlisted++;
        }
    }

    /** Adds a mistake in a cell, which is shown as found. */
    public void add(TableRow row, String column, String writeInstead) {
        add(row.line(), column, FoundText.quote(row.raw(column)), writeInstead);
    }

    /** What {@code reading} gives; empty when it refuses, which is then among the mistakes. */
    public <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (FormatException refusal) {
            add(refusal);
            return Optional.empty();
        }
    }

    /**
     * Reads a table row by row. A row with too few or too many cells is a mistake like others; after damage, such as a quote
     * that is not closed, nobody can tell where the next row begins, so the reading ends there.
     *
     * @param ofHeader looks at the header; false when reading rows is pointless
     */
    public void read(TableFormat format, TableLimits limits, HeaderCheck ofHeader, Consumer<TableRow> ofRow) {
        try (TableSource source = TableSource.open(file, format, limits)) {
            if (ofHeader.accepts(source.header())) {
                while (readRow(source, ofRow)) {}
            }
        } catch (FormatException refusal) {
            add(refusal);
        }
    }

    public boolean isEmpty() {
        return listed.isEmpty();
    }

    /** Throws when there is any mistake. */
    public void throwIfAny() {
        if (!listed.isEmpty()) {
            listed.sort(Comparator.comparingLong(TableProblem::line));
            throw new TableProblemsException(file, listed, unlisted);
        }
    }

    /** Looks at a header and tells whether its rows can be read. */
    @FunctionalInterface
    public interface HeaderCheck {
        boolean accepts(TableHeader header);
    }

    private boolean readRow(TableSource source, Consumer<TableRow> ofRow) {
        TableRow row;
        try {
            row = source.next();
        } catch (FormatException refusal) {
            add(refusal);
            return !source.isBroken();
        }
        if (row == null) {
            return false;
        }
        ofRow.accept(row);
        return true;
    }

    private void add(FormatException refusal) {
        switch (refusal.location()) {
            case Location.Column(long line, String column) -> add(line, column, refusal.found(), refusal.expected());
            case Location.Line(long line) -> add(line, "", refusal.found(), refusal.expected());
            case Location.Whole _, Location.Offset _, Location.Record _, Location.Inside _ ->
                add(0, "", refusal.found() + refusal.location().describe(), refusal.expected());
        }
    }
}
