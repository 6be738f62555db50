package org.marrow.server.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An open PostgreSQL with the tables of this version of Marrow in it: our own, or any other by its URL.
 *
 * <p>The tables lie in the connection's current schema, so that several projects can share one server with
 * {@code currentSchema} in their URLs.
 */
public final class Database implements AutoCloseable {
    /** The first with {@code unique nulls not distinct}. */
    private static final int OLDEST_VERSION = 15;

    private static final String MIGRATIONS = "classpath:org/marrow/server/store";
    private static final String URL_START = "jdbc:postgresql:";

    /** SQLSTATE classes of a database that is away: connection, resources, operator intervention (PostgreSQL, appendix A). */
    private static final Set<String> AWAY = Set.of("08", "53", "57");

    /** SQLSTATE of a character that the database cannot hold, in text and in JSON: only NUL, as Java text is UTF-16. */
    private static final Set<String> UNSTORABLE_CHARACTER = Set.of("22021", "22P05");

    private final ConnectionPool pool;
    private final DSLContext sql;
    private final @Nullable EmbeddedDatabase embedded;

    private Database(ConnectionPool pool, @Nullable EmbeddedDatabase embedded) {
        this.pool = pool;
        this.sql = DSL.using(pool, SQLDialect.POSTGRES);
        this.embedded = embedded;
    }

    /**
     * Opens the one that the user asked for.
     *
     * @param data folder of results; the embedded database lies in its folder {@code database}
     * @param url JDBC URL of another PostgreSQL, instead of the embedded one
     * @throws UserException when it cannot be opened
     */
    public static Database open(Path data, Optional<String> url) {
        return url.isPresent() ? connect(url.get()) : embedded(data.resolve("database"));
    }

    /** Opens our own PostgreSQL, with its files in {@code folder}. */
    static Database embedded(Path folder) {
        EmbeddedDatabase embedded = EmbeddedDatabase.open(folder);
        try {
            return migrated(embedded.dataSource(), embedded);
        } catch (Throwable failure) {
            embedded.close();
            throw failure;
        }
    }

    /** Opens another PostgreSQL; its URL may hold user and password, so no message repeats it. */
    static Database connect(String url) {
        if (!url.startsWith(URL_START)) {
            throw new UserException(
                    ErrorCode.USAGE,
                    "--database: expected a URL that begins with " + URL_START + ", found another one");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException malformed) {
            throw new UserException(
                    ErrorCode.USAGE,
                    "--database: expected " + URL_START + "//host:port/database?user=…, found a URL that is not one",
                    malformed);
        }
        source.setApplicationName("marrow");
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        return migrated(source, null);
    }

    /** Over any source of connections, which stays the caller's. */
    static Database migrated(DataSource source, @Nullable EmbeddedDatabase embedded) {
        ConnectionPool pool = new ConnectionPool(source);
        Database database = new Database(pool, embedded);
        try {
            database.requireUsable();
            migrate(source);
            return database;
        } catch (Throwable failure) {
            pool.close();
            throw failure;
        }
    }

    private void requireUsable() {
        int version = Integer.parseInt(setting("server_version_num")) / 10_000;
        if (version < OLDEST_VERSION) {
            throw new UserException(
                    ErrorCode.ENVIRONMENT,
                    "Marrow needs PostgreSQL " + OLDEST_VERSION + " or newer, found " + setting("server_version"));
        }
        if (!setting("server_encoding").equals("UTF8")) {
            throw new UserException(
                    ErrorCode.ENVIRONMENT,
                    "Marrow needs a database with encoding UTF8, found " + setting("server_encoding"));
        }
    }

    private String setting(String name) {
        return read(snapshot -> snapshot.fetchOne("select current_setting({0})", DSL.inline(name)))
                .get(0, String.class);
    }

    private static void migrate(DataSource source) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    // Tables of a newer Marrow are not ours to guess at.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new UserException(
                    ErrorCode.ENVIRONMENT, "The tables could not be prepared: " + failure.getMessage(), failure);
        }
    }

    /**
     * Reads in one snapshot, so that a run that is published meanwhile is seen whole or not at all.
     *
     * @throws StoreUnavailableException when the database is away
     */
    <T> T read(Function<DSLContext, T> work) {
        return translated(() -> sql.transactionResult(transaction -> {
            transaction.dsl().execute("set transaction isolation level repeatable read read only");
            return work.apply(transaction.dsl());
        }));
    }

    /**
     * Writes in one transaction, which any exception undoes.
     *
     * @throws StoreUnavailableException when the database is away
     */
    <T> T write(Function<DSLContext, T> work) {
        return translated(() -> sql.transactionResult(transaction -> work.apply(transaction.dsl())));
    }

    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException failure) {
            String state = failure.sqlState();
            if (UNSTORABLE_CHARACTER.contains(state)) {
                throw new UserException(
                        ErrorCode.VALUE,
                        "A text of this run has the character U+0000 in it, which the database cannot hold.",
                        failure);
            }
            if (AWAY.contains(state.substring(0, 2))) {
                throw new StoreUnavailableException("The database went away: " + state, failure);
            }
            throw new BugException("The database refused a statement: " + state, failure);
        }
    }

    /** Whether the database answers. */
    public boolean isAlive() {
        try {
            return read(snapshot -> snapshot.fetchOne("select 1")) != null;
        } catch (StoreUnavailableException away) {
            return false;
        }
    }

    /** Such as {@code 18.1}. */
    public String version() {
        return setting("server_version");
    }

    /** Ends all connections, and the database itself when it is our own. */
    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
