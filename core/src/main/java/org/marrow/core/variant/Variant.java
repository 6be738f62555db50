package org.marrow.core.variant;

import java.util.regex.Pattern;
import org.marrow.core.error.InvalidValueException;

/**
 * A small variant, written as VCF writes it.
 *
 * @param contig as the file names it
 * @param position of the first base of {@code ref}, from 1
 * @param ref one or more of {@code ACGTN}, upper case
 * @param alt one or more of {@code ACGTN}, upper case, or a symbolic allele such as {@code <DUP>}; differs from {@code ref}
 */
public record Variant(String contig, int position, String ref, String alt) {
    private static final Pattern BASES = Pattern.compile("[ACGTN]+");
    private static final Pattern SYMBOLIC =
            Pattern.compile("<[^<>\\s]+>|\\*|[^\\s]*[\\[\\]][^\\s]*|\\.[ACGTN]+|[ACGTN]+\\.");

    public Variant {
        InvalidValueException.check(contig != null && !contig.isBlank(), "contig", contig, "a contig name");
        InvalidValueException.check(position >= 1, "position", position, "a number from 1");
        InvalidValueException.check(
                ref != null && BASES.matcher(ref).matches(), "ref", ref, "one or more of ACGTN in upper case");
        InvalidValueException.check(
                alt != null
                        && (BASES.matcher(alt).matches()
                                || SYMBOLIC.matcher(alt).matches()),
                "alt",
                alt,
                "one or more of ACGTN in upper case, or a symbolic allele");
        InvalidValueException.check(!ref.equals(alt), "alt", alt, "an allele that differs from ref");
    }

    public boolean isSymbolic() {
        return !BASES.matcher(alt).matches();
    }

    public boolean isSnv() {
        return ref.length() == 1 && alt.length() == 1 && !isSymbolic();
    }

    /** {@code contig:position ref>alt}, as shown to people. */
    public String describe() {
        return contig + ":" + position + " " + ref + ">" + alt;
    }
}
