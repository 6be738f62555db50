package org.marrow.io.table;

import org.marrow.core.error.InvalidValueException;

/**
 * The most that a table may hold. A file beyond one of these is refused before the memory for it is taken.
 *
 * @param bytes after decompression
 * @param lineChars of one record, line breaks inside quotes included
 * @param fieldChars of one cell
 * @param columns of the header
 * @param rows below the header
 */
public record TableLimits(long bytes, int lineChars, int fieldChars, int columns, int rows) {
    /** Written by people or by a laboratory system: samplesheets, measurements, clinical values. */
    public static final TableLimits BY_HAND = new TableLimits(256L << 20, 1 << 20, 1 << 16, 4096, 1_000_000);

    /** Written by programs: MAF with every transcript's effect in a cell, AIRR with aligned sequences. */
    public static final TableLimits BY_PROGRAM = new TableLimits(64L << 30, 16 << 20, 8 << 20, 4096, 50_000_000);

    public TableLimits {
        InvalidValueException.check(bytes >= 1, "bytes", bytes, "a number from 1");
        InvalidValueException.check(lineChars >= 1, "lineChars", lineChars, "a number from 1");
        InvalidValueException.check(fieldChars >= 1, "fieldChars", fieldChars, "a number from 1");
        InvalidValueException.check(columns >= 1, "columns", columns, "a number from 1");
        InvalidValueException.check(rows >= 0, "rows", rows, "a number from 0");
    }
}
