package org.marrow.io.h5ad.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Gives out space in a file that is written, in multiples of 8 bytes. */
final class FileSpace {
    private static final int ALIGNMENT = 8;

    private final FileChannel channel;
    private long end;

    FileSpace(FileChannel channel) {
        this.channel = channel;
    }

    long end() {
        return end;
    }

    long allocate(long length) {
        long address = end;
        end += length + Math.floorMod(-length, ALIGNMENT);
        return address;
    }

    /** Writes where no one else writes, and gives the address. */
    long append(byte[] bytes) throws IOException {
        long address = allocate(bytes.length);
        write(address, bytes);
        return address;
    }

    void write(long address, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, address + buffer.position());
        }
    }

    /** Makes the file as long as what was given out, as padding at its end is never written. */
    void fillToEnd() throws IOException {
        if (channel.size() < end) {
            channel.write(ByteBuffer.allocate(1), end - 1);
        }
    }
}
