package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.run.ResultBundle;
import org.marrow.io.samplesheet.Samplesheet;
import org.marrow.io.samplesheet.SamplesheetSource;
import org.marrow.server.store.Database;
import org.marrow.server.store.PostgresStore;
import org.marrow.workflows.pipeline.PipelineProgress;
import org.marrow.workflows.pipeline.PipelineRun;
import org.marrow.workflows.pipeline.PipelineSettings;
import org.marrow.workflows.pipeline.RunReport;

/** A run of the pipeline followed by its publication; what {@code run} and {@code demo} have in common. */
final class PublishedRun {
    /** Folder of the embedded database below the output folder. */
    static final String STORE = "store";

    private final Path outdir;
    private final boolean resume;
    private final Optional<String> profile;
    private final long seed;
    private final Optional<String> database;

    PublishedRun(Path outdir, boolean resume, Optional<String> profile, long seed, Optional<String> database) {
        this.outdir = outdir;
        this.resume = resume;
        this.profile = profile;
        this.seed = seed;
        this.database = database;
    }

    Outcome execute(Path input) {
        Samplesheet sheet = SamplesheetSource.read(input);
        PipelineSettings settings =
                new PipelineSettings(home(), outdir, resume, profile, seed, MarrowVersion.current());
        RunReport report;
        try (PhaseProgress progress = new PhaseProgress()) {
            report = new PipelineRun(settings, Clock.systemUTC(), progress).execute(sheet);
        }
        boolean fresh;
        try (Database store = Database.open(outdir.resolve(STORE), database)) {
            fresh = new PostgresStore(store).publish(report.bundle());
        }
        return new Outcome(report, fresh, outdir);
    }

    /** Folder of the checkout; the launcher names it. */
    private static Path home() {
        String home = System.getenv("MARROW_HOME");
        if (home == null) {
            throw new UserException(
                    ErrorCode.ENVIRONMENT, "MARROW_HOME is not set. Start Marrow by its launcher, ./marrow.");
        }
        return Path.of(home);
    }

    /**
     * What a run did.
     *
     * @param fresh false when the store held this very run already
     */
    record Outcome(RunReport report, boolean fresh, Path outdir) {
        String summary() {
            ResultBundle bundle = report.bundle();
            long risks = bundle.outputs().stream()
                    .mapToLong(output -> output.risks().size())
                    .sum();
            long measurements = bundle.outputs().stream()
                    .mapToLong(output -> output.measurements().size())
                    .sum();
            long maps = bundle.outputs().stream()
                    .map(AnalysisOutput::cellMap)
                    .filter(Optional::isPresent)
                    .count();
            return bundle.run().id() + ": " + bundle.patients().size() + " patients"
                    + (bundle.run().synthetic() ? " (SYNTHETIC)" : "") + ", " + risks + " risk results, "
                    + measurements + " MRD measurements, " + maps + " cell maps; " + report.executed()
                    + " tasks run, " + report.cached() + " taken over; "
                    + (fresh ? "published" : "already published, nothing changed") + " in " + outdir;
        }
    }

    /** One bar or one set of lines for each phase of a run. */
    private static final class PhaseProgress implements PipelineProgress, AutoCloseable {
        private @Nullable StepProgress current;
        private String phase = "";

        @Override
        public void at(String newPhase, long done, long total, String latest) {
            StepProgress progress = current;
            if (progress == null || !phase.equals(newPhase)) {
                close();
                progress = StepProgress.start(newPhase, total);
                current = progress;
                phase = newPhase;
            }
            progress.advanceTo(done, latest);
        }

        @Override
        public void close() {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }
}
