package org.marrow.workflows.pipeline;

import org.marrow.core.run.ResultBundle;

/**
 * What a finished run gives.
 *
 * @param tasks that the pipeline has
 * @param cached those of an earlier run that were still valid
 */
public record RunReport(ResultBundle bundle, int tasks, int cached) {
    public int executed() {
        return tasks - cached;
    }
}
