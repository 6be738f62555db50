package org.marrow.io.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How a delimited text file separates its cells. */
public enum TableFormat {
    /** Commas, with double quotes around cells that need them (RFC 4180). */
    CSV(',', true, false),
    /** Tabs. A quote is a letter like any other, as in AIRR; a cell cannot hold a tab or a line break. */
    TSV('\t', false, false),
    /** Tabs, where lines that begin with {@code #} are comments, as in MAF. */
    TSV_WITH_COMMENTS('\t', false, true);

    /** What a header may be separated by when it is not by what it should be. */
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final char separator;
    private final boolean quoted;
    private final boolean comments;

    TableFormat(char separator, boolean quoted, boolean comments) {
        this.separator = separator;
        this.quoted = quoted;
        this.comments = comments;
    }

    /** {@link #TSV} for names that end in {@code .tsv} or {@code .tsv.gz}, else {@link #CSV}. */
    public static TableFormat ofFile(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".tsv") || name.endsWith(".tsv.gz") ? TSV : CSV;
    }

    char separator() {
        return separator;
    }

    boolean quoted() {
        return quoted;
    }

    boolean comments() {
        return comments;
    }

    /** Another separator that fits this single-cell header better, or this format's own when none does. */
    char likelySeparator(String header) {
        for (char candidate : SEPARATORS) {
            if (header.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return separator;
    }

    static String nameOf(char separator) {
        return separator == '\t' ? "a tab" : "'" + separator + "'";
    }
}
