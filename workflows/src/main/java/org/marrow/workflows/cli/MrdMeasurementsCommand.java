package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.io.guard.FileHash;
import org.marrow.io.measurement.MeasurementSource;
import org.marrow.io.result.ResultJson;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;
import org.marrow.mrd.assay.LabAssays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marrow mrd measurements}. */
@Command(
        name = "measurements",
        description = {
            "Puts laboratory measurements (qPCR, digital PCR, flow cytometry) into the same record as sequencing.",
            "Levels and limits are fractions: 0.001 is 0.1 %."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class MrdMeasurementsCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "patient",
            "sample",
            "date",
            "technique",
            "target",
            "scale",
            "status",
            "level",
            "ci_lower",
            "ci_upper",
            "lod95",
            "loq",
            "positive",
            "total",
            "notes");

    @Option(
            names = "--input",
            required = true,
            paramLabel = "CSV",
            description = "one row a measurement, see docs/formats/measurements.md")
    private Path input = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "TSV", description = "one row a measurement")
    private Path output = Path.of("");

    @CommandLine.ArgGroup(exclusive = false)
    private @Nullable ResultJsonOptions json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<LabReading> readings = MeasurementSource.read(input);
        if (json != null) {
            Pseudonym patient = new Pseudonym(json.patient());
            // A file may hold a whole cohort; what is published under a patient is this patient's alone.
            readings = readings.stream()
                    .filter(reading -> reading.patient().equals(patient))
                    .toList();
            if (readings.isEmpty()) {
                throw new UserException(
                        ErrorCode.MISMATCH, input + ": expected measurements of patient " + patient + ", found none");
            }
        }
        List<MrdMeasurement> measurements =
                readings.stream().map(LabAssays::measure).toList();
        TableSink.write(output, TableFormat.TSV, COLUMNS, sink -> {
            for (MrdMeasurement one : measurements) {
                sink.row(row(one));
            }
        });
        if (json != null) {
            ResultJson.write(json.file(), outputOf(json, measurements));
        }
        if (spec != null) {
            spec.commandLine().getOut().println(measurements.size() + " measurements");
        }
        return CommandLine.ExitCode.OK;
    }

    private static List<Object> row(MrdMeasurement one) {
        return List.of(
                one.patient(),
                one.sample(),
                one.date(),
                one.technique(),
                one.target().name(),
                one.scale(),
                one.status(),
                one.level(),
                one.interval().map(interval -> (Object) interval.lower()).orElse(""),
                one.interval().map(interval -> (Object) interval.upper()).orElse(""),
                one.limitOfDetection().map(limit -> (Object) limit.level()).orElse(""),
                one.limitOfQuantification(),
                one.positive(),
                one.total(),
                String.join(" ", one.notes()));
    }

    private AnalysisOutput outputOf(ResultJsonOptions options, List<MrdMeasurement> measurements) {
        return new AnalysisOutput(
                "MRD_MEASUREMENTS",
                new Pseudonym(options.patient()),
                Optional.of(new SampleId(options.sample())),
                TypedCommand.of("mrd measurements", Map.of("--input", input), Map.of()),
                MarrowVersion.current(),
                Map.of(),
                List.of(FileHash.describe("measurements", input)),
                List.of(),
                measurements,
                Optional.empty());
    }
}
