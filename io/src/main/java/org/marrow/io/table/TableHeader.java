package org.marrow.io.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/** The column names of a table: none empty, none twice. Their order is the file's affair; readers go by name. */
public final class TableHeader {
    private final Path file;
    private final long line;
    private final Map<String, Integer> indices;

    private TableHeader(Path file, long line, Map<String, Integer> indices) {
        this.file = file;
        this.line = line;
        this.indices = indices;
    }

    /** @param cells of the header line, in the file's order */
    static TableHeader of(Path file, long line, TableFormat format, String[] cells) {
        if (cells.length == 1) {
            char likely = format.likelySeparator(cells[0]);
            if (likely != format.separator()) {
                throw new FormatException(
                        file,
                        Location.line(line),
                        "columns separated by " + TableFormat.nameOf(format.separator()),
                        "a header that looks separated by " + TableFormat.nameOf(likely));
            }
        }
        Map<String, Integer> indices = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            String name = cells[i].strip();
            if (name.isEmpty()) {
                throw new FormatException(
                        file, Location.line(line), "a name for each column", "column " + (i + 1) + " without a name");
            }
            Integer earlier = indices.putIfAbsent(name, i);
            if (earlier != null) {
                throw new FormatException(
                        file,
                        Location.column(line, name),
                        "each column name once",
                        "it as columns " + (earlier + 1) + " and " + (i + 1));
            }
        }
        return new TableHeader(file, line, Collections.unmodifiableMap(indices));
    }

    public Path file() {
        return file;
    }

    /** The line it stands on, from 1. */
    public long line() {
        return line;
    }

    /** Names in the file's order. */
    public List<String> names() {
        return List.copyOf(indices.keySet());
    }

    public boolean has(String column) {
        return indices.containsKey(column);
    }

    /** The first of {@code columns} that this table has, for formats that changed a name over time. */
    public Optional<String> firstOf(String... columns) {
        for (String column : columns) {
            if (has(column)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /**
     * Requires columns.
     *
     * @throws FormatException that names all that are missing, and a near name where the table has one
     */
    public void require(Collection<String> columns) {
        List<String> missing = new ArrayList<>();
        String hint = "";
        for (String column : columns) {
            if (!has(column)) {
                missing.add(column);
                if (hint.isEmpty()) {
                    hint = NearestName.of(column, names())
                            .filter(near -> !columns.contains(near))
                            .map(near -> "; the nearest name is " + FoundText.quote(near))
                            .orElse("");
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new FormatException(
                    file,
                    Location.line(line),
                    "the columns " + String.join(", ", columns),
                    "no column " + String.join(", ", missing) + hint);
        }
    }

    OptionalInt index(String column) {
        Integer index = indices.get(column);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    int size() {
        return indices.size();
    }
}
