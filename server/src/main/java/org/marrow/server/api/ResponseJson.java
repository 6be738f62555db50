package org.marrow.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.marrow.core.error.BugException;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;
import org.marrow.io.result.ResultJson;
import org.marrow.server.store.PatientReader.CellMapSummary;
import org.marrow.server.store.PatientReader.PatientDetail;
import org.marrow.server.store.PatientReader.PatientSummary;
import org.marrow.server.store.PatientReader.RiskSummary;
import org.marrow.server.store.PatientReader.StoredCellMap;
import org.marrow.server.store.PatientReader.StoredMeasurement;
import org.marrow.server.store.PatientReader.StoredRisk;
import org.marrow.server.store.RunReader.RunSummary;
import org.marrow.server.store.RunReader.StoredOutput;
import org.marrow.server.store.RunReader.StoredRun;

/** The bodies of answers, as the document describes them. Records keep the form that {@link ResultJson} gives them. */
final class ResponseJson {
    private static final String RESEARCH_USE_ONLY =
            "For research use only. Not for diagnosis, and not to decide on a treatment.";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ResponseJson() {}

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode results() {
        return object().put("researchUseOnly", RESEARCH_USE_ONLY);
    }

    /** A record, or a list or map of them. */
    private static JsonNode json(Object value) {
        try {
            return MAPPER.readTree(ResultJson.toJson(value));
        } catch (JsonProcessingException impossible) {
            throw new BugException("what ResultJson wrote is not JSON", impossible);
        }
    }

    static ObjectNode health(boolean alive, String version) {
        String state = alive ? "ok" : "unavailable";
        return object().put("status", state).put("version", version).put("database", state);
    }

    /** @param found one more than {@code limit} when there is a next page */
    static ObjectNode patientPage(List<PatientSummary> found, int limit) {
        ObjectNode body = results();
        ArrayNode patients = body.putArray("patients");
        List<PatientSummary> shown = found.subList(0, Math.min(limit, found.size()));
        shown.forEach(patient -> patients.add(patient(patient)));
        if (found.size() > limit) {
            body.put("next", shown.getLast().patient().pseudonym().value());
        }
        return body;
    }

    private static ObjectNode patient(PatientSummary summary) {
        ObjectNode body = object();
        putPatient(body, summary.patient());
        body.put("sampleCount", summary.patient().samples().size());
        summary.firstDate().ifPresent(day -> body.put("firstDate", day.toString()));
        summary.lastDate().ifPresent(day -> body.put("lastDate", day.toString()));
        ArrayNode risks = body.putArray("risks");
        for (RiskSummary risk : summary.risks()) {
            risks.add(json(risk));
        }
        summary.lastMrd().ifPresent(mrd -> body.set("lastMrd", json(mrd)));
        return body;
    }

    private static void putPatient(ObjectNode body, Patient patient) {
        body.put("pseudonym", patient.pseudonym().value())
                .put("centre", patient.centre().code())
                .put("disease", patient.disease().name())
                .put("synthetic", patient.synthetic());
    }

    static ObjectNode patient(PatientDetail detail) {
        ObjectNode body = results();
        putPatient(body, detail.patient());
        body.set("samples", json(detail.patient().samples()));
        body.set("treatments", json(detail.patient().treatments()));
        ArrayNode cellMaps = body.putArray("cellMaps");
        for (CellMapSummary map : detail.cellMaps()) {
            cellMaps.addObject()
                    .put("sample", map.sample().value())
                    .put("runId", map.run().value())
                    .put("cells", map.cells())
                    .put("clusters", map.clusters());
        }
        ArrayNode runs = body.putArray("runs");
        detail.runs().forEach(run -> runs.add(run.value()));
        return body;
    }

    static ObjectNode measurements(Pseudonym patient, List<StoredMeasurement> measurements) {
        ObjectNode body = results().put("patient", patient.value());
        ArrayNode list = body.putArray("measurements");
        for (StoredMeasurement measurement : measurements) {
            list.add(
                    measurement.record().put("runId", measurement.run().value()).put("process", measurement.process()));
        }
        return body;
    }

    static ObjectNode risks(Pseudonym patient, List<StoredRisk> risks) {
        ObjectNode body = results().put("patient", patient.value());
        ArrayNode list = body.putArray("results");
        for (StoredRisk risk : risks) {
            ObjectNode result = risk.record().put("runId", risk.run().value()).put("process", risk.process());
            risk.sample().ifPresent(sample -> result.put("sample", sample.value()));
            list.add(result);
        }
        return body;
    }

    static ObjectNode cellMap(Pseudonym patient, StoredCellMap map) {
        ObjectNode body = results()
                .put("patient", patient.value())
                .put("sample", map.sample().value())
                .put("runId", map.run().value());
        body.setAll(map.record());
        return body;
    }

    /** @param found one more than {@code limit} when there is a next page */
    static ObjectNode runPage(List<RunSummary> found, int limit) {
        ObjectNode body = object();
        List<RunSummary> shown = found.subList(0, Math.min(limit, found.size()));
        body.set("runs", json(shown));
        if (found.size() > limit) {
            body.put("next", shown.getLast().id().value());
        }
        return body;
    }

    static ObjectNode run(StoredRun stored) {
        ObjectNode body = results();
        body.setAll((ObjectNode) json(stored.run()));
        body.put("published", stored.published().toString());
        ArrayNode outputs = body.putArray("outputs");
        for (StoredOutput output : stored.outputs()) {
            outputs.add(json(output));
        }
        return body;
    }
}
