package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.marrow.server.config.ServerConfig;
import org.marrow.workflows.demo.Demo;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marrow demo}. */
@Command(
        name = "demo",
        description = {
            "Makes a synthetic cohort with its truth, runs the pipeline on it and serves the results.",
            "Every patient of it is invented and marked SYNTHETIC."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--outdir",
            paramLabel = "DIR",
            description = "gets inputs/, truth/ and results/ (default: ${DEFAULT-VALUE})")
    private Path outdir = Path.of("marrow-demo");

    @Option(names = "--no-serve", description = "ends when the results are there")
    private boolean noServe;

    @Option(names = "--patients", paramLabel = "N", description = "24 to 500 (default: ${DEFAULT-VALUE})")
    private int patients = Demo.DEFAULT_PATIENTS;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the same seed gives the same cohort (default: ${DEFAULT-VALUE})")
    private long seed = Demo.DEFAULT_SEED;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "0 to 65535; 0 takes any free one (default: ${DEFAULT-VALUE})")
    private int port = ServerConfig.DEFAULT_PORT;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = outdir.toAbsolutePath().normalize();
        System.err.println(
                "Making a SYNTHETIC cohort of " + patients + " patients from seed " + seed + " in " + folder);
        Path samplesheet = Demo.write(folder, seed, patients);
        Path results = folder.resolve("results");
        PublishedRun.Outcome outcome =
                new PublishedRun(results, true, Optional.empty(), 0, Optional.empty()).execute(samplesheet);
        if (noServe) {
            System.out.println(outcome.summary());
            return CommandLine.ExitCode.OK;
        }
        System.err.println(outcome.summary());
        ServeCommand.serve(
                ServerConfig.defaults(results.resolve(PublishedRun.STORE)).withPort(port));
        return CommandLine.ExitCode.OK;
    }
}
