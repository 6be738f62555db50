package org.marrow.io.samplesheet;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.io.table.FoundText;
import org.marrow.io.table.TableProblems;
import org.marrow.io.table.TableRow;

/** What must be the same on all lines of a patient, and what must not be there twice. */
final class PatientAgreement {
    private final TableProblems problems;
    private final Map<Key, First> firsts = new HashMap<>();
    private final Map<SampleKey, Long> samples = new HashMap<>();

    PatientAgreement(TableProblems problems) {
        this.problems = problems;
    }

    void check(
            TableRow row,
            Optional<Pseudonym> patient,
            Optional<Centre> centre,
            Optional<Disease> disease,
            Optional<SampleId> sample,
            boolean synthetic,
            LineFiles files) {
        if (patient.isEmpty()) {
            return;
        }
        Pseudonym of = patient.get();
        centre.ifPresent(value -> requireSame(row, of, SamplesheetColumns.CENTRE, value));
        disease.ifPresent(value -> requireSame(row, of, SamplesheetColumns.DISEASE, value));
        requireSame(row, of, SamplesheetColumns.SYNTHETIC, synthetic);
        requireSameFile(row, of, SamplesheetColumns.CLINICAL, files.clinical());
        requireSameFile(row, of, SamplesheetColumns.TREATMENTS, files.treatments());
        sample.ifPresent(value -> requireNew(row, of, value));
    }

    private void requireSame(TableRow row, Pseudonym patient, String column, Object value) {
        First first =
                firsts.computeIfAbsent(new Key(patient, column), _ -> new First(row.line(), row.raw(column), value));
        if (!first.value().equals(value)) {
            problems.add(
                    row,
                    column,
                    "what line " + first.line() + " says of " + patient + ", " + FoundText.quote(first.written())
                            + "; all lines of a patient must agree");
        }
    }

    /** A line may leave such a file out; two different ones would leave open which of them holds. */
    private void requireSameFile(TableRow row, Pseudonym patient, String column, Optional<Path> file) {
        file.ifPresent(path -> requireSame(row, patient, column, path));
    }

    private void requireNew(TableRow row, Pseudonym patient, SampleId sample) {
        Long earlier = samples.putIfAbsent(new SampleKey(patient, sample), row.line());
        if (earlier != null) {
            problems.add(
                    row,
                    SamplesheetColumns.SAMPLE,
                    "another name, as line " + earlier + " has this sample of " + patient + " already");
        }
    }

    private record Key(Pseudonym patient, String column) {}

    private record First(long line, String written, Object value) {}

    private record SampleKey(Pseudonym patient, SampleId sample) {}
}
