package org.marrow.server.store;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTechnique;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.patient.Treatment;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.run.RunId;

/**
 * Reads what the store holds of patients.
 *
 * <p>Where no run is named, each question is answered by the latest run that answered it, as the views of V1__results.sql
 * define it; a named run is shown as it was published.
 */
public final class PatientReader {
    private static final long LATEST = 1;

    private static final Field<JSONB> CATEGORIES =
            field("{0} #> '{scheme,categories}'", JSONB.class, Tables.RankedRisks.RECORD);

    private final Database database;

    public PatientReader(Database database) {
        this.database = database;
    }

    /**
     * @param categories of the scheme, as its result lists them
     * @param range empty when nothing could be computed, and for classes without order
     */
    public record RiskSummary(
            String scheme,
            String edition,
            List<String> categories,
            Optional<String> category,
            Optional<CategoryRange> range) {}

    /** @param limitOfDetection a fraction, as {@code level} */
    public record MrdSummary(
            LocalDate date,
            MrdTechnique technique,
            String target,
            MrdStatus status,
            OptionalDouble level,
            OptionalDouble limitOfDetection) {}

    /**
     * One line of the patient list.
     *
     * @param firstDate of a sample or measurement
     * @param lastMrd of the last day with a measurement, the one that says most: the highest level that was found, else
     *     the deepest that found nothing
     */
    public record PatientSummary(
            Patient patient,
            Optional<LocalDate> firstDate,
            Optional<LocalDate> lastDate,
            List<RiskSummary> risks,
            Optional<MrdSummary> lastMrd) {}

    public record CellMapSummary(SampleId sample, RunId run, int cells, int clusters) {}

    /** @param runs that were about this patient, the latest first */
    public record PatientDetail(Patient patient, List<CellMapSummary> cellMaps, List<RunId> runs) {}

    /** @param record the measurement as {@code ResultJson} writes it */
    public record StoredMeasurement(RunId run, String process, ObjectNode record) {}

    /** @param record the risk result as {@code ResultJson} writes it */
    public record StoredRisk(RunId run, String process, Optional<SampleId> sample, ObjectNode record) {}

    /** @param record the map as {@code ResultJson} writes it, without its points */
    public record StoredCellMap(RunId run, SampleId sample, int cells, int clusters, ObjectNode record) {}

    /**
     * Patients by pseudonym, in byte order.
     *
     * @param after the first one comes behind this pseudonym
     * @param limit at most so many
     */
    public List<PatientSummary> patients(Optional<Pseudonym> after, int limit) {
        return database.read(sql -> {
            List<String> page = sql.selectDistinct(Tables.Patients.PSEUDONYM)
                    .from(Tables.Patients.TABLE)
                    .where(after.map(bound -> Tables.Patients.PSEUDONYM.gt(bound.value()))
                            .orElseGet(DSL::noCondition))
                    .orderBy(Tables.Patients.PSEUDONYM)
                    .limit(limit)
                    .fetch(Tables.Patients.PSEUDONYM);
            Map<String, List<RiskSummary>> risks = riskSummaries(sql, page);
            Map<String, List<LocalDate>> dates = measuredDates(sql, page);
            Map<String, MrdSummary> lastMrd = lastMeasurements(sql, page);
            return merged(sql, page).values().stream()
                    .map(patient -> {
                        String pseudonym = patient.pseudonym().value();
                        return summary(
                                patient,
                                dates.getOrDefault(pseudonym, List.of()),
                                risks.getOrDefault(pseudonym, List.of()),
                                Optional.ofNullable(lastMrd.get(pseudonym)));
                    })
                    .toList();
        });
    }

    private static PatientSummary summary(
            Patient patient, List<LocalDate> measured, List<RiskSummary> risks, Optional<MrdSummary> lastMrd) {
        List<LocalDate> dates = Stream.concat(
                        measured.stream(), patient.samples().stream().flatMap(sample -> sample.collected().stream()))
                .sorted()
                .toList();
        return new PatientSummary(
                patient,
                dates.isEmpty() ? Optional.empty() : Optional.of(dates.getFirst()),
                dates.isEmpty() ? Optional.empty() : Optional.of(dates.getLast()),
                risks,
                lastMrd);
    }

