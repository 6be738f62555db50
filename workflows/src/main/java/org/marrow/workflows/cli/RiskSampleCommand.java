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
import org.marrow.core.variant.SampleVariants;
import org.marrow.io.clinical.ClinicalTableSource;
import org.marrow.io.result.ResultJson;
import org.marrow.variants.risk.PatientRisk;
import org.marrow.variants.risk.scheme.InputCatalog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Option(names = "--patient", required = true, paramLabel = "ID", description = "pseudonym")
    private String patient = "";

    @Option(names = "--sample", required = true, paramLabel = "ID", description = "sample")
    private String sample = "";

    @Option(names = "--disease", required = true, paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}")
    private Disease disease = Disease.UNKNOWN;

    @Mixin
    private VariantOptions variants = new VariantOptions();

    @Option(
            names = "--clinical",
            paramLabel = "CSV",
            description = "a row for the patient: blood counts, karyotype, single tests")
    private @Nullable Path clinical;

    @Option(names = "--output", required = true, paramLabel = "JSON", description = "the results with their reasons")
    private Path output = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Pseudonym pseudonym = new Pseudonym(patient);
        SampleVariants called = variants.read(sample)
                .orElseThrow(() -> new UserException(ErrorCode.USAGE, "marrow risk sample needs --vcf or --maf"));
        List<RiskResult> results = PatientRisk.assess(disease, clinicalValues(pseudonym), Optional.of(called));
        ResultJson.write(output, outputOf(pseudonym, results));
        if (spec != null) {
            for (RiskResult result : results) {
                spec.commandLine().getOut().println(RiskTable.inShort(result));
            }
        }
        return CommandLine.ExitCode.OK;
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
        variants.describe(files, parameters, inputs);
        VariantOptions.add("clinical", clinical, files, inputs);
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
}
