package org.marrow.io.samplesheet;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.io.guard.LineReader;
import org.marrow.io.table.FoundText;

/** Reads a panel: a text file with one HGNC symbol a line. Empty lines and lines that begin with {@code #} do not count. */
public final class PanelSource {
    /** Bytes of a line; a symbol has a dozen. */
    private static final int MAX_LINE_BYTES = 4096;

    /** More than all genes there are. */
    private static final int MAX_GENES = 200_000;

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z][A-Za-z0-9._@-]{0,31}");

    private PanelSource() {}

    /**
     * Reads a panel; it is named as its file.
     *
     * @throws FormatException when a line is not a gene symbol or when there is none
     */
    public static AssessedGenes.Panel read(Path file) {
        Set<String> genes = new TreeSet<>();
        try (LineReader reader = LineReader.open(file, MAX_LINE_BYTES)) {
            for (@Nullable String line = reader.next(); line != null; line = reader.next()) {
                String symbol = line.strip();
                if (symbol.isEmpty() || symbol.startsWith("#")) {
                    continue;
                }
                if (!SYMBOL.matcher(symbol).matches()) {
                    throw new FormatException(
                            file, reader.location(), "one gene symbol, such as NPM1", FoundText.quote(symbol));
                }
                genes.add(symbol);
                if (genes.size() > MAX_GENES) {
                    throw new FormatException(file, reader.location(), "at most " + MAX_GENES + " genes", "more");
                }
            }
        }
        if (genes.isEmpty()) {
            throw new FormatException(file, Location.whole(), "one gene symbol a line", "no gene");
        }
        Path name = file.getFileName();
        return new AssessedGenes.Panel(name == null ? file.toString() : name.toString(), genes);
    }
}
