package org.marrow.workflows.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.LevelScale;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.patient.Pseudonym;

/** Draws what qPCR, digital PCR and flow cytometry would have read, and keeps the true levels. */
final class DemoLaboratory {
    /** Control-gene copies of a good RNA sample: median and spread over samples. */
    private static final double CONTROL_COPIES = 60_000;

    private static final double CONTROL_SPREAD = 0.5;
    private static final double CONVERSION_FACTOR = 0.8;
    private static final double LEUCOCYTES = 600_000;

    private final Pseudonym patient;
    private final RandomDraws random;
    private final List<LabReading> readings = new ArrayList<>();
    private final List<DemoPatient.TrueLevel> levels = new ArrayList<>();

    DemoLaboratory(Pseudonym patient, RandomDraws random) {
        this.patient = patient;
        this.random = random;
    }

    List<LabReading> readings() {
        return readings;
    }

    List<DemoPatient.TrueLevel> levels() {
        return levels;
    }

    /** A fusion or mutation transcript against ABL1. */
    void transcript(DemoPatient.Visit visit, String target, double ratio, boolean internationalScale) {
        double control = Math.rint(random.logNormal(CONTROL_COPIES, CONTROL_SPREAD));
        double copies = random.poisson(ratio * control);
        OptionalDouble factor = internationalScale ? OptionalDouble.of(CONVERSION_FACTOR) : OptionalDouble.empty();
        readings.add(new LabReading.Qpcr(
                patient,
                visit.sample(),
                visit.date(),
                MrdTarget.named(target),
                copies,
                "ABL1",
                control,
                factor,
                OptionalDouble.empty(),
                OptionalDouble.empty()));
        keep(visit, "qpcr", target, ratio * factor.orElse(1));
    }

    /** An IG/TR rearrangement by allele-specific qPCR, with the quantitative range that a standard curve gives. */
    void rearrangement(DemoPatient.Visit visit, String target, double fractionOfCells) {
        double control = Math.rint(random.logNormal(90_000, 0.15));
        double copies = random.poisson(fractionOfCells * control);
        readings.add(new LabReading.Qpcr(
                patient,
                visit.sample(),
                visit.date(),
                MrdTarget.named(target),
                copies,
                "ALB",
                control,
                OptionalDouble.empty(),
                OptionalDouble.of(1e-4),
                OptionalDouble.of(5e-5)));
        keep(visit, "qpcr", target, fractionOfCells);
    }

    /** A mutation against its wild-type allele by digital PCR. */
    void digital(DemoPatient.Visit visit, String target, double alleleFraction) {
        long partitions = 20_000;
        double templates = 0.8;
        long positive = occupied(partitions, templates * alleleFraction);
        long reference = occupied(partitions, templates * (1 - alleleFraction));
        readings.add(new LabReading.Dpcr(
                patient,
                visit.sample(),
                visit.date(),
                MrdTarget.named(target),
                positive,
                reference,
                partitions,
                LevelScale.VARIANT_ALLELE_FRACTION));
        keep(visit, "dpcr", target, alleleFraction);
    }

    void flow(DemoPatient.Visit visit, String target, double fraction) {
        long leucocytes = Math.round(random.logNormal(LEUCOCYTES, 0.4));
        long aberrant = Math.min(leucocytes, random.poisson(fraction * leucocytes));
        readings.add(new LabReading.Flow(
                patient,
                visit.sample(),
                visit.date(),
                MrdTarget.named(target),
                aberrant,
                leucocytes,
                Optional.empty(),
                Optional.empty()));
        keep(visit, "flow", target, fraction);
    }

    private long occupied(long partitions, double meanPerPartition) {
        double empty = StrictMath.exp(-meanPerPartition);
        long count = 0;
        for (long i = 0; i < partitions; i++) {
            if (random.chance(1 - empty)) {
                count++;
            }
        }
        return count;
    }

    private void keep(DemoPatient.Visit visit, String technique, String target, double level) {
        levels.add(new DemoPatient.TrueLevel(visit.sample(), visit.date(), technique, target, level));
    }
}
