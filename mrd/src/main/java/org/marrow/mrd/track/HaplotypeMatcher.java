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
 */
record HaplotypeMatcher(int firstPosition, int lastPosition, int placements, String reference, String alternate)
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
        return new HaplotypeMatcher(
                first, last, leftShift + rightShift + 1, before + removed + after, before + added + after);
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
        Comparison toReference = compare(read, referenceStart, reference, minBaseQuality);
        Comparison toAlternate = compare(read, alternateStart, alternate, minBaseQuality);
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

    /** @param unread bases of too low a quality to say anything */
    private record Comparison(int length, int mismatches, int unread) {
        boolean isBetterThan(Comparison other) {
            int margin = mismatches == 0 ? 1 : TrackDefaults.HAPLOTYPE_MARGIN;
            return mismatches <= length / TrackDefaults.HAPLOTYPE_BASES_PER_MISMATCH
                    && other.mismatches - mismatches >= margin;
        }
    }

    private static boolean holds(AlignedRead read, int start, int length) {
        return start >= 0 && start + length <= read.bases().length;
    }

    private static Comparison compare(AlignedRead read, int start, String haplotype, int minBaseQuality) {
        int mismatches = 0;
        int unread = 0;
        for (int i = 0; i < haplotype.length(); i++) {
            if (haplotype.charAt(i) == 'N') {
                continue;
            }
            int index = start + i;
            if (index < 0 || index >= read.bases().length) {
                mismatches++;
                continue;
            }
            char base = (char) read.bases()[index];
            if (read.qualities()[index] < minBaseQuality || !BaseCalls.isCalled(base)) {
                unread++;
            } else if (base != haplotype.charAt(i)) {
                mismatches++;
            }
        }
        return new Comparison(haplotype.length(), mismatches, unread);
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
