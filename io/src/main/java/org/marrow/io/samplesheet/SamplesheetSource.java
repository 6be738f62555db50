package org.marrow.io.samplesheet;

import static org.marrow.io.samplesheet.SamplesheetColumns.ASSEMBLIES;
import static org.marrow.io.samplesheet.SamplesheetColumns.ASSEMBLY;
import static org.marrow.io.samplesheet.SamplesheetColumns.CENTRE;
import static org.marrow.io.samplesheet.SamplesheetColumns.DATE;
import static org.marrow.io.samplesheet.SamplesheetColumns.DISEASE;
import static org.marrow.io.samplesheet.SamplesheetColumns.DISEASES;
import static org.marrow.io.samplesheet.SamplesheetColumns.EXOME;
import static org.marrow.io.samplesheet.SamplesheetColumns.MATERIAL;
import static org.marrow.io.samplesheet.SamplesheetColumns.MATERIALS;
import static org.marrow.io.samplesheet.SamplesheetColumns.PANEL;
import static org.marrow.io.samplesheet.SamplesheetColumns.PATIENT;
import static org.marrow.io.samplesheet.SamplesheetColumns.SAMPLE;
import static org.marrow.io.samplesheet.SamplesheetColumns.SYNTHETIC;
import static org.marrow.io.samplesheet.SamplesheetColumns.TIMEPOINT;
import static org.marrow.io.samplesheet.SamplesheetColumns.YES_NO;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.patient.Treatment;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.io.clinical.TreatmentSource;
import org.marrow.io.guard.FileAccess;
import org.marrow.io.table.FoundText;
import org.marrow.io.table.TableColumns;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableHeader;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableProblems;
import org.marrow.io.table.TableRow;

/**
 * Reads a samplesheet and names every mistake in it: docs/formats/samplesheet.md describes the columns. Files that the sheet
 * names are looked up, and panels are read; what the other files hold is the business of their own readers.
 */
public final class SamplesheetSource {
    /** Plain letters only, because the name of a time point is shown and exported in many places. */
    private static final Pattern TIMEPOINT_LETTERS = Pattern.compile("[\\p{L}\\p{Nd} ._+-]{1,64}");

    private final Path file;
    private final TableProblems problems;
    private final NamedFiles files;
    private final PatientAgreement agreement;
    private final List<SamplesheetLine> lines = new ArrayList<>();

    private SamplesheetSource(Path file, Path folder) {
        this.file = file;
        this.problems = new TableProblems(file);
        this.files = new NamedFiles(folder, problems);
        this.agreement = new PatientAgreement(problems);
    }

