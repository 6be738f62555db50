package org.marrow.io.measurement;

import static org.marrow.io.measurement.MeasurementColumns.ABERRANT_EVENTS;
import static org.marrow.io.measurement.MeasurementColumns.CD45_EVENTS;
import static org.marrow.io.measurement.MeasurementColumns.COMMON;
import static org.marrow.io.measurement.MeasurementColumns.CONTROL_COPIES;
import static org.marrow.io.measurement.MeasurementColumns.CONTROL_GENE;
import static org.marrow.io.measurement.MeasurementColumns.CONVERSION_FACTOR;
import static org.marrow.io.measurement.MeasurementColumns.DATE;
import static org.marrow.io.measurement.MeasurementColumns.LOD_EVENTS;
import static org.marrow.io.measurement.MeasurementColumns.LOQ_EVENTS;
import static org.marrow.io.measurement.MeasurementColumns.PATIENT;
import static org.marrow.io.measurement.MeasurementColumns.POSITIVE_PARTITIONS;
import static org.marrow.io.measurement.MeasurementColumns.QUANTITATIVE_RANGE;
import static org.marrow.io.measurement.MeasurementColumns.REFERENCE_POSITIVE_PARTITIONS;
import static org.marrow.io.measurement.MeasurementColumns.SAMPLE;
import static org.marrow.io.measurement.MeasurementColumns.SCALE;
import static org.marrow.io.measurement.MeasurementColumns.SCALES;
import static org.marrow.io.measurement.MeasurementColumns.SENSITIVITY;
import static org.marrow.io.measurement.MeasurementColumns.TARGET;
import static org.marrow.io.measurement.MeasurementColumns.TARGET_COPIES;
import static org.marrow.io.measurement.MeasurementColumns.TECHNIQUE;
import static org.marrow.io.measurement.MeasurementColumns.TOTAL_PARTITIONS;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.LevelScale;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.io.measurement.MeasurementColumns.Technique;
import org.marrow.io.table.TableColumns;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableHeader;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableProblems;
import org.marrow.io.table.TableRow;

/**
 * Reads laboratory MRD readings, one a line: docs/formats/measurements.md describes the columns. The columns of other techniques
 * than the line's must be empty, because a value in them says that the technique or the column is wrong.
 */
public final class MeasurementSource {
    /** More copies, partitions or events than any instrument counts. */
    private static final long MAX_COUNT = 1_000_000_000_000L;

    /** Of laboratory conversion factors to the International Scale, far above any that a laboratory has. */
    private static final double MAX_CONVERSION_FACTOR = 1000;

    private final TableProblems problems;
    private final List<LabReading> readings = new ArrayList<>();
    private final Map<Key, Long> lines = new HashMap<>();

    private MeasurementSource(Path file) {
        this.problems = new TableProblems(file);
    }

    /**
     * Reads a table.
     *
     * @return the readings in the file's order
     * @throws org.marrow.io.table.TableProblemsException with every mistake, each with line, column and what to write instead
     */
    public static List<LabReading> read(Path file) {
        MeasurementSource source = new MeasurementSource(file);
        source.problems.read(TableFormat.ofFile(file), TableLimits.BY_HAND, source::accepts, source::readRow);
        source.problems.throwIfAny();
        return List.copyOf(source.readings);
    }

    private boolean accepts(TableHeader header) {
        TableColumns.refuseUnknown(header, MeasurementColumns.all(), problems);
        return TableColumns.require(header, COMMON, problems);
    }

    private void readRow(TableRow row) {
        if (row.isBlank()) {
            problems.add(row.line(), "", "a line of empty cells", "a reading, or remove the line");
            return;
        }
        Optional<Where> where = where(row);
        Optional<Technique> technique = attempt(() -> row.choice(TECHNIQUE, Technique.byWord()));
        if (technique.isEmpty()) {
            return;
        }
        requireOthersEmpty(row, technique.get());
        where.ifPresent(place -> requireNew(row, new Key(place, technique.get())));
        // The numbers are looked at even when the cells before them are wrong, so that all mistakes are named at once.
        Optional<? extends LabReading> reading =
                switch (technique.get()) {
                    case QPCR -> qpcr(row, where);
                    case DPCR -> dpcr(row, where);
                    case FLOW -> flow(row, where);
                };
        reading.ifPresent(readings::add);
    }

    private Optional<Where> where(TableRow row) {
        Optional<Pseudonym> patient = attempt(() -> row.value(PATIENT, Pseudonym::new));
        Optional<SampleId> sample = attempt(() -> row.value(SAMPLE, SampleId::new));
        Optional<LocalDate> date = attempt(() -> row.date(DATE));
        Optional<MrdTarget> target = attempt(() -> row.value(TARGET, MrdTarget::named));
        return patient.isEmpty() || sample.isEmpty() || date.isEmpty() || target.isEmpty()
                ? Optional.empty()
                : Optional.of(new Where(patient.get(), sample.get(), date.get(), target.get()));
    }

