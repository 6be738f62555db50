package org.marrow.mrd.track;

import org.marrow.core.read.AlignedRead;

/** Decides which allele of one marker a read shows. */
sealed interface AlleleMatcher permits SubstitutionMatcher, HaplotypeMatcher {

    /** First reference position that a read must touch to be seen at all. */
    int firstPosition();

    int lastPosition();

    /** Number of reference positions at which the same variant could have been written. */
    int placements();

    /**
     * @param layout of the same read, over a window that holds {@link #firstPosition} to {@link #lastPosition}
     * @param minBaseQuality Phred; a base below it decides nothing
     */
    Allele match(AlignedRead read, ReadLayout layout, int minBaseQuality);
}
