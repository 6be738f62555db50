package org.marrow.io.h5ad.hdf5;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Walks a version 2 B-tree (specification III.A.2) in the order of its records. Every node is checked against its checksum. */
final class BTree2 {
    static final int LINK_NAMES = 5;
    static final int ATTRIBUTE_NAMES = 8;
    static final int PLAIN_CHUNKS = 10;
    static final int FILTERED_CHUNKS = 11;

    private static final int NODE_OVERHEAD = 10;
    private static final int DEEPEST = 64;

    private final FileBytes file;
    private final int type;
    private final int nodeSize;
    private final int recordSize;
    private final Consumer<Cursor> records;
    private final Set<Long> visited = new HashSet<>();
    private final int[] totalWidth;
    private final int countWidth;
    private long seen;

    private BTree2(FileBytes file, int type, int nodeSize, int recordSize, int depth, Consumer<Cursor> records) {
        this.file = file;
        this.type = type;
        this.nodeSize = nodeSize;
        this.recordSize = recordSize;
        this.records = records;
        long most = ((long) nodeSize - NODE_OVERHEAD) / recordSize;
        this.countWidth = DatatypeParsing.bytesFor(most);
        this.totalWidth = new int[depth + 1];
        long total = most;
        for (int level = 1; level <= depth; level++) {
            int pointer = 8 + countWidth + totalWidth[level - 1];
            long here = ((long) nodeSize - NODE_OVERHEAD - pointer) / (recordSize + pointer);
            if (here < 1) {
                throw new DamageException("B-tree nodes that hold records", "nodes of " + nodeSize + " bytes");
            }
            // Saturates: the width stays at 8 bytes from there on.
            total = total > Long.MAX_VALUE / (here + 2) ? Long.MAX_VALUE : (here + 1) * total + here;
            totalWidth[level] = DatatypeParsing.bytesFor(total);
        }
    }

    /** Gives each record of the tree. */
    static void walk(FileBytes file, long address, int expectedType, Consumer<Cursor> records) {
        Cursor in = file.cursor(address);
        in.signature("BTHD");
        in.version(0, "a B-tree");
        int type = in.u8();
        if (type != expectedType) {
            throw in.damaged("a B-tree of type " + expectedType, "type " + type);
        }
        long nodeSize = in.u32();
        int recordSize = in.u16();
        int depth = in.u16();
        in.skip(2);
        long root = in.fileAddress();
        int rootRecords = in.u16();
        long total = in.u64();
        in.checksum("B-tree header");
        if (depth > DEEPEST || recordSize < 1 || nodeSize > 1 << 20 || nodeSize < NODE_OVERHEAD + recordSize) {
            throw new DamageException(
                    address, "a B-tree of usual sizes", "nodes of " + nodeSize + " bytes, " + depth + " deep");
        }
        BTree2 tree = new BTree2(file, type, (int) nodeSize, recordSize, depth, records);
        if (root != Cursor.UNDEFINED) {
            tree.node(root, rootRecords, depth);
        }
        if (tree.seen != total) {
            throw new DamageException(address, total + " records in the B-tree", tree.seen + " of them");
        }
    }

    private void node(long address, long count, int depth) {
        if (!visited.add(address)) {
            throw new DamageException(address, "B-tree nodes that each come once", "one that comes twice");
        }
        Cursor node = file.cursor(address, nodeSize);
        node.signature(depth > 0 ? "BTIN" : "BTLF");
        node.version(0, "a B-tree node");
        if (node.u8() != type) {
            throw node.damaged("a B-tree node of type " + type, "another");
        }
        Cursor content = node.slice(Math.multiplyExact(count, recordSize));
        Cursor pointers = node.slice(depth == 0 ? 0 : (count + 1) * (8 + countWidth + totalWidth[depth - 1]));
        node.checksum("B-tree node");
        for (long i = 0; i <= count; i++) {
            if (depth > 0) {
                long child = pointers.fileAddress();
                long childCount = pointers.unsigned(countWidth);
                pointers.skip(totalWidth[depth - 1]);
                node(child, childCount, depth - 1);
            }
            if (i < count) {
                seen++;
                records.accept(content.slice(recordSize));
            }
        }
    }
}
