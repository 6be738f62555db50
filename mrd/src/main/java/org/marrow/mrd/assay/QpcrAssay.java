package org.marrow.mrd.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.mrd.ConfidenceInterval;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.LevelScale;
import org.marrow.core.mrd.LimitOfDetection;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTechnique;
import org.marrow.core.statistics.ExactLimits;
import org.marrow.mrd.cml.ControlGene;
import org.marrow.mrd.cml.MolecularResponse;
import org.marrow.mrd.cml.MolecularResponseClass;

/**
 * Real-time PCR.
 *
 * <p>Limit of detection: what the laboratory states; else the level that would have put at least one copy into the sample with
 * 95 % probability, which is 3.0 copies over the control copies (Poisson). The classes of molecular response use a convention
 * of their own, by which an undetectable sample with 10,000 ABL1 copies is MR4; that is 1e-4 and promises more than 10,000
 * copies can show, so it is named beside the limit and is not the limit.
 *
 * <p>Interval: exact for the ratio of two Poisson counts, by Clopper and Pearson's limits of target / (target + control). It
 * holds the chance of sampling copies; what the thermocycler adds, only replicates would tell.
 */
final class QpcrAssay {
    /** A breakpoint such as e13a2 in a target's name. */
    private static final Pattern BREAKPOINT = Pattern.compile("\\be\\d+a\\d+\\b", Pattern.CASE_INSENSITIVE);

    /** The breakpoints that the International Scale was made for. */
    private static final Pattern ON_SCALE = Pattern.compile("e1[34]a2", Pattern.CASE_INSENSITIVE);

    private QpcrAssay() {}

    static MrdMeasurement measure(LabReading.Qpcr reading) {
        boolean isOnScale = reading.conversionFactor().isPresent();
        if (isOnScale) {
            refuseAtypicalBreakpoint(reading);
        }
        double factor = reading.conversionFactor().orElse(1);
        LevelScale scale = isOnScale ? LevelScale.INTERNATIONAL_SCALE : LevelScale.RATIO_TO_CONTROL_GENE;
        if (reading.controlCopies() == 0) {
            return measurement(
                    reading,
                    scale,
                    MrdStatus.NOT_COVERED,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of("No copies of " + reading.controlGene()
                            + " were found: the sample holds no measurable RNA or DNA, and nothing can be said."));
        }
        List<String> notes = new ArrayList<>(notesOnControl(reading));
        LimitOfDetection limit = limitOfDetection(reading, factor, isOnScale);
        OptionalDouble quantifiable = reading.quantitativeRange().isPresent()
                ? OptionalDouble.of(reading.quantitativeRange().getAsDouble() * factor)
                : OptionalDouble.empty();
        if (isOnScale) {
            MolecularResponse response = responseOf(reading, factor);
            notes.add("Molecular response: " + response.label() + ".");
            notes.addAll(response.notes());
        }
        if (reading.targetCopies() == 0) {
            return measurement(
                    reading,
                    scale,
                    MrdStatus.NOT_DETECTED_BELOW_LOD,
                    OptionalDouble.empty(),
                    Optional.of(interval(0, reading.controlCopies(), factor)),
                    Optional.of(limit),
                    quantifiable,
                    notes);
        }
        boolean isFloored = isOnScale && reading.targetCopies() < MolecularResponse.FEWEST_COPIES_FOUND;
        double copies = isFloored ? MolecularResponse.FEWEST_COPIES_FOUND : reading.targetCopies();
        double level = copies / reading.controlCopies() * factor;
        boolean isBelow = isFloored || (quantifiable.isPresent() && level < quantifiable.getAsDouble());
        if (quantifiable.isEmpty() && !isFloored) {
            notes.add(
                    "The laboratory states no quantitative range, so it is not known from which level the number counts.");
        }
        ConfidenceInterval interval = interval(reading.targetCopies(), reading.controlCopies(), factor);
        return measurement(
                reading,
                scale,
                isBelow ? MrdStatus.DETECTED_BELOW_QUANTIFICATION : MrdStatus.DETECTED,
                OptionalDouble.of(level),
                Optional.of(interval),
                Optional.of(limit),
                quantifiable,
                notes);
    }

