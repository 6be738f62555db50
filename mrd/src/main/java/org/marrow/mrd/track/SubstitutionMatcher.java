package org.marrow.mrd.track;

import org.marrow.core.read.AlignedRead;
import org.marrow.core.variant.Variant;

/**
 * An SNV or MNV: the aligned bases at the positions that change, all of one read. A read that shows only some of the changes
 * of an MNV shows another allele.
 */
record SubstitutionMatcher(int firstPosition, String reference, String alternate) implements AlleleMatcher {

    /** Bases that the two alleles share at either end are no part of the change. */
    static SubstitutionMatcher of(Variant variant) {
        String ref = variant.ref();
        String alt = variant.alt();
        int from = 0;
        int to = ref.length();
        while (ref.charAt(from) == alt.charAt(from)) {
            from++;
        }
        while (ref.charAt(to - 1) == alt.charAt(to - 1)) {
            to--;
        }
        return new SubstitutionMatcher(variant.position() + from, ref.substring(from, to), alt.substring(from, to));
    }

    @Override
    public int lastPosition() {
        return firstPosition + reference.length() - 1;
    }

    @Override
    public int placements() {
        return 1;
    }

    @Override
    public Allele match(AlignedRead read, ReadLayout layout, int minBaseQuality) {
        boolean isReference = true;
        boolean isAlternate = true;
        boolean isLow = false;
        for (int i = 0; i < reference.length(); i++) {
            int index = layout.baseIndexAt(firstPosition + i);
            if (index == ReadLayout.ABSENT) {
                return Allele.NOT_SPANNED;
            }
            if (index == ReadLayout.DELETED) {
                isReference = false;
                isAlternate = false;
            } else if (reference.charAt(i) != alternate.charAt(i)) {
                char base = (char) read.bases()[index];
                isLow |= read.qualities()[index] < minBaseQuality || !BaseCalls.isCalled(base);
                isReference &= base == reference.charAt(i);
                isAlternate &= base == alternate.charAt(i);
            }
        }
        if (isLow) {
            return Allele.LOW_QUALITY;
        }
        if (layout.hasIndelBetween(firstPosition, lastPosition())) {
            return Allele.OTHER;
        }
        return isReference ? Allele.REFERENCE : isAlternate ? Allele.ALTERNATE : Allele.OTHER;
    }
}