    private Optional<LabReading.Qpcr> qpcr(TableRow row, Optional<Where> where) {
        Optional<Double> targetCopies = attempt(() -> row.number(TARGET_COPIES, 0, MAX_COUNT));
        Optional<String> controlGene = attempt(() -> row.text(CONTROL_GENE));
        Optional<Double> controlCopies = attempt(() -> row.number(CONTROL_COPIES, 0, MAX_COUNT));
        Optional<OptionalDouble> conversion =
                attempt(() -> row.optionalNumber(CONVERSION_FACTOR, 0, MAX_CONVERSION_FACTOR));
        Optional<OptionalDouble> range = attempt(() -> row.optionalNumber(QUANTITATIVE_RANGE, 0, 1));
        Optional<OptionalDouble> sensitivity = attempt(() -> row.optionalNumber(SENSITIVITY, 0, 1));
        if (where.isEmpty()
                || targetCopies.isEmpty()
                || controlGene.isEmpty()
                || controlCopies.isEmpty()
                || conversion.isEmpty()
                || range.isEmpty()
                || sensitivity.isEmpty()) {
            return Optional.empty();
        }
        Where of = where.get();
        return attempt(() -> row.checked(
                TARGET_COPIES,
                () -> new LabReading.Qpcr(
                        of.patient(),
                        of.sample(),
                        of.date(),
                        of.target(),
                        targetCopies.get(),
                        controlGene.get(),
                        controlCopies.get(),
                        conversion.get(),
                        range.get(),
                        sensitivity.get())));
    }

    private Optional<LabReading.Dpcr> dpcr(TableRow row, Optional<Where> where) {
        Optional<Long> positive = attempt(() -> row.integer(POSITIVE_PARTITIONS, 0, MAX_COUNT));
        Optional<Long> reference = attempt(() -> row.integer(REFERENCE_POSITIVE_PARTITIONS, 0, MAX_COUNT));
        Optional<Long> total = attempt(() -> row.integer(TOTAL_PARTITIONS, 1, MAX_COUNT));
        Optional<LevelScale> scale = attempt(() -> row.choice(SCALE, SCALES));
        if (where.isEmpty() || positive.isEmpty() || reference.isEmpty() || total.isEmpty() || scale.isEmpty()) {
            return Optional.empty();
        }
        Where of = where.get();
        return attempt(() -> row.checked(
                POSITIVE_PARTITIONS,
                () -> new LabReading.Dpcr(
                        of.patient(),
                        of.sample(),
                        of.date(),
                        of.target(),
                        positive.get(),
                        reference.get(),
                        total.get(),
                        scale.get())));
    }

    private Optional<LabReading.Flow> flow(TableRow row, Optional<Where> where) {
        Optional<Long> aberrant = attempt(() -> row.integer(ABERRANT_EVENTS, 0, MAX_COUNT));
        Optional<Long> leucocytes = attempt(() -> row.integer(CD45_EVENTS, 0, MAX_COUNT));
        Optional<OptionalLong> detection = attempt(() -> row.optionalInteger(LOD_EVENTS, 1, MAX_COUNT));
        Optional<OptionalLong> quantification = attempt(() -> row.optionalInteger(LOQ_EVENTS, 1, MAX_COUNT));
        if (where.isEmpty()
                || aberrant.isEmpty()
                || leucocytes.isEmpty()
                || detection.isEmpty()
                || quantification.isEmpty()) {
            return Optional.empty();
        }
        Where of = where.get();
        return attempt(() -> row.checked(
                ABERRANT_EVENTS,
                () -> new LabReading.Flow(
                        of.patient(),
                        of.sample(),
                        of.date(),
                        of.target(),
                        aberrant.get(),
                        leucocytes.get(),
                        boxed(detection.get()),
                        boxed(quantification.get()))));
    }

    private void requireOthersEmpty(TableRow row, Technique technique) {
        for (Technique other : Technique.values()) {
            if (other == technique) {
                continue;
            }
            for (String column : other.columns()) {
                if (row.isKnown(column)) {
                    String why = "nothing; this column belongs to " + other.word() + ", and the line is of "
                            + technique.word();
                    problems.add(row, column, why);
                }
            }
        }
    }

    private void requireNew(TableRow row, Key key) {
        Long earlier = lines.putIfAbsent(key, row.line());
        if (earlier != null) {
            problems.add(
                    row.line(),
                    "",
                    "the patient, sample, date, technique and target of line " + earlier,
                    "one line for them, with replicates summed");
        }
    }

    private <T> Optional<T> attempt(Supplier<T> reading) {
        return problems.attempt(reading);
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private record Where(Pseudonym patient, SampleId sample, LocalDate date, MrdTarget target) {}

    private record Key(Where where, Technique technique) {}
}
