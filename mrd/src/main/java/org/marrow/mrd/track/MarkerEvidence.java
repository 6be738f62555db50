package org.marrow.mrd.track;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.mrd.ConfidenceInterval;
import org.marrow.core.mrd.LevelScale;
import org.marrow.core.mrd.LimitOfDetection;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.mrd.MrdTechnique;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.variant.Variant;

/**
 * All that one sample says of one marker.
 *
 * @param molecules by allele; a molecule is the reads of one name
 * @param reads that touch the marker, by what became of them
 * @param background how often a molecule shows the variant without carrying it
 * @param criticalCount alternate molecules from which the marker counts as detected
 * @param interval Clopper-Pearson; from 0 where it is not detected; its lower end is taken down where background is noticeable;
 *     empty where it is not covered
 * @param limitOfDetection variant allele fraction; empty where no fraction would be found
 * @param limitOfQuantification variant allele fraction, at least the limit of detection
 * @param pValue probability that background alone shows as many alternate molecules or more
 * @param notes English sentences
 */
public record MarkerEvidence(
        MrdTarget target,
        Variant variant,
        MrdStatus status,
        AlleleCounts molecules,
        Map<ReadFate, Long> reads,
        ErrorRate background,
        long criticalCount,
        Optional<ConfidenceInterval> interval,
        OptionalDouble limitOfDetection,
        OptionalDouble limitOfQuantification,
        double pValue,
        List<String> notes) {
    public MarkerEvidence {
        requireNonNull(target, "target");
        requireNonNull(variant, "variant");
        requireNonNull(status, "status");
        requireNonNull(molecules, "molecules");
        reads = Collections.unmodifiableMap(new EnumMap<>(reads));
        requireNonNull(background, "background");
        requireNonNull(interval, "interval");
        requireNonNull(limitOfDetection, "limitOfDetection");
        requireNonNull(limitOfQuantification, "limitOfQuantification");
        notes = List.copyOf(notes);
        InvalidValueException.check(
                reads.size() == ReadFate.values().length, "reads", reads.keySet(), "a count for every fate");
        InvalidValueException.check(
                reads.getOrDefault(ReadFate.USED, 0L) >= molecules.depth(),
                "reads",
                reads.get(ReadFate.USED),
                "at least one for each of " + molecules.depth() + " molecules");
        InvalidValueException.check(pValue >= 0 && pValue <= 1, "pValue", pValue, "a number from 0 to 1");
    }

    /** Reads that touch the marker, used or not. */
    public long readsSeen() {
        return reads.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Reads of the counted molecules. */
    public long depthReads() {
        return reads.getOrDefault(ReadFate.USED, 0L);
    }

    public long depthMolecules() {
        return molecules.depth();
    }

    public boolean isDetected() {
        return status == MrdStatus.DETECTED || status == MrdStatus.DETECTED_BELOW_QUANTIFICATION;
    }

    /** Variant allele fraction, there exactly when the marker is detected. */
    public OptionalDouble variantAlleleFraction() {
        return isDetected()
                ? OptionalDouble.of((double) molecules.alternate() / molecules.depth())
                : OptionalDouble.empty();
    }

    /** The same as a measurement of a patient's sample. */
    public MrdMeasurement measurement(Pseudonym patient, SampleId sample, LocalDate date) {
        boolean statesLimits = isDetected() || status == MrdStatus.NOT_DETECTED_BELOW_LOD;
        Optional<LimitOfDetection> limit = statesLimits && limitOfDetection.isPresent()
                ? Optional.of(new LimitOfDetection(
                        limitOfDetection.getAsDouble(), TrackDefaults.DETECTION_PROBABILITY, limitBasis()))
                : Optional.empty();
        return new MrdMeasurement(
                patient,
                sample,
                date,
                MrdTechnique.NGS_VARIANT,
                target,
                LevelScale.VARIANT_ALLELE_FRACTION,
                status,
                variantAlleleFraction(),
                interval,
                limit,
                statesLimits ? limitOfQuantification : OptionalDouble.empty(),
                OptionalLong.of(molecules.alternate()),
                OptionalLong.of(molecules.depth()),
                notes);
    }

    private String limitBasis() {
        return String.format(
                Locale.ROOT,
                "%d molecules, detected from %d; background %.2e, upper bound %.2e (%s)",
                molecules.depth(),
                criticalCount,
                background.mean(),
                background.upperBound(),
                background.basis());
    }
}
