package org.marrow.io.table;

import java.util.Collection;
import java.util.List;

/** Checks which columns a header has, with all mistakes gathered. */
public final class TableColumns {
    private TableColumns() {}

    /** Adds a mistake for each column that is not among {@code known}, with the name that was probably meant. */
    public static void refuseUnknown(TableHeader header, Collection<String> known, TableProblems problems) {
        List<String> free = known.stream().filter(column -> !header.has(column)).toList();
        for (String name : header.names()) {
            if (!known.contains(name)) {
                String instead = NearestName.of(name, free)
                        .map(near -> "'" + near + "'")
                        .orElse("one of " + String.join(", ", free) + ", or remove the column");
                problems.add(
                        header.line(), name, "the name " + FoundText.quote(name) + ", which is not a column", instead);
            }
        }
    }

    /** Adds a mistake for each column of {@code required} that is missing; false when there is one. */
    public static boolean require(TableHeader header, Collection<String> required, TableProblems problems) {
        boolean complete = true;
        for (String column : required) {
            if (!header.has(column)) {
                problems.add(header.line(), column, "no such column", "a column of this name; it is required");
                complete = false;
            }
        }
        return complete;
    }
}
