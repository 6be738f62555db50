package org.marrow.io.clinical;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Treatment;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;

/** Writes the table that {@link TreatmentSource} reads. */
public final class TreatmentSink {
    private TreatmentSink() {}

    /** Writes the courses by pseudonym, and of each patient by their start. */
    public static void write(Path file, Map<Pseudonym, ? extends List<Treatment>> treatments) {
        SortedMap<Pseudonym, List<Treatment>> sorted = new TreeMap<>(treatments);
        TableSink.write(file, TableFormat.ofFile(file), TreatmentSource.COLUMNS, sink -> {
            for (Pseudonym patient : sorted.keySet()) {
                List<Treatment> courses = requireNonNull(sorted.get(patient)).stream()
                        .sorted(TreatmentSource.BY_START)
                        .toList();
                for (Treatment course : courses) {
                    sink.row(List.of(patient, course.name(), course.start(), course.end(), course.line()));
                }
            }
        });
    }
}
