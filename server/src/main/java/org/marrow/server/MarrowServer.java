package org.marrow.server;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.server.api.ApiRouter;
import org.marrow.server.api.MalformedRequests;
import org.marrow.server.api.OpenApiDocument;
import org.marrow.server.api.Operations;
import org.marrow.server.config.ServerConfig;
import org.marrow.server.page.PageFiles;
import org.marrow.server.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: results over HTTP, and the page that shows them. */
public final class MarrowServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MarrowServer.class);

    /** As many as the store has connections. */
    private static final int WORKERS = 8;

    private static final int LONGEST_REQUEST_LINE = 2048;
    private static final int LARGEST_HEADERS = 8192;
    private static final int IDLE_SECONDS = 60;
    private static final int START_SECONDS = 30;

    /** How long answers under way may take to end when the server stops. */
    private static final int FAREWELL_SECONDS = 5;

    private final Database database;
    private final Vertx vertx;
    private final HttpServer http;

    private MarrowServer(Database database, Vertx vertx, HttpServer http) {
        this.database = database;
        this.vertx = vertx;
        this.http = http;
    }

    /**
     * Opens the store and listens.
     *
     * @throws UserException when the store cannot be opened or the port is taken
     */
    public static MarrowServer start(ServerConfig config) {
        return start(config, PageFiles.ofThisBuild());
    }

    static MarrowServer start(ServerConfig config, Optional<PageFiles> page) {
        boolean loopback = config.isLoopback();
        Database database = Database.open(config.data(), config.databaseUrl());
        Vertx vertx = Vertx.vertx();
        try {
            MarrowServer server = new MarrowServer(database, vertx, listen(config, page, loopback, database, vertx));
            LOG.info("Results in PostgreSQL {}", database.version());
            LOG.info("Listening on http://{}:{}/", config.host(), server.port());
            if (!loopback) {
                LOG.warn(
                        "There is no login yet: EVERYONE who can reach {} port {} can read EVERY result.",
                        config.host(),
                        server.port());
            }
            if (page.isEmpty()) {
                LOG.warn("This build has no page in it; the API alone is served.");
            }
            return server;
        } catch (Throwable failure) {
            vertx.close().await();
            database.close();
            throw failure;
        }
    }

    private static HttpServer listen(
            ServerConfig config, Optional<PageFiles> page, boolean loopback, Database database, Vertx vertx) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false);
        try {
            OpenApiDocument document = OpenApiDocument.load();
            OpenAPIContract contract = document.contract(vertx).await(START_SECONDS, TimeUnit.SECONDS);
            WorkerExecutor workers = vertx.createSharedWorkerExecutor("marrow-store", WORKERS);
            Operations operations = new Operations(database, document, MarrowVersion.read());
            return vertx.createHttpServer(options)
                    .invalidRequestHandler(new MalformedRequests())
                    .requestHandler(ApiRouter.create(vertx, workers, contract, operations, page, loopback))
                    .listen()
                    .await(START_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw explained(failure, config);
        }
    }

    private static RuntimeException explained(Exception failure, ServerConfig config) {
        if (failure instanceof BindException) {
            return new UserException(
                    ErrorCode.ENVIRONMENT,
                    "Cannot listen on " + config.host() + " port " + config.port() + ": " + failure.getMessage()
                            + ". Use another --port.",
                    failure);
        }
        if (failure instanceof TimeoutException) {
            return new UserException(
                    ErrorCode.ENVIRONMENT, "The server did not start within " + START_SECONDS + " s.", failure);
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    /** The port that it listens on, which is another than the configured one when that was 0. */
    public int port() {
        return http.actualPort();
    }

    /** Stops to listen, lets answers under way end, and closes the store. */
    @Override
    public void close() {
        try {
            http.shutdown(FAREWELL_SECONDS, TimeUnit.SECONDS).await();
            vertx.close().await();
        } finally {
            database.close();
        }
    }
}
