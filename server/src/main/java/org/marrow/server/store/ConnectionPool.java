package org.marrow.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections open between uses, and no more than {@link #SIZE} at a time. Opening one costs several milliseconds of
 * password arithmetic, which is more than most queries.
 */
final class ConnectionPool implements ConnectionProvider, AutoCloseable {
    static final int SIZE = 8;

    /** How long a caller waits for a connection before it is told that the database is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A connection that rested longer is tried before use, since the server may have gone meanwhile. */
    private static final long TRUSTED_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int TRIAL_SECONDS = 2;

    private final DataSource source;
    private final Semaphore places = new Semaphore(SIZE, true);
    private final ConcurrentLinkedDeque<Resting> resting = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private record Resting(Connection connection, long sinceNanos) {}

    ConnectionPool(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection acquire() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreUnavailableException(
                        "All " + SIZE + " connections to the database were busy for " + PATIENCE.toSeconds() + " s.",
                        null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Interrupted while waiting for the database.", interrupted);
        }
        try {
            @Nullable Connection rested = takeRested();
            return rested != null ? rested : source.getConnection();
        } catch (SQLException failure) {
            places.release();
            throw new StoreUnavailableException("The database cannot be reached: " + failure.getMessage(), failure);
        } catch (Throwable failure) {
            places.release();
            throw failure;
        }
    }

    private @Nullable Connection takeRested() throws SQLException {
        for (Resting next = resting.pollFirst(); next != null; next = resting.pollFirst()) {
            boolean fresh = System.nanoTime() - next.sinceNanos() < TRUSTED_REST_NANOS;
            if (fresh ? !next.connection().isClosed() : next.connection().isValid(TRIAL_SECONDS)) {
                return next.connection();
            }
            discard(next.connection());
        }
        return null;
    }

    @Override
    public void release(Connection connection) {
        try {
            // A connection in the middle of something is not for others.
            if (!closed && !connection.isClosed() && connection.getAutoCommit()) {
                resting.addFirst(new Resting(connection, System.nanoTime()));
            } else {
                discard(connection);
            }
        } catch (SQLException broken) {
            discard(connection);
        } finally {
            places.release();
        }
        if (closed) {
            close();
        }
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // Nothing is left to close.
            return;
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Resting next = resting.pollFirst(); next != null; next = resting.pollFirst()) {
            discard(next.connection());
        }
    }
}
