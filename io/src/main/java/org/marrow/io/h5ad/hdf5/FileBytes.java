package org.marrow.io.h5ad.hdf5;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file's bytes, mapped, with every access checked against the file's length: no length in a file takes memory by itself. */
final class FileBytes implements AutoCloseable {
    private final Arena arena;
    private final MemorySegment bytes;

    private FileBytes(Arena arena, MemorySegment bytes) {
        this.arena = arena;
        this.bytes = bytes;
    }

    // The arena lives as long as this object, which closes it.
    @SuppressWarnings("MustBeClosedChecker")
    static FileBytes map(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new FileBytes(arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException | RuntimeException failure) {
            arena.close();
            throw failure;
        }
    }

    long size() {
        return bytes.byteSize();
    }

    /** The {@code length} bytes at {@code address}. */
    MemorySegment slice(long address, long length) {
        if (address < 0 || length < 0 || address > size() || length > size() - address) {
            throw new DamageException(
                    address == Cursor.UNDEFINED ? 0 : address,
                    Long.toUnsignedString(length) + " bytes within the file's " + size(),
                    "an address or length beyond its end");
        }
        return bytes.asSlice(address, length);
    }

    Cursor cursor(long address, long length) {
        return new Cursor(slice(address, length), address);
    }

    /** From {@code address} to the end of the file, for structures that tell their length as they are read. */
    Cursor cursor(long address) {
        return cursor(address, address < 0 ? 0 : Math.max(size() - address, 0));
    }

    @Override
    public void close() {
        arena.close();
    }
}
