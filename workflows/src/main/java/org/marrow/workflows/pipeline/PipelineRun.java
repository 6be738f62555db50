package org.marrow.workflows.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.patient.Patient;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.run.InputFile;
import org.marrow.core.run.ResultBundle;
import org.marrow.core.run.Run;
import org.marrow.io.guard.FileHash;
import org.marrow.io.samplesheet.Samplesheet;
import org.marrow.io.samplesheet.SamplesheetSource;

/** One run: inputs hashed, Nextflow run to its end, every expected result read and put into one bundle. */
public final class PipelineRun {
    private static final int CHECK_SAMPLESHEET = 1;
    private static final int SHOWN_LINES = 20;

    private final PipelineSettings settings;
    private final Clock clock;
    private final PipelineProgress progress;

    public PipelineRun(PipelineSettings settings, Clock clock, PipelineProgress progress) {
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Runs the pipeline on a checked samplesheet. Nothing is published here.
     *
     * @throws UserException when a task fails, with the task's own words
     */
    public RunReport execute(Samplesheet sheet) {
        Instant started = clock.instant();
        List<InputFile> inputs = hash(sheet);
        List<Path> expected = ExpectedOutputs.of(sheet, settings.outdir());
        Path folder = settings.outdir().resolve("pipeline");
        Path trace = folder.resolve("trace.txt");
        int tasks = expected.size() + CHECK_SAMPLESHEET;

        TraceFile traceFile = new TraceFile(trace);
        prepare(folder, trace);
        Path console = folder.resolve("nextflow.out");
        int exit = new NextflowRuntime(settings.home())
                .run(folder, arguments(sheet, folder, trace), console, () -> tell(traceFile, tasks));
        if (exit != 0) {
            throw failure(traceFile, console, exit);
        }

        List<AnalysisOutput> outputs = ExpectedOutputs.read(expected);
        List<Patient> patients = PatientRecords.complete(SamplesheetSource.patients(sheet), outputs);
        Run run = new Run(
                RunIdentity.of(settings.toolVersion(), settings.parameters(), inputs),
                started,
                clock.instant(),
                settings.toolVersion(),
                settings.parameters(),
                inputs,
                patients.stream().anyMatch(Patient::synthetic));
        List<TraceFile.Task> ended = traceFile.tasks();
        int cached = (int) ended.stream().filter(TraceFile.Task::cached).count();
        return new RunReport(new ResultBundle(run, patients, outputs), ended.size(), cached);
    }

    private List<InputFile> hash(Samplesheet sheet) {
        List<Path> files = sheet.files();
        List<InputFile> inputs = new ArrayList<>();
        inputs.add(FileHash.describe("samplesheet", sheet.file()));
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            progress.at("checksums", i, files.size(), String.valueOf(file.getFileName()));
            inputs.add(FileHash.describe("input", file));
        }
        progress.at("checksums", files.size(), files.size(), "");
        return inputs;
    }

    private void prepare(Path folder, Path trace) {
        try {
            Files.createDirectories(folder);
            // A trace of an earlier run would be taken for this one's.
            Files.deleteIfExists(trace);
            Files.writeString(folder.resolve("run.config"), configuration(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserException(ErrorCode.ACCESS, folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** What this machine has, so that no task asks for more; and the fields that {@link TraceFile} reads. */
    private String configuration() {
        int processors = Runtime.getRuntime().availableProcessors();
        return String.format(
                Locale.ROOT,
                """
                // Written by marrow run; made anew at each run.
                trace.fields = '%s'
                trace.overwrite = true
                %s
                """,
                TraceFile.FIELDS,
                settings.profile().isEmpty() ? "process.resourceLimits = [cpus: " + processors + "]" : "");
    }

    private List<String> arguments(Samplesheet sheet, Path folder, Path trace) {
        List<String> arguments = new ArrayList<>(List.of(
                "-c", folder.resolve("run.config").toString(),
                "-ansi-log", "false",
                "-work-dir", folder.resolve("work").toString(),
                "-with-trace", trace.toString(),
                "--input", sheet.file().toAbsolutePath().toString(),
                "--outdir", settings.outdir().toString(),
                "--marrow", settings.home().resolve("marrow").toString(),
                "--tool_version", settings.toolVersion(),
                "--seed", Long.toString(settings.seed())));
        settings.profile().ifPresent(profile -> arguments.addAll(List.of("-profile", profile)));
        if (settings.resume()) {
            arguments.add("-resume");
        }
        return arguments;
    }

    private void tell(TraceFile trace, int tasks) {
        List<TraceFile.Task> ended = trace.tasks();
        String latest = ended.isEmpty() ? "" : ended.getLast().name();
        progress.at("tasks", Math.min(ended.size(), tasks), tasks, latest);
    }

    private UserException failure(TraceFile trace, Path console, int exit) {
        TraceFile.Task failed = trace.firstFailure().orElse(null);
        if (failed == null) {
            return new UserException(
                    ErrorCode.ENVIRONMENT,
                    "Nextflow ended with status " + exit + " and nothing was published. It said:\n"
                            + lastLines(console));
        }
        return new UserException(
                codeOf(failed),
                failed.name() + " failed with status " + failed.exit() + " and nothing was published. It said:\n"
                        + lastLines(failed.folder().resolve(".command.err")) + "Its work folder is " + failed.folder());
    }

    /** The kind of mistake that the task's command ended with; a task that was stopped from outside is the machine's. */
    private static ErrorCode codeOf(TraceFile.Task failed) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> failed.exit().equals(Integer.toString(code.exitStatus())))
                .findFirst()
                .orElse(ErrorCode.ENVIRONMENT);
    }

    private static String lastLines(Path file) {
        List<String> lines = new ArrayList<>();
        NextflowRuntime.lines(file, lines::add);
        StringBuilder text = new StringBuilder();
        for (String line : lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size())) {
            text.append("  ").append(line).append('\n');
        }
        return text.toString();
    }
}
