package org.marrow.io.vcf;

import java.util.Arrays;

/**
 * The alleles of a GT field.
 *
 * @param alleles 0 for REF, from 1 for ALT; {@link #MISSING} for a dot
 */
record Genotype(int[] alleles) {
    static final int MISSING = -1;
    private static final int LONGEST_ALLELE = 6;

    /** Reads {@code 0/1}, {@code 1|0}, {@code 1}, {@code ./.} and, from VCF 4.4 on, {@code /0|1}. */
    static Genotype parse(VcfLine place, String column, String text, int altCount, VcfVersion version) {
        String body = text;
        if (version.minor() >= 4 && (text.startsWith("/") || text.startsWith("|"))) {
            body = text.substring(1);
        }
        String[] parts = body.split("[/|]", -1);
        int[] alleles = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            alleles[i] = allele(place, column, text, parts[i], altCount);
        }
        return new Genotype(alleles);
    }

    private static int allele(VcfLine place, String column, String text, String part, int altCount) {
        if (part.equals(".")) {
            return MISSING;
        }
        if (part.isEmpty() || part.length() > LONGEST_ALLELE || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw place.wrong(column, "GT as allele numbers with / or | between them", text);
        }
        int allele = Integer.parseInt(part);
        // Where ALT is a dot the numbers stand for nothing, and tools that empty ALT leave them.
        if (allele > altCount && altCount > 0) {
            throw place.wrong(column, "GT with allele numbers from 0 to " + altCount, text);
        }
        return allele;
    }

    int ploidy() {
        return alleles.length;
    }

    boolean carries(int allele) {
        return Arrays.stream(alleles).anyMatch(found -> found == allele);
    }

    boolean isMissing() {
        return Arrays.stream(alleles).allMatch(allele -> allele == MISSING);
    }
}
