package org.marrow.workflows.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.Treatment;
import org.marrow.core.port.ReadSource;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.bam.BamSink;
import org.marrow.io.clinical.ClinicalTableSink;
import org.marrow.io.clinical.TreatmentSink;
import org.marrow.io.fasta.FastaSink;
import org.marrow.io.h5ad.H5adSink;
import org.marrow.io.measurement.MeasurementSink;
import org.marrow.io.samplesheet.PanelSink;
import org.marrow.io.samplesheet.SamplesheetLine;
import org.marrow.io.samplesheet.SamplesheetSink;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;
import org.marrow.io.vcf.VcfSink;

/**
 * Writes the synthetic cohort: {@code inputs} as laboratories would deliver them, {@code truth} as the simulator knows it. The
 * same seed writes the same bytes.
 */
public final class Demo {
    public static final int DEFAULT_PATIENTS = 26;
    public static final long DEFAULT_SEED = 1;

    private static final int FEWEST = 24;
    private static final int MOST = 500;
    private static final int CELLS = 700;
    private static final String PANEL = "panel_myeloid.txt";
    private static final String REFERENCE = "targets.fa";

    /** Genes that the synthetic panel looks at: those of IPSS-M and ELN 2022. */
    private static final List<String> PANEL_GENES = List.of(
            "ASXL1", "BCOR", "BCORL1", "CBL", "CEBPA", "DNMT3A", "ETNK1", "ETV6", "EZH2", "FLT3", "GATA2", "GNB1",
            "IDH1", "IDH2", "KIT", "KRAS", "NF1", "NPM1", "NRAS", "PHF6", "PPM1D", "PRPF8", "PTPN11", "RUNX1", "SETBP1",
            "SF3B1", "SRSF2", "STAG2", "TP53", "U2AF1", "WT1", "ZRSR2");

    /** Said in the header of every file that has room for it. */
    private static final VcfSink.Options MARKED = new VcfSink.Options(List.of(), Map.of("SYNTHETIC", "true"));

    private final Path inputs;
    private final Path truth;
    private final List<DemoTargets.Target> targets = DemoTargets.all();
    private final List<SamplesheetLine> lines = new ArrayList<>();
    private final Map<String, CellDataset> cells = new TreeMap<>();

    private Demo(Path folder) {
        this.inputs = folder.resolve("inputs");
        this.truth = folder.resolve("truth");
    }

    /**
     * Writes a cohort.
     *
     * @param patients 24 to 500
     * @return the samplesheet
     */
    public static Path write(Path folder, long seed, int patients) {
        InvalidValueException.check(
                patients >= FEWEST && patients <= MOST,
                "--patients",
                patients,
                "a number from " + FEWEST + " to " + MOST);
        Demo demo = new Demo(folder);
        demo.createFolders();
        List<DemoPatient> cohort = DemoCohort.simulate(seed, patients);
        RandomDraws random = new RandomDraws(~seed);
        demo.writeCommon(cohort);
        for (DemoPatient patient : cohort) {
            demo.writePatient(patient, random.split());
        }
        demo.writeTruth(cohort, seed);
        Path samplesheet = demo.inputs.resolve("samplesheet.csv");
        SamplesheetSink.write(samplesheet, demo.lines);
        return samplesheet;
    }

    private void createFolders() {
        try {
            Files.createDirectories(inputs);
            Files.createDirectories(truth);
        } catch (IOException e) {
            throw new UserException(ErrorCode.ACCESS, inputs + " cannot be created: " + e.getMessage(), e);
        }
    }

    private void writeCommon(List<DemoPatient> cohort) {
        Map<String, String> sequences = new LinkedHashMap<>();
        targets.forEach(target -> sequences.put(target.contig(), target.bases()));
        FastaSink.write(inputs.resolve(REFERENCE), sequences);
        PanelSink.write(inputs.resolve(PANEL), PANEL_GENES);
        Map<Pseudonym, ClinicalValues> clinical = new TreeMap<>();
        Map<Pseudonym, List<Treatment>> treatments = new TreeMap<>();
        for (DemoPatient patient : cohort) {
            clinical.put(patient.pseudonym(), patient.clinical());
            treatments.put(patient.pseudonym(), patient.treatments());
        }
        ClinicalTableSink.write(inputs.resolve("clinical.csv"), clinical);
        TreatmentSink.write(inputs.resolve("treatments.csv"), treatments);
    }

