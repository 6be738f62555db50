package org.marrow.workflows.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.server.MarrowServer;
import org.marrow.server.config.ServerConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marrow serve}. */
@Command(
        name = "serve",
        description = "Serves published results: the page at / and the API at /api/v1.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "a folder that marrow run or marrow demo wrote")
    private Path data = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "0 to 65535; 0 takes any free one (default: ${DEFAULT-VALUE})")
    private int port = ServerConfig.DEFAULT_PORT;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "address to listen on (default: ${DEFAULT-VALUE}, which only this machine reaches)")
    private String host = ServerConfig.DEFAULT_HOST;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "JDBC URL of a PostgreSQL 15 or newer (default: the embedded one in DIR/store)")
    private @Nullable String database;

    @Override
    public Integer call() throws InterruptedException {
        serve(new ServerConfig(host, port, storeOf(data), Optional.ofNullable(database)));
        return CommandLine.ExitCode.OK;
    }

    /** Serves until the process is told to stop. */
    static void serve(ServerConfig config) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        MarrowServer server = MarrowServer.start(config);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "stop-server"));
        System.out.println("Marrow serves at http://" + config.host() + ":" + server.port() + "/ (Ctrl-C stops it)");
        if (!config.isLoopback()) {
            System.err.println("Others on the network can read every patient here: there is no login yet.");
        }
        stopped.await();
    }

    /** The store of a folder of results, or of a demo folder that holds one. */
    static Path storeOf(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new UserException(
                    ErrorCode.ACCESS,
                    "--data: expected a folder that marrow run or marrow demo wrote, found no folder " + absolute);
        }
        Path inDemo = absolute.resolve("results").resolve(PublishedRun.STORE);
        Path own = absolute.resolve(PublishedRun.STORE);
        return !Files.isDirectory(own) && Files.isDirectory(inDemo) ? inDemo : own;
    }
}
