package org.marrow.mrd.cml;

import java.util.Locale;
import java.util.Optional;
import org.marrow.core.risk.EvidenceMark;

/**
 * The control genes for which the copies are known that a class of molecular response needs.
 *
 * <p>Source: Cross et al., Leukemia 2015;29:999, as far as it could be read; {@link #mark} says how far.
 */
public enum ControlGene {
    ABL1(10_000, 32_000, 100_000),
    GUSB(24_000, 77_000, 240_000);

    private final double copiesForMr4;
    private final double copiesForMr45;
    private final double copiesForMr5;

    ControlGene(double copiesForMr4, double copiesForMr45, double copiesForMr5) {
        this.copiesForMr4 = copiesForMr4;
        this.copiesForMr45 = copiesForMr45;
        this.copiesForMr5 = copiesForMr5;
    }

    /** By HGNC symbol, in any case; empty for a gene without known thresholds. */
    public static Optional<ControlGene> named(String symbol) {
        return switch (symbol.toUpperCase(Locale.ROOT)) {
            case "ABL1", "ABL" -> Optional.of(ABL1);
            case "GUSB", "GUS" -> Optional.of(GUSB);
            default -> Optional.empty();
        };
    }

    /** Fewest copies, summed over replicates, with which the class may be stated. */
    public double fewestCopies(MolecularResponseClass response) {
        return switch (response) {
            case NO_MMR, MMR -> 0;
            case MR4 -> copiesForMr4;
            case MR4_5 -> copiesForMr45;
            case MR5 -> copiesForMr5;
        };
    }

    /** How well {@link #fewestCopies} is founded. */
    public EvidenceMark mark(MolecularResponseClass response) {
        boolean wasRead = this == ABL1 || response.compareTo(MolecularResponseClass.MR4) <= 0;
        return wasRead ? EvidenceMark.VERIFIED : EvidenceMark.FROM_MEMORY;
    }
}
