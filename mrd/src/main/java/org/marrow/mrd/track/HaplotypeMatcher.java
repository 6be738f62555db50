package org.marrow.mrd.track;

import org.marrow.core.read.AlignedRead;
import org.marrow.core.variant.Variant;

/**
 * An insertion, a deletion or both at once, told by the sequence around it and not by where the aligner wrote it.
 *
 * <p>In a repeat the same insertion or deletion can be written at several places, and near the end of a read the aligner clips
 * it. So two local haplotypes are built, the reference's and the variant's, over all its placements and {@link
 * TrackDefaults#ANCHOR_BASES} more on each side, and the read's own bases are laid against both: from the left edge where that
 * is aligned, else back from the right edge. What the CIGAR says between the edges, clips included, does not matter.
 *
 * <p>A read counts only when it holds the longer haplotype's length from the left edge, for either allele. Were a reference
 * read allowed to be shorter than a variant one, a long insertion would be counted too low.
 *
 * @param firstPosition reference position of the haplotypes' first base
 * @param lastPosition reference position of the reference haplotype's last base
 * @param placements number of places at which the variant could have been written
 * @param basesBefore reference before the haplotypes, as much as the longer one is longer, or less at the end of a contig
 * @param basesAfter reference after the haplotypes, likewise
 */
