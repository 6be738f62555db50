package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marrow.core.run.InputFile;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.SampleVariants;
import org.marrow.io.guard.FileHash;
import org.marrow.io.maf.MafSource;
import org.marrow.io.samplesheet.PanelSource;
import org.marrow.io.vcf.VcfSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a patient's variants come from and which genes were looked at, alike in every command that reads them. */
final class VariantOptions {
    private static final String EXOME = "exome";

    @ArgGroup
    private @Nullable Variants variants;

    @Option(
            names = "--variants-sample",
            paramLabel = "NAME",
            description = "the sample's name in the VCF or MAF (default: the VCF's only one, or --sample)")
    private @Nullable String variantsSample;

    @Mixin
    private AssemblyOption assembly = new AssemblyOption();

    @Option(
            names = "--panel",
            paramLabel = "exome|FILE",
            description = "which genes were looked at; without it a gene that shows no variant is unknown")
    private @Nullable String panel;

    /** One of the two. */
    static final class Variants {
        @Option(names = "--vcf", paramLabel = "VCF", description = "annotated variants (VCF, VCF.gz or BCF)")
        private @Nullable Path vcf;

        @Option(names = "--maf", paramLabel = "MAF", description = "annotated variants of one or many samples")
        private @Nullable Path maf;
    }

    /**
     * The variants of the file that was named; empty where none was.
     *
     * @param sample whose name a MAF has, where no other was given
     */
    Optional<SampleVariants> read(String sample) {
        AssessedGenes assessed = assessed();
        if (variants == null) {
            return Optional.empty();
        }
        if (variants.maf != null) {
            return Optional.of(withAssembly(
                    variants.maf,
                    MafSource.readSample(variants.maf, variantsSample == null ? sample : variantsSample, assessed)));
        }
        Path vcf = variants.vcf;
        if (vcf == null) {
            return Optional.empty();
        }
        VcfSource source = VcfSource.open(vcf);
        return Optional.of(withAssembly(
                vcf, variantsSample == null ? source.read(assessed) : source.read(variantsSample, assessed)));
    }

    /** Adds what was given to the files and parameters of a command as a user could type it. */
    void describe(Map<String, Path> files, Map<String, String> parameters, List<InputFile> inputs) {
        if (variants != null) {
            add("vcf", variants.vcf, files, inputs);
            add("maf", variants.maf, files, inputs);
        }
        if (panel != null && !panel.equals(EXOME)) {
            add("panel", Path.of(panel), files, inputs);
        } else if (panel != null) {
            parameters.put("panel", panel);
        }
        if (variantsSample != null) {
            parameters.put("variants-sample", variantsSample);
        }
        assembly.text().ifPresent(name -> parameters.put("assembly", name));
    }

    /** Adds one input file. */
    static void add(String role, @Nullable Path file, Map<String, Path> files, List<InputFile> inputs) {
        if (file != null) {
            files.put("--" + role, file);
            inputs.add(FileHash.describe(role, file));
        }
    }

    private SampleVariants withAssembly(Path file, SampleVariants called) {
        Assembly agreed = assembly.any(file, called.assembly());
        return new SampleVariants(called.name(), agreed, called.assessed(), called.calls());
    }

    private AssessedGenes assessed() {
        if (panel == null) {
            return new AssessedGenes.Unstated();
        }
        return panel.equals(EXOME) ? new AssessedGenes.Exome() : PanelSource.read(Path.of(panel));
    }
}
