package org.marrow.server.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;

/** The tables and views of the migrations, one class each, with their columns. What they hold is told in V1__results.sql. */
final class Tables {
    private Tables() {}

    private static <T> Field<T> column(Name table, String column, Class<T> type) {
        return field(table.append(column), type);
    }

    static final class Runs {
        private static final Name NAME = name("run");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<OffsetDateTime> STARTED = column(NAME, "started", OffsetDateTime.class);
        static final Field<OffsetDateTime> FINISHED = column(NAME, "finished", OffsetDateTime.class);
        static final Field<OffsetDateTime> PUBLISHED = column(NAME, "published", OffsetDateTime.class);
        static final Field<String> TOOL_VERSION = column(NAME, "tool_version", String.class);
        static final Field<JSONB> PARAMETERS = column(NAME, "parameters", JSONB.class);
        static final Field<Boolean> SYNTHETIC = column(NAME, "synthetic", Boolean.class);

        private Runs() {}
    }

    static final class Patients {
        private static final Name NAME = name("patient");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<String> PSEUDONYM = column(NAME, "pseudonym", String.class);
        static final Field<String> CENTRE = column(NAME, "centre", String.class);
        static final Field<String> DISEASE = column(NAME, "disease", String.class);
        static final Field<Boolean> SYNTHETIC = column(NAME, "synthetic", Boolean.class);

        private Patients() {}
    }

    static final class Samples {
        private static final Name NAME = name("sample");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<String> PSEUDONYM = column(NAME, "pseudonym", String.class);
        static final Field<String> SAMPLE_ID = column(NAME, "sample_id", String.class);
        static final Field<Integer> SAMPLE_NO = column(NAME, "sample_no", Integer.class);
        static final Field<String> MATERIAL = column(NAME, "material", String.class);
        static final Field<LocalDate> COLLECTED = column(NAME, "collected", LocalDate.class);
        static final Field<String> TIMEPOINT = column(NAME, "timepoint", String.class);

        private Samples() {}
    }

    static final class Treatments {
        private static final Name NAME = name("treatment");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<String> PSEUDONYM = column(NAME, "pseudonym", String.class);
        static final Field<Integer> TREATMENT_NO = column(NAME, "treatment_no", Integer.class);
        static final Field<String> TREATMENT_NAME = column(NAME, "name", String.class);
        static final Field<LocalDate> FIRST_DAY = column(NAME, "first_day", LocalDate.class);
        static final Field<LocalDate> LAST_DAY = column(NAME, "last_day", LocalDate.class);
        static final Field<Integer> LINE = column(NAME, "line", Integer.class);

        private Treatments() {}
    }

    static final class Outputs {
        private static final Name NAME = name("analysis_output");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<Integer> OUTPUT_NO = column(NAME, "output_no", Integer.class);
        static final Field<String> PROCESS = column(NAME, "process", String.class);
        static final Field<String> PSEUDONYM = column(NAME, "pseudonym", String.class);
        static final Field<String> SAMPLE_ID = column(NAME, "sample_id", String.class);
        static final Field<String> COMMAND = column(NAME, "command", String.class);
        static final Field<String> TOOL_VERSION = column(NAME, "tool_version", String.class);
        static final Field<JSONB> PARAMETERS = column(NAME, "parameters", JSONB.class);

        private Outputs() {}
    }

    static final class InputFiles {
        private static final Name NAME = name("input_file");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<Integer> OUTPUT_NO = column(NAME, "output_no", Integer.class);
        static final Field<Integer> INPUT_NO = column(NAME, "input_no", Integer.class);
        static final Field<String> ROLE = column(NAME, "role", String.class);
        static final Field<String> FILE_NAME = column(NAME, "name", String.class);
        static final Field<Long> BYTES = column(NAME, "bytes", Long.class);
        static final Field<String> SHA256 = column(NAME, "sha256", String.class);

        private InputFiles() {}
    }

    static final class Measurements {
        private static final Name NAME = name("mrd_measurement");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<Integer> OUTPUT_NO = column(NAME, "output_no", Integer.class);
        static final Field<Integer> MEASUREMENT_NO = column(NAME, "measurement_no", Integer.class);
        static final Field<String> SAMPLE_ID = column(NAME, "sample_id", String.class);
        static final Field<LocalDate> MEASURED = column(NAME, "measured", LocalDate.class);
        static final Field<String> TECHNIQUE = column(NAME, "technique", String.class);
        static final Field<String> TARGET = column(NAME, "target", String.class);
        static final Field<String> SCALE = column(NAME, "scale", String.class);
        static final Field<String> STATUS = column(NAME, "status", String.class);
        static final Field<Double> LEVEL = column(NAME, "level", Double.class);
        static final Field<Double> LIMIT_OF_DETECTION = column(NAME, "limit_of_detection", Double.class);
        static final Field<JSONB> RECORD = column(NAME, "record", JSONB.class);

