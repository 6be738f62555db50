package org.marrow.variants.call;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.marrow.core.variant.Variant;

/**
 * Makes substitutions of adjacent bases on the same molecules one variant. They are one change, and whoever translates them one by
 * one finds another amino acid. Bases with an unchanged one between them stay apart, as HGVS has it, and are marked as in phase.
 */
final class AdjacentBases {
    private AdjacentBases() {}

    /** @param found by position */
    static List<PieceCaller.Found> join(List<PieceCaller.Found> found) {
        List<PieceCaller.Found> joined = new ArrayList<>();
        for (PieceCaller.Found next : found) {
            int partner = partner(joined, next);
            if (partner < 0) {
                joined.add(next);
            } else {
                joined.set(partner, one(joined.get(partner), next));
            }
        }
        return joined;
    }

    /** The variant that ends right before this one and lies on the same molecules; -1 when there is none. */
    private static int partner(List<PieceCaller.Found> joined, PieceCaller.Found next) {
        for (int i = joined.size() - 1; i >= 0; i--) {
            SmallVariant earlier = joined.get(i).call();
            int end = earlier.variant().position() + earlier.variant().ref().length();
            if (end < next.call().variant().position()) {
                return -1;
            }
            boolean adjacent = end == next.call().variant().position()
                    && isSubstitution(earlier.variant())
                    && isSubstitution(next.call().variant());
            if (adjacent
                    && earlier.passed()
                    && next.call().passed()
                    && joined.get(i).isOnMoleculesOf(next)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSubstitution(Variant variant) {
        return variant.ref().length() == variant.alt().length();
    }

    /** Counts are those of the base that fewer molecules show, the quality that of the surer one. */
    private static PieceCaller.Found one(PieceCaller.Found left, PieceCaller.Found right) {
        SmallVariant fewer =
                right.call().alternate().sum() < left.call().alternate().sum() ? right.call() : left.call();
        Variant first = left.call().variant();
        Variant second = right.call().variant();
        Variant variant =
                new Variant(first.contig(), first.position(), first.ref() + second.ref(), first.alt() + second.alt());
        SmallVariant call = new SmallVariant(
                variant,
                Math.max(left.call().quality(), right.call().quality()),
                List.of(),
                fewer.depth(),
                fewer.reference(),
                fewer.alternate(),
                fewer.fractionLimits(),
                fewer.endDistance(),
                Math.min(left.call().expectedErrors(), right.call().expectedErrors()),
                0,
                left.call().phaseSet());
        BitSet both = (BitSet) left.fragments().clone();
        both.and(right.fragments());
        return new PieceCaller.Found(call, both);
    }
}
