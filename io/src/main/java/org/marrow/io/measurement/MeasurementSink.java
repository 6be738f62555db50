package org.marrow.io.measurement;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.LevelScale;
import org.marrow.io.measurement.MeasurementColumns.Technique;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;

/** Writes the table that {@link MeasurementSource} reads. */
public final class MeasurementSink {
    private MeasurementSink() {}

    /**
     * Writes the readings in the order given. Of the target only its name is written.
     *
     * @throws InvalidValueException for a dPCR scale that the table has no word for
     */
    public static void write(Path file, List<? extends LabReading> readings) {
        List<String> columns = MeasurementColumns.all();
        TableSink.write(file, TableFormat.ofFile(file), columns, sink -> {
            for (LabReading reading : readings) {
                Map<String, Object> cells = cells(reading);
                sink.row(columns.stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .toList());
            }
        });
    }

    private static Map<String, Object> cells(LabReading reading) {
        Map<String, Object> cells = new HashMap<>();
        cells.put(MeasurementColumns.PATIENT, reading.patient());
        cells.put(MeasurementColumns.SAMPLE, reading.sample());
        cells.put(MeasurementColumns.DATE, reading.date());
        cells.put(MeasurementColumns.TARGET, reading.target().name());
        switch (reading) {
            case LabReading.Qpcr qpcr -> {
                cells.put(MeasurementColumns.TECHNIQUE, Technique.QPCR.word());
                cells.put(MeasurementColumns.TARGET_COPIES, qpcr.targetCopies());
                cells.put(MeasurementColumns.CONTROL_GENE, qpcr.controlGene());
                cells.put(MeasurementColumns.CONTROL_COPIES, qpcr.controlCopies());
                cells.put(MeasurementColumns.CONVERSION_FACTOR, qpcr.conversionFactor());
                cells.put(MeasurementColumns.QUANTITATIVE_RANGE, qpcr.quantitativeRange());
                cells.put(MeasurementColumns.SENSITIVITY, qpcr.sensitivity());
            }
            case LabReading.Dpcr dpcr -> {
                cells.put(MeasurementColumns.TECHNIQUE, Technique.DPCR.word());
                cells.put(MeasurementColumns.POSITIVE_PARTITIONS, dpcr.positivePartitions());
                cells.put(MeasurementColumns.REFERENCE_POSITIVE_PARTITIONS, dpcr.referencePositivePartitions());
                cells.put(MeasurementColumns.TOTAL_PARTITIONS, dpcr.totalPartitions());
                cells.put(MeasurementColumns.SCALE, word(dpcr.scale()));
            }
            case LabReading.Flow flow -> {
                cells.put(MeasurementColumns.TECHNIQUE, Technique.FLOW.word());
                cells.put(MeasurementColumns.ABERRANT_EVENTS, flow.aberrantEvents());
                cells.put(MeasurementColumns.CD45_EVENTS, flow.leucocyteEvents());
                cells.put(MeasurementColumns.LOD_EVENTS, flow.detectionEvents());
                cells.put(MeasurementColumns.LOQ_EVENTS, flow.quantificationEvents());
            }
        }
        return Collections.unmodifiableMap(cells);
    }

    private static String word(LevelScale scale) {
        Optional<String> word = MeasurementColumns.SCALES.entrySet().stream()
                .filter(entry -> entry.getValue() == scale)
                .map(Map.Entry::getKey)
                .findFirst();
        return word.orElseThrow(() -> new InvalidValueException(
                MeasurementColumns.SCALE, scale, "one of " + MeasurementColumns.SCALES.values()));
    }
}
