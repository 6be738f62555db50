package org.marrow.variants.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.marrow.core.variant.TargetRegion;

/**
 * A stretch of target that is worked on at once. Pieces do not overlap, whatever the targets do.
 *
 * @param start position, from 1
 * @param end inclusive
 * @param readsFrom the position after the piece before it on this contig; a read that begins before was counted there
 */
record Piece(String contig, int start, int end, int readsFrom) {

    /**
     * The union of targets, cut into pieces, in the order of the contigs.
     *
     * @param contigOrder place of each contig
     */
    static List<Piece> of(List<TargetRegion> targets, Map<String, Integer> contigOrder) {
        List<TargetRegion> sorted = new ArrayList<>(targets);
        sorted.sort(Comparator.comparingInt((TargetRegion target) -> contigOrder.getOrDefault(target.contig(), 0))
                .thenComparingInt(TargetRegion::start)
                .thenComparingInt(TargetRegion::end));
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        String contig = "";
        int before = 0;
        while (i < sorted.size()) {
            TargetRegion first = sorted.get(i);
            int end = first.end();
            i++;
            while (i < sorted.size()
                    && sorted.get(i).contig().equals(first.contig())
                    && sorted.get(i).start() <= end + 1) {
                end = Math.max(end, sorted.get(i).end());
                i++;
            }
            before = first.contig().equals(contig) ? before : 0;
            contig = first.contig();
            for (int start = first.start(); start <= end; start += CallDefaults.PIECE_BASES) {
                int last = Math.min(end, start + CallDefaults.PIECE_BASES - 1);
                pieces.add(new Piece(contig, start, last, before + 1));
                before = last;
            }
        }
        return pieces;
    }
}
