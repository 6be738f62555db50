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
 */
record SamHeader(List<ContigLength> contigs, String sortOrder) {
    static final String COORDINATE = "coordinate";

    SamHeader {
        contigs = List.copyOf(contigs);
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
