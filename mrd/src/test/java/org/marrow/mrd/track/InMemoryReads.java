package org.marrow.mrd.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.marrow.core.port.ReadSource;
import org.marrow.core.read.AlignedRead;

/** Reads of one contig, given back as a coordinate-sorted file would. */
final class InMemoryReads implements ReadSource {
    private final List<ContigLength> contigs;
    private final List<AlignedRead> reads;

    private InMemoryReads(List<ContigLength> contigs, List<AlignedRead> reads) {
        this.contigs = contigs;
        this.reads = reads;
    }

    static InMemoryReads sorted(String contig, int length, List<AlignedRead> reads) {
        List<AlignedRead> sorted = new ArrayList<>(reads);
        sorted.sort(Comparator.comparingInt(AlignedRead::start));
        return inOrder(contig, length, sorted);
    }

    static InMemoryReads inOrder(String contig, int length, List<AlignedRead> reads) {
        return new InMemoryReads(List.of(new ContigLength(contig, length)), List.copyOf(reads));
    }

    @Override
    public List<ContigLength> contigs() {
        return contigs;
    }

    @Override
    public void forEach(Consumer<AlignedRead> consumer) {
        reads.forEach(consumer);
    }

    @Override
    public void forEachOverlapping(String contig, int start, int end, Consumer<AlignedRead> consumer) {
        for (AlignedRead read : reads) {
            int last = read.isUnmapped() ? read.start() : read.end();
            if (read.contig().equals(contig) && read.start() <= end && last >= start) {
                consumer.accept(read);
            }
        }
    }

    @Override
    public void close() {}
}
