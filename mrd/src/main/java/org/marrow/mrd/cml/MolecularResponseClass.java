package org.marrow.mrd.cml;

import java.math.BigDecimal;

/** The classes of molecular response on the International Scale, from shallow to deep. */
public enum MolecularResponseClass {
    /** Above 0.1 % IS. */
    NO_MMR("no MMR", BigDecimal.ONE),
    /** MR3: at most 0.1 % IS. */
    MMR("MMR", new BigDecimal("0.001")),
    /** At most 0.01 % IS. */
    MR4("MR4", new BigDecimal("0.0001")),
    /** At most 0.0032 % IS. */
    MR4_5("MR4.5", new BigDecimal("0.000032")),
    /** At most 0.001 % IS. */
    MR5("MR5", new BigDecimal("0.00001"));

    private final String label;
    private final BigDecimal highestLevel;

    MolecularResponseClass(String label, BigDecimal highestLevel) {
        this.label = label;
        this.highestLevel = highestLevel;
    }

    /** As reports write it. */
    public String label() {
        return label;
    }

    /** Highest level of the class, a fraction on the International Scale, itself included. */
    public BigDecimal highestLevel() {
        return highestLevel;
    }
}
