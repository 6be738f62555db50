package org.marrow.server.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.marrow.core.cell.CellMap;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.mrd.ConfidenceInterval;
import org.marrow.core.mrd.LevelScale;
import org.marrow.core.mrd.LimitOfDetection;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.mrd.MrdTechnique;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.patient.Treatment;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.RiskScheme;
import org.marrow.core.risk.ScoreRange;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.run.InputFile;
import org.marrow.core.run.ResultBundle;
import org.marrow.core.run.Run;
import org.marrow.core.run.RunId;
import org.marrow.core.run.Sha256;

/** Small results to publish. */
public final class Results {
    public static final RiskScheme ELN =
            new RiskScheme("eln2022", "ELN 2022", "Döhner 2022", List.of("favourable", "intermediate", "adverse"));
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Results() {}

    public static Sha256 hash(int seed) {
        return new Sha256(String.format(java.util.Locale.ROOT, "%064x", seed));
    }

    public static InputFile file(String role, String name, int seed) {
        return new InputFile(role, name, 1000L + seed, hash(seed));
    }

    public static Run run(String id, Instant finished) {
        return new Run(
                new RunId(id),
                finished.minusSeconds(60),
                finished,
                "0.1.0",
                Map.of("scheme", "eln2022", "seed", "7"),
                List.of(file("samplesheet", "sheet.csv", 1), file("vcf", "a.vcf.gz", 2)),
                true);
    }

    public static Patient patient(String pseudonym, Sample... samples) {
        return new Patient(
                new Pseudonym(pseudonym),
                new Centre("C1"),
                Disease.AML,
                false,
                List.of(samples),
                List.of(new Treatment("7+3", LocalDate.of(2025, 1, 5), Optional.empty(), OptionalInt.of(1))));
    }

    public static Sample sample(String patient, String id, LocalDate collected) {
        return new Sample(
                new SampleId(id),
                new Pseudonym(patient),
                SampleMaterial.BONE_MARROW,
                Optional.of(collected),
                Optional.of("diagnosis"));
    }

    public static MrdMeasurement detected(
            String patient, String sample, LocalDate date, MrdTechnique technique, String target, double level) {
        return new MrdMeasurement(
                new Pseudonym(patient),
                new SampleId(sample),
                date,
                technique,
                new MrdTarget(target, Optional.of("NPM1"), Optional.empty()),
                LevelScale.RATIO_TO_CONTROL_GENE,
                MrdStatus.DETECTED,
                OptionalDouble.of(level),
                Optional.of(new ConfidenceInterval(level / 2, level * 2, 0.95, "Clopper-Pearson")),
                Optional.of(new LimitOfDetection(1e-5, 0.95, "control copies")),
                OptionalDouble.of(1e-4),
                OptionalLong.of(12),
                OptionalLong.of(120_000),
                List.of("A note."));
    }

    public static MrdMeasurement notDetected(
            String patient, String sample, LocalDate date, MrdTechnique technique, String target, double limit) {
        return new MrdMeasurement(
                new Pseudonym(patient),
                new SampleId(sample),
                date,
                technique,
                MrdTarget.named(target),
                LevelScale.RATIO_TO_CONTROL_GENE,
                MrdStatus.NOT_DETECTED_BELOW_LOD,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.of(new LimitOfDetection(limit, 0.95, "control copies")),
                OptionalDouble.empty(),
                OptionalLong.of(0),
                OptionalLong.empty(),
                List.of());
    }

    public static RiskResult established(String category) {
        return new RiskResult(
                ELN,
                Optional.of(category),
                Optional.of(new CategoryRange(category, category)),
                Optional.empty(),
                List.of(new RiskDriver(
                        "NPM1", "ELN2022_NPM1", OptionalDouble.of(-0.5), "NPM1 mutation", EvidenceMark.VERIFIED)),
                List.of(new RiskFlag("NPM1_WITH_TP53", "The source leaves this open.", EvidenceMark.OPEN)),
                List.of(),
                List.of(),
                List.of(
                        new RiskInput("NPM1", Optional.of("PRESENT"), Optional.of("a.vcf.gz")),
                        new RiskInput("age", Optional.empty(), Optional.empty())));
    }

    public static RiskResult interval(String best, String worst) {
        return new RiskResult(
                ELN,
                Optional.empty(),
                Optional.of(new CategoryRange(best, worst)),
                Optional.of(new ScoreRange(-1.25, 0, 2.5)),
                List.of(),
                List.of(),
                List.of("karyotype"),
                List.of("karyotype"),
                List.of());
    }

    public static CellMap cellMap() {
        return new CellMap(
                new float[] {0.5f, -1, 2},
                new float[] {1, 2, -3.25f},
                new int[] {0, 1, 1},
                2,
                1.0,
                0.75,
                5,
                2000,
                List.of(new MarkerGene(0, "CD34", 12.5, -400, 1e-300, 3.25)),
                List.of("The input was normalised already."));
    }

    public static OutputBuilder output(String process, String patient) {
        return new OutputBuilder(process, patient);
    }

    public static ResultBundle bundle(Run run, List<Patient> patients, OutputBuilder... outputs) {
        return new ResultBundle(
                run,
                patients,
                List.of(outputs).stream().map(OutputBuilder::build).toList());
    }

    /** A patient with one of everything. */
    public static ResultBundle whole(String run, Instant finished, String pseudonym) {
        LocalDate diagnosis = LocalDate.of(2025, 1, 2);
        LocalDate followUp = LocalDate.of(2025, 3, 4);
        return bundle(
                run(run, finished),
                List.of(patient(pseudonym, sample(pseudonym, "S1", diagnosis), sample(pseudonym, "S2", followUp))),
                output("RISK", pseudonym).sample("S1").risk(interval("intermediate", "adverse")),
                output("MRD_LAB", pseudonym)
                        .measurement(detected(pseudonym, "S1", diagnosis, MrdTechnique.QPCR, "NPM1 mutA", 0.25))
                        .measurement(notDetected(pseudonym, "S2", followUp, MrdTechnique.QPCR, "NPM1 mutA", 2e-5)),
                output("CLUSTER", pseudonym).sample("S1").cells(cellMap()));
    }

    /** Builds one output. */
    public static final class OutputBuilder {
        private final String process;
        private final String patient;
        private Optional<SampleId> sample = Optional.empty();
        private final List<RiskResult> risks = new ArrayList<>();
        private final List<MrdMeasurement> measurements = new ArrayList<>();
        private Optional<CellMap> cellMap = Optional.empty();

        private OutputBuilder(String process, String patient) {
            this.process = process;
            this.patient = patient;
        }

        public OutputBuilder sample(String id) {
            sample = Optional.of(new SampleId(id));
            return this;
        }

        public OutputBuilder risk(RiskResult risk) {
            risks.add(risk);
            return this;
        }

        public OutputBuilder measurement(MrdMeasurement measurement) {
            measurements.add(measurement);
            return this;
        }

        public OutputBuilder cells(CellMap map) {
            cellMap = Optional.of(map);
            return this;
        }

        private AnalysisOutput build() {
            return new AnalysisOutput(
                    process,
                    new Pseudonym(patient),
                    sample,
                    "marrow " + process.toLowerCase(java.util.Locale.ROOT) + " --input a.vcf.gz",
                    "0.1.0",
                    Map.of("depth", "100"),
                    List.of(file("vcf", "a.vcf.gz", 2)),
                    risks,
                    measurements,
                    cellMap);
        }
    }
}
