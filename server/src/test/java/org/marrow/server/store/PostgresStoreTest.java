package org.marrow.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marrow.server.testing.Results.NOON;
import static org.marrow.server.testing.Results.bundle;
import static org.marrow.server.testing.Results.cellMap;
import static org.marrow.server.testing.Results.detected;
import static org.marrow.server.testing.Results.established;
import static org.marrow.server.testing.Results.notDetected;
import static org.marrow.server.testing.Results.output;
import static org.marrow.server.testing.Results.patient;
import static org.marrow.server.testing.Results.run;
import static org.marrow.server.testing.Results.sample;
import static org.marrow.server.testing.Results.whole;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.mrd.MrdTechnique;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.run.ResultBundle;
import org.marrow.core.run.RunId;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStoreTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

    private Database database;
    private PostgresStore store;
    private PatientReader patients;
    private RunReader runs;

    @BeforeAll
    void open() {
        database = TestDatabase.fresh();
        store = new PostgresStore(database);
        patients = new PatientReader(database);
        runs = new RunReader(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** Rows of every table. */
    static Map<String, Integer> counts(Database database) {
        return database.read(PostgresStoreTest::counts);
    }

    private static Map<String, Integer> counts(DSLContext sql) {
        Map<String, Integer> counts = new TreeMap<>();
        for (var table : List.of(
                Tables.Runs.TABLE,
                Tables.Patients.TABLE,
                Tables.Samples.TABLE,
                Tables.Treatments.TABLE,
                Tables.Outputs.TABLE,
                Tables.InputFiles.TABLE,
                Tables.Measurements.TABLE,
                Tables.Risks.TABLE,
                Tables.CellMaps.TABLE)) {
            counts.put(table.getName(), sql.fetchCount(table));
        }
        return counts;
    }

    @Test
    void whatWasPublishedIsReadBack() {
        ResultBundle bundle = whole("readback", NOON, "P-readback");

        assertThat(store.publish(bundle)).isTrue();

        RunReader.StoredRun run = runs.run(new RunId("readback")).orElseThrow();
        assertThat(run.run()).isEqualTo(bundle.run());
        assertThat(run.outputs()).hasSize(3);
        assertThat(run.outputs().get(1).process()).isEqualTo("MRD_LAB");
        assertThat(run.outputs().get(1).sample()).isEmpty();
        assertThat(run.outputs().get(1).parameters())
                .isEqualTo(bundle.outputs().get(1).parameters());
        assertThat(run.outputs().get(1).inputs())
                .isEqualTo(bundle.outputs().get(1).inputs());
        Pseudonym pseudonym = new Pseudonym("P-readback");
        PatientReader.PatientDetail detail = patients.patient(pseudonym).orElseThrow();
        assertThat(detail.patient()).isEqualTo(bundle.patients().getFirst());
        assertThat(detail.runs()).containsExactly(new RunId("readback"));
        assertThat(detail.cellMaps())
                .containsExactly(new PatientReader.CellMapSummary(new SampleId("S1"), new RunId("readback"), 3, 2));
        assertThat(patients.measurements(pseudonym, Optional.empty()).orElseThrow())
                .extracting(measurement -> measurement.record().path("level").asDouble())
                .containsExactly(0.25, 0.0);
        assertThat(patients.risks(pseudonym, Optional.empty()).orElseThrow())
                .singleElement()
                .satisfies(risk -> {
                    assertThat(risk.sample()).contains(new SampleId("S1"));
                    assertThat(risk.record().at("/range/worst").textValue()).isEqualTo("adverse");
                    assertThat(risk.record().at("/score/best").doubleValue()).isEqualTo(-1.25);
                });
        assertThat(patients.cellPoints(pseudonym, new SampleId("S1"), Optional.empty()))
                .isPresent();
    }

    @Test
    void publishingTheSameRunAgainChangesNothing() {
        store.publish(whole("twice", NOON, "P-twice"));
        Map<String, Integer> before = counts(database);

        assertThat(store.publish(whole("twice", NOON.plusSeconds(5), "P-other")))
                .isFalse();

        assertThat(counts(database)).isEqualTo(before);
        assertThat(patients.patient(new Pseudonym("P-other"))).isEmpty();
    }

    @Test
    void ofManyThatPublishTheSameRunAtOnceExactlyOneDoes() throws Exception {
        int publishers = 6;
        CyclicBarrier start = new CyclicBarrier(publishers);
        try (ExecutorService threads = Executors.newFixedThreadPool(publishers)) {
            for (int round = 0; round < 10; round++) {
                ResultBundle bundle = whole("race-" + round, NOON, "P-race-" + round);
                Callable<Boolean> publish = () -> {
                    start.await();
                    return store.publish(bundle);
                };
                List<Future<Boolean>> answers = new ArrayList<>();
                for (int i = 0; i < publishers; i++) {
                    answers.add(threads.submit(publish));
                }
                int published = 0;
                for (Future<Boolean> answer : answers) {
                    published += answer.get() ? 1 : 0;
                }
                assertThat(published).isEqualTo(1);
                assertThat(patients.measurements(new Pseudonym("P-race-" + round), Optional.empty())
                                .orElseThrow())
                        .hasSize(2);
            }
        }
    }

    @Test
    void aTextThatTheDatabaseCannotHoldLeavesNothingAndSaysSo() {
        Map<String, Integer> before = counts(database);
        String target = "NPM1\u0000";

        assertThatThrownBy(() -> store.publish(bundle(
                        run("nul", NOON),
                        List.of(patient("P-nul")),
                        output("MRD", "P-nul")
                                .measurement(detected("P-nul", "S", DAY, MrdTechnique.QPCR, target, 0.1)))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("U+0000");

        assertThat(counts(database)).isEqualTo(before);
    }

    @Test
    void anyOtherTextIsKeptAsItIs() {
        String nasty = "'; drop table run; -- <script>alert(1)</script> \" \\ ../%00 \u2028 😀 \u202e";
        store.publish(bundle(
                run("nasty", NOON),
                List.of(patient("P-nasty")),
                output("MRD", "P-nasty").measurement(detected("P-nasty", "S", DAY, MrdTechnique.QPCR, nasty, 0.1))));

        assertThat(patients.measurements(new Pseudonym("P-nasty"), Optional.empty())
                        .orElseThrow())
                .singleElement()
                .satisfies(found -> assertThat(found.record().at("/target/name").textValue())
                        .isEqualTo(nasty));
    }

    @Test
    void aMeasurementOfAnotherPatientIsRefused() {
        ResultBundle bundle = bundle(
                run("stranger", NOON),
                List.of(patient("P-a"), patient("P-b")),
                output("MRD", "P-a").measurement(detected("P-b", "S", DAY, MrdTechnique.QPCR, "T", 0.1)));

        assertThatThrownBy(() -> store.publish(bundle))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected P-a, found P-b");
        assertThat(runs.run(new RunId("stranger"))).isEmpty();
    }

    @Test
    void aCellMapWithoutItsSampleIsRefused() {
        ResultBundle bundle = bundle(
                run("unplaced", NOON),
                List.of(patient("P-u")),
                output("CLUSTER", "P-u").cells(cellMap()));

        assertThatThrownBy(() -> store.publish(bundle)).isInstanceOf(InvalidValueException.class);
        assertThat(runs.run(new RunId("unplaced"))).isEmpty();
    }

    @Test
    void theRunThatFinishedLastAnswersWhateverTheOrderOfPublishing() {
        Pseudonym pseudonym = new Pseudonym("P-order");
        for (String id : List.of("order-2", "order-3", "order-1")) {
            int number = id.charAt(id.length() - 1) - '0';
            store.publish(bundle(
                    run(id, NOON.plusSeconds(number)),
                    List.of(patient("P-order")),
                    output("RISK", "P-order").risk(established(number == 3 ? "adverse" : "favourable")),
                    output("MRD", "P-order")
                            .measurement(detected("P-order", "S", DAY, MrdTechnique.QPCR, "T", number / 10.0))));
        }

        assertThat(patients.risks(pseudonym, Optional.empty()).orElseThrow())
                .singleElement()
                .satisfies(risk -> assertThat(risk.run().value()).isEqualTo("order-3"));
        assertThat(patients.measurements(pseudonym, Optional.empty()).orElseThrow())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.record().path("level").doubleValue()).isEqualTo(0.3));
        assertThat(patients.measurements(pseudonym, Optional.of(new RunId("order-1")))
                        .orElseThrow())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.record().path("level").doubleValue()).isEqualTo(0.1));
        assertThat(patients.patient(pseudonym).orElseThrow().runs())
                .extracting(RunId::value)
                .containsExactly("order-3", "order-2", "order-1");
    }

    @Test
    void aLaterRunHidesOnlyWhatItAnswersItself() {
        Pseudonym pseudonym = new Pseudonym("P-partly");
        Patient patient = patient("P-partly", sample("P-partly", "S", DAY));
        store.publish(bundle(
                run("partly-1", NOON),
                List.of(patient),
                output("RISK", "P-partly").risk(established("favourable")),
                output("MRD", "P-partly")
                        .measurement(detected("P-partly", "S", DAY, MrdTechnique.QPCR, "T", 0.1))
                        .measurement(detected("P-partly", "S", DAY, MrdTechnique.DPCR, "T", 0.1))
                        .measurement(detected("P-partly", "S", DAY, MrdTechnique.QPCR, "U", 0.1))
                        .measurement(detected("P-partly", "S", DAY.plusDays(1), MrdTechnique.QPCR, "T", 0.1)),
                output("MRD_TRACK", "P-partly")
                        .measurement(detected("P-partly", "S", DAY, MrdTechnique.QPCR, "T", 0.1))));
        store.publish(bundle(
                run("partly-2", NOON.plusSeconds(1)),
                List.of(patient),
                output("MRD", "P-partly").measurement(detected("P-partly", "S", DAY, MrdTechnique.QPCR, "T", 0.2))));

        assertThat(patients.risks(pseudonym, Optional.empty()).orElseThrow()).hasSize(1);
        assertThat(patients.measurements(pseudonym, Optional.empty()).orElseThrow())
                .extracting(
                        found -> found.process(),
                        found -> found.run().value(),
                        found -> found.record().path("date").textValue(),
                        found -> found.record().path("technique").textValue(),
                        found -> found.record().at("/target/name").textValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("MRD", "partly-1", "2025-03-04", "DPCR", "T"),
                        org.assertj.core.groups.Tuple.tuple("MRD", "partly-2", "2025-03-04", "QPCR", "T"),
                        org.assertj.core.groups.Tuple.tuple("MRD_TRACK", "partly-1", "2025-03-04", "QPCR", "T"),
                        org.assertj.core.groups.Tuple.tuple("MRD", "partly-1", "2025-03-04", "QPCR", "U"),
                        org.assertj.core.groups.Tuple.tuple("MRD", "partly-1", "2025-03-05", "QPCR", "T"));
    }

    @Test
    void twoAnswersOfOneRunToTheSameQuestionBothStay() {
        store.publish(bundle(
                run("replicates", NOON),
                List.of(patient("P-replicates")),
                output("MRD", "P-replicates")
                        .measurement(detected("P-replicates", "S", DAY, MrdTechnique.QPCR, "T", 0.1))
                        .measurement(detected("P-replicates", "S", DAY, MrdTechnique.QPCR, "T", 0.2))));

        assertThat(patients.measurements(new Pseudonym("P-replicates"), Optional.empty())
                        .orElseThrow())
                .hasSize(2);
    }

    @Test
    void theListShowsOfTheLastDayWhatSaysMost() {
        store.publish(bundle(
                run("last", NOON),
                List.of(patient("P-last-1"), patient("P-last-2"), patient("P-last-3")),
                output("MRD", "P-last-1")
                        .measurement(detected("P-last-1", "S", DAY, MrdTechnique.QPCR, "T", 0.5))
                        .measurement(detected("P-last-1", "S", DAY.plusDays(1), MrdTechnique.QPCR, "T", 0.01))
                        .measurement(detected("P-last-1", "S", DAY.plusDays(1), MrdTechnique.DPCR, "T", 0.02))
                        .measurement(notDetected("P-last-1", "S", DAY.plusDays(1), MrdTechnique.FLOW, "L", 1e-6)),
                output("MRD", "P-last-2")
                        .measurement(notDetected("P-last-2", "S", DAY, MrdTechnique.QPCR, "T", 1e-4))
                        .measurement(notDetected("P-last-2", "S", DAY, MrdTechnique.FLOW, "T", 1e-5))));

        List<PatientReader.PatientSummary> list = patients.patients(Optional.of(new Pseudonym("P-last")), 3);

        assertThat(list)
                .extracting(summary -> summary.patient().pseudonym().value())
                .containsExactly("P-last-1", "P-last-2", "P-last-3");
        assertThat(list.get(0).lastMrd().orElseThrow().level()).hasValue(0.02);
        assertThat(list.get(1).lastMrd().orElseThrow().limitOfDetection()).hasValue(1e-5);
        assertThat(list.get(1).firstDate()).contains(DAY);
        assertThat(list.get(2).lastMrd()).isEmpty();
        assertThat(list.get(2).lastDate()).isEmpty();
    }

    @Test
    void runsAreListedFromTheLatestInPages() {
        for (int i = 0; i < 3; i++) {
            store.publish(bundle(run("page-" + i, NOON.plusSeconds(1_000_000 + i)), List.of()));
        }

        List<RunReader.RunSummary> first = runs.runs(Optional.empty(), 2);
        List<RunReader.RunSummary> second =
                runs.runs(Optional.of(first.getLast().id()), 1);

        assertThat(first).extracting(run -> run.id().value()).containsExactly("page-2", "page-1");
        assertThat(second).extracting(run -> run.id().value()).containsExactly("page-0");
        assertThat(runs.runs(Optional.of(new RunId("never-published")), 10)).isEmpty();
    }
}
