package org.marrow.workflows.pipeline;

/** Told how far a run is. */
@FunctionalInterface
public interface PipelineProgress {
    /**
     * @param phase such as {@code checksums} or {@code tasks}
     * @param done of {@code total}
     * @param latest what has just been done
     */
    void at(String phase, long done, long total, String latest);
}
