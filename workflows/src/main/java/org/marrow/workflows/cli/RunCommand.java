package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marrow run}. */
@Command(
        name = "run",
        description = {
            "Runs the pipeline on a samplesheet and publishes its results, all of them or none.",
            "The samplesheet is checked first; every mistake is named with line, column and what to write instead."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            paramLabel = "CSV",
            description = "samplesheet, see docs/formats/samplesheet.md")
    private Path input = Path.of("");

    @Option(names = "--outdir", paramLabel = "DIR", description = "where results go (default: ${DEFAULT-VALUE})")
    private Path outdir = Path.of("results");

    @Option(
            names = {"-resume", "--resume"},
            description = "takes over what an earlier run in the same folder made of the same inputs")
    private boolean resume;

    @Option(
            names = {"-profile", "--profile"},
            paramLabel = "NAME",
            description = "slurm sends tasks to Slurm (default: this machine)")
    private @Nullable String profile;

    @Option(names = "--seed", paramLabel = "N", description = "of what is drawn at random (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "JDBC URL of a PostgreSQL 15 or newer to publish to (default: an embedded one in DIR/store)")
    private @Nullable String database;

    @Override
    public Integer call() {
        PublishedRun.Outcome outcome = new PublishedRun(
                        outdir.toAbsolutePath().normalize(),
                        resume,
                        Optional.ofNullable(profile),
                        seed,
                        Optional.ofNullable(database))
                .execute(input);
        System.out.println(outcome.summary());
        return CommandLine.ExitCode.OK;
    }
}