record HaplotypeMatcher(
        int firstPosition,
        int lastPosition,
        int placements,
        String reference,
        String alternate,
        String basesBefore,
        String basesAfter)
        implements AlleleMatcher {

    static HaplotypeMatcher of(Variant variant, LocalSequence sequence) {
        String ref = variant.ref();
        String alt = variant.alt();
        int shorter = Math.min(ref.length(), alt.length());
        int suffix = 0;
        while (suffix < shorter && ref.charAt(ref.length() - 1 - suffix) == alt.charAt(alt.length() - 1 - suffix)) {
            suffix++;
        }
        int prefix = 0;
        while (prefix < shorter - suffix && ref.charAt(prefix) == alt.charAt(prefix)) {
            prefix++;
        }
        String removed = ref.substring(prefix, ref.length() - suffix);
        String added = alt.substring(prefix, alt.length() - suffix);
        int start = variant.position() + prefix;
        int end = start + removed.length() - 1;
        int leftShift = 0;
        int rightShift = 0;
        if (removed.isEmpty() || added.isEmpty()) {
            String moving = removed + added;
            leftShift = leftShift(sequence, start, moving);
            rightShift = rightShift(sequence, end + 1, moving);
        }
        int first = Math.max(sequence.start(), start - leftShift - TrackDefaults.ANCHOR_BASES);
        int last = Math.min(sequence.end(), end + rightShift + TrackDefaults.ANCHOR_BASES);
        String before = start > first ? sequence.between(first, start - 1) : "";
        String after = last > end ? sequence.between(end + 1, last) : "";
        int change = Math.abs(removed.length() - added.length());
        int outerFirst = Math.max(sequence.start(), first - change);
        int outerLast = Math.min(sequence.end(), last + change);
        return new HaplotypeMatcher(
                first,
                last,
                leftShift + rightShift + 1,
                before + removed + after,
                before + added + after,
                outerFirst < first ? sequence.between(outerFirst, first - 1) : "",
                outerLast > last ? sequence.between(last + 1, outerLast) : "");
    }

    /** How often the inserted or deleted bases follow each other where they slide: what a polymerase slips by. */
    int repeats() {
        int change = Math.max(1, Math.abs(alternate.length() - reference.length()));
        return Math.ceilDiv(placements, change);
    }

    @Override
    public Allele match(AlignedRead read, ReadLayout layout, int minBaseQuality) {
        int longer = Math.max(reference.length(), alternate.length());
        int left = layout.baseIndexAt(firstPosition);
        int right = layout.baseIndexAt(lastPosition);
        int referenceStart = left >= 0 ? left : right - reference.length() + 1;
        int alternateStart = left >= 0 ? left : right - alternate.length() + 1;
        boolean anchored = left >= 0 || right >= 0;
        boolean holdsReference = holds(read, referenceStart, longer);
        boolean holdsAlternate = holds(read, alternateStart, longer);
        if (!anchored || (!holdsReference && !holdsAlternate)) {
            return Allele.NOT_SPANNED;
        }
        boolean isForward = left >= 0;
        Comparison toReference = compare(read, referenceStart, reference, longer, isForward, minBaseQuality);
        Comparison toAlternate = compare(read, alternateStart, alternate, longer, isForward, minBaseQuality);
        if (toAlternate.isBetterThan(toReference)) {
            return holdsAlternate ? Allele.ALTERNATE : Allele.NOT_SPANNED;
        }
        if (toReference.isBetterThan(toAlternate)) {
            return holdsReference ? Allele.REFERENCE : Allele.NOT_SPANNED;
        }
        if (!holdsReference || !holdsAlternate) {
            return Allele.NOT_SPANNED;
        }
        if (toReference.unread() > 0 || toAlternate.unread() > 0) {
            return Allele.LOW_QUALITY;
        }
        return layout.hasIndelBetween(firstPosition, lastPosition) ? Allele.OTHER_INDEL : Allele.OTHER;
    }

    /**
     * @param mismatches in the haplotype
     * @param unread bases of it of too low a quality to say anything
     * @param mismatchesBeyond in the reference that follows it, up to the length of the longer haplotype
     */
    private record Comparison(int length, int mismatches, int unread, int mismatchesBeyond) {
        boolean isBetterThan(Comparison other) {
            if (mismatches == 0) {
                return other.mismatches > 0;
            }
            // Of a short haplotype too few bases differ from a long one to tell a haplotype with an error from another
            // one.
            return mismatches <= length / TrackDefaults.HAPLOTYPE_BASES_PER_MISMATCH
                    && other.mismatches + other.mismatchesBeyond - mismatches - mismatchesBeyond
                            >= TrackDefaults.HAPLOTYPE_MARGIN;
        }
    }

    private Comparison compare(
            AlignedRead read, int start, String haplotype, int longer, boolean isForward, int minBaseQuality) {
        int mismatches = 0;
        int unread = 0;
        for (int i = 0; i < haplotype.length(); i++) {
            switch (compare(read, start + i, haplotype.charAt(i), minBaseQuality)) {
                case SAME -> {}
                case DIFFERENT -> mismatches++;
                case UNREAD -> unread++;
            }
        }
        int beyond = longer - haplotype.length();
        int mismatchesBeyond = 0;
        for (int i = 0; i < beyond; i++) {
            String bases = isForward ? basesAfter : basesBefore;
            int index = isForward ? i : bases.length() - 1 - i;
            int place = isForward ? start + haplotype.length() + i : start - 1 - i;
            boolean isKnown = index >= 0 && index < bases.length();
            if (isKnown && compare(read, place, bases.charAt(index), minBaseQuality) == BaseMatch.DIFFERENT) {
                mismatchesBeyond++;
            }
        }
        return new Comparison(haplotype.length(), mismatches, unread, mismatchesBeyond);
    }

    private enum BaseMatch {
        SAME,
        DIFFERENT,
        UNREAD
    }

    /** A base beyond the read's end differs: the read cannot be of this haplotype there. An unknown reference base is any base. */
    private static BaseMatch compare(AlignedRead read, int index, char expected, int minBaseQuality) {
        if (expected == 'N') {
            return BaseMatch.SAME;
        }
        if (index < 0 || index >= read.bases().length) {
            return BaseMatch.DIFFERENT;
        }
        char base = (char) read.bases()[index];
        if (read.qualities()[index] < minBaseQuality || !BaseCalls.isCalled(base)) {
            return BaseMatch.UNREAD;
        }
        return base == expected ? BaseMatch.SAME : BaseMatch.DIFFERENT;
    }

    private static boolean holds(AlignedRead read, int start, int length) {
        return start >= 0 && start + length <= read.bases().length;
    }

    /** How far the moving bases can slide left from the gap before {@code start}: while the base they leave behind is the same. */
    private static int leftShift(LocalSequence sequence, int start, String moving) {
        int shift = 0;
        while (sequence.contains(start - 1 - shift)
                && isSame(sequence.at(start - 1 - shift), slid(moving, -1 - shift))) {
            shift++;
        }
        return shift;
    }

    private static int rightShift(LocalSequence sequence, int afterEnd, String moving) {
        int shift = 0;
        while (sequence.contains(afterEnd + shift) && isSame(sequence.at(afterEnd + shift), slid(moving, shift))) {
            shift++;
        }
        return shift;
    }

    private static char slid(String moving, int index) {
        return moving.charAt(Math.floorMod(index, moving.length()));
    }

    private static boolean isSame(char base, char other) {
        return base == other && base != 'N';
    }
}
