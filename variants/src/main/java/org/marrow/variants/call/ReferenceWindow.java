package org.marrow.variants.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.marrow.core.port.ReferenceSource;

/**
 * A stretch of reference. Inside the caller, places are indexes into it, from 0; positions on the contig count from 1.
 *
 * @param start position of its first base
 * @param bases upper case. Not to be changed.
 */
record ReferenceWindow(String contig, int start, byte[] bases) {

    /** The stretch from {@code start} to {@code end}, cut to the contig. */
    static ReferenceWindow of(ReferenceSource reference, String contig, int start, int end) {
        int from = Math.max(1, start);
        int to = Math.min(reference.length(contig), end);
        return new ReferenceWindow(
                contig, from, reference.bases(contig, from, to).getBytes(ISO_8859_1));
    }

    int length() {
        return bases.length;
    }

    int index(int position) {
        return position - start;
    }

    int position(int index) {
        return index + start;
    }

    /** The bases from one index up to another, exclusive. */
    String text(int from, int to) {
        return new String(bases, from, to - from, ISO_8859_1);
    }
}