    private void writePatient(DemoPatient patient, RandomDraws random) {
        Optional<Path> measurements = writeMeasurements(patient);
        Optional<Path> markers = writeMarkers(patient);
        for (DemoPatient.Visit visit : patient.visits()) {
            boolean first = visit.equals(patient.firstVisit());
            Optional<Path> vcf = first && !patient.lesions().isEmpty()
                    ? Optional.of(writeVariants(patient, visit, random.split()))
                    : Optional.empty();
            Optional<Path> bam = first || markers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(writeReads(patient, visit, random.split()));
            Optional<Path> h5ad = first && patient.cells()
                    ? Optional.of(writeCells(patient, visit, random.split()))
                    : Optional.empty();
            Optional<Path> measured = first ? measurements : Optional.empty();
            if (vcf.isPresent() || bam.isPresent() || h5ad.isPresent() || measured.isPresent()) {
                lines.add(line(patient, visit, vcf, bam, bam.flatMap(path -> markers), h5ad, measured));
            }
        }
    }

    private SamplesheetLine line(
            DemoPatient patient,
            DemoPatient.Visit visit,
            Optional<Path> vcf,
            Optional<Path> bam,
            Optional<Path> markers,
            Optional<Path> h5ad,
            Optional<Path> measurements) {
        return new SamplesheetLine(
                lines.size() + 2L,
                patient.pseudonym(),
                patient.centre(),
                patient.disease(),
                true,
                new Sample(
                        visit.sample(),
                        patient.pseudonym(),
                        visit.material(),
                        Optional.of(visit.date()),
                        Optional.of(visit.timepoint())),
                vcf.isPresent() ? Assembly.GRCH38 : Assembly.UNKNOWN,
                vcf.isPresent()
                        ? new AssessedGenes.Panel(PANEL, Set.copyOf(PANEL_GENES))
                        : new AssessedGenes.Unstated(),
                vcf.map(path -> inputs.resolve(PANEL)),
                vcf,
                Optional.empty(),
                Optional.empty(),
                visit.sample().value(),
                bam,
                markers,
                bam.map(path -> inputs.resolve(REFERENCE)),
                h5ad,
                measurements,
                vcf.map(path -> inputs.resolve("clinical.csv")),
                Optional.of(inputs.resolve("treatments.csv")));
    }

    private Optional<Path> writeMeasurements(DemoPatient patient) {
        if (patient.readings().isEmpty()) {
            return Optional.empty();
        }
        Path file = inputs.resolve(patient.pseudonym() + ".measurements.csv");
        List<LabReading> readings = patient.readings();
        MeasurementSink.write(file, readings);
        return Optional.of(file);
    }

    private Path writeVariants(DemoPatient patient, DemoPatient.Visit visit, RandomDraws random) {
        double burden = patient.trajectory().burden(visit.day());
        List<VariantCall> calls = new ArrayList<>();
        for (DemoPatient.LesionAt one : patient.lesions()) {
            int depth = (int) random.logNormal(900, 0.25);
            int alternate = 0;
            double fraction = one.alleleFraction(burden);
            for (int i = 0; i < depth; i++) {
                if (random.chance(fraction)) {
                    alternate++;
                }
            }
            calls.add(call(one.lesion(), variantOf(one.lesion()), depth, alternate));
        }
        Path file = inputs.resolve(visit.sample() + ".vcf.gz");
        VcfSink.write(
                file,
                List.of(new SampleVariants(
                        visit.sample().value(), Assembly.GRCH38, new AssessedGenes.Unstated(), calls)),
                MARKED);
        return file;
    }

    /** The tracked lesions, on the contigs that the follow-up reads are aligned to. */
    private Optional<Path> writeMarkers(DemoPatient patient) {
        List<VariantCall> markers = new ArrayList<>();
        for (DemoTargets.Target target : targets) {
            for (DemoLesion lesion : patient.tracked()) {
                if (target.holds(lesion)) {
                    markers.add(site(lesion, onTarget(lesion, target)));
                }
            }
        }
        if (markers.isEmpty()) {
            return Optional.empty();
        }
        Path file = inputs.resolve(patient.pseudonym() + ".markers.vcf");
        VcfSink.writeSites(file, Assembly.OTHER, markers, MARKED);
        return Optional.of(file);
    }

    private Path writeReads(DemoPatient patient, DemoPatient.Visit visit, RandomDraws random) {
        double burden = patient.trajectory().burden(visit.day());
        DemoReads simulator = new DemoReads(random, "synthetic");
        List<AlignedRead> reads = new ArrayList<>();
        for (DemoPatient.LesionAt one : patient.lesions()) {
            for (DemoTargets.Target target : targets) {
                if (target.holds(one.lesion())) {
                    long molecules = Math.round(random.logNormal(3_500, 0.4));
                    reads.addAll(simulator.over(target, one.lesion(), one.alleleFraction(burden), molecules));
                }
            }
        }
        DemoReads.sort(reads, targets.stream().map(DemoTargets.Target::contig).toList());
        Path file = inputs.resolve(visit.sample() + ".bam");
        List<ReadSource.ContigLength> contigs = targets.stream()
                .map(target -> new ReadSource.ContigLength(
                        target.contig(), target.bases().length()))
                .toList();
        BamSink.write(
                file,
                new BamSink.Header(contigs, visit.sample().value(), List.of("SYNTHETIC reads, made by marrow demo")),
                reads);
        return file;
    }

