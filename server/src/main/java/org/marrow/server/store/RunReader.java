package org.marrow.server.store;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.run.InputFile;
import org.marrow.core.run.Run;
import org.marrow.core.run.RunId;
import org.marrow.core.run.Sha256;

/** Reads how stored results came about. */
public final class RunReader {
    /** Place of the files that the run as a whole read, among those of its outputs. */
    private static final int WHOLE_RUN = -1;

    private final Database database;

    public RunReader(Database database) {
        this.database = database;
    }

    /** @param patients how many the run was about */
    public record RunSummary(
            RunId id,
            Instant started,
            Instant finished,
            Instant published,
            String toolVersion,
            boolean synthetic,
            int patients) {}

    /** What one process gave, without its results. */
    public record StoredOutput(
            String process,
            Pseudonym patient,
            Optional<SampleId> sample,
            String command,
            String toolVersion,
            Map<String, String> parameters,
            List<InputFile> inputs) {}

    /** @param outputs in the order in which the run listed them */
    public record StoredRun(Run run, Instant published, List<StoredOutput> outputs) {}

    /**
     * Runs, the latest first.
     *
     * @param after the first one comes behind this run; an unknown one leaves nothing
     * @param limit at most so many
     */
    public List<RunSummary> runs(Optional<RunId> after, int limit) {
        Field<Integer> patients = countDistinct(Tables.Patients.PSEUDONYM);
        return database.read(sql -> sql.select(
                        Tables.Runs.RUN_ID,
                        Tables.Runs.STARTED,
                        Tables.Runs.FINISHED,
                        Tables.Runs.PUBLISHED,
                        Tables.Runs.TOOL_VERSION,
                        Tables.Runs.SYNTHETIC,
                        patients)
                .from(Tables.Runs.TABLE)
                .leftJoin(Tables.Patients.TABLE)
                .on(Tables.Patients.RUN_ID.eq(Tables.Runs.RUN_ID))
                .where(after.map(RunReader::isEarlierThan).orElseGet(DSL::noCondition))
                .groupBy(Tables.Runs.RUN_ID)
                .orderBy(Tables.Runs.FINISHED.desc(), Tables.Runs.RUN_ID.desc())
                .limit(limit)
                .fetch(found -> new RunSummary(
                        new RunId(found.get(Tables.Runs.RUN_ID)),
                        found.get(Tables.Runs.STARTED).toInstant(),
                        found.get(Tables.Runs.FINISHED).toInstant(),
                        found.get(Tables.Runs.PUBLISHED).toInstant(),
                        found.get(Tables.Runs.TOOL_VERSION),
                        found.get(Tables.Runs.SYNTHETIC),
                        found.get(patients))));
    }

    private static Condition isEarlierThan(RunId run) {
        Table<Record> bound = Tables.Runs.TABLE.as("bound");
        Field<OffsetDateTime> finished = DSL.field(DSL.name("bound", "finished"), OffsetDateTime.class);
        Field<String> id = DSL.field(DSL.name("bound", "run_id"), String.class);
        return row(Tables.Runs.FINISHED, Tables.Runs.RUN_ID)
                .lt(select(finished, id).from(bound).where(id.eq(run.value())));
    }

    /** Empty when it was never published. */
    public Optional<StoredRun> run(RunId id) {
        return database.read(sql -> sql.select(
                        Tables.Runs.STARTED,
                        Tables.Runs.FINISHED,
                        Tables.Runs.PUBLISHED,
                        Tables.Runs.TOOL_VERSION,
                        Tables.Runs.PARAMETERS,
                        Tables.Runs.SYNTHETIC)
                .from(Tables.Runs.TABLE)
                .where(Tables.Runs.RUN_ID.eq(id.value()))
                .fetchOptional()
                .map(found -> {
                    Map<Integer, List<InputFile>> inputs = inputs(sql, id);
                    Run run = new Run(
                            id,
                            found.get(Tables.Runs.STARTED).toInstant(),
                            found.get(Tables.Runs.FINISHED).toInstant(),
                            found.get(Tables.Runs.TOOL_VERSION),
                            StoredJson.texts(found.get(Tables.Runs.PARAMETERS)),
                            inputs.getOrDefault(WHOLE_RUN, List.of()),
                            found.get(Tables.Runs.SYNTHETIC));
                    return new StoredRun(run, found.get(Tables.Runs.PUBLISHED).toInstant(), outputs(sql, id, inputs));
                }));
    }

    private static List<StoredOutput> outputs(DSLContext sql, RunId id, Map<Integer, List<InputFile>> inputs) {
        return sql.select(
                        Tables.Outputs.OUTPUT_NO,
                        Tables.Outputs.PROCESS,
                        Tables.Outputs.PSEUDONYM,
                        Tables.Outputs.SAMPLE_ID,
                        Tables.Outputs.COMMAND,
                        Tables.Outputs.TOOL_VERSION,
                        Tables.Outputs.PARAMETERS)
                .from(Tables.Outputs.TABLE)
                .where(Tables.Outputs.RUN_ID.eq(id.value()))
                .orderBy(Tables.Outputs.OUTPUT_NO)
                .fetch(found -> new StoredOutput(
                        found.get(Tables.Outputs.PROCESS),
                        new Pseudonym(found.get(Tables.Outputs.PSEUDONYM)),
                        Optional.ofNullable(found.get(Tables.Outputs.SAMPLE_ID)).map(SampleId::new),
                        found.get(Tables.Outputs.COMMAND),
                        found.get(Tables.Outputs.TOOL_VERSION),
                        StoredJson.texts(found.get(Tables.Outputs.PARAMETERS)),
                        inputs.getOrDefault(found.get(Tables.Outputs.OUTPUT_NO), List.of())));
    }

    /** By output, and under {@link #WHOLE_RUN} those of the run. */
    private static Map<Integer, List<InputFile>> inputs(DSLContext sql, RunId id) {
        return sql
                .select(
                        Tables.InputFiles.OUTPUT_NO,
                        Tables.InputFiles.ROLE,
                        Tables.InputFiles.FILE_NAME,
                        Tables.InputFiles.BYTES,
                        Tables.InputFiles.SHA256)
                .from(Tables.InputFiles.TABLE)
                .where(Tables.InputFiles.RUN_ID.eq(id.value()))
                .orderBy(Tables.InputFiles.OUTPUT_NO, Tables.InputFiles.INPUT_NO)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        found -> Optional.ofNullable(found.get(Tables.InputFiles.OUTPUT_NO))
                                .orElse(WHOLE_RUN),
                        Collectors.mapping(RunReader::input, Collectors.toList())));
    }

    private static InputFile input(Record found) {
        return new InputFile(
                found.get(Tables.InputFiles.ROLE),
                found.get(Tables.InputFiles.FILE_NAME),
                found.get(Tables.InputFiles.BYTES),
                new Sha256(found.get(Tables.InputFiles.SHA256)));
    }
}
