package org.marrow.workflows.cli;

import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a command that only groups others answers when it is called alone. */
final class MissingSubcommand {
    private MissingSubcommand() {}

    static ParameterException of(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new BugException("picocli sets the spec before it calls a command");
        }
        return new ParameterException(
                spec.commandLine(),
                "marrow " + spec.name() + " needs one of: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
