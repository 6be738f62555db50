package org.marrow.io.h5ad.hdf5;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/** Where the values of a dataset lie (specification IV.A.2.i). */
sealed interface Layout {

    /** All values in one piece, or none where there is no value. */
    record Plain(Optional<MemorySegment> bytes) implements Layout {}

    /**
     * Values in chunks.
     *
     * @param dimensions of one chunk, in elements
     * @param bytes of one chunk before its filters
     */
    record Chunked(int[] dimensions, int bytes, ChunkIndex index, FilterPipeline filters) implements Layout {}

    /** Bytes of one chunk: 256 MiB. h5py makes chunks of at most 1 MiB by itself; a bomb wants large ones. */
    long LARGEST_CHUNK = 256L << 20;

    static Layout read(FileBytes file, Cursor in, Dataspace space, int elementSize, FilterPipeline filters) {
        int version = in.u8();
        if (version < 3 || version > 5) {
            throw in.damaged("version 3 to 5 of a data layout", "version " + version);
        }
        long length = Math.multiplyExact(space.elements(), elementSize);
        int kind = in.u8();
        switch (kind) {
            case 0 -> {
                Cursor data = in.slice(in.u16());
                requireLength(data.remaining(), length, in);
                return new Plain(length == 0 ? Optional.empty() : Optional.of(data.rest()));
            }
            case 1 -> {
                long address = in.fileAddress();
                long stated = in.u64();
                if (length == 0) {
                    return new Plain(Optional.empty());
                }
                if (address == Cursor.UNDEFINED) {
                    throw in.damaged("values", "a dataset that was never written");
                }
                requireLength(stated, length, in);
                return new Plain(Optional.of(file.slice(address, length)));
            }
            case 2 -> {
                if (length == 0) {
                    return new Plain(Optional.empty());
                }
                return version == 3
                        ? chunkedVersion3(file, in, space, elementSize, filters)
                        : chunkedVersion4Or5(file, in, space, elementSize, filters);
            }
            default -> throw in.damaged("values that are compact, contiguous or chunked", "layout " + kind);
        }
    }

    private static void requireLength(long stated, long needed, Cursor in) {
        if (stated < needed) {
            throw in.damaged(needed + " bytes of values", stated + " bytes");
        }
    }

    private static Layout chunkedVersion3(
            FileBytes file, Cursor in, Dataspace space, int elementSize, FilterPipeline filters) {
        int rank = in.u8() - 1;
        long tree = in.fileAddress();
        long[] stated = new long[rank + 1];
        for (int i = 0; i <= rank; i++) {
            stated[i] = in.u32();
        }
        int[] chunk = chunkDimensions(stated, space, elementSize, in);
        ChunkIndex index = new ChunkIndex(space.dimensions(), chunk, file.size());
        if (tree == Cursor.UNDEFINED) {
            throw in.damaged("chunks", "a dataset that was never written");
        }
        BTree1.readChunks(file, tree, rank, index);
        return chunked(chunk, chunkBytes(chunk, elementSize), index.complete(), filters);
    }

    /** Version 5 widened the sizes of filtered chunks in the indexes, which tell their width themselves. */
    private static Layout chunkedVersion4Or5(
            FileBytes file, Cursor in, Dataspace space, int elementSize, FilterPipeline filters) {
        int flags = in.u8();
        int rank = in.u8() - 1;
        int width = in.u8();
        if ((flags & ~2) != 0 || width < 1 || width > 8) {
            throw in.damaged("a chunk layout of usual kind", "flags " + flags + ", dimensions of " + width + " bytes");
        }
        long[] stated = new long[rank + 1];
        for (int i = 0; i <= rank; i++) {
            stated[i] = in.unsigned(width);
        }
        int[] chunk = chunkDimensions(stated, space, elementSize, in);
        int bytes = chunkBytes(chunk, elementSize);
        ChunkIndex index = new ChunkIndex(space.dimensions(), chunk, file.size());
        int kind = in.u8();
        long size = bytes;
        long mask = 0;
        switch (kind) {
            case 1 -> {
                if ((flags & 2) != 0) {
                    size = in.u64();
                    mask = in.u32();
                }
            }
            case 2 -> in.skip(0);
            case 3 -> in.skip(1);
            case 4 -> in.skip(5);
            case 5 -> in.skip(6);
            default -> throw in.damaged("a chunk index of kind 1 to 5", "kind " + kind);
        }
        long address = in.fileAddress();
        if (address == Cursor.UNDEFINED) {
            throw in.damaged("chunks", "a dataset that was never written");
        }
        switch (kind) {
            case 1 -> index.put(0L, address, size, mask);
            case 2 -> {
                for (int i = 0; i < index.count(); i++) {
                    index.put(i, Math.addExact(address, (long) i * bytes), bytes, 0);
                }
            }
            case 3 -> ArrayIndex.readFixed(file, address, index, bytes);
            case 4 -> ArrayIndex.readExtensible(file, address, index, bytes);
            default -> readTree(file, address, chunk, bytes, index, !filters.isEmpty());
        }
        return chunked(chunk, bytes, index.complete(), filters);
    }

    /** Sees that each chunk can become as large as its dimensions say, before anyone makes room for it. */
    private static Layout chunked(int[] chunk, int bytes, ChunkIndex index, FilterPipeline filters) {
        for (int i = 0; i < index.count(); i++) {
            if (filters.mostBytes(index.size(i), index.mask(i) & 0xffffffffL) < bytes) {
                throw new DamageException(
                        index.address(i), "chunks of " + bytes + " bytes", "only " + index.size(i) + " stored for one");
            }
        }
        return new Chunked(chunk, bytes, index, filters);
    }

    private static void readTree(
            FileBytes file, long address, int[] chunk, int bytes, ChunkIndex index, boolean filtered) {
        BTree2.walk(file, address, filtered ? BTree2.FILTERED_CHUNKS : BTree2.PLAIN_CHUNKS, entry -> {
            int sizeWidth = (int) entry.remaining() - 12 - 8 * chunk.length;
            long at = entry.fileAddress();
            long size = bytes;
            long mask = 0;
            if (filtered) {
                if (sizeWidth < 1 || sizeWidth > 8) {
                    throw entry.damaged("a chunk with its size", sizeWidth + " bytes for it");
                }
                size = entry.unsigned(sizeWidth);
                mask = entry.u32();
            }
            long[] offset = new long[chunk.length];
            for (int i = 0; i < chunk.length; i++) {
                offset[i] = Math.multiplyExact(entry.u64(), chunk[i]);
            }
            index.put(offset, at, size, mask);
        });
    }

    private static int[] chunkDimensions(long[] stated, Dataspace space, int elementSize, Cursor in) {
        int rank = space.dimensions().length;
        boolean usual = stated.length == rank + 1 && rank > 0 && stated[rank] == elementSize;
        long bytes = elementSize;
        int[] chunk = new int[rank];
        for (int i = 0; usual && i < rank; i++) {
            usual = stated[i] >= 1 && stated[i] <= LARGEST_CHUNK / bytes;
            bytes *= stated[i];
            chunk[i] = (int) stated[i];
        }
        if (!usual) {
            throw in.damaged(
                    "chunks of " + rank + " dimensions and at most " + (LARGEST_CHUNK >> 20) + " MiB",
                    "chunks of " + Arrays.toString(stated) + " (the last is bytes of an element)");
        }
        return chunk;
    }

    private static int chunkBytes(int[] chunk, int elementSize) {
        int bytes = elementSize;
        for (int length : chunk) {
            bytes = Math.multiplyExact(bytes, length);
        }
        return bytes;
    }
}
