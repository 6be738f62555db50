package org.marrow.mrd.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.mrd.ConfidenceInterval;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.LevelScale;
import org.marrow.core.mrd.LimitOfDetection;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTechnique;
import org.marrow.core.statistics.ExactLimits;
import org.marrow.core.statistics.IncompleteBeta;

/**
 * Digital PCR.
 *
 * <p>Molecules in a partition: -ln(1 - positive / total), as a partition may hold several (Poisson). Interval of the ratio of
 * two such numbers: each has Clopper and Pearson's limits, and the two are joined by the method of variance estimates recovery
 * (Donner and Zou, Stat Methods Med Res 2012;21:347), which needs no normal approximation of the ratio itself and is exact where
 * one of the two is certain.
 *
 * <p>Limit of detection: the level at which {@link AssayDefaults#MIN_POSITIVE_PARTITIONS} positive partitions are reached with
 * 95 % probability, given this sample's reference molecules.
 */
final class DpcrAssay {
    private DpcrAssay() {}

    /** Molecules in one partition. */
    private record Occupancy(double mean, double lower, double upper) {
        static Occupancy of(long positive, long total) {
            ExactLimits share = ExactLimits.clopperPearson((double) positive, (double) total, AssayDefaults.CONFIDENCE);
            return new Occupancy(
                    -Math.log1p(-(double) positive / total), -Math.log1p(-share.lower()), -Math.log1p(-share.upper()));
        }
    }

    static MrdMeasurement measure(LabReading.Dpcr reading) {
        boolean isFraction = isFraction(reading.scale());
        refuseSaturation("positive_partitions", reading.positivePartitions(), reading.totalPartitions());
        refuseSaturation(
                "reference_positive_partitions", reading.referencePositivePartitions(), reading.totalPartitions());
        if (reading.referencePositivePartitions() == 0) {
            return measurement(
                    reading,
                    MrdStatus.NOT_COVERED,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of("No partition holds the reference, so there is nothing to compare the target with."));
        }
        Occupancy target = Occupancy.of(reading.positivePartitions(), reading.totalPartitions());
        Occupancy reference = Occupancy.of(reading.referencePositivePartitions(), reading.totalPartitions());
        OptionalDouble detection = ratioFound(reading, reference);
        if (detection.isEmpty()) {
            return measurement(
                    reading,
                    MrdStatus.NOT_COVERED,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of("There are only " + reading.totalPartitions() + " partitions; "
                            + AssayDefaults.MIN_POSITIVE_PARTITIONS + " positive ones could not be reached."));
        }
        double limit = onScale(detection.getAsDouble(), isFraction);
        double molecules = 1 / (AssayDefaults.QUANTIFICATION_CV * AssayDefaults.QUANTIFICATION_CV);
        double quantifiable =
                Math.max(limit, onScale(molecules / reading.totalPartitions() / reference.mean(), isFraction));
        LimitOfDetection limitOfDetection = new LimitOfDetection(
                limit,
                AssayDefaults.DETECTION_PROBABILITY,
                reading.totalPartitions() + " partitions, " + reading.referencePositivePartitions()
                        + " of them with the reference; detected from " + AssayDefaults.MIN_POSITIVE_PARTITIONS
                        + " positive");
        List<String> notes = new ArrayList<>();
        notes.add("Detected from " + AssayDefaults.MIN_POSITIVE_PARTITIONS
                + " positive partitions (threshold from memory, to be verified; the assay's own limit of blank is not "
                + "part of the reading).");
        boolean isDetected = reading.positivePartitions() >= AssayDefaults.MIN_POSITIVE_PARTITIONS;
        if (!isDetected && reading.positivePartitions() > 0) {
            notes.add(reading.positivePartitions() + " of " + reading.totalPartitions()
                    + " partitions are positive, which false positives may explain.");
        }
        double level = onScale(target.mean() / reference.mean(), isFraction);
        MrdStatus status = !isDetected
                ? MrdStatus.NOT_DETECTED_BELOW_LOD
                : level >= quantifiable ? MrdStatus.DETECTED : MrdStatus.DETECTED_BELOW_QUANTIFICATION;
        return measurement(
                reading,
                status,
                isDetected ? OptionalDouble.of(level) : OptionalDouble.empty(),
                Optional.of(interval(target, reference, isFraction, isDetected)),
                Optional.of(limitOfDetection),
                OptionalDouble.of(quantifiable),
                notes);
    }

    private static boolean isFraction(LevelScale scale) {
        return switch (scale) {
            case VARIANT_ALLELE_FRACTION -> true;
            case RATIO_TO_CONTROL_GENE -> false;
            case INTERNATIONAL_SCALE, FRACTION_OF_LEUCOCYTES, FRACTION_OF_CELLS ->
                throw new InvalidValueException(
                        "scale", scale, "VARIANT_ALLELE_FRACTION or RATIO_TO_CONTROL_GENE for digital PCR");
        };
    }

    private static void refuseSaturation(String name, long positive, long total) {
        InvalidValueException.check(
                positive < total,
                name,
                positive,
                "fewer than all " + total + " partitions: with all positive the assay is saturated, and the number of "
                        + "molecules has no upper limit; dilute the sample");
    }

    /** The ratio to the reference that is found with 95 %. */
    private static OptionalDouble ratioFound(LabReading.Dpcr reading, Occupancy reference) {
        long needed = AssayDefaults.MIN_POSITIVE_PARTITIONS;
        long total = reading.totalPartitions();
        if (total <= needed) {
            return OptionalDouble.empty();
        }
        // P(at least k of n) = I(p; k, n - k + 1).
        double share =
                IncompleteBeta.quantile(AssayDefaults.DETECTION_PROBABILITY, (double) needed, total - needed + 1.0);
        return OptionalDouble.of(-Math.log1p(-share) / reference.mean());
    }

    private static double onScale(double ratio, boolean isFraction) {
        return isFraction ? ratio / (1 + ratio) : ratio;
    }

    private static ConfidenceInterval interval(
            Occupancy target, Occupancy reference, boolean isFraction, boolean isDetected) {
        double product = target.mean() * reference.mean();
        double lowerTerm = target.lower() * (2 * target.mean() - target.lower());
        double lowerRoot = Math.sqrt(Math.max(
                0, product * product - lowerTerm * reference.upper() * (2 * reference.mean() - reference.upper())));
        double upperTerm = target.upper() * (2 * target.mean() - target.upper());
        double upperDenominator = reference.lower() * (2 * reference.mean() - reference.lower());
        double upperRoot = Math.sqrt(Math.max(0, product * product - upperTerm * upperDenominator));
        double lower = lowerTerm / (product + lowerRoot);
        double upper = (product + upperRoot) / upperDenominator;
        return new ConfidenceInterval(
                isDetected ? onScale(lower, isFraction) : 0,
                onScale(upper, isFraction),
                AssayDefaults.CONFIDENCE,
                "Clopper-Pearson of each, joined by variance recovery");
    }

    private static MrdMeasurement measurement(
            LabReading.Dpcr reading,
            MrdStatus status,
            OptionalDouble level,
            Optional<ConfidenceInterval> interval,
            Optional<LimitOfDetection> limit,
            OptionalDouble quantifiable,
            List<String> notes) {
        return new MrdMeasurement(
                reading.patient(),
                reading.sample(),
                reading.date(),
                MrdTechnique.DPCR,
                reading.target(),
                reading.scale(),
                status,
                level,
                interval,
                limit,
                quantifiable,
                OptionalLong.of(reading.positivePartitions()),
                OptionalLong.of(reading.totalPartitions()),
                notes);
    }
}
