package org.marrow.core.variant;

import org.marrow.core.error.InvalidValueException;
import org.marrow.core.port.ReferenceSource;

/**
 * A variant without the bases that its alleles share, so that one change has one form whatever record it comes from. An insertion
 * has no {@code ref} and stands before its position; a deletion has no {@code alt}.
 *
 * @param contig by its {@link ContigNames#canonical canonical} name
 * @param position of the first base that changes, from 1
 * @param ref may be empty
 * @param alt may be empty
 */
public record TrimmedVariant(String contig, int position, String ref, String alt) {
    /** Bases over which an insertion or deletion is moved to the left, at most; repeats in genes are shorter. */
    private static final int LONGEST_SHIFT = 1000;

    /** Trims a variant: shared bases at the end go first, then those at the beginning, as {@code bcftools norm} does. */
    public static TrimmedVariant of(Variant variant) {
        InvalidValueException.check(!variant.isSymbolic(), "variant", variant.describe(), "alleles of bases");
        return of(variant.contig(), variant.position(), variant.ref(), variant.alt());
    }

    static TrimmedVariant of(String contig, int position, String ref, String alt) {
        int refEnd = ref.length();
        int altEnd = alt.length();
        while (refEnd > 0 && altEnd > 0 && ref.charAt(refEnd - 1) == alt.charAt(altEnd - 1)) {
            refEnd--;
            altEnd--;
        }
        int shared = 0;
        while (shared < Math.min(refEnd, altEnd) && ref.charAt(shared) == alt.charAt(shared)) {
            shared++;
        }
        return new TrimmedVariant(
                ContigNames.canonical(contig),
                position + shared,
                ref.substring(shared, refEnd),
                alt.substring(shared, altEnd));
    }

    /**
     * The same insertion or deletion as far to the left as the reference allows; everything else as it is, as is what lies on a
     * contig that the reference lacks.
     */
    public TrimmedVariant leftAligned(ReferenceSource reference) {
        boolean shifts = ref.isEmpty() != alt.isEmpty();
        String name = shifts ? nameIn(reference) : "";
        if (name.isEmpty() || position - 1 > reference.length(name)) {
            return this;
        }
        int first = Math.max(1, position - LONGEST_SHIFT);
        String before = position > first ? reference.bases(name, first, position - 1) : "";
        String bases = ref.isEmpty() ? alt : ref;
        int shift = 0;
        // A base before the change that equals its last base can be swapped with it.
        while (shift < before.length()
                && before.charAt(before.length() - 1 - shift) == bases.charAt(bases.length() - 1)) {
            bases = bases.charAt(bases.length() - 1) + bases.substring(0, bases.length() - 1);
            shift++;
        }
        return new TrimmedVariant(contig, position - shift, ref.isEmpty() ? "" : bases, alt.isEmpty() ? "" : bases);
    }

    private String nameIn(ReferenceSource reference) {
        return ContigNames.aliases(contig).stream()
                .filter(reference::contains)
                .findFirst()
                .orElse("");
    }
}
