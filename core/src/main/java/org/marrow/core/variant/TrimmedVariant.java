package org.marrow.core.variant;

import org.marrow.core.error.InvalidValueException;

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

    /** Whether this puts in or takes out bases and does nothing else, so that a repeat around it leaves its place open. */
    public boolean isInsertionOrDeletion() {
        return ref.isEmpty() != alt.isEmpty();
    }

    /**
     * The same insertion or deletion as far to the left as the bases before it allow; everything else as it is.
     *
     * @param before bases of the reference that end right before {@link #position}, as many as it may be moved
     */
    public TrimmedVariant leftAligned(String before) {
        if (!isInsertionOrDeletion()) {
            return this;
        }
        String bases = ref + alt;
        int shift = 0;
        // A base before the change that equals its last base can be swapped with it.
        while (shift < before.length()
                && before.charAt(before.length() - 1 - shift) == bases.charAt(bases.length() - 1)) {
            bases = bases.charAt(bases.length() - 1) + bases.substring(0, bases.length() - 1);
            shift++;
        }
        return new TrimmedVariant(contig, position - shift, ref.isEmpty() ? "" : bases, alt.isEmpty() ? "" : bases);
    }
}
