package org.marrow.io.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
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
import org.marrow.core.variant.Variant;

/** Core records with every component filled at random from a seed, optional ones there or not. */
public final class RandomRecords {
    private static final String LETTERS = "aZ09 _\"\\/<>&'\n\té€😀\u0000\u202e";
    private static final RiskScheme ELN2022 = new RiskScheme(
            "eln2022",
            "ELN 2022",
            "Döhner et al., Blood 2022;140:1345",
            List.of("FAVORABLE", "INTERMEDIATE", "ADVERSE"));

    private final Random random;

    public RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    public ResultBundle bundle() {
        List<Patient> patients = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            patients.add(patient(new Pseudonym("P" + i)));
        }
        List<AnalysisOutput> outputs =
                list(() -> output(patients.get(random.nextInt(patients.size())).pseudonym()));
        return new ResultBundle(run(), patients, outputs);
    }

    public Run run() {
        Instant started =
                Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000), random.nextInt(1_000_000_000));
        return new Run(
                new RunId("run-" + random.nextInt(1000)),
                started,
                started.plusMillis(random.nextInt(1_000_000)),
                "0.1.0",
                texts(),
                list(this::input),
                random.nextBoolean());
    }

    public Patient patient(Pseudonym pseudonym) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            samples.add(new Sample(
                    new SampleId("S" + i),
                    pseudonym,
                    any(SampleMaterial.values()),
                    maybe(this::date),
                    maybe(this::text)));
        }
        return new Patient(
                pseudonym, new Centre("LYON"), any(Disease.values()), random.nextBoolean(), samples, list(() -> {
                    LocalDate start = date();
                    return new Treatment(
                            "x" + text(),
                            start,
                            maybe(() -> start.plusDays(random.nextInt(90))),
                            random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(5)));
                }));
    }

    public AnalysisOutput output(Pseudonym patient) {
        return new AnalysisOutput(
                "RISK",
                patient,
                maybe(() -> new SampleId("S1")),
                text(),
                "0.1.0",
                texts(),
                list(this::input),
                list(this::risk),
                list(() -> measurement(patient)),
                maybe(() -> cellMap(random.nextInt(50))));
    }

    public RiskResult risk() {
        int best = random.nextInt(3);
        int worst = best + random.nextInt(3 - best);
        List<String> categories = ELN2022.categories();
        return new RiskResult(
                ELN2022,
                maybe(() -> any(categories.toArray(String[]::new))),
                maybe(() -> new CategoryRange(categories.get(best), categories.get(worst))),
                maybe(() -> ScoreRange.exact(random.nextGaussian())),
                list(() -> new RiskDriver(text(), "RULE", maybeDouble(), text(), any(EvidenceMark.values()))),
                list(() -> new RiskFlag("FLAG_" + random.nextInt(9), text(), any(EvidenceMark.values()))),
                list(this::text),
                list(this::text),
                list(() -> new RiskInput(text(), maybe(this::text), maybe(this::text))));
    }

    public MrdMeasurement measurement(Pseudonym patient) {
        MrdStatus status = any(MrdStatus.values());
        boolean detected = status == MrdStatus.DETECTED || status == MrdStatus.DETECTED_BELOW_QUANTIFICATION;
        LimitOfDetection limit = new LimitOfDetection(Double.MIN_VALUE + random.nextDouble(), 0.95, "depth and errors");
        return new MrdMeasurement(
                patient,
                new SampleId("S1"),
                date(),
                any(MrdTechnique.values()),
                new MrdTarget(
                        "x" + text(),
                        maybe(this::text),
                        maybe(() -> new Variant("chr5", 1 + random.nextInt(99), "C", "CTCTG"))),
                any(LevelScale.values()),
                status,
                detected ? OptionalDouble.of(1 - random.nextDouble()) : OptionalDouble.empty(),
                maybe(() -> new ConfidenceInterval(0, random.nextDouble(), 0.95, "Clopper-Pearson")),
                status == MrdStatus.NOT_DETECTED_BELOW_LOD || detected ? Optional.of(limit) : Optional.empty(),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(1e-5),
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong(Long.MAX_VALUE)),
                OptionalLong.of(random.nextInt(9)),
                list(this::text));
    }

    public CellMap cellMap(int cells) {
        float[] x = new float[cells];
        float[] y = new float[cells];
        int[] labels = new int[cells];
        for (int i = 0; i < cells; i++) {
            x[i] = random.nextBoolean() ? random.nextInt(10) - 5 : (float) random.nextGaussian();
            y[i] = Float.intBitsToFloat(random.nextInt() & 0xbfffffff);
            labels[i] = random.nextInt(5);
        }
        return new CellMap(
                x,
                y,
                labels,
                5,
                random.nextDouble(),
                random.nextGaussian(),
                cells + 3,
                765,
                list(this::marker),
                list(this::text));
    }

    private MarkerGene marker() {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1e-308, 12.5};
        return new MarkerGene(
                random.nextInt(5),
                text(),
                random.nextGaussian(),
                -random.nextDouble() * 1e4,
                0.05,
                odd[random.nextInt(6)]);
    }

    private InputFile input() {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return new InputFile("vcf", text(), random.nextLong(Long.MAX_VALUE), new Sha256(hex.toString()));
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            texts.put(text(), text());
        }
        return texts;
    }

    private LocalDate date() {
        return LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000));
    }

    private OptionalDouble maybeDouble() {
        return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextGaussian() * 1e-7);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int[] points = LETTERS.codePoints().toArray();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
