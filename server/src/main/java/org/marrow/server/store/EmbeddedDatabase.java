package org.marrow.server.store;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of our own, with its files in one folder that outlives it; {@link DatabaseFolder} tells which.
 *
 * <p>It listens on 127.0.0.1 alone, on a free port, and asks for a password that is random for each folder: another account of
 * the same machine could otherwise read the results through the port. Everything in the folder is for its owner only.
 *
 * <p>A PostgreSQL whose own process was killed recovers by itself; one that outlived a killed Marrow is stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** Recovery after a crash may take its time. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    static final String ADMINISTRATOR = "postgres";
    static final String OWNER = "marrow";
    static final String DATABASE = "marrow";

    private final FolderLock lock;
    private final Path cluster;
    private final EmbeddedPostgres postgres;
    private final String ownerPassword;

    private EmbeddedDatabase(FolderLock lock, Path cluster, EmbeddedPostgres postgres, String ownerPassword) {
        this.lock = lock;
        this.cluster = cluster;
        this.postgres = postgres;
        this.ownerPassword = ownerPassword;
    }

    /**
     * Starts the database of a folder, which is made when it is absent.
     *
     * @throws UserException when another process has the folder open, or when PostgreSQL cannot run here
     */
    public static EmbeddedDatabase open(Path folder) {
        try {
            OwnerOnly.createFolder(folder);
            FolderLock lock = FolderLock.acquire(folder.resolve("lock"));
            try {
                return start(new DatabaseFolder(folder.toRealPath()), lock);
            } catch (Throwable failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UserException(
                    ErrorCode.ENVIRONMENT,
                    "The database in " + folder + " could not be started: " + failure.getMessage()
                            + ". PostgreSQL's own words are in the log folder of its cluster there; --database URL uses"
                            + " another PostgreSQL.",
                    failure);
        }
    }

    private static EmbeddedDatabase start(DatabaseFolder folder, FolderLock lock) throws IOException {
        for (Path cluster : folder.clusters()) {
            stopSurvivor(cluster, folder);
        }
        folder.deleteUnfinished();
        boolean fresh = !folder.isReady();
        Path cluster = fresh ? folder.begin() : folder.cluster();
        EmbeddedPostgres postgres = startPostgres(folder.binaries(), cluster, folder.administratorPassword());
        try {
            String password = Files.readString(folder.ownerPassword());
            if (fresh) {
                createDatabase(postgres.getPort(), Files.readString(folder.administratorPassword()), password);
                folder.markReady(cluster);
            }
            return new EmbeddedDatabase(lock, cluster, postgres, password);
        } catch (Throwable failure) {
            postgres.close();
            throw failure;
        }
    }

    private static EmbeddedPostgres startPostgres(Path binaries, Path cluster, Path administratorPassword)
            throws IOException {
        try {
            return EmbeddedPostgres.builder()
                    .setPgBinaryResolver(new BinariesOf(binaries))
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_LIMIT)
                    // The library hands these to initdb as they are, after its own "-A trust", which the later one
                    // overrides.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", administratorPassword.toString())
                    .setLocaleConfig("locale", "C")
                    .setConnectConfig("password", Files.readString(administratorPassword))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "40")
                    // The library starts for throw-away data, with -F and without waiting for the disk.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // A log of its own that never holds what is stored.
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_error_verbosity", "terse")
                    .setServerConfig("log_min_error_statement", "panic")
                    .setServerConfig("log_rotation_size", "10MB")
                    .start();
        } catch (IllegalStateException | UncheckedIOException | ExceptionInInitializerError failure) {
            throw new IOException(describe(failure), failure);
        }
    }

    /** One for each folder, since the library unpacks once for each resolver that it meets. */
    private record BinariesOf(Path folder) implements PgBinaryResolver {
        @Override
        public InputStream getPgBinary(String system, String architecture) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        }
    }

    private static String describe(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure.toString() : failure + " (" + cause + ")";
    }

    /** The owner of the results is no administrator: nothing that reaches the store reaches files or programs through it. */
    private static void createDatabase(int port, String administratorPassword, String ownerPassword)
            throws IOException {
        try (Connection connection = source(port, ADMINISTRATOR, ADMINISTRATOR, administratorPassword)
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login password '" + ownerPassword + "'");
            statement.execute("create database " + DATABASE + " owner " + OWNER + " template template0 encoding 'UTF8'"
                    + " locale 'C'");
            statement.execute("revoke connect, temporary on database " + DATABASE + " from public");
        } catch (SQLException failure) {
            throw new IOException("the database could not be made: " + failure.getMessage(), failure);
        }
    }

    /** Stops a PostgreSQL that a killed Marrow left running on this cluster; we hold the lock, so no other Marrow uses it. */
    private static void stopSurvivor(Path cluster, DatabaseFolder folder) throws IOException {
        PostmasterFile file = PostmasterFile.read(cluster);
        if (file.pid().isEmpty()) {
            return;
        }
        ProcessHandle process = ProcessHandle.of(file.pid().getAsLong()).orElse(null);
        if (process == null || !isOurs(process, folder.binaries())) {
            // Left by a crash, and its number may since belong to another program, which PostgreSQL would take for a
            // rival.
            Files.deleteIfExists(file.path());
            return;
        }
        if (file.port().isPresent()) {
            endSessions(file.port().getAsInt(), Files.readString(folder.administratorPassword()));
        }
        process.destroy();
        if (!PostmasterFile.awaitGone(cluster, STOP_LIMIT)) {
            throw new IOException("an earlier PostgreSQL, process " + process.pid() + ", still runs on it");
        }
    }

    /** Whether a process runs a program of this very folder: any other PostgreSQL of the machine is not ours to stop. */
    private static boolean isOurs(ProcessHandle process, Path binaries) {
        return process.info()
                .command()
                .map(command -> Path.of(command).startsWith(binaries))
                .orElse(false);
    }

    /** A polite stop waits for sessions to end by themselves, so they are ended. */
    private static void endSessions(int port, String administratorPassword) {
        try (Connection connection = source(port, ADMINISTRATOR, ADMINISTRATOR, administratorPassword)
                        .getConnection();
                Statement statement = connection.createStatement();
                ResultSet ended = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid()")) {
            ended.next();
        } catch (SQLException unreachable) {
            // It is starting or stopping and takes no sessions, so there are none to end.
            return;
        }
    }

    /** Connections to the database of the results, as its owner. */
    public DataSource dataSource() {
        return source(postgres.getPort(), DATABASE, OWNER, ownerPassword);
    }

    public int port() {
        return postgres.getPort();
    }

    private static PGSimpleDataSource source(int port, String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("marrow");
        source.setReWriteBatchedInserts(true);
        return source;
    }

    /** Stops the server and waits until its files are at rest. */
    @Override
    public void close() {
        try {
            postgres.close();
            if (!PostmasterFile.awaitGone(cluster, STOP_LIMIT)) {
                throw new UserException(
                        ErrorCode.ENVIRONMENT,
                        "The database in " + cluster + " did not stop within " + STOP_LIMIT.toSeconds() + " s.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            lock.close();
        }
    }
}
