package org.marrow.workflows.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.run.InputFile;
import org.marrow.io.clinical.PatientFile;
import org.marrow.io.result.ResultJson;
import org.marrow.variants.risk.PatientRisk;
import org.marrow.workflows.report.RiskReport;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code marrow risk} takes for one patient, and the assessment by every scheme of the disease. */
final class RiskPatientOptions {
    @Option(
            names = "--patient",
            paramLabel = "JSON",
            description =
                    "one patient instead of a table: what is known, by the names of --list (docs/formats/patient.md)")
    private @Nullable Path patient;

    @Mixin
    private VariantOptions variants = new VariantOptions();

    @Option(
            names = "--karyotype",
            paramLabel = "ISCN",
            description = "the patient's karyotype, where the JSON has none")
    private @Nullable String karyotype;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "day of the findings; stands on the page, and schemes published later say so")
    private @Nullable LocalDate date;

    @Option(
            names = "--html",
            paramLabel = "HTML",
            description = "the patient's results as a page in French and English that stands alone")
    private @Nullable Path html;

    boolean isGiven() {
        return patient != null;
    }

    /**
     * Assesses the patient and writes what was asked for; the results in short go to {@code out}.
     *
     * @param json where the results go; not written when null
     */
    void run(@Nullable Path json, PrintWriter out) {
        Path source = patient;
        if (source == null) {
            throw new UserException(ErrorCode.USAGE, "--patient is missing");
        }
        PatientFile file = PatientFile.read(source);
        Optional<String> iscn = karyotype(file);
        ClinicalValues values = PatientValues.of(file, iscn);
        List<RiskResult> results = PatientRisk.assess(
                file.disease(), values, variants.read(file.patient().toString()), Optional.ofNullable(date));
        AnalysisOutput output = output(source, file, iscn, results);
        if (json != null) {
            ResultJson.write(json, output);
        }
        if (html != null) {
            RiskReport.write(
                    html,
                    new RiskReport.Content(
                            file.patient(),
                            file.disease(),
                            Optional.ofNullable(date),
                            iscn,
                            results,
                            output.inputs(),
                            output.toolVersion()));
        }
        if (results.isEmpty()) {
            out.println("No scheme applies to " + file.disease());
        }
        results.forEach(result -> out.println(RiskTable.inShort(result)));
        out.println("Research use only.");
    }

    private Optional<String> karyotype(PatientFile file) {
        if (karyotype == null) {
            return file.karyotype();
        }
        if (file.karyotype().isPresent() && !file.karyotype().get().equals(karyotype.strip())) {
            throw new UserException(
                    ErrorCode.MISMATCH,
                    "--karyotype: " + file.file() + " has another karyotype, \""
                            + file.karyotype().get() + "\". Give one of the two.");
        }
        return Optional.of(karyotype.strip()).filter(text -> !text.isEmpty());
    }

    private AnalysisOutput output(Path source, PatientFile file, Optional<String> iscn, List<RiskResult> results) {
        Map<String, Path> files = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        List<InputFile> inputs = new ArrayList<>();
        VariantOptions.add("patient", source, files, inputs);
        variants.describe(files, parameters, inputs);
        iscn.ifPresent(text -> parameters.put("karyotype", text));
        if (date != null) {
            parameters.put("date", date.toString());
        }
        return new AnalysisOutput(
                "RISK",
                file.patient(),
                Optional.empty(),
                TypedCommand.of("risk", files, parameters),
                MarrowVersion.current(),
                parameters,
                inputs,
                results,
                List.of(),
                Optional.empty());
    }
}
