package org.marrow.workflows.pipeline;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a run is to be done.
 *
 * @param home folder of the checkout, where launcher and pipeline lie
 * @param outdir absolute
 * @param resume whether valid results of an earlier run in the same folder are taken over
 * @param profile of the pipeline, such as {@code slurm}; empty for this machine
 * @param seed of everything that is drawn at random
 * @param toolVersion of Marrow
 */
public record PipelineSettings(
        Path home, Path outdir, boolean resume, Optional<String> profile, long seed, String toolVersion) {
    public PipelineSettings {
        requireNonNull(home, "home");
        requireNonNull(outdir, "outdir");
        requireNonNull(profile, "profile");
        requireNonNull(toolVersion, "toolVersion");
    }

    /** The parameters that a result depends on. */
    Map<String, String> parameters() {
        return new TreeMap<>(Map.of("seed", Long.toString(seed)));
    }
}
