package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

/**
 * How a protein name is spelled.
 *
 * @param letters of a residue
 * @param stop the sign of a stop codon
 */
public record ProteinStyle(Letters letters, Stop stop) {
    /** {@code p.Trp288CysfsTer12}, which HGVS prefers. */
    public static final ProteinStyle THREE_LETTERS = new ProteinStyle(Letters.THREE, Stop.TER);

    /** {@code p.W288Cfs*12}, as Marrow's records and MAF have it. */
    public static final ProteinStyle ONE_LETTER = new ProteinStyle(Letters.ONE, Stop.STAR);

    public ProteinStyle {
        requireNonNull(letters, "letters");
        requireNonNull(stop, "stop");
    }

    /** How many letters a residue has. */
    public enum Letters {
        ONE,
        THREE
    }

    /** The sign of a stop codon. */
    public enum Stop {
        TER("Ter"),
        STAR("*"),
        /** Of names before 2010, and only behind {@code fs} and {@code ext}; elsewhere X is any residue. */
        X("X");

        private final String sign;

        Stop(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    String spell(AminoAcid residue) {
        if (residue == AminoAcid.STOP) {
            return stop.sign();
        }
        return letters == Letters.ONE ? String.valueOf(residue.letter()) : residue.code();
    }
}
