package org.marrow.io.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.LevelScale;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.io.table.TableProblem;
import org.marrow.io.table.TableProblemsException;

class MeasurementSourceTest {
    private static final String HEADER = String.join(",", MeasurementColumns.all());

    @TempDir
    Path folder;

    @Test
    void theColumnsAreThoseOfTheDocumentation() {
        assertThat(HEADER)
                .isEqualTo("patient,sample,date,technique,target,target_copies,control_gene,control_copies,"
                        + "conversion_factor,quantitative_range,sensitivity,positive_partitions,"
                        + "reference_positive_partitions,total_partitions,scale,aberrant_events,cd45_events,lod_events,"
                        + "loq_events");
    }

    @Test
    void readsAReadingOfEachTechnique() throws IOException {
        List<LabReading> readings = read(
                "P1,S1,2026-01-02,qpcr,BCR::ABL1 e14a2,120,ABL1,98000,0.82,1e-4,1e-5,,,,,,,,",
                "P1,S2,2026-02-02,dpcr,NPM1 p.W288Cfs*12,,,,,,,3,15000,18000,vaf,,,,",
                "P2,S1,2026-03-02,flow,LAIP 1,,,,,,,,,,,40,500000,20,50");
        assertThat(readings)
                .containsExactly(
                        new LabReading.Qpcr(
                                new Pseudonym("P1"),
                                new SampleId("S1"),
                                LocalDate.of(2026, 1, 2),
                                MrdTarget.named("BCR::ABL1 e14a2"),
                                120,
                                "ABL1",
                                98000,
                                OptionalDouble.of(0.82),
                                OptionalDouble.of(1e-4),
                                OptionalDouble.of(1e-5)),
                        new LabReading.Dpcr(
                                new Pseudonym("P1"),
                                new SampleId("S2"),
                                LocalDate.of(2026, 2, 2),
                                MrdTarget.named("NPM1 p.W288Cfs*12"),
                                3,
                                15000,
                                18000,
                                LevelScale.VARIANT_ALLELE_FRACTION),
                        new LabReading.Flow(
                                new Pseudonym("P2"),
                                new SampleId("S1"),
                                LocalDate.of(2026, 3, 2),
                                MrdTarget.named("LAIP 1"),
                                40,
                                500000,
                                Optional.of(20L),
                                Optional.of(50L)));
    }

    @Test
    void columnsOfTechniquesThatTheTableDoesNotUseMayBeLeftOut() throws IOException {
        Path file = Files.writeString(
                folder.resolve("m.csv"),
                "patient,sample,date,technique,target,aberrant_events,cd45_events\nP1,S1,2026-01-02,flow,LAIP,0,1000\n");
        assertThat(MeasurementSource.read(file)).singleElement().isInstanceOfSatisfying(LabReading.Flow.class, flow -> {
            assertThat(flow.aberrantEvents()).isZero();
            assertThat(flow.detectionEvents()).isEmpty();
        });
    }

    @Test
    void everyMistakeOfTheFileIsNamed() throws IOException {
        TableProblemsException refusal = refused(
                "P1,S1,2026-01-02,qpcr,X,\"1,5\",,98000,0,2,NA,,,,,,,,",
                "P1,S1,02/01/2026,dPCR,X,,,,,,,3,15000,18000,vaf,,,,",
                "P1,S1,2026-01-02,dpcr,X,5,,,,,,18001,15000,18000,percent,,,,",
                "P1,S1,2026-01-02,flow,,,,,,,,,,,,1001,1000,0,");
        assertThat(refusal.problems())
                .extracting(TableProblem::line, TableProblem::column)
                .containsExactly(
                        tuple(2L, "target_copies"),
                        tuple(2L, "control_gene"),
                        tuple(2L, "quantitative_range"),
                        tuple(3L, "date"),
                        tuple(3L, "technique"),
                        tuple(4L, "target_copies"),
                        tuple(4L, "scale"),
                        tuple(5L, "target"),
                        tuple(5L, "lod_events"));
        assertThat(refusal)
                .hasMessageContaining("with a decimal point, such as 1.5")
                .hasMessageContaining("did you mean 'dpcr'?")
                .hasMessageContaining("this column belongs to qpcr, and the line is of dpcr");
    }

