package org.marrow.mrd.track;

import java.util.Map;

/**
 * What the reads of one marker's window add up to.
 *
 * @param positions of the window, the first at {@code windowStart}
 * @param alleles molecules for each {@link Allele}, by ordinal
 * @param qualities molecules for each Phred quality of the marker's first base, the better one of two mates
 * @param fates reads that touch the marker, for every fate
 */
record PileupCounts(
        int windowStart,
        PositionCounts[] positions,
        long[] alleles,
        long[] qualities,
        Map<ReadFate, Long> fates,
        boolean namesLookUmiTagged) {

    int windowEnd() {
        return windowStart + positions.length - 1;
    }

    PositionCounts at(int position) {
        return positions[position - windowStart];
    }

    long molecules(Allele allele) {
        return alleles[allele.ordinal()];
    }

    long depth() {
        long sum = 0;
        for (Allele allele : Allele.values()) {
            if (allele.isCall()) {
                sum += molecules(allele);
            }
        }
        return sum;
    }
}
