package org.marrow.io.bam;

import java.util.List;
import java.util.function.Consumer;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.read.AlignedRead;

/** One alignment file of one format. */
interface AlignmentFile extends AutoCloseable {
    SamHeader header();

    default List<ContigLength> contigs() {
        return header().contigs();
    }

    /** Whether a region is found without reading the whole file. */
    boolean hasRegions();

    void forEach(Consumer<AlignedRead> consumer);

    /** Gives the reads that overlap a region of a contig that the header has. */
    void forEachOverlapping(Region region, Consumer<AlignedRead> consumer);

    @Override
    void close();

    /**
     * A region, both ends inclusive, from 1.
     *
     * @param contigIndex its place in the header
     */
    record Region(String contig, int contigIndex, int start, int end) {

        /** Whether a read touches it; a read that covers no reference base counts as its first base, as samtools has it. */
        boolean overlaps(AlignedRead read) {
            return read.contig().equals(contig)
                    && read.start() >= 1
                    && read.start() <= end
                    && Math.max(read.start(), read.end()) >= start;
        }
    }
}
