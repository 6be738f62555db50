package org.marrow.workflows.cli;

import java.io.PrintWriter;
import org.marrow.core.error.UserException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code marrow} command. */
@Command(
        name = "marrow",
        description = "From a leukaemia patient's sequencing and single-cell files to risk, MRD and cell clusters.",
        footer = {"", "Research use only. Not a medical device.", "@|bold ./marrow test|@ runs the whole test suite."},
        versionProvider = MarrowVersion.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            SamplesheetCommand.class,
            RiskCommand.class,
            MrdCommand.class,
            VariantsCommand.class,
            SinglecellCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private static final int BUG = 70;

    private Main() {}

    /** Runs one command and leaves with its exit status: 0, or a status of sysexits.h. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler(Main::explain);
        return commandLine;
    }

    /** A mistake that the user can mend is a sentence; anything else is ours and shows where it happened. */
    private static int explain(Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (exception instanceof UserException mistake) {
            err.println("marrow: " + mistake.getMessage());
            err.flush();
            return mistake.code().exitStatus();
        }
        err.println("marrow: this is a mistake in Marrow, not in your input. Please report it with these lines:");
        exception.printStackTrace(err);
        err.flush();
        return BUG;
    }
}
