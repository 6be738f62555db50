package org.marrow.variants.annotate;

import org.marrow.core.port.ReferenceSource;

/** The reference read along one strand, by positions as {@link Change} counts them. */
final class StrandSequence {
    /** Bases read at once when a repeat is followed. */
    private static final int STRIDE = 64;

    private final ReferenceSource reference;
    private final String contig;
    private final boolean minus;
    private final int length;

    /** @param contig as the reference names it */
    StrandSequence(ReferenceSource reference, String contig, boolean minus) {
        this.reference = reference;
        this.contig = contig;
        this.minus = minus;
        this.length = reference.length(contig);
    }

    /** Bases from one position to another, inclusive. */
    String bases(int from, int to) {
        return minus
                ? Nucleotides.reverseComplement(reference.bases(contig, -to, -from))
                : reference.bases(contig, from, to);
    }

    /** The last position of the contig. */
    int end() {
        return minus ? -1 : length;
    }

    /** The first position of the contig. */
    int start() {
        return minus ? -length : 1;
    }

    /** A change read along this strand. */
    Change orient(int genomicStart, String deleted, String inserted) {
        if (!minus) {
            return new Change(genomicStart, deleted, inserted);
        }
        int start = -(genomicStart + deleted.length() - 1);
        return new Change(start, Nucleotides.reverseComplement(deleted), Nucleotides.reverseComplement(inserted));
    }

    /**
     * Moves a pure insertion or deletion as far along the strand as the same sequence can be had, HGVS's 3' rule. An unknown
     * base ends the way.
     *
     * @param last position that a deleted base, or the base before an insertion, may come to
     */
    Change mostThreePrime(Change change, int last) {
        if (!change.isInsertion() && !change.isDeletion()) {
            return change;
        }
        String unit = change.isInsertion() ? change.inserted() : change.deleted();
        int limit = Math.min(last, end());
        int moved = 0;
        int next = change.end() + 1;
        while (next <= limit) {
            String ahead = bases(next, Math.min(limit, next + STRIDE - 1));
            for (int i = 0; i < ahead.length(); i++) {
                char base = ahead.charAt(i);
                if (base != unit.charAt(moved % unit.length()) || Nucleotides.isAmbiguous(base)) {
                    return change.movedBy(moved);
                }
                moved++;
            }
            next += ahead.length();
        }
        return change.movedBy(moved);
    }
}
