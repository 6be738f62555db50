package org.marrow.workflows.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code marrow mrd}. */
@Command(
        name = "mrd",
        description = "Measurable residual disease, each result with the limit of detection of its own sample.",
        mixinStandardHelpOptions = true,
        subcommands = {MrdTrackCommand.class, MrdMeasurementsCommand.class})
final class MrdCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw MissingSubcommand.of(spec);
    }
}
