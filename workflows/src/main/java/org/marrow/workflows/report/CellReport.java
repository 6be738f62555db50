package org.marrow.workflows.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marrow.core.cell.CellMap;
import org.marrow.core.cell.MarkerGene;
import org.marrow.io.guard.AtomicFile;

/** One clustering as a page: the map, the sizes of the clusters and the genes that mark them. */
public final class CellReport {
    /** Okabe and Ito's palette, which people with any kind of colour vision can tell apart, then darker shades of it. */
    private static final List<String> COLOURS = List.of(
            "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b8a800", "#444444", "#004c77",
            "#9a6a00", "#006a4d", "#884f6f");

    private static final int SIDE = 640;
    private static final int MARGIN = 20;
    private static final int GENES_SHOWN = 10;

    private CellReport() {}

    /**
     * Writes the page.
     *
     * @param input name of the file that was clustered
     */
    public static void write(Path file, String input, CellMap map, Map<String, String> parameters, String toolVersion) {
        AtomicFile.writeText(file, writer -> {
            writer.write("""
                    <!doctype html>
                    <html lang="en">
                    <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>Clusters of %1$s</title>
                    <style>
                    body { font: 15px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
                    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
                    th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ddd; vertical-align: top; }
                    .notice { border-left: 4px solid #b8a800; padding: .2rem .8rem; background: #fbfaf0; }
                    .swatch { display: inline-block; width: .8em; height: .8em; border-radius: 50%%; margin-right: .4em; }
                    svg { width: 100%%; max-width: %2$dpx; height: auto; border: 1px solid #ddd; }
                    </style>
                    </head>
                    <body>
                    <h1>Clusters of %1$s</h1>
                    <p class="notice">Research use only. Not a medical device.</p>
                    """.formatted(Markup.escape(input), SIDE));
            writer.write(String.format(
                    Locale.ROOT,
                    "<p>%d of %d cells and %d genes read; %d clusters, modularity %.4f at resolution %s.</p>\n",
                    map.cells(),
                    map.cellsRead(),
                    map.genesRead(),
                    map.clusters(),
                    map.modularity(),
                    map.resolution()));
            for (String note : map.notes()) {
                writer.write("<p class=\"notice\">" + Markup.escape(note) + "</p>\n");
            }
            writeMap(writer, map);
            writeClusters(writer, map);
            writer.write("<h2>Made by</h2>\n<p>Marrow " + Markup.escape(toolVersion) + ", with "
                    + Markup.escape(new TreeMap<>(parameters)
                            .entrySet().stream()
                                    .map(entry -> entry.getKey() + " " + entry.getValue())
                                    .collect(Collectors.joining(", ")))
                    + ".</p>\n</body>\n</html>\n");
        });
    }

    private static void writeMap(Writer writer, CellMap map) throws IOException {
        double lowX = Double.POSITIVE_INFINITY;
        double highX = Double.NEGATIVE_INFINITY;
        double lowY = Double.POSITIVE_INFINITY;
        double highY = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < map.cells(); cell++) {
            lowX = Math.min(lowX, map.x()[cell]);
            highX = Math.max(highX, map.x()[cell]);
            lowY = Math.min(lowY, map.y()[cell]);
            highY = Math.max(highY, map.y()[cell]);
        }
        double span = Math.max(1e-9, Math.max(highX - lowX, highY - lowY));
        double scale = (SIDE - 2.0 * MARGIN) / span;
        double radius = Math.max(0.8, Math.min(3, 60 / Math.sqrt(Math.max(1, map.cells()))));
        writer.write("<h2>Map (UMAP)</h2>\n<svg viewBox=\"0 0 " + SIDE + " " + SIDE
                + "\" role=\"img\" aria-label=\"Each dot is a cell, coloured by its cluster\">\n");
        for (int cluster = 0; cluster < map.clusters(); cluster++) {
            writer.write("<g fill=\"" + colour(cluster) + "\">");
            for (int cell = 0; cell < map.cells(); cell++) {
                if (map.labels()[cell] == cluster) {
                    writer.write(String.format(
                            Locale.ROOT,
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>",
                            MARGIN + (map.x()[cell] - lowX) * scale,
                            SIDE - MARGIN - (map.y()[cell] - lowY) * scale,
                            radius));
                }
            }
            writer.write("</g>\n");
        }
        writer.write("</svg>\n");
    }

    private static void writeClusters(Writer writer, CellMap map) throws IOException {
        int[] sizes = new int[map.clusters()];
        for (int label : map.labels()) {
            sizes[label]++;
        }
        writer.write("<h2>Clusters</h2>\n<table>\n<thead><tr><th>Cluster</th><th>Cells</th><th>Share</th>"
                + "<th>Genes that mark it, by rank-sum z</th></tr></thead>\n<tbody>\n");
        for (int cluster = 0; cluster < map.clusters(); cluster++) {
            int shown = cluster;
            String genes = map.markers().stream()
                    .filter(marker -> marker.cluster() == shown && marker.z() > 0)
                    .limit(GENES_SHOWN)
                    .map(MarkerGene::gene)
                    .map(Markup::escape)
                    .collect(Collectors.joining(", "));
            writer.write(String.format(
                    Locale.ROOT,
                    "<tr><td><svg class=\"swatch\" viewBox=\"0 0 2 2\"><circle cx=\"1\" cy=\"1\" r=\"1\" fill=\"%s\"/></svg>%d</td>"
                            + "<td>%d</td><td>%.1f %%</td><td>%s</td></tr>\n",
                    colour(cluster),
                    cluster,
                    sizes[cluster],
                    100.0 * sizes[cluster] / Math.max(1, map.cells()),
                    genes));
        }
        writer.write("</tbody>\n</table>\n");
    }

    private static String colour(int cluster) {
        return COLOURS.get(cluster % COLOURS.size());
    }
}