    private static MolecularResponse responseOf(LabReading.Qpcr reading, double factor) {
        return MolecularResponse.of(reading.targetCopies(), reading.controlGene(), reading.controlCopies(), factor);
    }

    private static void refuseAtypicalBreakpoint(LabReading.Qpcr reading) {
        Matcher breakpoint = BREAKPOINT.matcher(reading.target().name());
        if (breakpoint.find() && !ON_SCALE.matcher(breakpoint.group()).matches()) {
            throw new InvalidValueException(
                    "conversion_factor",
                    reading.conversionFactor().orElse(1),
                    "none, as the International Scale does not exist for the breakpoint " + breakpoint.group());
        }
    }

    private static List<String> notesOnControl(LabReading.Qpcr reading) {
        Optional<ControlGene> control = ControlGene.named(reading.controlGene());
        if (control.isEmpty()) {
            return List.of();
        }
        double fewest = control.get().fewestCopies(MolecularResponseClass.MR4);
        return reading.controlCopies() >= fewest
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "Only %.0f %s copies; below %.0f the sample is inevaluable for MR4, and a negative is weak.",
                        reading.controlCopies(),
                        control.get(),
                        fewest));
    }

    private static LimitOfDetection limitOfDetection(LabReading.Qpcr reading, double factor, boolean isOnScale) {
        double copies = -Math.log(1 - AssayDefaults.DETECTION_PROBABILITY);
        double byCounting = copies / reading.controlCopies() * factor;
        String counting = String.format(
                Locale.ROOT,
                "Poisson: %.2f copies / %.0f %s copies%s = %.2e with 95 %%",
                copies,
                reading.controlCopies(),
                reading.controlGene(),
                isOnScale ? String.format(Locale.ROOT, " x conversion factor %s", factor) : "",
                byCounting);
        String convention = isOnScale ? "; " + convention(reading) : "";
        if (reading.sensitivity().isPresent()) {
            double stated = reading.sensitivity().getAsDouble() * factor;
            return new LimitOfDetection(
                    stated,
                    AssayDefaults.DETECTION_PROBABILITY,
                    String.format(
                            Locale.ROOT,
                            "stated by the laboratory, its probability taken as 95 %%: %.2e; %s%s",
                            stated,
                            counting,
                            convention));
        }
        return new LimitOfDetection(byCounting, AssayDefaults.DETECTION_PROBABILITY, counting + convention);
    }

    private static String convention(LabReading.Qpcr reading) {
        MolecularResponse undetectable = MolecularResponse.of(0, reading.controlGene(), reading.controlCopies(), 1);
        return undetectable
                .response()
                .map(response -> String.format(
                        Locale.ROOT,
                        "by convention these control copies allow %s (%.2e)",
                        response.label(),
                        response.highestLevel().doubleValue()))
                .orElse("by convention these control copies allow no statement of MR4");
    }

    private static ConfidenceInterval interval(double copies, double controlCopies, double factor) {
        ExactLimits share = ExactLimits.clopperPearson(copies, copies + controlCopies, AssayDefaults.CONFIDENCE);
        return new ConfidenceInterval(
                share.lower() / (1 - share.lower()) * factor,
                share.upper() / (1 - share.upper()) * factor,
                AssayDefaults.CONFIDENCE,
                "exact for the ratio of two Poisson counts");
    }

    private static MrdMeasurement measurement(
            LabReading.Qpcr reading,
            LevelScale scale,
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
                MrdTechnique.QPCR,
                reading.target(),
                scale,
                status,
                level,
                interval,
                limit,
                quantifiable,
                OptionalLong.of(Math.round(reading.targetCopies())),
                OptionalLong.of(Math.round(reading.controlCopies())),
                notes);
    }
}