    /**
     * Reads a samplesheet.
     *
     * @throws org.marrow.io.table.TableProblemsException with every mistake, each with line, column and what to write instead
     * @throws UserException with code ACCESS when the samplesheet itself cannot be read
     */
    public static Samplesheet read(Path file) {
        Path absolute = FileAccess.requireReadable(file).toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new UserException(ErrorCode.ACCESS, file + ": expected a file, found a folder");
        }
        return read(file, folder);
    }

    /**
     * Reads a samplesheet that lies elsewhere than the folder that its paths count from, as it does inside a pipeline.
     *
     * @throws org.marrow.io.table.TableProblemsException with every mistake, each with line, column and what to write instead
     */
    public static Samplesheet read(Path file, Path folder) {
        return new SamplesheetSource(file, folder.toAbsolutePath().normalize()).read();
    }

    /**
     * The patients of a sheet with the treatments of the tables that it names.
     *
     * @throws org.marrow.io.table.TableProblemsException when a treatment table has mistakes
     */
    public static List<Patient> patients(Samplesheet sheet) {
        Map<Path, Map<Pseudonym, List<Treatment>>> tables = new HashMap<>();
        Map<Pseudonym, List<Treatment>> treatments = new HashMap<>();
        for (SamplesheetLine line : sheet.lines()) {
            line.treatments().ifPresent(table -> {
                List<Treatment> own =
                        tables.computeIfAbsent(table, TreatmentSource::read).getOrDefault(line.patient(), List.of());
                treatments.put(line.patient(), own);
            });
        }
        return sheet.patients(treatments);
    }

    private Samplesheet read() {
        problems.read(TableFormat.CSV, TableLimits.BY_HAND, this::accepts, this::readRow);
        if (problems.isEmpty() && lines.isEmpty()) {
            problems.add(1, "", "no line below the header", "a line for each sample");
        }
        problems.throwIfAny();
        return new Samplesheet(file, lines);
    }

    private boolean accepts(TableHeader header) {
        TableColumns.refuseUnknown(header, SamplesheetColumns.ALL, problems);
        return TableColumns.require(header, SamplesheetColumns.REQUIRED, problems);
    }

    private void readRow(TableRow row) {
        if (row.isBlank()) {
            problems.add(row.line(), "", "a line of empty cells", "a sample, or remove the line");
            return;
        }
        Optional<Pseudonym> patient = problems.attempt(() -> row.value(PATIENT, Pseudonym::new));
        Optional<Centre> centre = problems.attempt(() -> row.value(CENTRE, Centre::new));
        Optional<Disease> disease = problems.attempt(() -> row.choice(DISEASE, DISEASES));
        Optional<SampleId> sampleId = problems.attempt(() -> row.value(SAMPLE, SampleId::new));
        Optional<LocalDate> date =
                problems.attempt(() -> row.optionalDate(DATE)).flatMap(day -> day);
        SampleMaterial material = optional(row, MATERIAL, MATERIALS).orElse(SampleMaterial.UNKNOWN);
        Optional<String> timepoint = timepoint(row);
        Assembly assembly = assembly(row);
        boolean synthetic = optional(row, SYNTHETIC, YES_NO).orElse(false);
        Optional<Path> panelFile = row.raw(PANEL).equals(EXOME) ? Optional.empty() : files.find(row, PANEL);
        AssessedGenes assessed = assessed(row, panelFile);
        LineFiles named = LineFiles.find(row, files, problems);

        agreement.check(row, patient, centre, disease, sampleId, synthetic, named);
        if (patient.isPresent() && centre.isPresent() && disease.isPresent() && sampleId.isPresent()) {
            Sample sample = new Sample(sampleId.get(), patient.get(), material, date, timepoint);
            lines.add(named.line(row, centre.get(), disease.get(), synthetic, sample, assembly, assessed, panelFile));
        }
    }

    private <T> Optional<T> optional(TableRow row, String column, Map<String, T> words) {
        return problems.attempt(() -> row.optionalChoice(column, words)).flatMap(word -> word);
    }

    private Optional<String> timepoint(TableRow row) {
        Optional<String> timepoint = row.optionalText(TIMEPOINT);
        if (timepoint.isPresent() && !TIMEPOINT_LETTERS.matcher(timepoint.get()).matches()) {
            problems.add(row, TIMEPOINT, "at most 64 letters, digits, blanks, '.', '_', '+' or '-'");
        }
        return timepoint;
    }

    private Assembly assembly(TableRow row) {
        switch (row.raw(ASSEMBLY).toLowerCase(Locale.ROOT)) {
            case "hg19", "b37", "37" -> problems.add(row, ASSEMBLY, "GRCh37");
            case "hg38", "b38", "38" -> problems.add(row, ASSEMBLY, "GRCh38");
            default -> {
                return optional(row, ASSEMBLY, ASSEMBLIES).orElse(Assembly.UNKNOWN);
            }
        }
        return Assembly.UNKNOWN;
    }

    private AssessedGenes assessed(TableRow row, Optional<Path> panelFile) {
        if (row.raw(PANEL).equals(EXOME)) {
            return new AssessedGenes.Exome();
        }
        if (panelFile.isPresent()) {
            try {
                return PanelSource.read(panelFile.get());
            } catch (UserException refusal) {
                problems.add(
                        row.line(),
                        PANEL,
                        FoundText.quote(row.raw(PANEL)) + ", which is not a panel (" + refusal.getMessage() + ")",
                        "the path of a text file with one gene symbol a line");
            }
        }
        return new AssessedGenes.Unstated();
    }
}
