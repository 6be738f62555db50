package org.marrow.workflows.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/** The Nextflow runtime that the build gathered, started as a Java program of its own and never linked. */
final class NextflowRuntime {
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.io",
            "java.nio",
            "java.net",
            "java.util",
            "java.util.concurrent.locks",
            "java.util.concurrent.atomic",
            "java.util.regex",
            "sun.nio.ch",
            "sun.nio.fs",
            "jdk.internal.misc",
            "sun.net.www.protocol.http",
            "sun.net.www.protocol.https",
            "sun.net.www.protocol.ftp",
            "sun.net.www.protocol.file",
            "sun.net.www.protocol.jar");

    private final Path home;

    /** @param home folder of the checkout */
    NextflowRuntime(Path home) {
        this.home = home;
    }

    /**
     * Runs the pipeline in a folder of its own and waits for it.
     *
     * @param folder where Nextflow keeps its cache and its log
     * @param arguments after {@code nextflow run main.nf}
     * @param whileRunning called about twice a second
     * @return Nextflow's exit status
     */
    int run(Path folder, List<String> arguments, Path output, Runnable whileRunning) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String opened : OPENED) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Xmx1g");
        command.add("-cp");
        command.add(libraries() + "/*");
        command.add("nextflow.cli.Launcher");
        command.add("-log");
        command.add(folder.resolve("nextflow.log").toString());
        command.add("run");
        command.add(home.resolve("workflows/pipeline/main.nf").toString());
        command.addAll(arguments);
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            Map<String, String> environment = builder.environment();
            environment.put("NXF_OFFLINE", "true");
            environment.put("NXF_HOME", folder.resolve("home").toString());
            environment.put("NXF_DISABLE_CHECK_LATEST", "true");
            environment.put("NXF_ANSI_LOG", "false");
            Process process = builder.start();
            // The pipeline must not go on alone when the user stops the command.
            Thread stop = new Thread(process::destroy, "stop-nextflow");
            Runtime.getRuntime().addShutdownHook(stop);
            try {
                while (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
                    whileRunning.run();
                }
            } finally {
                removeHook(stop);
            }
            whileRunning.run();
            return process.exitValue();
        } catch (IOException e) {
            throw new UserException(ErrorCode.ENVIRONMENT, "Nextflow could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ErrorCode.ENVIRONMENT, "The run was interrupted", e);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Only thrown while the machine stops, and then the hook is running, which is all that it is for.
            return;
        }
    }

    private Path libraries() {
        Path libraries = home.resolve("workflows/nextflow/target/lib");
        if (!Files.isDirectory(libraries)) {
            throw new UserException(
                    ErrorCode.ENVIRONMENT,
                    "The Nextflow runtime is not in " + libraries
                            + ". Start Marrow by its launcher, ./marrow, which builds it.");
        }
        return libraries;
    }

    /** Gives the lines of a text file; nothing while it does not exist. */
    static void lines(Path file, Consumer<String> consumer) {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.forEach(consumer);
        } catch (IOException e) {
            throw new UserException(ErrorCode.ACCESS, file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
