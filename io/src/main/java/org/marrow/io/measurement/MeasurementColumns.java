package org.marrow.io.measurement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marrow.core.mrd.LevelScale;

/** The column names of a measurement table, by the technique that they belong to. */
final class MeasurementColumns {
    static final String PATIENT = "patient";
    static final String SAMPLE = "sample";
    static final String DATE = "date";
    static final String TECHNIQUE = "technique";
    static final String TARGET = "target";

    static final String TARGET_COPIES = "target_copies";
    static final String CONTROL_GENE = "control_gene";
    static final String CONTROL_COPIES = "control_copies";
    static final String CONVERSION_FACTOR = "conversion_factor";
    static final String QUANTITATIVE_RANGE = "quantitative_range";
    static final String SENSITIVITY = "sensitivity";

    static final String POSITIVE_PARTITIONS = "positive_partitions";
    static final String REFERENCE_POSITIVE_PARTITIONS = "reference_positive_partitions";
    static final String TOTAL_PARTITIONS = "total_partitions";
    static final String SCALE = "scale";

    static final String ABERRANT_EVENTS = "aberrant_events";
    static final String CD45_EVENTS = "cd45_events";
    static final String LOD_EVENTS = "lod_events";
    static final String LOQ_EVENTS = "loq_events";

    static final List<String> COMMON = List.of(PATIENT, SAMPLE, DATE, TECHNIQUE, TARGET);

    /** What a dPCR level of 1 means, by the word in the scale column. */
    static final Map<String, LevelScale> SCALES;

    static {
        Map<String, LevelScale> scales = new LinkedHashMap<>();
        scales.put("vaf", LevelScale.VARIANT_ALLELE_FRACTION);
        scales.put("ratio", LevelScale.RATIO_TO_CONTROL_GENE);
        scales.put("cells", LevelScale.FRACTION_OF_CELLS);
        SCALES = Collections.unmodifiableMap(scales);
    }

    private MeasurementColumns() {}

    /** A technique of the table, with the columns that only it fills. */
    enum Technique {
        QPCR("qpcr", TARGET_COPIES, CONTROL_GENE, CONTROL_COPIES, CONVERSION_FACTOR, QUANTITATIVE_RANGE, SENSITIVITY),
        DPCR("dpcr", POSITIVE_PARTITIONS, REFERENCE_POSITIVE_PARTITIONS, TOTAL_PARTITIONS, SCALE),
        FLOW("flow", ABERRANT_EVENTS, CD45_EVENTS, LOD_EVENTS, LOQ_EVENTS);

        private final String word;
        private final List<String> columns;

        Technique(String word, String... columns) {
            this.word = word;
            this.columns = List.of(columns);
        }

        String word() {
            return word;
        }

        List<String> columns() {
            return columns;
        }

        static Map<String, Technique> byWord() {
            Map<String, Technique> words = new LinkedHashMap<>();
            for (Technique technique : values()) {
                words.put(technique.word, technique);
            }
            return words;
        }
    }

    /** Every column, in the order that they are written in. */
    static List<String> all() {
        return Stream.concat(
                        COMMON.stream(),
                        Stream.of(Technique.values()).flatMap(technique -> technique.columns().stream()))
                .toList();
    }
}
