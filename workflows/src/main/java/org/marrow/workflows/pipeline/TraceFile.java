package org.marrow.workflows.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nextflow's trace of finished tasks, with the fields of {@link #FIELDS}. It grows while the pipeline runs.
 *
 * @see <a href="https://www.nextflow.io/docs/latest/reports.html#trace-file">Nextflow, trace file</a>
 */
final class TraceFile {
    static final String FIELDS = "task_id,hash,name,status,exit,workdir,realtime,peak_rss";

    private final Path file;

    TraceFile(Path file) {
        this.file = file;
    }

    /** Tasks that have ended so far, in the order in which they did. */
    List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        NextflowRuntime.lines(file, line -> {
            String[] cells = line.split("\t", -1);
            // A line that is still being written has fewer cells; it is read whole the next time.
            if (cells.length >= 8 && !cells[0].equals("task_id")) {
                tasks.add(new Task(cells[2], cells[3], cells[4], Path.of(cells[5])));
            }
        });
        return tasks;
    }

    Optional<Task> firstFailure() {
        return tasks().stream().filter(Task::failed).findFirst();
    }

    /**
     * One task.
     *
     * @param name such as {@code RISK (P1 S1)}
     * @param status {@code COMPLETED}, {@code CACHED}, {@code FAILED} or {@code ABORTED}
     * @param exit status, or {@code -}
     * @param folder its work folder
     */
    record Task(String name, String status, String exit, Path folder) {
        boolean failed() {
            return status.equals("FAILED");
        }

        boolean cached() {
            return status.equals("CACHED");
        }
    }
}
