package org.marrow.io.samplesheet;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.Treatment;

/**
 * Which files belong to which sample of which patient. Centre, disease and origin agree over the lines of a patient, and no
 * sample of a patient is there twice.
 *
 * @param file that it was read from
 * @param lines in the file's order
 */
public record Samplesheet(Path file, List<SamplesheetLine> lines) {
    public Samplesheet {
        requireNonNull(file, "file");
        lines = List.copyOf(lines);
    }

    /** The lines of each patient, by pseudonym, in the file's order. */
    public SortedMap<Pseudonym, List<SamplesheetLine>> linesByPatient() {
        SortedMap<Pseudonym, List<SamplesheetLine>> byPatient = new TreeMap<>();
        for (SamplesheetLine line : lines) {
            byPatient.computeIfAbsent(line.patient(), _ -> new ArrayList<>()).add(line);
        }
        return byPatient;
    }

    /**
     * The patients, by pseudonym, with their samples by date, undated ones last, and then by name.
     *
     * @param treatments of those patients whose treatments are known
     */
    public List<Patient> patients(Map<Pseudonym, List<Treatment>> treatments) {
        List<Patient> patients = new ArrayList<>();
        linesByPatient().forEach((pseudonym, own) -> {
            SamplesheetLine first = own.getFirst();
            List<Sample> samples = own.stream()
                    .map(SamplesheetLine::sample)
                    .sorted(SamplesheetLine.BY_DATE)
                    .toList();
            patients.add(new Patient(
                    pseudonym,
                    first.centre(),
                    first.disease(),
                    first.synthetic(),
                    samples,
                    treatments.getOrDefault(pseudonym, List.of())));
        });
        return List.copyOf(patients);
    }

    /** Every file that the sheet names, once, in the order of lines and columns. */
    public List<Path> files() {
        return lines.stream()
                .flatMap(line -> Stream.of(
                        line.panelFile(),
                        line.vcf(),
                        line.maf(),
                        line.bam(),
                        line.markers(),
                        line.reference(),
                        line.h5ad(),
                        line.measurements(),
                        line.clinical(),
                        line.treatments()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
