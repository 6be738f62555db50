package org.marrow.io.table;

import static java.util.Objects.requireNonNull;

/**
 * One mistake in a table.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column name; empty for the line as a whole
 * @param found what stands there, as a noun phrase
 * @param writeInstead what to write, as it follows "write"
 */
public record TableProblem(long line, String column, String found, String writeInstead) {
    public TableProblem {
        requireNonNull(column, "column");
        requireNonNull(found, "found");
        requireNonNull(writeInstead, "writeInstead");
    }

    /** {@code line 3, column date: found '31/03/2026'; write a date as YYYY-MM-DD, such as 2026-03-31}. */
    public String describe() {
        String place = line == 0 ? "the file" : "line " + line;
        String at = column.isEmpty() ? place : place + ", column " + column;
        return at + ": found " + found + "; write " + writeInstead;
    }
}
