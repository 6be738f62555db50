package org.marrow.variants.hgvs;

import java.util.Optional;

/** Residues of a protein, with stop and unknown as HGVS counts them (IUPAC-IUB codes). */
public enum AminoAcid {
    ALA("Ala", 'A'),
    ARG("Arg", 'R'),
    ASN("Asn", 'N'),
    ASP("Asp", 'D'),
    CYS("Cys", 'C'),
    GLN("Gln", 'Q'),
    GLU("Glu", 'E'),
    GLY("Gly", 'G'),
    HIS("His", 'H'),
    ILE("Ile", 'I'),
    LEU("Leu", 'L'),
    LYS("Lys", 'K'),
    MET("Met", 'M'),
    PHE("Phe", 'F'),
    PRO("Pro", 'P'),
    SER("Ser", 'S'),
    THR("Thr", 'T'),
    TRP("Trp", 'W'),
    TYR("Tyr", 'Y'),
    VAL("Val", 'V'),
    SEC("Sec", 'U'),
    PYL("Pyl", 'O'),
    /** Asp or Asn. */
    ASX("Asx", 'B'),
    /** Glu or Gln. */
    GLX("Glx", 'Z'),
    /** Any residue. */
    XAA("Xaa", 'X'),
    STOP("Ter", '*');

    private final String code;
    private final char letter;

    AminoAcid(String code, char letter) {
        this.code = code;
        this.letter = letter;
    }

    /** Three letters, such as {@code Trp}; {@code Ter} for a stop. */
    public String code() {
        return code;
    }

    /** One letter, such as {@code W}; {@code *} for a stop. */
    public char letter() {
        return letter;
    }

    static Optional<AminoAcid> ofCode(String code) {
        for (AminoAcid residue : values()) {
            if (residue.code.equals(code)) {
                return Optional.of(residue);
            }
        }
        return Optional.empty();
    }

    static Optional<AminoAcid> ofLetter(char letter) {
        for (AminoAcid residue : values()) {
            if (residue.letter == letter) {
                return Optional.of(residue);
            }
        }
        return Optional.empty();
    }
}
