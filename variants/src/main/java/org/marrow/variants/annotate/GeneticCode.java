package org.marrow.variants.annotate;

/** How codons are read. Tables 1 and 2 of NCBI's "The Genetic Codes". */
enum GeneticCode {
    STANDARD("FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG"),
    VERTEBRATE_MITOCHONDRIAL("FFLLSSSSYY**CCWWLLLLPPPPHHQQRRRRIIMMTTTTNNKKSS**VVVVAAAADDEEGGGG");

    static final char STOP = '*';
    /** A codon with an unknown base. */
    static final char UNKNOWN = 'X';

    static final char SELENOCYSTEINE = 'U';

    private static final String BASES = "TCAG";

    private final String residues;

    GeneticCode(String residues) {
        this.residues = residues;
    }

    /** The residue of the codon that begins at this index; {@link #UNKNOWN} when one of its bases is none of ACGT. */
    char translate(CharSequence bases, int at) {
        int index = 0;
        for (int i = at; i < at + 3; i++) {
            int base = BASES.indexOf(bases.charAt(i));
            if (base < 0) {
                return UNKNOWN;
            }
            index = index * 4 + base;
        }
        return residues.charAt(index);
    }
}
