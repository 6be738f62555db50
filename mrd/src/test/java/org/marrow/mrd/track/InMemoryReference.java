package org.marrow.mrd.track;

import org.marrow.core.port.ReferenceSource;

/** One contig. */
record InMemoryReference(String contig, String sequence) implements ReferenceSource {
    @Override
    public boolean contains(String name) {
        return contig.equals(name);
    }

    @Override
    public int length(String name) {
        return sequence.length();
    }

    @Override
    public String bases(String name, int start, int end) {
        return sequence.substring(start - 1, end);
    }

    @Override
    public void close() {}
}
