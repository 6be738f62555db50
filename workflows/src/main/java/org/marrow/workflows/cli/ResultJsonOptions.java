package org.marrow.workflows.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Asks a command for its result as the pipeline and the page take it; whose it is must be said with it. */
final class ResultJsonOptions {
    @Option(
            names = "--json",
            required = true,
            paramLabel = "JSON",
            description = "also writes the result as the page takes it; needs --patient and --sample")
    private Path file = Path.of("");

    @Option(names = "--patient", required = true, paramLabel = "ID", description = "pseudonym")
    private String patient = "";

    @Option(names = "--sample", required = true, paramLabel = "ID", description = "sample")
    private String sample = "";

    Path file() {
        return file;
    }

    String patient() {
        return patient;
    }

    String sample() {
        return sample;
    }
}
