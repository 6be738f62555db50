package org.marrow.io.h5ad.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the version 1 B-tree of a dataset's chunks (specification III.A.1), from its leaves upwards. */
final class ChunkTree {
    /** libhdf5's constant where the superblock says nothing else: 32 keys, twice that many children. */
    private static final int MOST_CHILDREN = 64;

    /** A child of a node, with the first chunk under it. */
    private record Child(long address, long size, long row) {}

    private final FileSpace space;
    private final int rank;
    private final long rowsPerChunk;
    private final List<Child> chunks = new ArrayList<>();

    /** Chunks of whole rows: they follow each other in the first dimension alone. */
    ChunkTree(FileSpace space, int rank, long rowsPerChunk) {
        this.space = space;
        this.rank = rank;
        this.rowsPerChunk = rowsPerChunk;
    }

    void add(long address, int size) {
        chunks.add(new Child(address, size, chunks.size() * rowsPerChunk));
    }

    /** Address of the tree's root. */
    long finish() throws IOException {
        long end = chunks.size() * rowsPerChunk;
        List<Child> level = chunks;
        int depth = 0;
        do {
            level = writeLevel(level, depth++, end);
        } while (level.size() > 1);
        return level.getFirst().address();
    }

    private List<Child> writeLevel(List<Child> children, int depth, long end) throws IOException {
        int nodes = (children.size() - 1) / MOST_CHILDREN + 1;
        int nodeBytes = 24 + 8 * MOST_CHILDREN + keyBytes() * (MOST_CHILDREN + 1);
        long[] addresses = new long[nodes];
        for (int i = 0; i < nodes; i++) {
            addresses[i] = space.allocate(nodeBytes);
        }
        List<Child> written = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            int from = i * MOST_CHILDREN;
            int to = Math.min(children.size(), from + MOST_CHILDREN);
            ByteWriter node = new ByteWriter().signature("TREE").u8(1).u8(depth).u16(to - from);
            node.u64(i == 0 ? Cursor.UNDEFINED : addresses[i - 1]);
            node.u64(i == nodes - 1 ? Cursor.UNDEFINED : addresses[i + 1]);
            for (Child child : children.subList(from, to)) {
                key(node, child.size(), child.row());
                node.u64(child.address());
            }
            // The last key is the first chunk that is not under this node.
            key(node, 0, to < children.size() ? children.get(to).row() : end);
            node.zeros(nodeBytes - node.size());
            space.write(addresses[i], node.toBytes());
            Child first = children.get(from);
            written.add(new Child(addresses[i], first.size(), first.row()));
        }
        return written;
    }

    private int keyBytes() {
        return 8 + 8 * (rank + 1);
    }

    private void key(ByteWriter node, long size, long row) {
        node.u32(size).u32(0).u64(row).zeros(8 * rank);
    }
}
