package org.marrow.io.h5ad.hdf5;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names of a group and where each leads, in the three ways that HDF5 keeps them. */
final class Links {
    /** Where a soft or external link stands: they can lead out of the file, or round in it, so they are not followed. */
    static final long NOT_FOLLOWED = -2L;

    private static final int HARD = 0;

    private final FileBytes file;
    private final Map<String, Long> links = new TreeMap<>();

    private Links(FileBytes file) {
        this.file = file;
    }

    /** Object header address by name, or {@link #NOT_FOLLOWED}; sorted by name. */
    static Map<String, Long> read(FileBytes file, ObjectHeader header) {
        Links group = new Links(file);
        if (header.find(ObjectHeader.SYMBOL_TABLE).orElse(null) instanceof Cursor table) {
            group.readSymbolTable(table);
        }
        if (header.find(ObjectHeader.LINK_INFO).orElse(null) instanceof Cursor info) {
            group.readDense(info);
        }
        for (Cursor link : header.all(ObjectHeader.LINK)) {
            group.readLink(link);
        }
        return group.links;
    }

    private void readSymbolTable(Cursor message) {
        long tree = message.fileAddress();
        Cursor heap = file.cursor(message.fileAddress());
        heap.signature("HEAP");
        heap.version(0, "a local heap");
        heap.skip(3);
        long length = heap.u64();
        heap.skip(8);
        long names = heap.fileAddress();
        SymbolTable table = new SymbolTable(names, length);
        BTree1.walkGroup(file, tree, (key, node) -> table.readNode(node));
    }

    private final class SymbolTable {
        private final long names;
        private final long namesLength;
        private byte @Nullable [] previous;

        SymbolTable(long names, long namesLength) {
            this.names = names;
            this.namesLength = namesLength;
        }

        void readNode(long address) {
            Cursor in = file.cursor(address);
            in.signature("SNOD");
            in.version(1, "a symbol table node");
            in.skip(1);
            int symbols = in.u16();
            for (int i = 0; i < symbols; i++) {
                long nameOffset = in.u64();
                long object = in.fileAddress();
                long cache = in.u32();
                in.skip(20);
                if (cache > 2) {
                    throw in.damaged("a symbol of kind 0 to 2", "kind " + cache);
                }
                Cursor heap = file.cursor(names, namesLength);
                heap.skip(nameOffset);
                byte[] name = heap.untilNul();
                // The tree is sorted by name; a name out of order is a damaged one.
                if (previous != null && Arrays.compareUnsigned(previous, name) >= 0) {
                    throw in.damaged("names in rising order", Text.printable(Text.decode(name)) + " out of order");
                }
                previous = name;
                put(Text.decode(name), cache == 2 ? NOT_FOLLOWED : object);
            }
        }
    }

    private void readDense(Cursor info) {
        info.version(0, "a link info message");
        int flags = info.u8();
        if ((flags & 1) != 0) {
            info.skip(8);
        }
        long heapAddress = info.fileAddress();
        long tree = info.fileAddress();
        if (heapAddress == Cursor.UNDEFINED) {
            return;
        }
        FractalHeap heap = FractalHeap.open(file, heapAddress);
        BTree2.walk(file, tree, BTree2.LINK_NAMES, entry -> {
            int hash = entry.bits32();
            byte[] name = readLink(heap.object(entry));
            if (Lookup3.hash(name) != hash) {
                throw entry.damaged("a link name that agrees with its hash", Text.printable(Text.decode(name)));
            }
        });
    }

    private byte[] readLink(Cursor in) {
        in.version(1, "a link");
        int flags = in.u8();
        int kind = (flags & 0x08) != 0 ? in.u8() : HARD;
        in.skip((flags & 0x04) != 0 ? 8 : 0);
        in.skip((flags & 0x10) != 0 ? 1 : 0);
        long length = in.unsigned(1 << (flags & 3));
        if (length > in.remaining()) {
            throw in.damaged("a link name within its message", length + " bytes");
        }
        byte[] name = in.array((int) length);
        put(Text.decode(name), kind == HARD ? in.fileAddress() : NOT_FOLLOWED);
        return name;
    }

    private void put(String name, long address) {
        if (links.put(name, address) != null) {
            throw new DamageException("each name of a group once", Text.printable(name) + " twice");
        }
    }
}
