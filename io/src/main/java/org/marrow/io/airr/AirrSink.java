package org.marrow.io.airr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.marrow.core.mrd.Clonotype;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;

/**
 * Writes the table that {@link AirrSource} reads: every column that the schema requires, empty where a clonotype does not tell,
 * and locus, junction length and count.
 */
public final class AirrSink {
    private AirrSink() {}

    /** Writes the clonotypes in the order given. */
    public static void write(Path file, List<Clonotype> clonotypes) {
        List<String> header = new ArrayList<>(AirrColumns.REQUIRED);
        header.addAll(List.of(AirrColumns.LOCUS, AirrColumns.JUNCTION_LENGTH, AirrColumns.DUPLICATE_COUNT));
        TableSink.write(file, TableFormat.TSV, header, sink -> {
            for (Clonotype clonotype : clonotypes) {
                Map<String, Object> cells = cells(clonotype);
                sink.row(header.stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .toList());
            }
        });
    }

    private static Map<String, Object> cells(Clonotype clonotype) {
        Map<String, Object> cells = new HashMap<>();
        cells.put(AirrColumns.SEQUENCE_ID, clonotype.sequenceId());
        cells.put(AirrColumns.PRODUCTIVE, clonotype.productive() ? "T" : "F");
        cells.put(AirrColumns.V_CALL, clonotype.vCall());
        cells.put(AirrColumns.D_CALL, clonotype.dCall());
        cells.put(AirrColumns.J_CALL, clonotype.jCall());
        cells.put(AirrColumns.JUNCTION, clonotype.junction());
        cells.put(AirrColumns.JUNCTION_AA, clonotype.junctionAa());
        cells.put(AirrColumns.LOCUS, clonotype.locus());
        cells.put(
                AirrColumns.JUNCTION_LENGTH,
                clonotype
                        .junction()
                        .map(letters -> OptionalInt.of(letters.length()))
                        .orElse(OptionalInt.empty()));
        cells.put(AirrColumns.DUPLICATE_COUNT, clonotype.duplicateCount());
        return Collections.unmodifiableMap(cells);
    }
}