    private Path writeCells(DemoPatient patient, DemoPatient.Visit visit, RandomDraws random) {
        double blasts = Math.min(0.8, patient.trajectory().burden(visit.day()));
        CellDataset dataset = DemoCells.simulate(random, visit.sample().value(), CELLS, blasts);
        Path file = inputs.resolve(visit.sample() + ".h5ad");
        // The truth column is for the truth folder alone.
        H5adSink.write(
                file,
                new CellDataset(dataset.matrix(), dataset.kind(), dataset.cellNames(), dataset.geneNames(), Map.of()));
        cells.put(visit.sample().value(), dataset);
        return file;
    }

    private void writeTruth(List<DemoPatient> cohort, long seed) {
        TableSink.write(
                truth.resolve("patients.csv"),
                TableFormat.CSV,
                List.of("patient", "synthetic", "seed", "disease", "diagnosis", "outcome", "burden_at_diagnosis"),
                sink -> {
                    for (DemoPatient patient : cohort) {
                        sink.row(
                                patient.pseudonym(),
                                "yes",
                                seed,
                                patient.disease(),
                                patient.diagnosis(),
                                patient.trajectory().outcome(),
                                patient.trajectory().atDiagnosis());
                    }
                });
        TableSink.write(
                truth.resolve("variants.csv"),
                TableFormat.CSV,
                List.of("patient", "sample", "date", "gene", "change", "true_vaf"),
                sink -> {
                    for (DemoPatient patient : cohort) {
                        for (DemoPatient.Visit visit : patient.visits()) {
                            for (DemoPatient.LesionAt one : patient.lesions()) {
                                sink.row(
                                        patient.pseudonym(),
                                        visit.sample(),
                                        visit.date(),
                                        one.lesion().gene(),
                                        one.lesion().name(),
                                        one.alleleFraction(patient.trajectory().burden(visit.day())));
                            }
                        }
                    }
                });
        TableSink.write(
                truth.resolve("levels.csv"),
                TableFormat.CSV,
                List.of("patient", "sample", "date", "technique", "target", "true_level"),
                sink -> {
                    for (DemoPatient patient : cohort) {
                        for (DemoPatient.TrueLevel level : patient.levels()) {
                            sink.row(
                                    patient.pseudonym(),
                                    level.sample(),
                                    level.date(),
                                    level.technique(),
                                    level.target(),
                                    level.level());
                        }
                    }
                });
        cells.forEach((sample, dataset) -> {
            if (dataset.cellColumns().get("true_population") instanceof CellColumn.Categories populations) {
                TableSink.write(
                        truth.resolve(sample + ".cells.csv"), TableFormat.CSV, List.of("cell", "population"), sink -> {
                            for (int i = 0; i < dataset.cellNames().size(); i++) {
                                sink.row(
                                        dataset.cellNames().get(i),
                                        populations.categories().get(populations.codes()[i]));
                            }
                        });
            }
        });
    }

    private static Variant variantOf(DemoLesion lesion) {
        return new Variant(lesion.chromosome(), lesion.position(), lesion.ref(), lesion.alt());
    }

    private static Variant onTarget(DemoLesion lesion, DemoTargets.Target target) {
        return new Variant(target.contig(), lesion.position() - target.start() + 1, lesion.ref(), lesion.alt());
    }

    private static VariantCall call(DemoLesion lesion, Variant variant, int depth, int alternate) {
        return annotated(
                lesion,
                variant,
                OptionalInt.of(depth),
                OptionalInt.of(alternate),
                OptionalDouble.of((double) alternate / depth));
    }

    private static VariantCall site(DemoLesion lesion, Variant variant) {
        return annotated(lesion, variant, OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());
    }

    private static VariantCall annotated(
            DemoLesion lesion, Variant variant, OptionalInt depth, OptionalInt alternate, OptionalDouble vaf) {
        Consequence consequence = lesion.consequence();
        return new VariantCall(
                variant,
                Optional.of(lesion.gene()),
                consequence,
                Optional.of(lesion.hgvsC()).filter(text -> !text.isEmpty()),
                Optional.of(lesion.hgvsP()).filter(text -> !text.isEmpty()),
                Optional.empty(),
                depth,
                alternate,
                vaf,
                List.of());
    }
}
