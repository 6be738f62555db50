package org.marrow.server.store;

import static org.marrow.server.testing.Results.NOON;
import static org.marrow.server.testing.Results.whole;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.marrow.core.error.UserException;
import org.postgresql.ds.PGSimpleDataSource;

/** Another JVM that publishes a run and tells each statement before it is sent, until it is killed. */
final class PublishingChild implements AutoCloseable {
    private static final String STATEMENT = "statement ";
    private static final String PUBLISHED = "published";

    /** Long enough for the parent to kill it where it stands. */
    private static final int PAUSE_MILLIS = 20_000;

    private final Process process;
    private final BufferedReader lines;

    private PublishingChild(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    static PublishingChild connect(String url, String run) throws IOException {
        return start("url", url, run);
    }

    static PublishingChild embedded(Path folder, String run) throws IOException {
        return start("folder", folder.toString(), run);
    }

    private static PublishingChild start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.logFile=System.err",
                "-cp",
                System.getProperty("java.class.path"),
                PublishingChild.class.getName()));
        command.addAll(List.of(arguments));
        return new PublishingChild(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the child is about to send a statement, from 1; it then stands still. */
    void awaitStatement(int number) throws IOException {
        lines.readLine();
        process.outputWriter().write(number + "\n");
        process.outputWriter().flush();
        await(STATEMENT + number);
    }

    void awaitPublished() throws IOException {
        lines.readLine();
        process.outputWriter().write("0\n");
        process.outputWriter().flush();
        await(PUBLISHED);
    }

    private void await(String mark) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(mark)) {
                return;
            }
        }
        throw new IllegalStateException("the child ended before " + mark);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the child survived");
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Why a child ended before it was ready. */
    String refusal() throws IOException {
        return lines.readLine();
    }

    /** Kills the PostgreSQL that it left behind, as when the machine's memory runs out. */
    void killPostgres(Path folder) throws IOException {
        long pid =
                PostmasterFile.read(new DatabaseFolder(folder).cluster()).pid().orElseThrow();
        ProcessHandle postgres = ProcessHandle.of(pid).orElseThrow();
        postgres.destroyForcibly();
        postgres.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        StatementGate gate = new StatementGate();
        Database database;
        if (arguments[0].equals("url")) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(arguments[1]);
            database = Database.migrated(gate.over(source), null);
        } else {
            try {
                database = embedded(gate, Path.of(arguments[1]));
            } catch (UserException refusal) {
                System.out.println(refusal.getMessage());
                return;
            }
        }
        System.out.println("ready");
        int stop = Integer.parseInt(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)).readLine());
        gate.arm(number -> {
            System.out.println(STATEMENT + number);
            if (number == stop) {
                pause();
            }
        });
        new PostgresStore(database).publish(whole(arguments[2], NOON, "P-" + arguments[2]));
        System.out.println(PUBLISHED);
        pause();
    }

    private static Database embedded(StatementGate gate, Path folder) {
        EmbeddedDatabase embedded = EmbeddedDatabase.open(folder);
        return Database.migrated(gate.over(embedded.dataSource()), embedded);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
