package org.marrow.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marrow.server.testing.Results.NOON;
import static org.marrow.server.testing.Results.whole;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.UserException;
import org.marrow.core.run.RunId;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void keepsResultsBetweenStartsForItsOwnerAlone() throws Exception {
        Path data = folder.resolve("results with blanks").resolve("database");
        Map<String, Integer> before;
        try (Database database = Database.embedded(data)) {
            new PostgresStore(database).publish(whole("kept", NOON, "P-kept"));
            before = PostgresStoreTest.counts(database);
            assertIsLockedAgainstOthers(data);
        }
        Path mark = new DatabaseFolder(data).cluster().resolve("postmaster.pid");
        assertThat(Files.exists(mark)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("password"))))
                .isEqualTo("rw-------");

        // As after a restart of the machine: the mark of a PostgreSQL whose number another program has now.
        Files.writeString(
                mark, ProcessHandle.current().pid() + "\n" + mark.getParent() + "\n1\n1\n\n127.0.0.1\n\nready\n");
        try (EmbeddedDatabase embedded = EmbeddedDatabase.open(data)) {
            try (Database database = Database.migrated(embedded.dataSource(), null)) {
                assertThat(PostgresStoreTest.counts(database)).isEqualTo(before);
                assertThat(new RunReader(database).run(new RunId("kept"))).isPresent();
            }
            assertIsSetUpForResults(embedded);
            assertIsClosedToStrangers(embedded);
        }
    }

    private static void assertIsLockedAgainstOthers(Path data) throws Exception {
        assertThatThrownBy(() -> EmbeddedDatabase.open(data))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is in use by another Marrow")
                .hasMessageContaining("process " + ProcessHandle.current().pid());
        try (PublishingChild other = PublishingChild.embedded(data, "other")) {
            assertThat(other.refusal())
                    .contains("is in use by another Marrow (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    private static void assertIsSetUpForResults(EmbeddedDatabase embedded) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Connection connection = embedded.dataSource().getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit',"
                                        + " 'full_page_writes', 'listen_addresses', 'server_encoding', 'log_min_error_statement')"
                                        + " union select 'superuser', rolsuper::text from pg_roles where rolname = current_user"
                                        + " union select 'collation', datcollate from pg_database where datname ="
                                        + " current_database()")) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        assertThat(settings)
                .isEqualTo(Map.of(
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on",
                        "listen_addresses", "127.0.0.1",
                        "server_encoding", "UTF8",
                        "log_min_error_statement", "panic",
                        "superuser", "false",
                        "collation", "C"));
    }

    private static void assertIsClosedToStrangers(EmbeddedDatabase embedded) throws Exception {
        for (String user : new String[] {EmbeddedDatabase.OWNER, EmbeddedDatabase.ADMINISTRATOR}) {
            PGSimpleDataSource guess = new PGSimpleDataSource();
            guess.setServerNames(new String[] {"127.0.0.1"});
            guess.setPortNumbers(new int[] {embedded.port()});
            guess.setDatabaseName(EmbeddedDatabase.DATABASE);
            guess.setUser(user);
            guess.setPassword("postgres");
            assertThatThrownBy(guess::getConnection)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> connect(address, embedded.port())).isInstanceOf(IOException.class);
                }
            }
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
        }
    }

    @Test
    void aFirstStartThatWasKilledIsMadeAnew() throws Exception {
        Path data = folder.resolve("database");
        try (PublishingChild child = PublishingChild.embedded(data, "never")) {
            // initdb is at work now, and goes on when its parent is gone.
            while (Files.notExists(data) || clusterFiles(data) == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
                assertThat(child.isAlive()).isTrue();
            }
            child.kill();
        }
        assertThat(new DatabaseFolder(data).isReady()).isFalse();

        try (Database database = Database.embedded(data)) {
            assertThat(new PostgresStore(database).publish(whole("first", NOON, "P-first")))
                    .isTrue();
        }
    }

    private static long clusterFiles(Path data) throws IOException {
        long files = 0;
        for (Path cluster : new DatabaseFolder(data).clusters()) {
            try (Stream<Path> found = Files.list(cluster)) {
                files += found.count();
            }
        }
        return files;
    }
}