    @Test
    void countsThatContradictEachOtherAreLaidAtTheirColumn() throws IOException {
        assertThat(refused("P1,S1,2026-01-02,dpcr,X,,,,,,,18001,15000,18000,vaf,,,,")
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.column()).isEqualTo("positive_partitions");
                    assertThat(problem.writeInstead()).isEqualTo("a number from 0 to 18000");
                });
        assertThat(read("P1,S1,2026-01-02,dpcr,X,,,,,,,18000,15000,18000,vaf,,,,"))
                .hasSize(1);
        assertThat(refused("P1,S1,2026-01-02,flow,X,,,,,,,,,,,1001,1000,,").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.column()).isEqualTo("aberrant_events"));
        assertThat(refused("P1,S1,2026-01-02,qpcr,X,1,ABL1,1000,0,,,,,,,,,,").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.column()).isEqualTo("conversion_factor"));
    }

    @Test
    void theSameReadingTwiceIsRefused() throws IOException {
        String line = "P1,S1,2026-01-02,flow,X,,,,,,,,,,,1,1000,,";
        assertThat(refused(line, line))
                .hasMessageContaining("line 3: found the patient, sample, date, technique and target of line 2");
        assertThat(read(line, line.replace("flow,X", "flow,Y"))).hasSize(2);
    }

    @Test
    void unknownColumnsAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("m.csv"), HEADER.replace("scale", "scales") + "\n");
        assertThatThrownBy(() -> MeasurementSource.read(file))
                .hasMessageContaining(
                        "line 1, column scales: found the name 'scales', which is not a column; write 'scale'");
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        Random random = new Random(42);
        List<LabReading> readings = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            readings.add(randomReading(random, i));
        }
        Path file = folder.resolve("m.csv");
        MeasurementSink.write(file, readings);
        assertThat(MeasurementSource.read(file)).isEqualTo(readings);
    }

    @Test
    void aScaleWithoutAWordCannotBeWritten() {
        LabReading reading = new LabReading.Dpcr(
                new Pseudonym("P1"),
                new SampleId("S1"),
                LocalDate.of(2026, 1, 1),
                MrdTarget.named("X"),
                1,
                2,
                3,
                LevelScale.INTERNATIONAL_SCALE);
        assertThatThrownBy(() -> MeasurementSink.write(folder.resolve("m.csv"), List.of(reading)))
                .isInstanceOf(InvalidValueException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static LabReading randomReading(Random random, int i) {
        Pseudonym patient = new Pseudonym("P" + i);
        SampleId sample = new SampleId("S" + random.nextInt(5));
        LocalDate date = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000));
        MrdTarget target = MrdTarget.named("NPM1, \"type A\" " + random.nextInt(9));
        return switch (random.nextInt(3)) {
            case 0 ->
                new LabReading.Qpcr(
                        patient,
                        sample,
                        date,
                        target,
                        random.nextInt(3) * random.nextDouble(),
                        "ABL1",
                        random.nextInt(100_000),
                        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(0.5 + random.nextDouble()),
                        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble() * 1e-4),
                        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(1e-5));
            case 1 ->
                new LabReading.Dpcr(
                        patient,
                        sample,
                        date,
                        target,
                        random.nextInt(20_001),
                        random.nextInt(20_001),
                        20_000,
                        List.copyOf(MeasurementColumns.SCALES.values()).get(random.nextInt(3)));
            default ->
                new LabReading.Flow(
                        patient,
                        sample,
                        date,
                        target,
                        random.nextInt(1000),
                        1000 + random.nextInt(1_000_000),
                        random.nextBoolean() ? Optional.empty() : Optional.of(20L),
                        random.nextBoolean() ? Optional.empty() : Optional.of(50L));
        };
    }

    private List<LabReading> read(String... lines) throws IOException {
        return MeasurementSource.read(write(lines));
    }

    private TableProblemsException refused(String... lines) throws IOException {
        Path file = write(lines);
        TableProblemsException refusal =
                catchThrowableOfType(TableProblemsException.class, () -> MeasurementSource.read(file));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(folder.resolve("m.csv"), HEADER + "\n" + String.join("\n", lines) + "\n");
    }
}
