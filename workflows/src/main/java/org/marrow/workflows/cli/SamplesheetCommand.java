package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.io.samplesheet.Samplesheet;
import org.marrow.io.samplesheet.SamplesheetSink;
import org.marrow.io.samplesheet.SamplesheetSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marrow samplesheet}. */
@Command(
        name = "samplesheet",
        description = "Looks at a samplesheet before anything is run.",
        mixinStandardHelpOptions = true,
        subcommands = SamplesheetCommand.Check.class)
final class SamplesheetCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw MissingSubcommand.of(spec);
    }

    /** {@code marrow samplesheet check}. */
    @Command(
            name = "check",
            description = "Names every mistake of a samplesheet with line, column and what to write instead.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Option(names = "--input", required = true, paramLabel = "CSV", description = "the samplesheet")
        private Path input = Path.of("");

        @Option(
                names = "--folder",
                paramLabel = "DIR",
                description = "folder that the sheet's paths count from (default: where the sheet lies)")
        private @Nullable Path folder;

        @Option(names = "--output", paramLabel = "CSV", description = "writes the sheet again, with absolute paths")
        private @Nullable Path output;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Samplesheet sheet = folder == null ? SamplesheetSource.read(input) : SamplesheetSource.read(input, folder);
            if (output != null) {
                SamplesheetSink.write(output, sheet.lines());
            }
            if (spec != null) {
                spec.commandLine()
                        .getOut()
                        .println(sheet.lines().size() + " samples of "
                                + sheet.linesByPatient().size() + " patients, no mistakes");
            }
            return CommandLine.ExitCode.OK;
        }
    }
}
