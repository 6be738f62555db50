package org.marrow.io.h5ad.hdf5;

import java.util.HashSet;
import java.util.Set;

/**
 * Walks a version 1 B-tree (specification III.A.1), for groups and for chunks. Each node is visited once and lies one level
 * below its parent, so that neither a ring nor a tree that shares its branches can keep the reader busy.
 */
final class BTree1 {
    private static final int GROUP = 0;
    private static final int CHUNKS = 1;
    private static final int DEEPEST = 64;

    private final FileBytes file;
    private final int type;
    private final int keyLength;
    private final Leaves leaves;
    private final Set<Long> visited = new HashSet<>();

    /** Takes each entry of the leaves, in the order of the tree. */
    interface Leaves {
        void entry(Cursor key, long address);
    }

    private BTree1(FileBytes file, int type, int keyLength, Leaves leaves) {
        this.file = file;
        this.type = type;
        this.keyLength = keyLength;
        this.leaves = leaves;
    }

    /** Walks the symbol table nodes of a group. */
    static void walkGroup(FileBytes file, long address, Leaves leaves) {
        new BTree1(file, GROUP, 8, leaves).walk(address, -1);
    }

    /** Reads the chunks of a dataset into its index. */
    static void readChunks(FileBytes file, long address, int rank, ChunkIndex index) {
        int keyLength = 8 + 8 * (rank + 1);
        new BTree1(file, CHUNKS, keyLength, (key, chunk) -> {
                    long size = key.u32();
                    long mask = key.u32();
                    long[] offset = new long[rank];
                    for (int i = 0; i < rank; i++) {
                        offset[i] = key.u64();
                    }
                    if (key.u64() != 0) {
                        throw key.damaged("a chunk that begins with an element", "one that begins within one");
                    }
                    index.put(offset, chunk, size, mask);
                })
                .walk(address, -1);
    }

    private void walk(long address, int expectedLevel) {
        if (!visited.add(address)) {
            throw new DamageException(address, "B-tree nodes that each come once", "one that comes twice");
        }
        Cursor node = file.cursor(address);
        node.signature("TREE");
        int foundType = node.u8();
        int level = node.u8();
        if (foundType != type) {
            throw node.damaged("a B-tree of type " + type, "type " + foundType);
        }
        if (expectedLevel >= 0 ? level != expectedLevel : level > DEEPEST) {
            throw node.damaged(
                    "a B-tree node of level " + (expectedLevel >= 0 ? expectedLevel : "0 to " + DEEPEST),
                    "level " + level);
        }
        int entries = node.u16();
        node.skip(16);
        for (int i = 0; i < entries; i++) {
            Cursor key = node.slice(keyLength);
            long child = node.fileAddress();
            if (level > 0) {
                walk(child, level - 1);
            } else {
                leaves.entry(key, child);
            }
        }
    }
}
