package org.marrow.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all test classes of this JVM; each class works in a schema of its own. */
public final class TestDatabase {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestDatabase() {}

    private static final class Running {
        private static final Path FOLDER = temporaryFolder();
        private static final EmbeddedDatabase SERVER = EmbeddedDatabase.open(FOLDER);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Running::stop));
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("marrow-test-database");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void stop() {
            SERVER.close();
            try {
                DeletedTree.delete(FOLDER);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** URL of an empty schema, with user and password, as a user would give it to {@code --database}. */
    public static String freshUrl() {
        PGSimpleDataSource source = (PGSimpleDataSource) Running.SERVER.dataSource();
        String schema = "test" + SCHEMAS.incrementAndGet();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return "jdbc:postgresql://127.0.0.1:" + Running.SERVER.port() + "/" + EmbeddedDatabase.DATABASE + "?user="
                + source.getUser() + "&password=" + source.getPassword() + "&currentSchema=" + schema;
    }

    public static Database fresh() {
        return Database.connect(freshUrl());
    }
}
