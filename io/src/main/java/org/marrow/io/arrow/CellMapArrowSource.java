package org.marrow.io.arrow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.marrow.core.cell.CellMap;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.io.guard.FileAccess;
import org.marrow.io.guard.GuardedRead;
import org.marrow.io.result.ResultJson;
import org.marrow.io.table.FoundText;

/**
 * Reads the cell map that {@link CellMapArrowSink} wrote, or that another Arrow library wrote with the same columns and
 * metadata. All lengths are checked before Arrow sees the file.
 *
 * <p>The JVM needs {@code --add-opens=java.base/java.nio=ALL-UNNAMED}.
 */
public final class CellMapArrowSource {
    private static final String EXPECTED = "an Arrow stream of a cell map";

    private final Path file;
    private final float[] x;
    private final float[] y;
    private final int[] labels;

    private CellMapArrowSource(Path file, int cells) {
        this.file = file;
        this.x = new float[cells];
        this.y = new float[cells];
        this.labels = new int[cells];
    }

    /**
     * Reads a cell map.
     *
     * @throws FormatException for a file that is damaged, truncated, hostile or of another schema
     */
    public static CellMap read(Path file) {
        FileAccess.requireReadable(file);
        int cells = GuardedRead.read(file, EXPECTED, () -> ArrowFrames.check(file));
        CellMapArrowSource source = new CellMapArrowSource(file, cells);
        Map<String, String> metadata = GuardedRead.read(file, EXPECTED, source::readBatches);
        return source.build(metadata);
    }

    /** Fills the arrays and gives the metadata. */
    private Map<String, String> readBatches() throws IOException {
        try (BufferAllocator allocator = new RootAllocator(CellMapSchema.MAX_ARROW_BYTES);
                InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ArrowStreamReader reader = new ArrowStreamReader(in, allocator)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            int cell = 0;
            while (reader.loadNextBatch()) {
                Float4Vector ofX = (Float4Vector) root.getVector(CellMapSchema.X);
                Float4Vector ofY = (Float4Vector) root.getVector(CellMapSchema.Y);
                IntVector ofCluster = (IntVector) root.getVector(CellMapSchema.CLUSTER);
                for (int row = 0; row < root.getRowCount(); row++, cell++) {
                    x[cell] = ofX.get(row);
                    y[cell] = ofY.get(row);
                    labels[cell] = ofCluster.get(row);
                }
            }
            return Map.copyOf(root.getSchema().getCustomMetadata());
        }
    }

    private CellMap build(Map<String, String> metadata) {
        int clusters = integer(metadata, CellMapSchema.CLUSTERS);
        for (int label : labels) {
            if (label < 0 || label >= clusters) {
                throw wrong(CellMapSchema.CLUSTER, "numbers from 0 to " + (clusters - 1), Integer.toString(label));
            }
        }
        List<MarkerGene> markers =
                ResultJson.listFromJson(text(metadata, CellMapSchema.MARKERS), MarkerGene.class, file);
        List<String> notes = ResultJson.listFromJson(text(metadata, CellMapSchema.NOTES), String.class, file);
        return new CellMap(
                x,
                y,
                labels,
                clusters,
                number(metadata, CellMapSchema.RESOLUTION),
                number(metadata, CellMapSchema.MODULARITY),
                integer(metadata, CellMapSchema.CELLS_READ),
                integer(metadata, CellMapSchema.GENES_READ),
                markers,
                notes);
    }

    private int integer(Map<String, String> metadata, String name) {
        String text = text(metadata, name);
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
            throw wrong(name, "a number from 0", FoundText.quote(text));
        } catch (NumberFormatException refusal) {
            throw wrong(name, "a whole number", FoundText.quote(text));
        }
    }

    private double number(Map<String, String> metadata, String name) {
        String text = text(metadata, name);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException refusal) {
            throw wrong(name, "a number", FoundText.quote(text));
        }
    }

    private String text(Map<String, String> metadata, String name) {
        String text = metadata.get(name);
        if (text == null) {
            throw wrong(name, "this entry in the schema's metadata", "none");
        }
        return text;
    }

    private FormatException wrong(String where, String expected, String found) {
        return new FormatException(file, Location.inside(where), expected, found);
    }
}
