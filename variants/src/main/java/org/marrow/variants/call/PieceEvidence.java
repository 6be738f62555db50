package org.marrow.variants.call;

import java.util.Map;

/**
 * What the reads of one piece add up to: all that calling needs, without the reads.
 *
 * @param coreFrom index in the window of the piece's first base
 * @param bases of the core's positions
 * @param indels of the candidates
 * @param fates reads that touch the piece and no piece before it
 */
record PieceEvidence(
        Piece piece,
        ReferenceWindow window,
        int coreFrom,
        BasePileup bases,
        IndelCandidates candidates,
        IndelPileup indels,
        Map<ReadFate, Long> fates) {

    int coreLength() {
        return piece.end() - piece.start() + 1;
    }

    /**
     * Whether an indel belongs to this piece: its leftmost anchor lies in the core, or before it, where no piece is, while another
     * placement touches the core.
     */
    boolean owns(IndelAllele allele) {
        if (allele.anchor() >= coreFrom) {
            return allele.anchor() < coreFrom + coreLength();
        }
        return window.position(allele.anchor()) >= piece.readsFrom()
                && allele.rightmostAnchor(window) + allele.deleted() >= coreFrom;
    }

    /** The reference base of a place in the core, 0 to 3; -1 where it is none of A, C, G and T. */
    int referenceCode(int place) {
        return BasePileup.code(window.bases()[coreFrom + place]);
    }

    /** Fragments that show the reference base at a place of the core. */
    int referenceDepth(int place) {
        int[] counts = bases.counts();
        int sum = 0;
        for (int i = place * BaseClass.COUNT; i < (place + 1) * BaseClass.COUNT; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Fragments that show any base at a place of the core. */
    int depth(int place) {
        return referenceDepth(place) + bases.altDepth()[place];
    }
}
