package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

/**
 * Where a chromosome broke.
 *
 * @param chromosome {@code 1} to {@code 22}, {@code X} or {@code Y}; {@code ?} when the report does not know it
 * @param arm {@code p}, {@code q}, or empty for the centromere and for an unknown arm
 * @param band such as {@code 22} or {@code 22.1}, {@code 10} at the centromere, {@code ter} or {@code cen}; empty when only the
 *     arm is named
 * @param uncertain when the report doubts the band, gives a range of bands or a choice of two
 */
public record Breakpoint(String chromosome, String arm, String band, boolean uncertain) {
    static final String CENTROMERE = "cen";
    static final String END = "ter";

    /** ISCN's band for the centromere seen from an arm. */
    private static final String WHOLE_ARM = "10";

    private static final String FIRST_BAND = "11";

    public Breakpoint {
        requireNonNull(chromosome, "chromosome");
        requireNonNull(arm, "arm");
        requireNonNull(band, "band");
    }

    boolean isOnArm(String otherChromosome, String otherArm) {
        return chromosome.equals(otherChromosome) && arm.equals(otherArm);
    }

    /**
     * Whether this is the band or one of its sub-bands: {@code 22.1} lies in {@code 22} and {@code 23.31} in {@code 23.3}, and
     * {@code 22} does not lie in {@code 2}.
     */
    boolean isInBand(String otherChromosome, String otherArm, String otherBand) {
        String within = otherBand.indexOf('.') < 0 ? otherBand + "." : otherBand;
        return isOnArm(otherChromosome, otherArm) && (band.equals(otherBand) || band.startsWith(within));
    }

    /** Whether the whole arm is meant rather than a piece of it. */
    boolean isWholeArm() {
        return band.equals(WHOLE_ARM);
    }

    /** Whether the break is at the centromere or in the first band beside it. */
    boolean isBesideCentromere() {
        return isWholeArm() || band.equals(FIRST_BAND) || band.startsWith(FIRST_BAND + ".");
    }

    boolean isEnd() {
        return band.equals(END);
    }

    @Override
    public String toString() {
        return arm + (uncertain ? "?" : "") + band;
    }
}
