package org.marrow.server.api;

import static java.util.Objects.requireNonNull;

import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.run.RunId;
import org.marrow.server.store.Database;
import org.marrow.server.store.PatientReader;
import org.marrow.server.store.PatientReader.PatientSummary;
import org.marrow.server.store.RunReader;
import org.marrow.server.store.RunReader.RunSummary;

/** What each operation of the document does. All of them may wait for the database. */
public final class Operations {
    /** The document's own default for {@code limit}. */
    private static final int DEFAULT_LIMIT = 200;

    static final String YAML = "application/yaml";
    static final String ARROW_STREAM = "application/vnd.apache.arrow.stream";

    /** One operation, given a request that is as the document says. */
    @FunctionalInterface
    interface Operation {
        Answer answer(ValidatedRequest request);
    }

    private final Database database;
    private final PatientReader patients;
    private final RunReader runs;
    private final OpenApiDocument document;
    private final String version;

    /** @param version of Marrow */
    public Operations(Database database, OpenApiDocument document, String version) {
        this.database = database;
        this.patients = new PatientReader(database);
        this.runs = new RunReader(database);
        this.document = document;
        this.version = version;
    }

    /** By operation id. */
    Map<String, Operation> byId() {
        return new TreeMap<>(Map.of(
                "health", request -> health(),
                "describe", request -> describe(),
                "listPatients", this::listPatients,
                "getPatient", this::getPatient,
                "listMeasurements", this::listMeasurements,
                "listRisks", this::listRisks,
                "getCellMap", this::getCellMap,
                "getCellPoints", this::getCellPoints,
                "listRuns", this::listRuns,
                "getRun", this::getRun));
    }

    private Answer health() {
        boolean alive = database.isAlive();
        return Answer.json(alive ? 200 : 503, ResponseJson.health(alive, version));
    }

    private Answer describe() {
        return Answer.bytes(YAML, document.text().getBytes(StandardCharsets.UTF_8));
    }

    private Answer listPatients(ValidatedRequest request) {
        int limit = limit(request);
        // One more than is shown tells whether there is a next page.
        List<PatientSummary> found = patients.patients(query(request, "after").map(Pseudonym::new), limit + 1);
        return Answer.json(ResponseJson.patientPage(found, limit));
    }

    private Answer getPatient(ValidatedRequest request) {
        return patients.patient(patientId(request))
                .map(patient -> Answer.json(ResponseJson.patient(patient)))
                .orElseThrow(refused(ApiError.UNKNOWN_PATIENT));
    }

    private Answer listMeasurements(ValidatedRequest request) {
        Pseudonym patient = patientId(request);
        return patients.measurements(patient, run(request))
                .map(measurements -> Answer.json(ResponseJson.measurements(patient, measurements)))
                .orElseThrow(refused(ApiError.UNKNOWN_PATIENT));
    }

    private Answer listRisks(ValidatedRequest request) {
        Pseudonym patient = patientId(request);
        return patients.risks(patient, run(request))
                .map(risks -> Answer.json(ResponseJson.risks(patient, risks)))
                .orElseThrow(refused(ApiError.UNKNOWN_PATIENT));
    }

    private Answer getCellMap(ValidatedRequest request) {
        Pseudonym patient = patientId(request);
        return patients.cellMap(patient, sampleId(request), run(request))
                .map(map -> Answer.json(ResponseJson.cellMap(patient, map)))
                .orElseThrow(refused(ApiError.UNKNOWN_CELL_MAP));
    }

    private Answer getCellPoints(ValidatedRequest request) {
        return patients.cellPoints(patientId(request), sampleId(request), run(request))
                .map(points -> Answer.bytes(ARROW_STREAM, points))
                .orElseThrow(refused(ApiError.UNKNOWN_CELL_MAP));
    }

    private Answer listRuns(ValidatedRequest request) {
        int limit = limit(request);
        List<RunSummary> found = runs.runs(query(request, "after").map(RunId::new), limit + 1);
        return Answer.json(ResponseJson.runPage(found, limit));
    }

    private Answer getRun(ValidatedRequest request) {
        return runs.run(new RunId(path(request, "id")))
                .map(run -> Answer.json(ResponseJson.run(run)))
                .orElseThrow(refused(ApiError.UNKNOWN_RUN));
    }

    private static Supplier<ApiException> refused(ApiError error) {
        return () -> new ApiException(error);
    }

    private static Pseudonym patientId(ValidatedRequest request) {
        return new Pseudonym(path(request, "id"));
    }

    private static SampleId sampleId(ValidatedRequest request) {
        return new SampleId(path(request, "sample"));
    }

    private static Optional<RunId> run(ValidatedRequest request) {
        return query(request, "run").map(RunId::new);
    }

    private static int limit(ValidatedRequest request) {
        @Nullable RequestParameter limit = request.getQuery().get("limit");
        return limit == null || limit.isNull() ? DEFAULT_LIMIT : limit.getInteger();
    }

    private static String path(ValidatedRequest request, String name) {
        // The route would not have matched without it.
        return requireNonNull(request.getPathParameters().get(name), name).getString();
    }

    private static Optional<String> query(ValidatedRequest request, String name) {
        @Nullable RequestParameter value = request.getQuery().get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.getString());
    }
}