    private static Map<String, List<RiskSummary>> riskSummaries(DSLContext sql, Collection<String> pseudonyms) {
        return sql.select(
                        Tables.RankedRisks.PSEUDONYM,
                        Tables.RankedRisks.SCHEME,
                        Tables.RankedRisks.EDITION,
                        CATEGORIES,
                        Tables.RankedRisks.CATEGORY,
                        Tables.RankedRisks.BEST,
                        Tables.RankedRisks.WORST)
                .from(Tables.RankedRisks.TABLE)
                .where(Tables.RankedRisks.PSEUDONYM.in(pseudonyms).and(Tables.RankedRisks.RECENCY.eq(LATEST)))
                // The schemes of one output are in the registry's order, which people know.
                .orderBy(
                        Tables.RankedRisks.PROCESS,
                        Tables.RankedRisks.SAMPLE_ID,
                        Tables.RankedRisks.OUTPUT_NO,
                        Tables.RankedRisks.RISK_NO)
                .fetchGroups(
                        Tables.RankedRisks.PSEUDONYM,
                        row -> new RiskSummary(
                                row.get(Tables.RankedRisks.SCHEME),
                                row.get(Tables.RankedRisks.EDITION),
                                StoredJson.list(row.get(CATEGORIES)),
                                optional(row, Tables.RankedRisks.CATEGORY),
                                optional(row, Tables.RankedRisks.BEST)
                                        .map(best -> new CategoryRange(best, row.get(Tables.RankedRisks.WORST)))));
    }

    private static Map<String, List<LocalDate>> measuredDates(DSLContext sql, Collection<String> pseudonyms) {
        return sql.selectDistinct(Tables.RankedMeasurements.PSEUDONYM, Tables.RankedMeasurements.MEASURED)
                .from(Tables.RankedMeasurements.TABLE)
                .where(Tables.RankedMeasurements.PSEUDONYM.in(pseudonyms))
                .fetchGroups(Tables.RankedMeasurements.PSEUDONYM, Tables.RankedMeasurements.MEASURED);
    }

    private static Map<String, MrdSummary> lastMeasurements(DSLContext sql, Collection<String> pseudonyms) {
        Field<Integer> telling = case_(Tables.RankedMeasurements.STATUS)
                .when(MrdStatus.DETECTED.name(), inline(0))
                .when(MrdStatus.DETECTED_BELOW_QUANTIFICATION.name(), inline(0))
                .when(MrdStatus.NOT_DETECTED_BELOW_LOD.name(), inline(1))
                .when(MrdStatus.NOT_DETECTED_LOD_UNKNOWN.name(), inline(2))
                .otherwise(inline(3));
        return sql.select(
                        Tables.RankedMeasurements.PSEUDONYM,
                        Tables.RankedMeasurements.MEASURED,
                        Tables.RankedMeasurements.TECHNIQUE,
                        Tables.RankedMeasurements.TARGET,
                        Tables.RankedMeasurements.STATUS,
                        Tables.RankedMeasurements.LEVEL,
                        Tables.RankedMeasurements.LIMIT_OF_DETECTION)
                .distinctOn(Tables.RankedMeasurements.PSEUDONYM)
                .from(Tables.RankedMeasurements.TABLE)
                .where(Tables.RankedMeasurements.PSEUDONYM
                        .in(pseudonyms)
                        .and(Tables.RankedMeasurements.RECENCY.eq(LATEST)))
                .orderBy(
                        Tables.RankedMeasurements.PSEUDONYM.asc(),
                        Tables.RankedMeasurements.MEASURED.desc(),
                        telling.asc(),
                        Tables.RankedMeasurements.LEVEL.desc().nullsLast(),
                        Tables.RankedMeasurements.LIMIT_OF_DETECTION.asc().nullsLast(),
                        Tables.RankedMeasurements.TECHNIQUE.asc(),
                        Tables.RankedMeasurements.TARGET.asc())
                .fetchMap(
                        Tables.RankedMeasurements.PSEUDONYM,
                        row -> new MrdSummary(
                                row.get(Tables.RankedMeasurements.MEASURED),
                                MrdTechnique.valueOf(row.get(Tables.RankedMeasurements.TECHNIQUE)),
                                row.get(Tables.RankedMeasurements.TARGET),
                                MrdStatus.valueOf(row.get(Tables.RankedMeasurements.STATUS)),
                                optionalDouble(row, Tables.RankedMeasurements.LEVEL),
                                optionalDouble(row, Tables.RankedMeasurements.LIMIT_OF_DETECTION)));
    }

