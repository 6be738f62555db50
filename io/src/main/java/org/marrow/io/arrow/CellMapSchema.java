package org.marrow.io.arrow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.marrow.core.cell.CellMap;
import org.marrow.io.result.ResultJson;

/** The columns and the metadata of a cell map in Arrow. */
final class CellMapSchema {
    static final String X = "x";
    static final String Y = "y";
    static final String CLUSTER = "cluster";
    static final List<String> COLUMNS = List.of(X, Y, CLUSTER);

    static final String CLUSTERS = "clusters";
    static final String RESOLUTION = "resolution";
    static final String MODULARITY = "modularity";
    static final String CELLS_READ = "cellsRead";
    static final String GENES_READ = "genesRead";
    /** A JSON array of objects. */
    static final String MARKERS = "markers";
    /** A JSON array of strings. */
    static final String NOTES = "notes";

    /** What the allocator of a reader or writer may take: a single batch of {@link #MAX_CELLS} needs half of it. */
    static final long MAX_ARROW_BYTES = 512L << 20;

    /** Ten times the largest data sets of the field. */
    static final int MAX_CELLS = 20_000_000;

    private CellMapSchema() {}

    static Schema of(CellMap map) {
        ArrowType real = new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(CLUSTERS, Integer.toString(map.clusters()));
        metadata.put(RESOLUTION, Double.toString(map.resolution()));
        metadata.put(MODULARITY, Double.toString(map.modularity()));
        metadata.put(CELLS_READ, Integer.toString(map.cellsRead()));
        metadata.put(GENES_READ, Integer.toString(map.genesRead()));
        metadata.put(MARKERS, ResultJson.toJson(map.markers()));
        metadata.put(NOTES, ResultJson.toJson(map.notes()));
        List<Field> fields = List.of(
                new Field(X, FieldType.notNullable(real), List.of()),
                new Field(Y, FieldType.notNullable(real), List.of()),
                new Field(CLUSTER, FieldType.notNullable(new ArrowType.Int(Integer.SIZE, true)), List.of()));
        return new Schema(fields, metadata);
    }
}
