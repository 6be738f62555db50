package org.marrow.io.clinical;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Treatment;
import org.marrow.io.table.TableColumns;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableHeader;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableProblems;
import org.marrow.io.table.TableRow;

/** Reads treatments, one course a line: docs/formats/clinical.md describes the columns. */
public final class TreatmentSource {
    static final String PATIENT = "patient";
    static final String NAME = "name";
    static final String START = "start";
    static final String END = "end";
    static final String LINE = "line";

    static final List<String> COLUMNS = List.of(PATIENT, NAME, START, END, LINE);
    private static final List<String> REQUIRED = List.of(PATIENT, NAME, START);

    /** Lines of treatment; more is a slip of the pen. */
    private static final int MAX_LINE = 50;

    /** By start, then by name, so that the same table in another order gives the same list. */
    static final Comparator<Treatment> BY_START = Comparator.comparing(Treatment::start)
            .thenComparing(Treatment::name)
            .thenComparing(treatment -> treatment.end().orElse(LocalDate.MAX))
            .thenComparing(treatment -> treatment.line().orElse(0));

    private final TableProblems problems;
    private final SortedMap<Pseudonym, List<Treatment>> treatments = new TreeMap<>();

    private TreatmentSource(Path file) {
        this.problems = new TableProblems(file);
    }

    /**
     * Reads a table.
     *
     * @return the courses of each patient by their start
     * @throws org.marrow.io.table.TableProblemsException with every mistake, each with line, column and what to write instead
     */
    public static SortedMap<Pseudonym, List<Treatment>> read(Path file) {
        TreatmentSource source = new TreatmentSource(file);
        source.problems.read(TableFormat.ofFile(file), TableLimits.BY_HAND, source::accepts, source::readRow);
        source.problems.throwIfAny();
        source.treatments.replaceAll(
                (_, courses) -> courses.stream().sorted(BY_START).toList());
        return Collections.unmodifiableSortedMap(source.treatments);
    }

    private boolean accepts(TableHeader header) {
        TableColumns.refuseUnknown(header, COLUMNS, problems);
        return TableColumns.require(header, REQUIRED, problems);
    }

    private void readRow(TableRow row) {
        if (row.isBlank()) {
            problems.add(row.line(), "", "a line of empty cells", "a treatment, or remove the line");
            return;
        }
        Optional<Pseudonym> patient = problems.attempt(() -> row.value(PATIENT, Pseudonym::new));
        Optional<String> name = problems.attempt(() -> row.text(NAME));
        Optional<LocalDate> start = problems.attempt(() -> row.date(START));
        Optional<Optional<LocalDate>> end = problems.attempt(() -> row.optionalDate(END));
        Optional<OptionalLong> line = problems.attempt(() -> row.optionalInteger(LINE, 1, MAX_LINE));
        if (patient.isPresent() && name.isPresent() && start.isPresent() && end.isPresent() && line.isPresent()) {
            OptionalInt number = line.get().isPresent()
                    ? OptionalInt.of(Math.toIntExact(line.get().getAsLong()))
                    : OptionalInt.empty();
            problems.attempt(() -> row.checked(NAME, () -> new Treatment(name.get(), start.get(), end.get(), number)))
                    .ifPresent(course -> treatments
                            .computeIfAbsent(patient.get(), _ -> new ArrayList<>())
                            .add(course));
        }
    }
}
