package org.marrow.server.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.marrow.core.cell.CellMap;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.mrd.LimitOfDetection;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.Treatment;
import org.marrow.core.port.ResultStore;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.run.InputFile;
import org.marrow.core.run.ResultBundle;
import org.marrow.core.run.Run;
import org.marrow.io.arrow.CellMapArrowSink;

/**
 * Publishes runs into PostgreSQL, each in one transaction.
 *
 * <p>The run's row is written first. Of two that publish the same run at once, the second waits there until the first is done,
 * and then finds that nothing is left to do. Rows are only ever added.
 */
public final class PostgresStore implements ResultStore {
    private final Database database;

    /** @param database stays the caller's to close */
    public PostgresStore(Database database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidValueException when a result names another patient than its output does, or a cell map has no sample
     * @throws StoreUnavailableException when the database is away
     */
    @Override
    public boolean publish(ResultBundle bundle) {
        bundle.outputs().forEach(PostgresStore::requireConsistent);
        return database.write(sql -> {
            if (!insertRun(sql, bundle.run())) {
                return false;
            }
            insertPatients(sql, bundle);
            insertOutputs(sql, bundle);
            insertInputs(sql, bundle);
            insertMeasurements(sql, bundle);
            insertRisks(sql, bundle);
            insertCellMaps(sql, bundle);
            return true;
        });
    }

    private static void requireConsistent(AnalysisOutput output) {
        for (MrdMeasurement measurement : output.measurements()) {
            InvalidValueException.check(
                    measurement.patient().equals(output.patient()),
                    "patient of a measurement of " + output.process(),
                    measurement.patient(),
                    output.patient().value());
        }
        InvalidValueException.check(
                output.cellMap().isEmpty() || output.sample().isPresent(),
                "sample of a cell map of " + output.patient(),
                "none",
                "the sample that the cells are from");
    }

    /** False when it is there already. */
    private static boolean insertRun(DSLContext sql, Run run) {
        int inserted = sql.insertInto(Tables.Runs.TABLE)
                .set(Tables.Runs.RUN_ID, run.id().value())
                .set(Tables.Runs.STARTED, utc(run.started()))
                .set(Tables.Runs.FINISHED, utc(run.finished()))
                .set(Tables.Runs.TOOL_VERSION, run.toolVersion())
                .set(Tables.Runs.PARAMETERS, StoredJson.column(run.parameters()))
                .set(Tables.Runs.SYNTHETIC, run.synthetic())
                .onConflictDoNothing()
                .execute();
        return inserted == 1;
    }

    private static void insertPatients(DSLContext sql, ResultBundle bundle) {
        Object run = bundle.run().id().value();
        Rows patients = new Rows(
                Tables.Patients.TABLE,
                Tables.Patients.RUN_ID,
                Tables.Patients.PSEUDONYM,
                Tables.Patients.CENTRE,
                Tables.Patients.DISEASE,
                Tables.Patients.SYNTHETIC);
        Rows samples = new Rows(
                Tables.Samples.TABLE,
                Tables.Samples.RUN_ID,
                Tables.Samples.PSEUDONYM,
                Tables.Samples.SAMPLE_ID,
                Tables.Samples.SAMPLE_NO,
                Tables.Samples.MATERIAL,
                Tables.Samples.COLLECTED,
                Tables.Samples.TIMEPOINT);
        Rows treatments = new Rows(
                Tables.Treatments.TABLE,
                Tables.Treatments.RUN_ID,
                Tables.Treatments.PSEUDONYM,
                Tables.Treatments.TREATMENT_NO,
                Tables.Treatments.TREATMENT_NAME,
                Tables.Treatments.FIRST_DAY,
                Tables.Treatments.LAST_DAY,
                Tables.Treatments.LINE);
        for (Patient patient : bundle.patients()) {
            String pseudonym = patient.pseudonym().value();
            patients.add(
                    run, pseudonym, patient.centre().code(), patient.disease().name(), patient.synthetic());
            int sampleNo = 0;
            for (Sample sample : patient.samples()) {
                samples.add(
                        run,
                        pseudonym,
                        sample.id().value(),
                        sampleNo++,
                        sample.material().name(),
                        orNull(sample.collected()),
                        orNull(sample.timepoint()));
            }
            int treatmentNo = 0;
            for (Treatment treatment : patient.treatments()) {
                treatments.add(
                        run,
                        pseudonym,
                        treatmentNo++,
                        treatment.name(),
                        treatment.start(),
                        orNull(treatment.end()),
                        orNull(treatment.line()));
            }
        }
        patients.insert(sql);
        samples.insert(sql);
        treatments.insert(sql);
    }

    private static void insertOutputs(DSLContext sql, ResultBundle bundle) {
        Rows outputs = new Rows(
                Tables.Outputs.TABLE,
                Tables.Outputs.RUN_ID,
                Tables.Outputs.OUTPUT_NO,
                Tables.Outputs.PROCESS,
                Tables.Outputs.PSEUDONYM,
                Tables.Outputs.SAMPLE_ID,
                Tables.Outputs.COMMAND,
                Tables.Outputs.TOOL_VERSION,
                Tables.Outputs.PARAMETERS);
        int outputNo = 0;
        for (AnalysisOutput output : bundle.outputs()) {
            outputs.add(
                    bundle.run().id().value(),
                    outputNo++,
                    output.process(),
                    output.patient().value(),
                    orNull(output.sample().map(SampleId::value)),
                    output.command(),
                    output.toolVersion(),
                    StoredJson.column(output.parameters()));
        }
        outputs.insert(sql);
    }

    private static void insertInputs(DSLContext sql, ResultBundle bundle) {
        Rows inputs = new Rows(
                Tables.InputFiles.TABLE,
                Tables.InputFiles.RUN_ID,
                Tables.InputFiles.OUTPUT_NO,
                Tables.InputFiles.INPUT_NO,
                Tables.InputFiles.ROLE,
                Tables.InputFiles.FILE_NAME,
                Tables.InputFiles.BYTES,
                Tables.InputFiles.SHA256);
        Object run = bundle.run().id().value();
        addInputs(inputs, run, null, bundle.run().inputs());
        int outputNo = 0;
        for (AnalysisOutput output : bundle.outputs()) {
            addInputs(inputs, run, outputNo++, output.inputs());
        }
        inputs.insert(sql);
    }

    private static void addInputs(Rows rows, Object run, @Nullable Integer outputNo, List<InputFile> inputs) {
        int inputNo = 0;
        for (InputFile input : inputs) {
            rows.add(
                    run,
                    outputNo,
                    inputNo++,
                    input.role(),
                    input.name(),
                    input.bytes(),
                    input.sha256().hex());
        }
    }

    private static void insertMeasurements(DSLContext sql, ResultBundle bundle) {
        Rows measurements = new Rows(
                Tables.Measurements.TABLE,
                Tables.Measurements.RUN_ID,
                Tables.Measurements.OUTPUT_NO,
                Tables.Measurements.MEASUREMENT_NO,
                Tables.Measurements.SAMPLE_ID,
                Tables.Measurements.MEASURED,
                Tables.Measurements.TECHNIQUE,
                Tables.Measurements.TARGET,
                Tables.Measurements.SCALE,
                Tables.Measurements.STATUS,
                Tables.Measurements.LEVEL,
                Tables.Measurements.LIMIT_OF_DETECTION,
                Tables.Measurements.RECORD);
        int outputNo = 0;
        for (AnalysisOutput output : bundle.outputs()) {
            int measurementNo = 0;
            for (MrdMeasurement measurement : output.measurements()) {
                measurements.add(
                        bundle.run().id().value(),
                        outputNo,
                        measurementNo++,
                        measurement.sample().value(),
                        measurement.date(),
                        measurement.technique().name(),
                        measurement.target().name(),
                        measurement.scale().name(),
                        measurement.status().name(),
                        orNull(measurement.level()),
                        orNull(measurement.limitOfDetection().map(LimitOfDetection::level)),
                        StoredJson.column(measurement));
            }
            outputNo++;
        }
        measurements.insert(sql);
    }

    private static void insertRisks(DSLContext sql, ResultBundle bundle) {
        Rows risks = new Rows(
                Tables.Risks.TABLE,
                Tables.Risks.RUN_ID,
                Tables.Risks.OUTPUT_NO,
                Tables.Risks.RISK_NO,
                Tables.Risks.SCHEME,
                Tables.Risks.EDITION,
                Tables.Risks.CATEGORY,
                Tables.Risks.BEST,
                Tables.Risks.WORST,
                Tables.Risks.RECORD);
        int outputNo = 0;
        for (AnalysisOutput output : bundle.outputs()) {
            int riskNo = 0;
            for (RiskResult risk : output.risks()) {
                risks.add(
                        bundle.run().id().value(),
                        outputNo,
                        riskNo++,
                        risk.scheme().id(),
                        risk.scheme().edition(),
                        orNull(risk.category()),
                        orNull(risk.range().map(CategoryRange::best)),
                        orNull(risk.range().map(CategoryRange::worst)),
                        StoredJson.column(risk));
            }
            outputNo++;
        }
        risks.insert(sql);
    }

    /** One at a time: each may be large. */
    private static void insertCellMaps(DSLContext sql, ResultBundle bundle) {
        int outputNo = 0;
        for (AnalysisOutput output : bundle.outputs()) {
            if (output.cellMap().isPresent()) {
                CellMap map = output.cellMap().get();
                sql.insertInto(Tables.CellMaps.TABLE)
                        .set(Tables.CellMaps.RUN_ID, bundle.run().id().value())
                        .set(Tables.CellMaps.OUTPUT_NO, outputNo)
                        .set(Tables.CellMaps.CELLS, map.cells())
                        .set(Tables.CellMaps.CLUSTERS, map.clusters())
                        .set(Tables.CellMaps.POINTS, arrowStream(map))
                        .set(Tables.CellMaps.RECORD, StoredJson.column(CellMapSheet.of(map)))
                        .execute();
            }
            outputNo++;
        }
    }

    private static byte[] arrowStream(CellMap map) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            CellMapArrowSink.writeTo(out, map);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return out.toByteArray();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    /** Rows for one table, sent in one batch. */
    private static final class Rows {
        private final Table<Record> table;
        private final List<Field<?>> fields;
        private final List<@Nullable Object[]> rows = new ArrayList<>();

        Rows(Table<Record> table, Field<?>... fields) {
            this.table = table;
            this.fields = List.of(fields);
        }

        void add(@Nullable Object... values) {
            rows.add(values);
        }

        void insert(DSLContext sql) {
            if (rows.isEmpty()) {
                return;
            }
            BatchBindStep batch = sql.batch(
                    sql.insertInto(table, fields).values(Collections.<@Nullable Object>nCopies(fields.size(), null)));
            for (@Nullable Object[] row : rows) {
                batch = batch.bind(row);
            }
            batch.execute();
        }
    }
}
