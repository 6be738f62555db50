package org.marrow.io.clinical;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;

/** Writes the table that {@link ClinicalTableSource} reads. */
public final class ClinicalTableSink {
    private ClinicalTableSink() {}

    /**
     * Writes a line for each patient, by pseudonym; the lesions, other numbers and choices of all of them are columns, each in
     * alphabetical order.
     */
    public static void write(Path file, Map<Pseudonym, ClinicalValues> values) {
        SortedSet<String> lesions = new TreeSet<>();
        SortedSet<String> numbers = new TreeSet<>();
        SortedSet<String> choices = new TreeSet<>();
        values.values().forEach(one -> {
            lesions.addAll(one.lesions().keySet());
            numbers.addAll(one.numbers().keySet());
            choices.addAll(one.choices().keySet());
        });
        List<String> others = new ArrayList<>(lesions);
        others.addAll(numbers);
        others.addAll(choices);
        InvalidValueException.check(
                Set.copyOf(others).size() == others.size(), "columns", others, "a name of one kind of value each");
        for (String lesion : others) {
            InvalidValueException.check(
                    ClinicalColumns.LESION.matcher(lesion).matches() && !ClinicalColumns.NAMED.contains(lesion),
                    "lesion",
                    lesion,
                    "letters, digits, '_', ':' or '-', and not the name of a clinical column");
        }
        List<String> header = new ArrayList<>(ClinicalColumns.NAMED);
        header.addAll(others);
        SortedMap<Pseudonym, ClinicalValues> sorted = new TreeMap<>(values);
        TableSink.write(file, TableFormat.ofFile(file), header, sink -> {
            for (Pseudonym patient : sorted.keySet()) {
                sink.row(cells(patient, requireNonNull(sorted.get(patient)), lesions, numbers, choices));
            }
        });
    }

    private static List<Object> cells(
            Pseudonym patient,
            ClinicalValues values,
            SortedSet<String> lesions,
            SortedSet<String> numbers,
            SortedSet<String> choices) {
        List<Object> cells = new ArrayList<>(List.of(
                patient,
                values.ageYears(),
                values.haemoglobinGPerDl(),
                values.platelets1e9PerL(),
                values.neutrophils1e9PerL(),
                values.marrowBlastPercent(),
                values.karyotype(),
                values.cytogeneticsIpssr()));
        for (String lesion : lesions) {
            cells.add(values.lesion(lesion));
        }
        for (String number : numbers) {
            cells.add(Optional.ofNullable(values.numbers().get(number)).map(BigDecimal::toPlainString));
        }
        for (String choice : choices) {
            cells.add(Optional.ofNullable(values.choices().get(choice)));
        }
        return cells;
    }
}
