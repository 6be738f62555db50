package org.marrow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.server.testing.ApiClient.json;
import static org.marrow.server.testing.Results.NOON;
import static org.marrow.server.testing.Results.bundle;
import static org.marrow.server.testing.Results.detected;
import static org.marrow.server.testing.Results.output;
import static org.marrow.server.testing.Results.patient;
import static org.marrow.server.testing.Results.run;
import static org.marrow.server.testing.Results.whole;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.openapi.contract.Operation;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.mrd.MrdTechnique;
import org.marrow.server.api.OpenApiDocument;
import org.marrow.server.config.ServerConfig;
import org.marrow.server.store.Database;
import org.marrow.server.store.PostgresStore;
import org.marrow.server.store.TestDatabase;
import org.marrow.server.testing.ApiClient;
import org.marrow.server.testing.RawHttp;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
    private static final String HOSTILE = "'; drop table run; -- <script>alert(1)</script> \" \\ \u2028 \u202e";
    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

    private MarrowServer server;
    private ApiClient client;

    @BeforeAll
    void start() {
        String url = TestDatabase.freshUrl();
        try (Database database = Database.open(Path.of("unused"), Optional.of(url))) {
            PostgresStore store = new PostgresStore(database);
            store.publish(whole("run-1", NOON, "P-1"));
            store.publish(whole("run-2", NOON.plusSeconds(60), "P-1"));
            store.publish(bundle(
                    run("run-3", NOON),
                    List.of(patient("P-2"), patient("P-3"), patient("P-hostile")),
                    output("MRD", "P-hostile")
                            .measurement(detected("P-hostile", "S", DAY, MrdTechnique.FLOW, HOSTILE, 1))));
        }
        server = MarrowServer.start(
                ServerConfig.defaults(Path.of("unused")).withPort(0).withDatabaseUrl(Optional.of(url)),
                Optional.empty());
        client = new ApiClient(server.port());
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void everyOperationOfTheDocumentAnswersAsItSays() throws Exception {
        Map<String, String> requests = new TreeMap<>(Map.of(
                "health", "/health",
                "describe", "/api/v1/openapi.yaml",
                "listPatients", "/api/v1/patients",
                "getPatient", "/api/v1/patients/P-1",
                "listMeasurements", "/api/v1/patients/P-1/mrd",
                "listRisks", "/api/v1/patients/P-1/risk",
                "getCellMap", "/api/v1/patients/P-1/cells/S1",
                "getCellPoints", "/api/v1/patients/P-1/cells/S1/points",
                "listRuns", "/api/v1/runs",
                "getRun", "/api/v1/runs/run-1"));

        assertThat(client.contract().operations())
                .extracting(Operation::getOperationId)
                .as("an operation of the document without a request here")
                .containsExactlyInAnyOrderElementsOf(requests.keySet());
        for (String target : requests.values()) {
            assertThat(client.get(target).statusCode()).as(target).isEqualTo(200);
        }
    }

    @Test
    void theDocumentIsServedAsItIs() throws Exception {
        HttpResponse<byte[]> response = client.get("/api/v1/openapi.yaml");

        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(OpenApiDocument.load().text());
        assertThat(response.headers().firstValue("content-type")).contains("application/yaml");
    }

    @Test
    void patientsAreListedWithTheirResults() throws Exception {
        JsonNode patient = json(client.get("/api/v1/patients")).at("/patients/0");

        assertThat(patient.path("pseudonym").textValue()).isEqualTo("P-1");
        assertThat(patient.path("sampleCount").intValue()).isEqualTo(2);
        assertThat(patient.path("firstDate").textValue()).isEqualTo("2025-01-02");
        assertThat(patient.path("lastDate").textValue()).isEqualTo("2025-03-04");
        assertThat(patient.at("/risks/0/scheme").textValue()).isEqualTo("eln2022");
        assertThat(patient.at("/risks/0").has("category")).isFalse();
        assertThat(patient.at("/risks/0/range/worst").textValue()).isEqualTo("adverse");
        assertThat(patient.at("/lastMrd/status").textValue()).isEqualTo("NOT_DETECTED_BELOW_LOD");
        assertThat(patient.at("/lastMrd").has("level")).isFalse();
        assertThat(patient.at("/lastMrd/limitOfDetection").doubleValue()).isEqualTo(2e-5);
    }

    @Test
    void pagesTogetherHoldEachPatientOnce() throws Exception {
        List<String> found = new ArrayList<>();
        JsonNode page = json(client.get("/api/v1/patients?limit=3"));
        assertThat(page.path("patients")).hasSize(3);
        page.path("patients")
                .forEach(patient -> found.add(patient.path("pseudonym").textValue()));
        page = json(
                client.get("/api/v1/patients?limit=3&after=" + page.path("next").textValue()));
        page.path("patients")
                .forEach(patient -> found.add(patient.path("pseudonym").textValue()));

        assertThat(page.has("next")).isFalse();
        assertThat(found).containsExactly("P-1", "P-2", "P-3", "P-hostile");
    }

    @Test
    void aPatientIsShownWithTheLatestRunAndTheEarlierStaysReachable() throws Exception {
        JsonNode patient = json(client.get("/api/v1/patients/P-1"));
        JsonNode latest = json(client.get("/api/v1/patients/P-1/risk"));
        JsonNode earlier = json(client.get("/api/v1/patients/P-1/risk?run=run-1"));

        assertThat(patient.path("runs")).extracting(JsonNode::textValue).containsExactly("run-2", "run-1");
        assertThat(patient.at("/cellMaps/0/runId").textValue()).isEqualTo("run-2");
        assertThat(patient.at("/samples/1/id").textValue()).isEqualTo("S2");
        assertThat(latest.path("results")).hasSize(1);
        assertThat(latest.at("/results/0/runId").textValue()).isEqualTo("run-2");
        assertThat(latest.at("/results/0/sample").textValue()).isEqualTo("S1");
        assertThat(earlier.at("/results/0/runId").textValue()).isEqualTo("run-1");
    }

    @Test
    void aRunShowsWhereItsResultsComeFrom() throws Exception {
        JsonNode run = json(client.get("/api/v1/runs/run-1"));

        assertThat(run.at("/parameters/seed").textValue()).isEqualTo("7");
        assertThat(run.at("/inputs/0/sha256").textValue()).hasSize(64).endsWith("01");
        assertThat(run.path("outputs")).hasSize(3);
        assertThat(run.at("/outputs/0/command").textValue()).isEqualTo("marrow risk --input a.vcf.gz");
        assertThat(run.at("/outputs/0/inputs/0/name").textValue()).isEqualTo("a.vcf.gz");
        assertThat(run.at("/finished").textValue()).isEqualTo(NOON.toString());
    }

    @Test
    void whatIsSentOfCellsIsTheMapAndItsPointsApart() throws Exception {
        JsonNode map = json(client.get("/api/v1/patients/P-1/cells/S1"));
        HttpResponse<byte[]> points =
                client.get("/api/v1/patients/P-1/cells/S1/points", "Accept", "application/vnd.apache.arrow.stream");

        assertThat(map.path("cells").intValue()).isEqualTo(3);
        assertThat(map.at("/markers/0/gene").textValue()).isEqualTo("CD34");
        assertThat(map.has("x")).isFalse();
        assertThat(points.headers().firstValue("content-type")).contains("application/vnd.apache.arrow.stream");
        // Every message of an Arrow stream begins with these four bytes.
        assertThat(points.body()).startsWith(-1, -1, -1, -1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/patients/P-0",
                "/api/v1/patients/P-0/mrd",
                "/api/v1/patients/P-0/risk",
                "/api/v1/patients/P-1/mrd?run=run-3",
                "/api/v1/patients/P-1/risk?run=never",
                "/api/v1/patients/P-0/cells/S1",
                "/api/v1/patients/P-1/cells/S2",
                "/api/v1/patients/P-1/cells/S1?run=run-3",
                "/api/v1/patients/P-1/cells/S2/points",
                "/api/v1/runs/never",
                "/api/v1/patients/P-1/unknown",
                "/api/v1",
                "/api/v2/patients",
                "/unknown",
                "/assets/unknown.js"
            })
    void whatIsNotThereIsNotFound(String target) throws Exception {
        assertThat(client.get(target).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1",
                "P-1'; drop table run; --",
                "../P-1",
                "..%2fP-1",
                "P 1",
                ".hidden",
                "-1",
                "<script>",
                "P-1\u0000",
                "P-1\n",
                "é",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void anIdThatIsNotOneIsRefusedWithoutBeingRepeated(String id) throws Exception {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        for (String target : List.of(
                "/api/v1/patients/" + encoded,
                "/api/v1/patients/" + encoded + "/mrd",
                "/api/v1/patients/" + encoded + "/risk",
                "/api/v1/patients/P-1/cells/" + encoded,
                "/api/v1/patients/P-1/cells/" + encoded + "/points",
                "/api/v1/patients/P-1/mrd?run=" + encoded,
                "/api/v1/patients?after=" + encoded,
                "/api/v1/runs?after=" + encoded,
                "/api/v1/runs/" + encoded)) {
            HttpResponse<byte[]> response = client.get(target);
            assertThat(response.statusCode()).as(target).isEqualTo(400);
            assertThat(json(response).at("/error/code").textValue()).isEqualTo("invalid_request");
            assertThat(new String(response.body(), StandardCharsets.UTF_8))
                    .as(target)
                    .doesNotContain(id)
                    .doesNotContain("Exception")
                    .contains("is not what is expected. ");
        }
    }

    @Test
    void thePageSizeIsHeldWithinItsBounds() throws Exception {
        for (String limit : List.of("0", "-1", "1001", "1.5", "abc", "", "99999999999999999999")) {
            assertThat(client.get("/api/v1/patients?limit=" + limit).statusCode())
                    .as(limit)
                    .isEqualTo(400);
        }
        assertThat(json(client.get("/api/v1/patients?limit=1")).path("patients"))
                .hasSize(1);
        assertThat(client.get("/api/v1/patients?limit=1000").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/patients?limit=1&limit=2").statusCode()).isEqualTo(400);
    }

    @Test
    void aMisspeltParameterIsRefused() throws Exception {
        assertThat(client.get("/api/v1/patients?limits=5").statusCode()).isEqualTo(400);
        assertThat(client.get("/api/v1/patients/P-1?id=P-2").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void nothingButReadingIsOffered(String method) throws Exception {
        assertThat(client.ask(method, "/api/v1/patients").statusCode()).isEqualTo(405);
        assertThat(client.ask(method, "/health").statusCode()).isEqualTo(405);
    }

    @Test
    void whatIsNotAcceptedIsNotSent() throws Exception {
        assertThat(client.get("/api/v1/patients", "Accept", "text/html").statusCode())
                .isEqualTo(406);
        assertThat(client.get("/api/v1/patients", "Accept", "application/json;q=0")
                        .statusCode())
                .isEqualTo(406);
        assertThat(client.get("/api/v1/patients/P-1/cells/S1/points", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(406);
        for (String accepted : List.of("application/json", "text/html, */*;q=0.1", "application/*", "*/*")) {
            assertThat(client.get("/api/v1/patients", "Accept", accepted).statusCode())
                    .as(accepted)
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyIsRefusedBeforeItIsRead() throws Exception {
        String head = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

        assertThat(RawHttp.status(RawHttp.send(
                        server.port(), "POST /api/v1/patients" + head + "Content-Length: 100000000000\r\n\r\n")))
                .isEqualTo(413);
        assertThat(RawHttp.status(RawHttp.send(
                        server.port(), "GET /api/v1/patients" + head + "Transfer-Encoding: chunked\r\n\r\n")))
                .isEqualTo(413);
        assertThat(RawHttp.status(RawHttp.send(server.port(), "GET /health" + head + "Content-Length: 0\r\n\r\n")))
                .isEqualTo(200);
    }

    @Test
    void longAddressesAndHeadersAreRefused() throws Exception {
        assertThat(RawHttp.status(RawHttp.get(server.port(), "/health?" + "a".repeat(3000), "localhost")))
                .isEqualTo(414);
        assertThat(RawHttp.status(RawHttp.send(
                        server.port(),
                        "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(9000) + "\r\n\r\n")))
                .isEqualTo(431);
        assertThat(RawHttp.status(RawHttp.send(server.port(), "nonsense\r\n\r\n")))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/../../store/V1__results.sql",
                "/assets/..%5c..%5cbuild.properties",
                "//etc/passwd",
                "/assets/",
                "/api/v1/patients/../../../etc/passwd",
                "/api/v1/patients/P-1/cells/../../../..",
                "/api/v1/patients//mrd",
                "/api/v1/patients/%/mrd",
                "/api/v1/patients/%zz",
                "/api/v1/patients/P-1;a=b",
                "/index.html%00.js"
            })
    void noPathLeadsOut(String path) throws Exception {
        String response = RawHttp.get(server.port(), path, "localhost");

        assertThat(RawHttp.status(response)).isIn(400, 404);
        assertThat(response).doesNotContain("root:", "create table");
    }

    @Test
    void anotherHostNameIsRefusedOnTheLoopbackAddress() throws Exception {
        for (String host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "0.0.0.0")) {
            assertThat(RawHttp.status(RawHttp.get(server.port(), "/api/v1/patients", host)))
                    .as(host)
                    .isIn(400, 421);
        }
        for (String host : List.of("localhost", "LOCALHOST", "localhost:9000", "127.0.0.1:1", "[::1]:8080")) {
            assertThat(RawHttp.status(RawHttp.get(server.port(), "/api/v1/patients", host)))
                    .as(host)
                    .isEqualTo(200);
        }
        assertThat(RawHttp.status(RawHttp.send(server.port(), "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n")))
                .isIn(400, 421);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        List<String> answers = new ArrayList<>();
        for (String path :
                List.of("/", "/health", "/api/v1/patients", "/api/v1/patients/P-0", "/unknown", "/health?a=1")) {
            answers.add(RawHttp.get(server.port(), path, "localhost"));
        }
        answers.add(RawHttp.get(server.port(), "/health", "evil.example"));
        answers.add(RawHttp.get(server.port(), "/" + "a".repeat(3000), "localhost"));
        for (String answer : answers) {
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .contains("content-security-policy: default-src 'none'; script-src 'self';")
                    .contains("frame-ancestors 'none'")
                    .contains("x-content-type-options: nosniff")
                    .contains("x-frame-options: deny")
                    .contains("referrer-policy: no-referrer")
                    .contains("cache-control: no-store")
                    .doesNotContain("unsafe-inline", "unsafe-eval", "access-control-allow", "set-cookie", "server:");
        }
    }

    @Test
    void hostileTextStaysText() throws Exception {
        HttpResponse<byte[]> response = client.get("/api/v1/patients/P-hostile/mrd");

        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(json(response).at("/measurements/0/target/name").textValue()).isEqualTo(HOSTILE);
    }

    @Test
    void theLogNamesRoutesAndNeverPatients() throws Exception {
        client.get("/api/v1/patients/P-3/mrd");
        client.get("/api/v1/patients/P-loggedtoo/risk");
        client.get("/api/v1/patients/P%2010g");
        client.get("/api/v1/patients?after=P-2&limit=7");

        String log = Files.readString(Path.of("target", "server-test.log"));
        assertThat(log)
                .contains("GET /api/v1/patients/{id}/mrd 200")
                .contains("GET /api/v1/patients/{id}/risk 404")
                .contains("GET /api/v1/patients/{id} 400")
                .doesNotContain("P-3", "loggedtoo", "10g", "after=");
    }
}
