package org.marrow.io.clinical;

import static org.marrow.io.clinical.ClinicalColumns.AGE;
import static org.marrow.io.clinical.ClinicalColumns.CYTOGENETICS_IPSSR;
import static org.marrow.io.clinical.ClinicalColumns.HAEMOGLOBIN;
import static org.marrow.io.clinical.ClinicalColumns.IPSSR_GROUPS;
import static org.marrow.io.clinical.ClinicalColumns.KARYOTYPE;
import static org.marrow.io.clinical.ClinicalColumns.MARROW_BLASTS;
import static org.marrow.io.clinical.ClinicalColumns.NAMED;
import static org.marrow.io.clinical.ClinicalColumns.NEUTROPHILS;
import static org.marrow.io.clinical.ClinicalColumns.PATIENT;
import static org.marrow.io.clinical.ClinicalColumns.PLATELETS;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.risk.ClinicalColumn;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.TriState;
import org.marrow.io.table.FoundText;
import org.marrow.io.table.TableColumns;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableHeader;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableProblems;
import org.marrow.io.table.TableRow;

/**
 * Reads clinical values, one patient a line: docs/formats/clinical.md describes the columns. Every column beside the named ones
 * is the result of a test for a lesion, 1, 0 or unknown, unless the caller says that it is a number or a choice.
 */
public final class ClinicalTableSource {
    private static final ClinicalColumn LESION = new ClinicalColumn.Lesion();

    private final TableProblems problems;
    private final SortedMap<Pseudonym, ClinicalValues> values = new TreeMap<>();
    private final Map<Pseudonym, Long> lines = new TreeMap<>();

    private final Map<String, ClinicalColumn> columns;

    private ClinicalTableSource(Path file, Map<String, ClinicalColumn> columns) {
        this.problems = new TableProblems(file);
        this.columns = columns;
    }

    /** Reads a table whose other columns are all lesions. */
    public static SortedMap<Pseudonym, ClinicalValues> read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads a table.
     *
     * @param columns what other columns hold, by name; one that is not there is a lesion
     * @return the values by patient, in the order of the pseudonyms
     * @throws org.marrow.io.table.TableProblemsException with every mistake, each with line, column and what to write instead
     */
    public static SortedMap<Pseudonym, ClinicalValues> read(Path file, Map<String, ClinicalColumn> columns) {
        ClinicalTableSource source = new ClinicalTableSource(file, columns);
        source.problems.read(TableFormat.ofFile(file), TableLimits.BY_HAND, source::accepts, source::readRow);
        source.problems.throwIfAny();
        return Collections.unmodifiableSortedMap(source.values);
    }

    private boolean accepts(TableHeader header) {
        boolean acceptable = TableColumns.require(header, List.of(PATIENT), problems);
        List<String> free = NAMED.stream().filter(column -> !header.has(column)).toList();
        for (String name : header.names()) {
            if (NAMED.contains(name) || columns.containsKey(name)) {
                continue;
            }
            Optional<String> near = ClinicalColumns.meant(name, free);
            if (near.isPresent()) {
                // Else its numbers would be taken for the results of a test.
                problems.add(
                        header.line(),
                        name,
                        "the name " + FoundText.quote(name) + ", which is not a clinical column",
                        "'" + near.get() + "'");
                acceptable = false;
            } else if (!ClinicalColumns.LESION.matcher(name).matches()) {
                problems.add(
                        header.line(),
                        name,
                        "the name " + FoundText.quote(name),
                        "a lesion by 1 to 64 letters, digits, '_', ':' or '-', such as RUNX1::RUNX1T1");
                acceptable = false;
            }
        }
        return acceptable;
    }

    private void readRow(TableRow row) {
        if (row.isBlank()) {
            problems.add(row.line(), "", "a line of empty cells", "a patient, or remove the line");
            return;
        }
        Optional<Pseudonym> patient = problems.attempt(() -> row.value(PATIENT, Pseudonym::new));
        patient.ifPresent(pseudonym -> requireNew(row, pseudonym));
        Optional<ClinicalValues> read = problems.attempt(() -> row.checked(
                PATIENT,
                () -> new ClinicalValues(
                        number(row, AGE, ClinicalValues.MAX_AGE_YEARS),
                        number(row, HAEMOGLOBIN, ClinicalValues.MAX_HAEMOGLOBIN_G_PER_DL),
                        number(row, PLATELETS, ClinicalValues.MAX_PLATELETS_1E9_PER_L),
                        number(row, NEUTROPHILS, ClinicalValues.MAX_NEUTROPHILS_1E9_PER_L),
                        number(row, MARROW_BLASTS, ClinicalValues.MAX_MARROW_BLAST_PERCENT),
                        row.optionalText(KARYOTYPE),
                        problems.attempt(() -> row.optionalChoice(CYTOGENETICS_IPSSR, IPSSR_GROUPS))
                                .flatMap(group -> group),
                        lesions(row),
                        numbers(row),
                        choices(row))));
        if (patient.isPresent() && read.isPresent()) {
            values.put(patient.get(), read.get());
        }
    }

    private OptionalDouble number(TableRow row, String column, double highest) {
        return problems.attempt(() -> row.optionalNumber(column, 0, highest)).orElse(OptionalDouble.empty());
    }

    private List<String> others(TableRow row, Class<? extends ClinicalColumn> kind) {
        return row.header().names().stream()
                .filter(name -> !NAMED.contains(name))
                .filter(name -> kind.isInstance(columns.getOrDefault(name, LESION)))
                .toList();
    }

    private Map<String, TriState> lesions(TableRow row) {
        Map<String, TriState> lesions = new TreeMap<>();
        for (String name : others(row, ClinicalColumn.Lesion.class)) {
            problems.attempt(() -> row.triState(name)).ifPresent(state -> lesions.put(name, state));
        }
        return lesions;
    }

    private Map<String, BigDecimal> numbers(TableRow row) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        for (String name : others(row, ClinicalColumn.Number.class)) {
            if (columns.get(name) instanceof ClinicalColumn.Number(BigDecimal lowest, BigDecimal highest)) {
                problems.attempt(() -> row.optionalNumber(name, lowest.doubleValue(), highest.doubleValue()))
                        .filter(OptionalDouble::isPresent)
                        .ifPresent(number -> numbers.put(name, BigDecimal.valueOf(number.getAsDouble())));
            }
        }
        return numbers;
    }

    private Map<String, String> choices(TableRow row) {
        Map<String, String> choices = new TreeMap<>();
        for (String name : others(row, ClinicalColumn.Choice.class)) {
            if (columns.get(name) instanceof ClinicalColumn.Choice(List<String> values)) {
                Map<String, String> words = new LinkedHashMap<>();
                values.forEach(value -> words.put(value, value));
                problems.attempt(() -> row.optionalChoice(name, words))
                        .flatMap(word -> word)
                        .ifPresent(word -> choices.put(name, word));
            }
        }
        return choices;
    }

    private void requireNew(TableRow row, Pseudonym patient) {
        Long earlier = lines.putIfAbsent(patient, row.line());
        if (earlier != null) {
            problems.add(row, PATIENT, "another patient, as line " + earlier + " is of this one already");
        }
    }
}
