package org.marrow.core.port;

/** A reference genome or a set of target sequences. */
public interface ReferenceSource extends AutoCloseable {

    boolean contains(String contig);

    /** Length of a contig in bases. */
    int length(String contig);

    /**
     * Bases in upper case.
     *
     * @param start from 1, inclusive
     * @param end inclusive, at most the contig's length
     */
    String bases(String contig, int start, int end);

    @Override
    void close();
}