        private Measurements() {}
    }

    static final class Risks {
        private static final Name NAME = name("risk_result");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<Integer> OUTPUT_NO = column(NAME, "output_no", Integer.class);
        static final Field<Integer> RISK_NO = column(NAME, "risk_no", Integer.class);
        static final Field<String> SCHEME = column(NAME, "scheme", String.class);
        static final Field<String> EDITION = column(NAME, "edition", String.class);
        static final Field<String> CATEGORY = column(NAME, "category", String.class);
        static final Field<String> BEST = column(NAME, "best", String.class);
        static final Field<String> WORST = column(NAME, "worst", String.class);
        static final Field<JSONB> RECORD = column(NAME, "record", JSONB.class);

        private Risks() {}
    }

    static final class CellMaps {
        private static final Name NAME = name("cell_map");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<Integer> OUTPUT_NO = column(NAME, "output_no", Integer.class);
        static final Field<Integer> CELLS = column(NAME, "cells", Integer.class);
        static final Field<Integer> CLUSTERS = column(NAME, "clusters", Integer.class);
        static final Field<byte[]> POINTS = column(NAME, "points", byte[].class);
        static final Field<JSONB> RECORD = column(NAME, "record", JSONB.class);

        private CellMaps() {}
    }

    /** Measurements with their patient and process; {@code RECENCY} 1 is the latest run's answer. */
    static final class RankedMeasurements {
        private static final Name NAME = name("ranked_measurement");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> PSEUDONYM = column(NAME, "pseudonym", String.class);
        static final Field<String> PROCESS = column(NAME, "process", String.class);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<Integer> OUTPUT_NO = column(NAME, "output_no", Integer.class);
        static final Field<Integer> MEASUREMENT_NO = column(NAME, "measurement_no", Integer.class);
        static final Field<LocalDate> MEASURED = column(NAME, "measured", LocalDate.class);
        static final Field<String> TECHNIQUE = column(NAME, "technique", String.class);
        static final Field<String> TARGET = column(NAME, "target", String.class);
        static final Field<String> STATUS = column(NAME, "status", String.class);
        static final Field<Double> LEVEL = column(NAME, "level", Double.class);
        static final Field<Double> LIMIT_OF_DETECTION = column(NAME, "limit_of_detection", Double.class);
        static final Field<JSONB> RECORD = column(NAME, "record", JSONB.class);
        static final Field<Long> RECENCY = column(NAME, "recency", Long.class);

        private RankedMeasurements() {}
    }

    /** Risk results with their patient, process and sample; {@code RECENCY} 1 is the latest run's answer. */
    static final class RankedRisks {
        private static final Name NAME = name("ranked_risk");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> PSEUDONYM = column(NAME, "pseudonym", String.class);
        static final Field<String> PROCESS = column(NAME, "process", String.class);
        static final Field<String> SAMPLE_ID = column(NAME, "sample_id", String.class);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<Integer> OUTPUT_NO = column(NAME, "output_no", Integer.class);
        static final Field<Integer> RISK_NO = column(NAME, "risk_no", Integer.class);
        static final Field<String> SCHEME = column(NAME, "scheme", String.class);
        static final Field<String> EDITION = column(NAME, "edition", String.class);
        static final Field<String> CATEGORY = column(NAME, "category", String.class);
        static final Field<String> BEST = column(NAME, "best", String.class);
        static final Field<String> WORST = column(NAME, "worst", String.class);
        static final Field<JSONB> RECORD = column(NAME, "record", JSONB.class);
        static final Field<Long> RECENCY = column(NAME, "recency", Long.class);

        private RankedRisks() {}
    }

    /** Cell maps with their patient and sample; {@code RECENCY} 1 is the latest run's. */
    static final class RankedCellMaps {
        private static final Name NAME = name("ranked_cell_map");
        static final Table<Record> TABLE = table(NAME);
        static final Field<String> PSEUDONYM = column(NAME, "pseudonym", String.class);
        static final Field<String> PROCESS = column(NAME, "process", String.class);
        static final Field<String> SAMPLE_ID = column(NAME, "sample_id", String.class);
        static final Field<String> RUN_ID = column(NAME, "run_id", String.class);
        static final Field<Integer> CELLS = column(NAME, "cells", Integer.class);
        static final Field<Integer> CLUSTERS = column(NAME, "clusters", Integer.class);
        static final Field<byte[]> POINTS = column(NAME, "points", byte[].class);
        static final Field<JSONB> RECORD = column(NAME, "record", JSONB.class);
        static final Field<Long> RECENCY = column(NAME, "recency", Long.class);

        private RankedCellMaps() {}
    }
}
