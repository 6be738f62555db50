package org.marrow.core.mrd;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;

/**
 * Measurable residual disease of one target at one date, by one technique.
 *
 * <p>Nothing found is "not detected below this sample's limit", never zero, because a deeper assay may find the clone again.
 * The level is there exactly when something was found.
 *
 * @param level a fraction on {@code scale}; greater than 0, present exactly when the status is one of the detected ones
 * @param interval for the true level; when nothing was found it runs from 0 to the highest level that is compatible
 * @param limitOfDetection present exactly when the status is {@link MrdStatus#NOT_DETECTED_BELOW_LOD}, and for the detected
 *     ones where the sample tells it
 * @param limitOfQuantification smallest level that counts as a number, a fraction
 * @param positive variant molecules, target copies, positive partitions or aberrant events
 * @param total molecules at the locus, control copies, partitions or events looked at
 * @param notes what a reader must know to trust it, in English sentences
 */
public record MrdMeasurement(
        Pseudonym patient,
        SampleId sample,
        LocalDate date,
        MrdTechnique technique,
        MrdTarget target,
        LevelScale scale,
        MrdStatus status,
        OptionalDouble level,
        Optional<ConfidenceInterval> interval,
        Optional<LimitOfDetection> limitOfDetection,
        OptionalDouble limitOfQuantification,
        OptionalLong positive,
        OptionalLong total,
        List<String> notes) {
    public MrdMeasurement {
        requireNonNull(patient, "patient");
        requireNonNull(sample, "sample");
        requireNonNull(date, "date");
        requireNonNull(technique, "technique");
        requireNonNull(target, "target");
        requireNonNull(scale, "scale");
        requireNonNull(status, "status");
        requireNonNull(level, "level");
        requireNonNull(interval, "interval");
        requireNonNull(limitOfDetection, "limitOfDetection");
        requireNonNull(limitOfQuantification, "limitOfQuantification");
        requireNonNull(positive, "positive");
        requireNonNull(total, "total");
        notes = List.copyOf(notes);
        boolean detected = status == MrdStatus.DETECTED || status == MrdStatus.DETECTED_BELOW_QUANTIFICATION;
        InvalidValueException.check(
                detected == level.isPresent(), "level", level, detected ? "a level, as it was detected" : "no level");
        double value = level.orElse(1);
        InvalidValueException.check(
                value > 0 && value < Double.POSITIVE_INFINITY, "level", value, "a number greater than 0");
        if (status == MrdStatus.NOT_DETECTED_BELOW_LOD) {
            InvalidValueException.check(
                    limitOfDetection.isPresent(), "limitOfDetection", "none", "this sample's limit of detection");
        }
        if (status == MrdStatus.NOT_DETECTED_LOD_UNKNOWN || status == MrdStatus.NOT_COVERED) {
            InvalidValueException.check(
                    limitOfDetection.isEmpty(), "limitOfDetection", limitOfDetection, "none with status " + status);
        }
        double quantifiable = limitOfQuantification.orElse(1);
        InvalidValueException.check(
                quantifiable > 0 && quantifiable < Double.POSITIVE_INFINITY,
                "limitOfQuantification",
                quantifiable,
                "a number greater than 0");
        InvalidValueException.check(positive.orElse(0) >= 0, "positive", positive.orElse(0), "a number from 0");
        InvalidValueException.check(total.orElse(0) >= 0, "total", total.orElse(0), "a number from 0");
    }
}
