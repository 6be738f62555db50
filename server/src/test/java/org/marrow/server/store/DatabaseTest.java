package org.marrow.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marrow.server.testing.Results.NOON;
import static org.marrow.server.testing.Results.whole;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {
    @Test
    void anotherPostgresIsUsedByItsUrlAndKeepsItsTables() {
        String url = TestDatabase.freshUrl();
        try (Database database = Database.open(Path.of("unused"), Optional.of(url))) {
            assertThat(database.isAlive()).isTrue();
            assertThat(database.version()).startsWith("18.");
            new PostgresStore(database).publish(whole("by-url", NOON, "P-url"));
        }
        try (Database database = Database.open(Path.of("unused"), Optional.of(url))) {
            assertThat(new RunReader(database).runs(Optional.empty(), 10)).hasSize(1);
        }
    }

    @Test
    void schemasOfOneServerKeepTheirProjectsApart() {
        try (Database one = TestDatabase.fresh();
                Database other = TestDatabase.fresh()) {
            new PostgresStore(one).publish(whole("apart", NOON, "P-apart"));

            assertThat(new RunReader(one).runs(Optional.empty(), 10)).hasSize(1);
            assertThat(new RunReader(other).runs(Optional.empty(), 10)).isEmpty();
        }
    }

    @Test
    void aUrlOfAnotherKindIsRefusedWithoutBeingRepeated() {
        for (String url : List.of("postgresql://u:secret@h/d", "jdbc:mysql://h/d?password=secret", "secret")) {
            assertThatThrownBy(() -> Database.connect(url))
                    .isInstanceOfSatisfying(
                            UserException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.USAGE))
                    .message()
                    .contains("jdbc:postgresql:")
                    .doesNotContain("secret");
        }
        assertThatThrownBy(() -> Database.connect("jdbc:postgresql://h:port/d?password=secret"))
                .isInstanceOf(UserException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedWithoutThePassword() {
        assertThatThrownBy(() -> Database.connect("jdbc:postgresql://127.0.0.1:1/d?user=u&password=secret"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("127.0.0.1:1")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void tablesOfANewerMarrowAreLeftAlone() throws SQLException {
        String url = TestDatabase.freshUrl();
        Database.connect(url).close();
        execute(
                url,
                "insert into flyway_schema_history values (2, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'marrow',"
                        + " now(), 1, true)");

        assertThatThrownBy(() -> Database.connect(url))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("9999");
    }

    @Test
    void tablesOfAnotherProgramAreLeftAlone() throws SQLException {
        String url = TestDatabase.freshUrl();
        execute(url, "create table theirs (id integer)");

        assertThatThrownBy(() -> Database.connect(url))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("non-empty schema");
    }

    private static void execute(String url, String sql) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void moreReadersThanConnectionsAreAllServedAndNoneIsLost() throws Exception {
        try (Database database = TestDatabase.fresh();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 3; round++) {
                List<Future<Boolean>> answers = new ArrayList<>();
                for (int i = 0; i < 10 * ConnectionPool.SIZE; i++) {
                    int number = i;
                    answers.add(threads.submit(() -> number % 5 == 0 ? fails(database) : database.isAlive()));
                }
                for (Future<Boolean> answer : answers) {
                    assertThat(answer.get()).isTrue();
                }
            }
        }
    }

    private static boolean fails(Database database) {
        try {
            database.read(sql -> sql.fetch("select 1 / 0"));
            return false;
        } catch (org.marrow.core.error.BugException refused) {
            return true;
        }
    }

    @Test
    void aReaderCannotWrite() {
        try (Database database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> database.read(sql -> sql.execute("create table t (id integer)")))
                    .hasRootCauseMessage("ERROR: cannot execute CREATE TABLE in a read-only transaction");
        }
    }
}
