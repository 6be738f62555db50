package org.marrow.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marrow.server.testing.Results.NOON;
import static org.marrow.server.testing.Results.whole;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.run.ResultBundle;
import org.marrow.core.run.RunId;
import org.postgresql.ds.PGSimpleDataSource;

class PublishedWholeOrNotAtAllTest {
    /** Statements of one publication of {@link org.marrow.server.testing.Results#whole}, with its commit. */
    private static final int STATEMENTS = 10;

    @Test
    void aFailureAtAnyStatementLeavesNothing() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.freshUrl());
        StatementGate gate = new StatementGate();
        try (Database database = Database.migrated(gate.over(source), null)) {
            PostgresStore store = new PostgresStore(database);
            store.publish(whole("before", NOON, "P-before"));
            Map<String, Integer> before = PostgresStoreTest.counts(database);
            ResultBundle bundle = whole("failing", NOON, "P-failing");
            for (int failing = 1; failing <= STATEMENTS; failing++) {
                int number = failing;
                gate.arm(reached -> {
                    if (reached == number) {
                        throw new SQLException("the disk is full", "53100");
                    }
                });
                assertThatThrownBy(() -> store.publish(bundle)).isInstanceOf(StoreUnavailableException.class);
                gate.arm(reached -> {});
                assertThat(PostgresStoreTest.counts(database)).isEqualTo(before);
            }

            gate.arm(reached -> {});
            assertThat(store.publish(bundle)).isTrue();
            assertThat(gate.passed()).isEqualTo(STATEMENTS);
            assertThat(PostgresStoreTest.counts(database)).isEqualTo(doubled(before));
        }
    }

    private static Map<String, Integer> doubled(Map<String, Integer> counts) {
        Map<String, Integer> doubled = new HashMap<>();
        counts.forEach((table, rows) -> doubled.put(table, 2 * rows));
        return doubled;
    }

    @Test
    void aReaderSeesARunWholeOrNotAtAll() throws InterruptedException {
        try (Database database = TestDatabase.fresh()) {
            PostgresStore store = new PostgresStore(database);
            PatientReader patients = new PatientReader(database);
            AtomicBoolean done = new AtomicBoolean();
            Thread publisher = Thread.ofPlatform().start(() -> {
                for (int i = 100; i < 140; i++) {
                    store.publish(whole("seen-" + i, NOON, "P-seen-" + i));
                }
                done.set(true);
            });
            int seen = 0;
            while (!done.get()) {
                for (PatientReader.PatientSummary summary : patients.patients(Optional.empty(), 1000)) {
                    assertThat(summary.risks()).hasSize(1);
                    assertThat(summary.lastMrd()).isPresent();
                    assertThat(summary.patient().samples()).hasSize(2);
                    seen++;
                }
            }
            publisher.join();
            assertThat(patients.patients(Optional.empty(), 1000)).hasSize(40);
            assertThat(seen).isPositive();
        }
    }

    @Test
    void aKilledPublisherLeavesAllOrNothing() throws Exception {
        String url = TestDatabase.freshUrl();
        try (Database database = Database.connect(url)) {
            Map<String, Integer> complete = completeCounts();
            Map<String, Integer> before = PostgresStoreTest.counts(database);
            for (int point : new int[] {1, 2, 5, 8, STATEMENTS}) {
                String run = "killed-" + point;
                try (PublishingChild child = PublishingChild.connect(url, run)) {
                    child.awaitStatement(point);
                    child.kill();
                }
                // The server notices the lost client when it next speaks to it, which is at once on a closed socket.
                assertThat(new RunReader(database).run(new RunId(run))).isEmpty();
                assertThat(PostgresStoreTest.counts(database)).isEqualTo(before);
            }
            try (PublishingChild child = PublishingChild.connect(url, "acknowledged")) {
                child.awaitPublished();
                child.kill();
            }
            assertThat(PostgresStoreTest.counts(database)).isEqualTo(complete);
            // What was killed can be published again, and what was acknowledged need not be.
            PostgresStore store = new PostgresStore(database);
            assertThat(store.publish(whole("killed-5", NOON, "P-killed-5"))).isTrue();
            assertThat(store.publish(whole("acknowledged", NOON, "P-acknowledged")))
                    .isFalse();
        }
    }

    /** Rows of a store in which {@link org.marrow.server.testing.Results#whole} was published once. */
    private static Map<String, Integer> completeCounts() {
        try (Database database = TestDatabase.fresh()) {
            new PostgresStore(database).publish(whole("complete", NOON, "P-killed"));
            return PostgresStoreTest.counts(database);
        }
    }

    @Test
    void aKilledMarrowWithItsOwnDatabaseLeavesAllOrNothing(@TempDir Path folder) throws Exception {
        try (PublishingChild child = PublishingChild.embedded(folder, "acknowledged")) {
            child.awaitPublished();
            child.kill();
        }
        // Its PostgreSQL outlived it; the next one takes over.
        try (PublishingChild child = PublishingChild.embedded(folder, "killed")) {
            child.awaitStatement(STATEMENTS);
            child.kill();
            child.killPostgres(folder);
        }
        try (Database database = Database.embedded(folder)) {
            assertThat(PostgresStoreTest.counts(database)).isEqualTo(completeCounts());
            assertThat(new RunReader(database).runs(Optional.empty(), 10))
                    .extracting(run -> run.id().value())
                    .containsExactly("acknowledged");
            assertThat(new PatientReader(database)
                            .measurements(new Pseudonym("P-acknowledged"), Optional.empty())
                            .orElseThrow())
                    .hasSize(2);
        }
    }
}
