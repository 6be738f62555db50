package org.marrow.core.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marrow.core.error.InvalidValueException;

/**
 * One run of the pipeline.
 *
 * @param toolVersion of Marrow, such as {@code 0.1.0}
 * @param parameters by name, in alphabetical order
 * @param inputs every file that was read, the samplesheet first
 * @param synthetic true when any patient of it was simulated
 */
public record Run(
        RunId id,
        Instant started,
        Instant finished,
        String toolVersion,
        Map<String, String> parameters,
        List<InputFile> inputs,
        boolean synthetic) {
    public Run {
        requireNonNull(id, "id");
        requireNonNull(started, "started");
        requireNonNull(finished, "finished");
        requireNonNull(toolVersion, "toolVersion");
        InvalidValueException.check(
                !finished.isBefore(started), "finished", finished, "a moment not before " + started);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        inputs = List.copyOf(inputs);
    }
}
