package org.marrow.mrd.cml;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marrow.core.error.InvalidValueException;

/**
 * The molecular response of one sample.
 *
 * @param response deepest class that the level and the control copies together support; empty where the sample is inevaluable
 * @param level fraction on the International Scale, where BCR::ABL1 was found
 * @param notes how far the rules that decided are founded, in English sentences
 */
public record MolecularResponse(Optional<MolecularResponseClass> response, OptionalDouble level, List<String> notes) {

    /** A sample in which BCR::ABL1 is not found and whose control gene is too scarce for MR4. */
    public static final String INEVALUABLE = "Inevaluable for MR4 (only <MR4 statement)";

    /** Copies. What is found, and is fewer, counts as this many. */
    public static final double FEWEST_COPIES_FOUND = 3;

    public MolecularResponse {
        requireNonNull(response, "response");
        requireNonNull(level, "level");
        notes = List.copyOf(notes);
    }

    /**
     * Classifies a sample. Copies are sums over the replicates, added up before anything is divided.
     *
     * <p>Cut-offs are compared in decimals: 32 copies of 1,000,000 are exactly MR4.5, whatever binary fractions make of it.
     *
     * @param copies of BCR::ABL1, 0 where no replicate was positive
     * @param controlGene HGNC symbol
     * @param controlCopies greater than 0
     * @param conversionFactor of the laboratory to the International Scale, greater than 0
     */
    public static MolecularResponse of(
            double copies, String controlGene, double controlCopies, double conversionFactor) {
        requireFinite(copies, "target_copies", 0);
        requireFinite(controlCopies, "control_copies", Double.MIN_VALUE);
        requireFinite(conversionFactor, "conversion_factor", Double.MIN_VALUE);
        List<String> notes = new ArrayList<>();
        Optional<ControlGene> control = ControlGene.named(controlGene);
        if (control.isEmpty()) {
            notes.add("No thresholds are known for the control gene " + controlGene
                    + ": MR4 and deeper cannot be stated.");
        }
        double counted = copies;
        if (copies > 0 && copies < FEWEST_COPIES_FOUND) {
            counted = FEWEST_COPIES_FOUND;
            notes.add("Fewer than 3 copies were found and count as 3 (rule from memory, to be verified).");
        }
        MolecularResponseClass deepest = MolecularResponseClass.NO_MMR;
        MolecularResponseClass byLevel = MolecularResponseClass.NO_MMR;
        for (MolecularResponseClass candidate : MolecularResponseClass.values()) {
            if (candidate == MolecularResponseClass.NO_MMR
                    || !isAtMost(counted, controlCopies, conversionFactor, candidate.highestLevel())) {
                continue;
            }
            byLevel = candidate;
            boolean hasControl = candidate == MolecularResponseClass.MMR
                    || (control.isPresent() && controlCopies >= control.get().fewestCopies(candidate));
            if (hasControl) {
                deepest = candidate;
            }
        }
        boolean reachesMr4 = deepest.compareTo(MolecularResponseClass.MR4) >= 0;
        if (reachesMr4) {
            notes.addAll(notesOnThreshold(control, deepest));
        }
        if (copies > 0 && byLevel != deepest) {
            notes.add("The level alone would be " + byLevel.label() + "; the control gene supports no more than "
                    + deepest.label() + " (rule for detectable disease from memory, to be verified).");
        }
        boolean isInevaluable = copies == 0 && !reachesMr4;
        return new MolecularResponse(
                isInevaluable ? Optional.empty() : Optional.of(deepest),
                copies > 0 ? OptionalDouble.of(counted / controlCopies * conversionFactor) : OptionalDouble.empty(),
                notes);
    }

    /** The class as reports write it, or {@link #INEVALUABLE}. */
    public String label() {
        return response.map(MolecularResponseClass::label).orElse(INEVALUABLE);
    }

    private static List<String> notesOnThreshold(Optional<ControlGene> control, MolecularResponseClass response) {
        return control.map(gene -> switch (gene.mark(response)) {
                    case VERIFIED, DERIVED, OPEN -> List.<String>of();
                    case FROM_MEMORY ->
                        List.of("The " + gene + " copies needed for " + response.label()
                                + " are from memory, to be verified: Cross et al., Leukemia 2015;29:999.");
                })
                .orElse(List.of());
    }

    private static boolean isAtMost(double copies, double controlCopies, double conversionFactor, BigDecimal level) {
        BigDecimal scaled = BigDecimal.valueOf(copies).multiply(BigDecimal.valueOf(conversionFactor));
        return scaled.compareTo(level.multiply(BigDecimal.valueOf(controlCopies), MathContext.UNLIMITED)) <= 0;
    }

    private static void requireFinite(double value, String name, double lowest) {
        InvalidValueException.check(
                value >= lowest && value < Double.POSITIVE_INFINITY,
                name,
                value,
                lowest == 0 ? "a number from 0" : "a number greater than 0");
    }
}
