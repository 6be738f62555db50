package org.marrow.variants.annotate;

/** Sequences of the bases A, C, G, T and the letters of ambiguity. */
final class Nucleotides {
    private static final String FORWARD = "ACGTRYSWKMBDHVN";
    private static final String COMPLEMENT = "TGCAYRSWMKVHDBN";

    private Nucleotides() {}

    static String reverseComplement(String bases) {
        StringBuilder reversed = new StringBuilder(bases.length());
        for (int i = bases.length() - 1; i >= 0; i--) {
            int at = FORWARD.indexOf(bases.charAt(i));
            reversed.append(at < 0 ? 'N' : COMPLEMENT.charAt(at));
        }
        return reversed.toString();
    }

    /** Whether a letter stands for more than one base. */
    static boolean isAmbiguous(char base) {
        return base != 'A' && base != 'C' && base != 'G' && base != 'T';
    }
}
