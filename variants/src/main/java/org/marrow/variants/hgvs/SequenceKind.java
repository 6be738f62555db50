package org.marrow.variants.hgvs;

import java.util.Optional;

/** What the positions of a name count on, by the letter before the point. */
public enum SequenceKind {
    /** Coding DNA: 1 is the A of the start codon. */
    CODING('c'),
    /** Transcript without a reading frame. */
    NON_CODING('n'),
    GENOMIC('g'),
    /** Circular genome other than the mitochondrion's. */
    CIRCULAR('o'),
    MITOCHONDRIAL('m'),
    /** RNA, in lower-case letters. */
    RNA('r'),
    PROTEIN('p');

    private final char letter;

    SequenceKind(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    static Optional<SequenceKind> of(char letter) {
        for (SequenceKind kind : values()) {
            if (kind.letter == letter) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether positions may lie beside the sequence: in introns, before the start codon or behind the stop codon. */
    boolean isTranscript() {
        return this == CODING || this == NON_CODING || this == RNA;
    }

    /** Whether a range may run over the end of the sequence to its beginning. */
    boolean isCircular() {
        return this == CIRCULAR || this == MITOCHONDRIAL;
    }
}
