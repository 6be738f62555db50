package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.variant.Assembly;
import org.marrow.io.vcf.VcfSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marrow variants classify}. */
@Command(
        name = "classify",
        description = {
            "Copies an annotated VCF and says which variants are known and how frequent they are among healthy people.",
            "Adds INFO MARROW_HOTSPOT and MARROW_POPAF and the filter \"population\"; everything else stays as it is."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class VariantsClassifyCommand implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            paramLabel = "VCF",
            description = "annotated variants (VCF, VCF.gz or BCF)")
    private Path input = Path.of("");

    @Option(
            names = "--output",
            required = true,
            paramLabel = "VCF",
            description = "the same with what is known; a name ending in .gz gives BGZF with an index")
    private Path output = Path.of("");

    @Option(
            names = "--reference",
            paramLabel = "FASTA",
            description = "what the variants count on; with it, insertions and deletions in repeats are found in the"
                    + " population file wherever it puts them")
    private @Nullable Path reference;

    @Mixin
    private ClassifyOptions classify = new ClassifyOptions();

    @Mixin
    private AssemblyOption assembly = new AssemblyOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Assembly counted = assembly.human(input, VcfSource.open(input).assembly());
        ClassifyOptions.Outcome outcome = classify.apply(input, output, counted, Optional.ofNullable(reference));
        if (spec != null) {
            spec.commandLine()
                    .getOut()
                    .println(outcome.records() + " records, " + outcome.known() + " with a known variant, "
                            + outcome.failed() + " above the population's limit");
        }
        return CommandLine.ExitCode.OK;
    }
}
