package org.marrow.variants.annotate;

/**
 * A change of the reference, read along a transcript's strand. Positions on the minus strand are negative, so that they rise
 * along the transcript on both strands.
 *
 * @param start of the first deleted base; for a pure insertion, of the base that follows it
 * @param deleted bases of the transcript's strand, without those that the inserted ones share at either end
 * @param inserted bases of the transcript's strand
 */
record Change(int start, String deleted, String inserted) {

    /** The position of the last deleted base; one before the start for a pure insertion. */
    int end() {
        return start + deleted.length() - 1;
    }

    boolean isInsertion() {
        return deleted.isEmpty();
    }

    boolean isDeletion() {
        return inserted.isEmpty();
    }

    /** Whether a deleted base lies in a stretch, or an insertion between two of its bases. */
    boolean touches(int from, int to) {
        return isInsertion() ? start > from && start <= to : start <= to && end() >= from;
    }

    Change movedBy(int bases) {
        if (bases == 0) {
            return this;
        }
        return new Change(start + bases, rotate(deleted, bases), rotate(inserted, bases));
    }

    private static String rotate(String text, int by) {
        if (text.isEmpty()) {
            return text;
        }
        int cut = by % text.length();
        return text.substring(cut) + text.substring(0, cut);
    }
}
