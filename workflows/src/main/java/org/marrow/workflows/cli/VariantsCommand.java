package org.marrow.workflows.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code marrow variants}. */
@Command(
        name = "variants",
        description = "Small variants: called, annotated, classified, and written for other programs.",
        mixinStandardHelpOptions = true,
        subcommands = {
            VariantsCallCommand.class,
            VariantsAnnotateCommand.class,
            VariantsClassifyCommand.class,
            VariantsMafCommand.class
        })
final class VariantsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw MissingSubcommand.of(spec);
    }
}