    /** Each patient once, from what all runs said; by pseudonym. */
    private static Map<String, Patient> merged(DSLContext sql, Collection<String> pseudonyms) {
        Map<String, List<Sample>> samples = samples(sql, pseudonyms);
        Map<String, List<Treatment>> treatments = treatments(sql, pseudonyms);
        Map<String, List<Patient>> views = new TreeMap<>();
        for (Record row : sql.select(
                        Tables.Patients.PSEUDONYM,
                        Tables.Patients.RUN_ID,
                        Tables.Patients.CENTRE,
                        Tables.Patients.DISEASE,
                        Tables.Patients.SYNTHETIC)
                .from(Tables.Patients.TABLE)
                .join(Tables.Runs.TABLE)
                .on(Tables.Runs.RUN_ID.eq(Tables.Patients.RUN_ID))
                .where(Tables.Patients.PSEUDONYM.in(pseudonyms))
                .orderBy(Tables.Runs.FINISHED, Tables.Runs.RUN_ID)
                .fetch()) {
            String pseudonym = row.get(Tables.Patients.PSEUDONYM);
            String view = viewKey(pseudonym, row.get(Tables.Patients.RUN_ID));
            views.computeIfAbsent(pseudonym, unused -> new ArrayList<>())
                    .add(new Patient(
                            new Pseudonym(pseudonym),
                            new Centre(row.get(Tables.Patients.CENTRE)),
                            Disease.valueOf(row.get(Tables.Patients.DISEASE)),
                            row.get(Tables.Patients.SYNTHETIC),
                            samples.getOrDefault(view, List.of()),
                            treatments.getOrDefault(view, List.of())));
        }
        return views.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> PatientHistory.merge(entry.getValue()), (a, b) -> a, TreeMap::new));
    }

    /** Neither part can hold a blank. */
    private static String viewKey(String pseudonym, String run) {
        return pseudonym + " " + run;
    }

    private static Map<String, List<Sample>> samples(DSLContext sql, Collection<String> pseudonyms) {
        var rows = sql.select(
                        Tables.Samples.PSEUDONYM,
                        Tables.Samples.RUN_ID,
                        Tables.Samples.SAMPLE_ID,
                        Tables.Samples.MATERIAL,
                        Tables.Samples.COLLECTED,
                        Tables.Samples.TIMEPOINT)
                .from(Tables.Samples.TABLE)
                .where(Tables.Samples.PSEUDONYM.in(pseudonyms))
                .orderBy(Tables.Samples.SAMPLE_NO)
                .fetch();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> viewKey(row.get(Tables.Samples.PSEUDONYM), row.get(Tables.Samples.RUN_ID)),
                        Collectors.mapping(
                                row -> new Sample(
                                        new SampleId(row.get(Tables.Samples.SAMPLE_ID)),
                                        new Pseudonym(row.get(Tables.Samples.PSEUDONYM)),
                                        SampleMaterial.valueOf(row.get(Tables.Samples.MATERIAL)),
                                        optional(row, Tables.Samples.COLLECTED),
                                        optional(row, Tables.Samples.TIMEPOINT)),
                                Collectors.toList())));
    }

    private static Map<String, List<Treatment>> treatments(DSLContext sql, Collection<String> pseudonyms) {
        var rows = sql.select(
                        Tables.Treatments.PSEUDONYM,
                        Tables.Treatments.RUN_ID,
                        Tables.Treatments.TREATMENT_NAME,
                        Tables.Treatments.FIRST_DAY,
                        Tables.Treatments.LAST_DAY,
                        Tables.Treatments.LINE)
                .from(Tables.Treatments.TABLE)
                .where(Tables.Treatments.PSEUDONYM.in(pseudonyms))
                .orderBy(Tables.Treatments.TREATMENT_NO)
                .fetch();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> viewKey(row.get(Tables.Treatments.PSEUDONYM), row.get(Tables.Treatments.RUN_ID)),
                        Collectors.mapping(
                                row -> new Treatment(
                                        row.get(Tables.Treatments.TREATMENT_NAME),
                                        row.get(Tables.Treatments.FIRST_DAY),
                                        optional(row, Tables.Treatments.LAST_DAY),
                                        optionalInt(row, Tables.Treatments.LINE)),
                                Collectors.toList())));
    }

    /** Empty when no run was about this patient. */
    public Optional<PatientDetail> patient(Pseudonym pseudonym) {
        return database.read(sql -> Optional.ofNullable(
                        merged(sql, List.of(pseudonym.value())).get(pseudonym.value()))
                .map(patient -> new PatientDetail(patient, cellMaps(sql, pseudonym), runs(sql, pseudonym))));
    }

    private static List<CellMapSummary> cellMaps(DSLContext sql, Pseudonym pseudonym) {
        return sql.select(
                        Tables.RankedCellMaps.SAMPLE_ID,
                        Tables.RankedCellMaps.RUN_ID,
                        Tables.RankedCellMaps.CELLS,
                        Tables.RankedCellMaps.CLUSTERS)
                .from(Tables.RankedCellMaps.TABLE)
                .where(Tables.RankedCellMaps.PSEUDONYM
                        .eq(pseudonym.value())
                        .and(Tables.RankedCellMaps.RECENCY.eq(LATEST)))
                .orderBy(Tables.RankedCellMaps.SAMPLE_ID)
                .fetch(row -> new CellMapSummary(
                        new SampleId(row.get(Tables.RankedCellMaps.SAMPLE_ID)),
                        new RunId(row.get(Tables.RankedCellMaps.RUN_ID)),
                        row.get(Tables.RankedCellMaps.CELLS),
                        row.get(Tables.RankedCellMaps.CLUSTERS)));
    }

    private static List<RunId> runs(DSLContext sql, Pseudonym pseudonym) {
        return sql.select(Tables.Runs.RUN_ID)
                .from(Tables.Runs.TABLE)
                .join(Tables.Patients.TABLE)
                .on(Tables.Patients.RUN_ID.eq(Tables.Runs.RUN_ID))
                .where(Tables.Patients.PSEUDONYM.eq(pseudonym.value()))
                .orderBy(Tables.Runs.FINISHED.desc(), Tables.Runs.RUN_ID.desc())
                .fetch(row -> new RunId(row.get(Tables.Runs.RUN_ID)));
    }

    /**
     * Measurements by date, technique and target.
     *
     * @return empty when there is no such patient, or the run was not about them
     */
    public Optional<List<StoredMeasurement>> measurements(Pseudonym pseudonym, Optional<RunId> run) {
        Condition shown = run.map(id -> Tables.RankedMeasurements.RUN_ID.eq(id.value()))
                .orElse(Tables.RankedMeasurements.RECENCY.eq(LATEST));
        return database.read(sql -> ifKnown(
                sql,
                pseudonym,
                run,
                () -> sql.select(
                                Tables.RankedMeasurements.RUN_ID,
                                Tables.RankedMeasurements.PROCESS,
                                Tables.RankedMeasurements.RECORD)
                        .from(Tables.RankedMeasurements.TABLE)
                        .where(Tables.RankedMeasurements.PSEUDONYM
                                .eq(pseudonym.value())
                                .and(shown))
                        .orderBy(
                                Tables.RankedMeasurements.MEASURED,
                                Tables.RankedMeasurements.TECHNIQUE,
                                Tables.RankedMeasurements.TARGET,
                                Tables.RankedMeasurements.PROCESS,
                                Tables.RankedMeasurements.RUN_ID,
                                Tables.RankedMeasurements.OUTPUT_NO,
                                Tables.RankedMeasurements.MEASUREMENT_NO)
                        .fetch(row -> new StoredMeasurement(
                                new RunId(row.get(Tables.RankedMeasurements.RUN_ID)),
                                row.get(Tables.RankedMeasurements.PROCESS),
                                StoredJson.object(row.get(Tables.RankedMeasurements.RECORD))))));
    }

    /**
     * Risk results by process and sample, those of one output in the order of the registry of schemes.
     *
     * @return empty when there is no such patient, or the run was not about them
     */
    public Optional<List<StoredRisk>> risks(Pseudonym pseudonym, Optional<RunId> run) {
        Condition shown =
                run.map(id -> Tables.RankedRisks.RUN_ID.eq(id.value())).orElse(Tables.RankedRisks.RECENCY.eq(LATEST));
        return database.read(sql -> ifKnown(
                sql,
                pseudonym,
                run,
                () -> sql.select(
                                Tables.RankedRisks.RUN_ID,
                                Tables.RankedRisks.PROCESS,
                                Tables.RankedRisks.SAMPLE_ID,
                                Tables.RankedRisks.RECORD)
                        .from(Tables.RankedRisks.TABLE)
                        .where(Tables.RankedRisks.PSEUDONYM
                                .eq(pseudonym.value())
                                .and(shown))
                        .orderBy(
                                Tables.RankedRisks.PROCESS,
                                Tables.RankedRisks.SAMPLE_ID,
                                Tables.RankedRisks.RUN_ID,
                                Tables.RankedRisks.OUTPUT_NO,
                                Tables.RankedRisks.RISK_NO)
                        .fetch(row -> new StoredRisk(
                                new RunId(row.get(Tables.RankedRisks.RUN_ID)),
                                row.get(Tables.RankedRisks.PROCESS),
                                optional(row, Tables.RankedRisks.SAMPLE_ID).map(SampleId::new),
                                StoredJson.object(row.get(Tables.RankedRisks.RECORD))))));
    }

    /** The cell map of a sample, without its points; empty when there is none. */
    public Optional<StoredCellMap> cellMap(Pseudonym pseudonym, SampleId sample, Optional<RunId> run) {
        return database.read(sql -> sql.select(
                        Tables.RankedCellMaps.RUN_ID,
                        Tables.RankedCellMaps.CELLS,
                        Tables.RankedCellMaps.CLUSTERS,
                        Tables.RankedCellMaps.RECORD)
                .from(Tables.RankedCellMaps.TABLE)
                .where(isShown(pseudonym, sample, run))
                .orderBy(Tables.RankedCellMaps.RECENCY)
                .limit(1)
                .fetchOptional(row -> new StoredCellMap(
                        new RunId(row.get(Tables.RankedCellMaps.RUN_ID)),
                        sample,
                        row.get(Tables.RankedCellMaps.CELLS),
                        row.get(Tables.RankedCellMaps.CLUSTERS),
                        StoredJson.object(row.get(Tables.RankedCellMaps.RECORD)))));
    }

    /** The points of a sample's cell map as an Arrow IPC stream; empty when there is no map. */
    public Optional<byte[]> cellPoints(Pseudonym pseudonym, SampleId sample, Optional<RunId> run) {
        return database.read(sql -> sql.select(Tables.RankedCellMaps.POINTS)
                .from(Tables.RankedCellMaps.TABLE)
                .where(isShown(pseudonym, sample, run))
                .orderBy(Tables.RankedCellMaps.RECENCY)
                .limit(1)
                .fetchOptional(Tables.RankedCellMaps.POINTS));
    }

    private static Condition isShown(Pseudonym pseudonym, SampleId sample, Optional<RunId> run) {
        return Tables.RankedCellMaps.PSEUDONYM
                .eq(pseudonym.value())
                .and(Tables.RankedCellMaps.SAMPLE_ID.eq(sample.value()))
                .and(run.map(id -> Tables.RankedCellMaps.RUN_ID.eq(id.value()))
                        .orElse(Tables.RankedCellMaps.RECENCY.eq(LATEST)));
    }

    private static <T> Optional<T> ifKnown(DSLContext sql, Pseudonym pseudonym, Optional<RunId> run, Supplier<T> rows) {
        Condition asked = Tables.Patients.PSEUDONYM.eq(pseudonym.value());
        boolean known = sql.fetchExists(
                Tables.Patients.TABLE,
                run.map(id -> asked.and(Tables.Patients.RUN_ID.eq(id.value()))).orElse(asked));
        return known ? Optional.of(rows.get()) : Optional.empty();
    }

    private static <T> Optional<T> optional(Record row, Field<T> field) {
        return Optional.ofNullable(row.get(field));
    }

    private static OptionalDouble optionalDouble(Record row, Field<Double> field) {
        @Nullable Double value = row.get(field);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalInt optionalInt(Record row, Field<Integer> field) {
        @Nullable Integer value = row.get(field);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
