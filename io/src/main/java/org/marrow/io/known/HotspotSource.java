package org.marrow.io.known;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ContigNames;
import org.marrow.core.variant.KnownVariant;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSource;

/**
 * Reads a list of hotspots, separated by tabs: {@code gene}, {@code protein}, {@code ref}, {@code alt}, {@code chr}, and
 * {@code pos_GRCh37} or {@code pos_GRCh38} or both. Other columns do not count.
 */
public final class HotspotSource {
    private static final Map<Assembly, String> POSITIONS =
            Map.of(Assembly.GRCH37, "pos_GRCh37", Assembly.GRCH38, "pos_GRCh38");

    private HotspotSource() {}

    /**
     * Reads a list for variants of one assembly.
     *
     * @throws FormatException with line and column for what is wrong, and when the list counts on the other assembly only
     */
    public static List<KnownVariant> read(Path file, Assembly assembly) {
        List<KnownVariant> variants = new ArrayList<>();
        try (TableSource table = TableSource.open(file, TableFormat.TSV_WITH_COMMENTS, TableLimits.BY_PROGRAM)) {
            table.header().require(List.of("gene", "protein", "ref", "alt", "chr"));
            String wanted = POSITIONS.get(assembly);
            if (wanted == null || !table.header().has(wanted)) {
                List<String> found = POSITIONS.values().stream()
                        .filter(table.header()::has)
                        .sorted()
                        .toList();
                throw new FormatException(
                        file,
                        Location.line(1),
                        "a column " + (wanted == null ? "of the assembly " + assembly : wanted)
                                + ", as the variants are of " + assembly,
                        found.isEmpty() ? "no column of positions" : "only " + String.join(" and ", found));
            }
            table.forEach(row -> variants.add(variant(row)));
        }
        if (variants.isEmpty()) {
            throw new FormatException(file, Location.whole(), "one hotspot a line", "none");
        }
        return List.copyOf(variants);
    }

    private static KnownVariant variant(TableRow row) {
        Map<Assembly, Integer> positions = new EnumMap<>(Assembly.class);
        POSITIONS.forEach((assembly, column) -> row.optionalInteger(column, 1, Integer.MAX_VALUE)
                .ifPresent(position -> positions.put(assembly, (int) position)));
        String change = row.text("protein");
        return row.checked(
                "ref",
                () -> new KnownVariant(
                        row.text("gene"),
                        change.startsWith("p.") ? change.substring(2) : change,
                        ContigNames.canonical(row.text("chr")),
                        positions,
                        row.text("ref").toUpperCase(Locale.ROOT),
                        row.text("alt").toUpperCase(Locale.ROOT),
                        // A list of the user's own is taken at its word.
                        EvidenceMark.VERIFIED));
    }
}
