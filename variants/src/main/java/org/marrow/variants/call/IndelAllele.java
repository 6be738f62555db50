package org.marrow.variants.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * An insertion, a deletion, or both at one place.
 *
 * @param anchor index in the reference window of the base before it
 * @param deleted reference bases that are gone, from {@code anchor + 1}
 * @param inserted bases that stand there instead, upper case; empty for a deletion
 */
record IndelAllele(int anchor, int deleted, String inserted) implements Comparable<IndelAllele> {

    /** Bases that the alternate allele is longer than the reference; negative for a deletion. */
    int netLength() {
        return inserted.length() - deleted;
    }

    /** Bases inserted or deleted, whichever are more. */
    int size() {
        return Math.max(deleted, inserted.length());
    }

    boolean isInsertion() {
        return deleted == 0;
    }

    boolean isDeletion() {
        return inserted.isEmpty();
    }

    /** The same change with shared ends cut off and moved left as far as it goes. */
    IndelAllele normalised(ReferenceWindow window) {
        byte[] reference = window.bases();
        int at = anchor;
        int gone = deleted;
        byte[] added = inserted.getBytes(ISO_8859_1);
        int from = 0;
        int to = added.length;
        while (gone > 0 && to > from && reference[at + gone] == added[to - 1]) {
            gone--;
            to--;
        }
        while (gone > 0 && to > from && reference[at + 1] == added[from]) {
            at++;
            gone--;
            from++;
        }
        if (gone > 0 && to > from || gone == 0 && to == from) {
            return new IndelAllele(at, gone, new String(added, from, to - from, ISO_8859_1));
        }
        if (gone > 0) {
            while (at > 0 && reference[at] == reference[at + gone]) {
                at--;
            }
            return new IndelAllele(at, gone, "");
        }
        int length = to - from;
        int turned = 0;
        // The inserted text turns by one base with every step to the left.
        while (at > 0 && reference[at] == added[from + Math.floorMod(length - 1 - turned, length)]) {
            at--;
            turned++;
        }
        int split = Math.floorMod(length - turned, length);
        String text = new String(added, from, length, ISO_8859_1);
        return new IndelAllele(at, 0, text.substring(split) + text.substring(0, split));
    }

    /** For a normalised allele: index of the base before its rightmost placement. */
    int rightmostAnchor(ReferenceWindow window) {
        byte[] reference = window.bases();
        if (!isInsertion() && !isDeletion()) {
            return anchor;
        }
        int at = anchor;
        if (isDeletion()) {
            while (at + deleted + 1 < reference.length && reference[at + 1] == reference[at + deleted + 1]) {
                at++;
            }
            return at;
        }
        int moved = 0;
        while (at + 1 < reference.length && reference[at + 1] == inserted.charAt(moved % inserted.length())) {
            at++;
            moved++;
        }
        return at;
    }

    /** REF of VCF. */
    String reference(ReferenceWindow window) {
        return window.text(anchor, anchor + deleted + 1);
    }

    /** ALT of VCF. */
    String alternate(ReferenceWindow window) {
        return window.text(anchor, anchor + 1) + inserted;
    }

    @Override
    public int compareTo(IndelAllele other) {
        if (anchor != other.anchor) {
            return Integer.compare(anchor, other.anchor);
        }
        if (deleted != other.deleted) {
            return Integer.compare(deleted, other.deleted);
        }
        return inserted.compareTo(other.inserted);
    }
}
