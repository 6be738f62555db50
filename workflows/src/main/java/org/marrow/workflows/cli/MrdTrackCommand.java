package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.run.InputFile;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.bam.BamSource;
import org.marrow.io.fasta.FastaSource;
import org.marrow.io.guard.FileHash;
import org.marrow.io.result.ResultJson;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;
import org.marrow.io.vcf.VcfSource;
import org.marrow.mrd.track.MarkerEvidence;
import org.marrow.mrd.track.MarkerTracking;
import org.marrow.mrd.track.TrackSettings;
import org.marrow.mrd.track.TrackTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marrow mrd track}. */
@Command(
        name = "track",
        description = {
            "Counts a patient's markers in the reads of a follow-up sample.",
            "Each row says depth in read pairs, VAF as a fraction with its exact 95 % interval, the limit of detection at"
                    + " 95 % of this sample, and a status; a marker that was not found is never 0 and never wild type."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class MrdTrackCommand implements Callable<Integer> {
    @Option(
            names = "--bam",
            required = true,
            paramLabel = "FILE",
            description = "SAM, BAM or CRAM of the follow-up sample")
    private Path bam = Path.of("");

    @Option(
            names = "--reference",
            paramLabel = "FASTA",
            description = "what the reads are aligned to; needed for CRAM. Without it the markers' REF is believed and"
                    + " errors are judged from the reads alone")
    private @Nullable Path reference;

    @Option(names = "--markers", required = true, paramLabel = "VCF", description = "the variants to follow")
    private Path markers = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "TSV", description = "one row a marker")
    private Path output = Path.of("");

    @CommandLine.ArgGroup(exclusive = false)
    private @Nullable ResultJsonOptions json;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "day of the sample; needed with --json")
    private @Nullable LocalDate date;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (json != null && date == null && spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--json needs --date, the day of the sample");
        }
        List<MrdTarget> targets = targets();
        List<MarkerEvidence> evidence;
        try (BamSource reads = reference == null ? BamSource.open(bam) : BamSource.open(bam, reference)) {
            evidence = track(targets, reads);
        }
        TrackTable table = TrackTable.of(evidence);
        TableSink.write(output, TableFormat.TSV, table.header(), sink -> {
            for (List<String> row : table.rows()) {
                sink.row(row);
            }
        });
        if (json != null && date != null) {
            ResultJson.write(json.file(), outputOf(json, date, evidence));
        }
        if (spec != null) {
            long detected = evidence.stream()
                    .filter(one -> one.status() == MrdStatus.DETECTED
                            || one.status() == MrdStatus.DETECTED_BELOW_QUANTIFICATION)
                    .count();
            spec.commandLine().getOut().println(detected + " of " + evidence.size() + " markers detected");
        }
        return CommandLine.ExitCode.OK;
    }

    private List<MrdTarget> targets() {
        List<MrdTarget> targets = new ArrayList<>();
        for (VariantCall call : VcfSource.open(markers).sites()) {
            targets.add(new MrdTarget(call.label(), call.gene(), Optional.of(call.variant())));
        }
        return targets;
    }

    private List<MarkerEvidence> track(List<MrdTarget> targets, BamSource reads) {
        TrackSettings settings = TrackSettings.defaults();
        if (reference == null) {
            return MarkerTracking.track(targets, reads, Optional.empty(), settings);
        }
        try (ReferenceSource bases = FastaSource.open(reference)) {
            return MarkerTracking.track(targets, reads, Optional.of(bases), settings);
        }
    }

    private AnalysisOutput outputOf(ResultJsonOptions options, LocalDate day, List<MarkerEvidence> evidence) {
        Pseudonym patient = new Pseudonym(options.patient());
        SampleId sample = new SampleId(options.sample());
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("--bam", bam);
        files.put("--markers", markers);
        List<InputFile> inputs = new ArrayList<>();
        inputs.add(FileHash.describe("bam", bam));
        inputs.add(FileHash.describe("markers", markers));
        if (reference != null) {
            files.put("--reference", reference);
            inputs.add(FileHash.describe("reference", reference));
        }
        return new AnalysisOutput(
                "MRD_TRACK",
                patient,
                Optional.of(sample),
                TypedCommand.of("mrd track", files, Map.of()),
                MarrowVersion.current(),
                Map.of(),
                inputs,
                List.of(),
                evidence.stream()
                        .map(one -> one.measurement(patient, sample, day))
                        .toList(),
                Optional.empty());
    }
}
