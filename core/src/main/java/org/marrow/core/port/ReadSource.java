package org.marrow.core.port;

import java.util.List;
import java.util.function.Consumer;
import org.marrow.core.read.AlignedRead;

/** Aligned reads of one file. */
public interface ReadSource extends AutoCloseable {

    /** Contig names and lengths in the file's order. */
    List<ContigLength> contigs();

    /** Gives every read, in the file's order. */
    void forEach(Consumer<AlignedRead> consumer);

    /**
     * Gives every read that overlaps the region, in the file's order.
     *
     * @param start from 1, inclusive
     * @param end inclusive
     */
    void forEachOverlapping(String contig, int start, int end, Consumer<AlignedRead> consumer);

    @Override
    void close();

    /** A contig of the header; {@code length} in bases. */
    record ContigLength(String contig, int length) {}
}
