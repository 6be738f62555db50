package org.marrow.variants.annotate;

import java.util.Set;
import org.marrow.core.transcript.SequenceOntologyTerm;

/** Which parts of the splice sites a change meets. The windows are Ensembl's. */
final class SpliceTerms {
    /** Bases of an intron without which it is hardly ever spliced. */
    private static final int ESSENTIAL_BASES = 2;

    /** Shorter gaps between exons make up for a frame that the reference lacks; nothing is spliced there. Ensembl's number. */
    private static final int SHORTEST_INTRON = 13;

    private static final int EXON_BASES = 3;
    private static final int INTRON_BASES = 8;
    private static final int DONOR_REGION_LAST = 6;
    private static final int DONOR_FIFTH = 5;
    private static final int POLYPYRIMIDINE_FARTHEST = 17;

    private SpliceTerms() {}

    /** Adds the terms, and tells whether one of the two bases at an end of an intron is changed. */
    static boolean add(Set<SequenceOntologyTerm> terms, TranscriptMap map, Change change) {
        boolean essential = false;
        int first = Math.max(0, map.exonAtOrBefore(change.start()) - 1);
        for (int exon = first; exon + 1 < map.exons() && map.exonEnd(exon) < change.end() + 1 + EXON_BASES; exon++) {
            essential |= add(terms, map.exonEnd(exon) + 1, map.exonStart(exon + 1) - 1, change);
        }
        return essential;
    }

    private static boolean add(Set<SequenceOntologyTerm> terms, int start, int end, Change change) {
        if (end - start + 1 < SHORTEST_INTRON) {
            if (change.touches(start, end)) {
                terms.add(SequenceOntologyTerm.INTRON);
            }
            return false;
        }
        boolean donor = change.touches(start, start + ESSENTIAL_BASES - 1);
        boolean acceptor = change.touches(end - ESSENTIAL_BASES + 1, end);
        if (donor) {
            terms.add(SequenceOntologyTerm.SPLICE_DONOR);
        }
        if (acceptor) {
            terms.add(SequenceOntologyTerm.SPLICE_ACCEPTOR);
        }
        int inner = start + ESSENTIAL_BASES;
        int innerEnd = end - ESSENTIAL_BASES;
        boolean edgeOfInner = change.isInsertion() && (change.start() == inner || change.start() == innerEnd + 1);
        if (change.touches(inner, innerEnd) || edgeOfInner) {
            terms.add(SequenceOntologyTerm.INTRON);
        }
        boolean fifth = change.touches(start + DONOR_FIFTH - 1, start + DONOR_FIFTH - 1);
        boolean donorRegion = change.touches(inner, start + DONOR_REGION_LAST - 1);
        if (fifth) {
            terms.add(SequenceOntologyTerm.SPLICE_DONOR_FIFTH_BASE);
        } else if (donorRegion) {
            terms.add(SequenceOntologyTerm.SPLICE_DONOR_REGION);
        }
        if (change.touches(end - POLYPYRIMIDINE_FARTHEST + 1, innerEnd)) {
            terms.add(SequenceOntologyTerm.SPLICE_POLYPYRIMIDINE_TRACT);
        }
        boolean edge = change.isInsertion()
                && (change.start() == start
                        || change.start() == end + 1
                        || change.start() == inner
                        || change.start() == innerEnd + 1);
        boolean inExon = change.touches(start - EXON_BASES, start - 1) || change.touches(end + 1, end + EXON_BASES);
        boolean inIntron =
                change.touches(inner, start + INTRON_BASES - 1) || change.touches(end - INTRON_BASES + 1, innerEnd);
        boolean saidBetter = donor || acceptor || (inIntron && !inExon && (fifth || donorRegion));
        if ((inExon || inIntron || edge) && !saidBetter) {
            terms.add(SequenceOntologyTerm.SPLICE_REGION);
        }
        return donor || acceptor;
    }
}
