package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.run.InputFile;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.SampleVariants;
import org.marrow.io.clinical.ClinicalTableSource;
import org.marrow.io.guard.FileHash;
import org.marrow.io.maf.MafSource;
import org.marrow.io.result.ResultJson;
import org.marrow.io.samplesheet.PanelSource;
import org.marrow.io.vcf.VcfSource;
import org.marrow.variants.risk.PatientRisk;
import org.marrow.variants.risk.scheme.InputCatalog;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marrow risk sample}. */
@Command(
        name = "sample",
        description = "Assesses one patient by every scheme of the disease, from variants and a clinical table.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RiskSampleCommand implements Callable<Integer> {
    private static final String EXOME = "exome";

    @Option(names = "--patient", required = true, paramLabel = "ID", description = "pseudonym")
    private String patient = "";

    @Option(names = "--sample", required = true, paramLabel = "ID", description = "sample")
    private String sample = "";

    @Option(names = "--disease", required = true, paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}")
    private Disease disease = Disease.UNKNOWN;

    @ArgGroup(multiplicity = "1")
    private Variants variants = new Variants();

    @Option(
            names = "--variants-sample",
            paramLabel = "NAME",
            description = "the sample's name in the VCF or MAF (default: the VCF's only one, or --sample)")
    private @Nullable String variantsSample;

    @Option(
            names = "--assembly",
            paramLabel = "NAME",
            description = "GRCh37, GRCh38 or other, where the file does not say")
    private @Nullable String assembly;

    @Option(
            names = "--panel",
            paramLabel = "exome|FILE",
            description = "which genes were looked at; without it a gene that shows no variant is unknown")
    private @Nullable String panel;

    @Option(
            names = "--clinical",
            paramLabel = "CSV",
            description = "a row for the patient: blood counts, karyotype, single tests")
    private @Nullable Path clinical;

    @Option(names = "--output", required = true, paramLabel = "JSON", description = "the results with their reasons")
    private Path output = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    /** One of the two. */
    static final class Variants {
        @Option(names = "--vcf", paramLabel = "VCF", description = "annotated variants (VCF, VCF.gz or BCF)")
        private @Nullable Path vcf;

        @Option(names = "--maf", paramLabel = "MAF", description = "annotated variants of one or many samples")
        private @Nullable Path maf;
    }

    @Override
    public Integer call() {
        Pseudonym pseudonym = new Pseudonym(patient);
        SampleVariants called = withAssembly(readVariants());
        List<RiskResult> results = PatientRisk.assess(disease, clinicalValues(pseudonym), Optional.of(called));
        ResultJson.write(output, outputOf(pseudonym, results));
        if (spec != null) {
            for (RiskResult result : results) {
                spec.commandLine()
                        .getOut()
                        .println(result.scheme().edition() + ": "
                                + result.category()
                                        .orElseGet(() -> result.range()
                                                .map(range ->
                                                        "not established, " + range.best() + " to " + range.worst())
                                                .orElse("not computed")));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private SampleVariants readVariants() {
        AssessedGenes assessed = assessed();
        if (variants.maf != null) {
            return MafSource.readSample(variants.maf, variantsSample == null ? sample : variantsSample, assessed);
        }
        Path vcf = variants.vcf;
        if (vcf == null) {
            throw new UserException(ErrorCode.USAGE, "marrow risk sample needs --vcf or --maf");
        }
        VcfSource source = VcfSource.open(vcf);
        return variantsSample == null ? source.read(assessed) : source.read(variantsSample, assessed);
    }

    /** Two statements of the assembly have to agree; where the file says nothing the option speaks. */
    private SampleVariants withAssembly(SampleVariants called) {
        if (assembly == null) {
            return called;
        }
        Assembly stated =
                switch (assembly) {
                    case "GRCh37" -> Assembly.GRCH37;
                    case "GRCh38" -> Assembly.GRCH38;
                    case "other" -> Assembly.OTHER;
                    default ->
                        throw new UserException(
                                ErrorCode.USAGE, "--assembly: expected GRCh37, GRCh38 or other, found " + assembly);
                };
        if (called.assembly() == stated) {
            return called;
        }
        if (called.assembly() != Assembly.UNKNOWN) {
            throw new UserException(
                    ErrorCode.MISMATCH,
                    "The samplesheet says " + assembly + ", and the file's own header says " + called.assembly()
                            + ". Correct whichever is wrong; they are never mixed.");
        }
        return new SampleVariants(called.name(), stated, called.assessed(), called.calls());
    }

    private AssessedGenes assessed() {
        if (panel == null) {
            return new AssessedGenes.Unstated();
        }
        return panel.equals(EXOME) ? new AssessedGenes.Exome() : PanelSource.read(Path.of(panel));
    }

    private ClinicalValues clinicalValues(Pseudonym pseudonym) {
        if (clinical == null) {
            return ClinicalValues.unknown();
        }
        ClinicalValues values = ClinicalTableSource.read(
                        clinical, InputCatalog.standard().clinicalColumns())
                .get(pseudonym);
        if (values == null) {
            throw new UserException(
                    ErrorCode.MISMATCH, clinical + ": expected a row for patient " + pseudonym + ", found none");
        }
        return values;
    }

    private AnalysisOutput outputOf(Pseudonym pseudonym, List<RiskResult> results) {
        Map<String, Path> files = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        List<InputFile> inputs = new ArrayList<>();
        add("vcf", variants.vcf, files, inputs);
        add("maf", variants.maf, files, inputs);
        add("clinical", clinical, files, inputs);
        if (panel != null && !panel.equals(EXOME)) {
            add("panel", Path.of(panel), files, inputs);
        } else if (panel != null) {
            parameters.put("panel", panel);
        }
        if (variantsSample != null) {
            parameters.put("variants-sample", variantsSample);
        }
        if (assembly != null) {
            parameters.put("assembly", assembly);
        }
        parameters.put("disease", disease.name());
        parameters.put("patient", patient);
        parameters.put("sample", sample);
        return new AnalysisOutput(
                "RISK",
                pseudonym,
                Optional.of(new SampleId(sample)),
                TypedCommand.of("risk sample", files, parameters),
                MarrowVersion.current(),
                parameters,
                inputs,
                results,
                List.of(),
                Optional.empty());
    }

    private static void add(String role, @Nullable Path file, Map<String, Path> files, List<InputFile> inputs) {
        if (file != null) {
            files.put("--" + role, file);
            inputs.add(FileHash.describe(role, file));
        }
    }
}
