package org.marrow.mrd.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The tab-separated table of {@code marrow mrd track}: one row for each marker, fractions with six digits. */
public record TrackTable(List<String> header, List<List<String>> rows) {

    /** The columns of every such table. */
    public static final List<String> COLUMNS = List.of(
            "marker",
            "gene",
            "contig",
            "position",
            "ref",
            "alt",
            "status",
            "depth",
            "alt_molecules",
            "vaf",
            "ci_lower",
            "ci_upper",
            "lod95",
            "loq",
            "error_rate",
            "p_value",
            "notes");

    /** A p-value is never 0, whatever a double can hold. */
    private static final double SMALLEST_P_VALUE = 1e-300;

    public TrackTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Rows in the order of the evidence. What is not known, or not said by the status, is an empty cell. */
    public static TrackTable of(List<MarkerEvidence> evidence) {
        return new TrackTable(COLUMNS, evidence.stream().map(TrackTable::row).toList());
    }

    private static List<String> row(MarkerEvidence marker) {
        List<String> cells = new ArrayList<>();
        cells.add(onOneLine(marker.target().name()));
        cells.add(marker.target().gene().map(TrackTable::onOneLine).orElse(""));
        cells.add(marker.variant().contig());
        cells.add(Integer.toString(marker.variant().position()));
        cells.add(marker.variant().ref());
        cells.add(marker.variant().alt());
        cells.add(marker.status().name());
        cells.add(Long.toString(marker.depthMolecules()));
        cells.add(Long.toString(marker.molecules().alternate()));
        cells.add(number(marker.variantAlleleFraction()));
        cells.add(marker.interval().map(interval -> number(interval.lower())).orElse(""));
        cells.add(marker.interval().map(interval -> number(interval.upper())).orElse(""));
        boolean isCovered = marker.interval().isPresent();
        cells.add(isCovered ? number(marker.limitOfDetection()) : "");
        cells.add(isCovered ? number(marker.limitOfQuantification()) : "");
        cells.add(number(marker.background().mean()));
        cells.add(isCovered ? number(Math.max(SMALLEST_P_VALUE, marker.pValue())) : "");
        cells.add(onOneLine(String.join(" ", marker.notes())));
        return cells;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\t\\r\\n]", " ");
    }
}
