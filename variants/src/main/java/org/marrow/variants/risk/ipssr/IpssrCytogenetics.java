package org.marrow.variants.risk.ipssr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.Abnormality;
import org.marrow.variants.karyotype.CytogeneticLesion;
import org.marrow.variants.karyotype.KaryotypeFindings;

/** The five cytogenetic groups of IPSS-R, the most favourable first. */
public enum IpssrCytogenetics {
    VERY_GOOD("Very Good"),
    GOOD("Good"),
    INTERMEDIATE("Intermediate"),
    POOR("Poor"),
    VERY_POOR("Very Poor");

    private static final List<CytogeneticLesion> VERY_GOOD_ALONE =
            List.of(CytogeneticLesion.LOSS_Y, CytogeneticLesion.DEL_11Q);
    private static final List<CytogeneticLesion> GOOD_ALONE =
            List.of(CytogeneticLesion.DEL_5Q, CytogeneticLesion.DEL_12P, CytogeneticLesion.DEL_20Q);
    private static final List<CytogeneticLesion> POOR_ALONE =
            List.of(CytogeneticLesion.MONOSOMY_7, CytogeneticLesion.ABN_3Q);
    private static final int POOR_COUNT = 3;

    private final String label;

    IpssrCytogenetics(String label) {
        this.label = label;
    }

    /** As reports and tables write it. */
    public String label() {
        return label;
    }

    /** Points of IPSS-R, 0 to 4. */
    public int points() {
        return ordinal();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(IpssrCytogenetics::label).toList();
    }

    /** @throws InvalidValueException for a text that is none of the five labels */
    public static IpssrCytogenetics ofLabel(String name, String label) {
        return Arrays.stream(values())
                .filter(group -> group.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(name, label, "one of " + String.join(", ", labels())));
    }

    /**
     * The group of a karyotype; empty where the karyotype leaves open which.
     *
     * <p>Two abnormalities with del(5q) are good and two with -7 or del(7q) are poor; the table does not say which holds for the two
     * together. They are taken as poor, an open choice.
     */
    public static Optional<IpssrCytogenetics> of(KaryotypeFindings findings) {
        if (findings.count() > POOR_COUNT) {
            return Optional.of(VERY_POOR);
        }
        if (findings.threeOrMore() == TriState.UNKNOWN || findings.karyotype().incomplete()) {
            return Optional.empty();
        }
        return switch (findings.count()) {
            case 0 -> Optional.of(GOOD);
            case 1 -> ofSingle(findings);
            case 2 -> ofDouble(findings);
            default -> Optional.of(POOR);
        };
    }

    private static Optional<IpssrCytogenetics> ofSingle(KaryotypeFindings findings) {
        TriState veryGood = any(findings, VERY_GOOD_ALONE);
        TriState good = any(findings, GOOD_ALONE);
        TriState poor = any(findings, POOR_ALONE);
        if (isDoubted(findings) || !veryGood.isKnown() || !good.isKnown() || !poor.isKnown()) {
            return Optional.empty();
        }
        if (poor == TriState.PRESENT) {
            return Optional.of(POOR);
        }
        if (good == TriState.PRESENT) {
            return Optional.of(GOOD);
        }
        return Optional.of(veryGood == TriState.PRESENT ? VERY_GOOD : INTERMEDIATE);
    }

    private static Optional<IpssrCytogenetics> ofDouble(KaryotypeFindings findings) {
        TriState of7 = any(findings, List.of(CytogeneticLesion.MONOSOMY_7, CytogeneticLesion.DEL_7Q));
        TriState of5 = findings.lesion(CytogeneticLesion.DEL_5Q);
        if (of7 == TriState.PRESENT) {
            return Optional.of(POOR);
        }
        if (isDoubted(findings) || !of7.isKnown() || !of5.isKnown()) {
            return Optional.empty();
        }
        return Optional.of(of5 == TriState.PRESENT ? GOOD : INTERMEDIATE);
    }

    private static boolean isDoubted(KaryotypeFindings findings) {
        return findings.abnormalities().stream().anyMatch(Abnormality::uncertain);
    }

    private static TriState any(KaryotypeFindings findings, List<CytogeneticLesion> lesions) {
        TriState any = TriState.ABSENT;
        for (CytogeneticLesion lesion : lesions) {
            any = any.or(findings.lesion(lesion));
        }
        return any;
    }
}
