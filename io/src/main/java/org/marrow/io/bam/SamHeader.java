package org.marrow.io.bam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marrow.core.port.ReadSource.ContigLength;

/**
 * What a SAM header says.
 *
 * @param contigs of the {@code @SQ} lines in their order
 * @param sortOrder {@code unknown} where nothing is said
 * @param sums MD5 of the contigs that have an M5, 32 lower-case hexadecimal digits
 * @param samples names in the {@code @RG} lines, each once, in their order
 */
record SamHeader(List<ContigLength> contigs, String sortOrder, Map<String, String> sums, List<String> samples) {
    static final String COORDINATE = "coordinate";

    SamHeader {
        contigs = List.copyOf(contigs);
        sums = Map.copyOf(sums);
        samples = List.copyOf(samples);
    }

    SamHeader(List<ContigLength> contigs, String sortOrder) {
        this(contigs, sortOrder, Map.of(), List.of());
    }

    boolean isSortedByCoordinate() {
        return sortOrder.equals(COORDINATE);
    }

    /** Place of each contig in the header. */
    Map<String, Integer> contigIndex() {
        Map<String, Integer> index = new HashMap<>();
        for (ContigLength contig : contigs) {
            index.put(contig.contig(), index.size());
        }
        return index;
    }
}
