package org.marrow.mrd.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.marrow.core.statistics.Binomial;
import org.marrow.core.statistics.ExactLimits;
import org.marrow.core.statistics.IncompleteBeta;

/**
 * Flow cytometry.
 *
 * <p>The limit of detection is the field's: the events that make a population over all CD45-positive events. A sample at that
 * very level reaches the events in about half of the cases only, so that is the probability given with it, and the level that
 * is found with 95 % is named in its basis.
 *
 * <p>Fewer aberrant events than make a population are not "detected": single events of any phenotype lie in the gate of a
 * healthy marrow as well. Their number is in the notes, so that a rise can be seen.
 */
final class FlowAssay {
    private FlowAssay() {}

    static MrdMeasurement measure(LabReading.Flow reading) {
        long detection = reading.detectionEvents().orElse(AssayDefaults.FLOW_DETECTION_EVENTS);
        long quantification =
                reading.quantificationEvents().orElse(Math.max(detection, AssayDefaults.FLOW_QUANTIFICATION_EVENTS));
        InvalidValueException.check(
                quantification >= detection,
                "loq_events",
                quantification,
                "at least the " + detection + " events of detection");
        long total = reading.leucocyteEvents();
        if (total <= detection) {
            return measurement(
                    reading,
                    MrdStatus.NOT_COVERED,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of("Only " + total + " CD45-positive events were acquired, and " + detection
                            + " aberrant ones make a population: nothing can be said."));
        }
        List<String> notes = notes(reading, detection, quantification);
        double limit = (double) detection / total;
        double found = Math.exp(new Binomial(total, limit).logSurvival(detection));
        double foundSurely = IncompleteBeta.quantile(
                AssayDefaults.DETECTION_PROBABILITY, (double) detection, total - detection + 1.0);
        LimitOfDetection limitOfDetection = new LimitOfDetection(
                limit,
                found,
                String.format(
                        Locale.ROOT,
                        "%d events of %d CD45-positive ones; the level found with 95 %% is %.2e",
                        detection,
                        total,
                        foundSurely));
        long aberrant = reading.aberrantEvents();
        boolean isDetected = aberrant >= detection;
        ExactLimits exact = ExactLimits.clopperPearson((double) aberrant, (double) total, AssayDefaults.CONFIDENCE);
        MrdStatus status = !isDetected
                ? MrdStatus.NOT_DETECTED_BELOW_LOD
                : aberrant >= quantification ? MrdStatus.DETECTED : MrdStatus.DETECTED_BELOW_QUANTIFICATION;
        return measurement(
                reading,
                status,
                isDetected ? OptionalDouble.of((double) aberrant / total) : OptionalDouble.empty(),
                Optional.of(new ConfidenceInterval(
                        isDetected ? exact.lower() : 0, exact.upper(), AssayDefaults.CONFIDENCE, "Clopper-Pearson")),
                Optional.of(limitOfDetection),
                OptionalDouble.of(Math.min(1, (double) quantification / total)),
                notes);
    }

    private static List<String> notes(LabReading.Flow reading, long detection, long quantification) {
        List<String> notes = new ArrayList<>();
        if (reading.detectionEvents().isEmpty()
                || reading.quantificationEvents().isEmpty()) {
            notes.add("Detected from " + detection + " events, a number from " + quantification
                    + " (house default from memory, to be verified).");
        }
        long aberrant = reading.aberrantEvents();
        long total = reading.leucocyteEvents();
        if (aberrant > 0 && aberrant < detection) {
            notes.add(
                    aberrant + " aberrant events were seen, fewer than the " + detection + " that make a population.");
        }
        if (total < AssayDefaults.FLOW_RECOMMENDED_EVENTS) {
            notes.add("Fewer than 500,000 CD45-positive events (recommendation of ELN 2021 for AML from memory, to be "
                    + "verified).");
        }
        if (aberrant >= detection) {
            String side = aberrant >= AssayDefaults.FLOW_POSITIVE_FRACTION * total ? "At or above" : "Below";
            notes.add(
                    side + " 0.1 % of CD45-positive events, from which ELN 2021 calls AML MRD positive (threshold from "
                            + "memory, to be verified).");
        }
        return notes;
    }

    private static MrdMeasurement measurement(
            LabReading.Flow reading,
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
                MrdTechnique.FLOW,
                reading.target(),
                LevelScale.FRACTION_OF_LEUCOCYTES,
                status,
                level,
                interval,
                limit,
                quantifiable,
                OptionalLong.of(reading.aberrantEvents()),
                OptionalLong.of(reading.leucocyteEvents()),
                notes);
    }
}
