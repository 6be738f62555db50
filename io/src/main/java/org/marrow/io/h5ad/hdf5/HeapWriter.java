package org.marrow.io.h5ad.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Puts texts into global heap collections (specification III.E). Equal texts are stored once for each use: an application that
 * deletes one would take the others' away.
 */
final class HeapWriter {
    private static final int PREFIX_BYTES = 16;
    private static final int OBJECT_HEADER_BYTES = 16;

    /** libhdf5's least. */
    private static final int FIRST_BYTES = 4096;

    private static final int LARGEST_BYTES = 1 << 16;

    private final FileSpace space;
    private ByteBuffer collection = ByteBuffer.allocate(0);
    private long address;
    private int objects;
    private int nextBytes = FIRST_BYTES;

    HeapWriter(FileSpace space) {
        this.space = space;
    }

    /** Stores a text and puts the 16 bytes that refer to it. */
    void put(byte[] text, ByteBuffer reference) throws IOException {
        if (text.length == 0) {
            reference.putInt(0).putLong(0).putInt(0);
            return;
        }
        int padded = text.length + Math.floorMod(-text.length, 8);
        int needed = OBJECT_HEADER_BYTES + padded;
        if (needed > collection.remaining()) {
            begin(PREFIX_BYTES + needed);
        }
        objects++;
        collection.putShort((short) objects).putShort((short) 0).putInt(0).putLong(text.length);
        collection.put(text).put(new byte[padded - text.length]);
        reference.putInt(text.length).putLong(address).putInt(objects);
    }

    void finish() throws IOException {
        if (collection.capacity() == 0) {
            return;
        }
        if (collection.remaining() >= OBJECT_HEADER_BYTES) {
            // Object 0 is the free space, its own header included.
            int free = collection.remaining();
            collection.putShort((short) 0).putShort((short) 0).putInt(0).putLong(free);
        }
        space.write(address, collection.array());
        collection = ByteBuffer.allocate(0);
    }

    private void begin(int needed) throws IOException {
        finish();
        int bytes = Math.max(nextBytes, needed);
        nextBytes = Math.min(2 * nextBytes, LARGEST_BYTES);
        collection = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        collection.put("GCOL".getBytes(StandardCharsets.US_ASCII));
        collection.put((byte) 1).put(new byte[3]).putLong(bytes);
        address = space.allocate(bytes);
        objects = 0;
    }
}
