package org.marrow.io.h5ad.hdf5;

import java.util.Arrays;

/**
 * Where each chunk of a dataset lies. Chunks form a grid, numbered here in row-major order. Every chunk of the grid must be
 * there once: HDF5 would fill a missing one with zeros, and zeros that nobody wrote are not data.
 */
final class ChunkIndex {
    private static final long ABSENT = 0;

    private final long[] dimensions;
    private final int[] chunk;
    private final long[] grid;
    private final long fileSize;
    private final long[] addresses;
    private final int[] sizes;
    private final int[] masks;

    /**
     * @param dimensions of the dataset, none of them 0
     * @param chunk dimensions of one chunk, in elements
     */
    ChunkIndex(long[] dimensions, int[] chunk, long fileSize) {
        this.dimensions = dimensions;
        this.chunk = chunk;
        this.fileSize = fileSize;
        this.grid = new long[dimensions.length];
        long count = 1;
        for (int i = 0; i < dimensions.length; i++) {
            grid[i] = (dimensions[i] - 1) / chunk[i] + 1;
            count = count > fileSize / grid[i] ? fileSize + 1 : count * grid[i];
        }
        // Each chunk takes a byte at least, so this bounds the memory by the file's own size.
        if (count > Math.min(fileSize, Integer.MAX_VALUE - 8)) {
            throw new DamageException(
                    "chunks that fit in the file's " + fileSize + " bytes",
                    Arrays.toString(dimensions) + " in chunks of " + Arrays.toString(chunk));
        }
        this.addresses = new long[(int) count];
        this.sizes = new int[(int) count];
        this.masks = new int[(int) count];
    }

    int count() {
        return addresses.length;
    }

    long address(int number) {
        return addresses[number];
    }

    int size(int number) {
        return sizes[number];
    }

    int mask(int number) {
        return masks[number];
    }

    /** The first element of a chunk in each dimension. */
    long[] offset(int number) {
        long[] offset = new long[grid.length];
        long rest = number;
        for (int i = grid.length - 1; i >= 0; i--) {
            offset[i] = rest % grid[i] * chunk[i];
            rest /= grid[i];
        }
        return offset;
    }

    /** Puts a chunk where its first element says; chunks beyond the dataset are passed over, as libhdf5 does. */
    void put(long[] offset, long address, long size, long mask) {
        long number = 0;
        for (int i = 0; i < grid.length; i++) {
            if (offset[i] % chunk[i] != 0) {
                throw new DamageException(
                        "chunks at multiples of " + Arrays.toString(chunk), "one at " + Arrays.toString(offset));
            }
            if (offset[i] >= dimensions[i]) {
                return;
            }
            number = number * grid[i] + offset[i] / chunk[i];
        }
        put(number, address, size, mask);
    }

    void put(long number, long address, long size, long mask) {
        if (number >= addresses.length) {
            return;
        }
        int at = (int) number;
        if (address == ABSENT || address == Cursor.UNDEFINED) {
            return;
        }
        if (size < 1 || size > Integer.MAX_VALUE - 8 || address > fileSize - size) {
            throw new DamageException(
                    "a chunk within the file's " + fileSize + " bytes", size + " bytes at byte " + address);
        }
        if (addresses[at] != ABSENT) {
            throw new DamageException("each chunk once", "chunk " + number + " twice");
        }
        addresses[at] = address;
        sizes[at] = (int) size;
        masks[at] = (int) mask;
    }

    /** Sees that no chunk is missing and that they do not share their bytes, which only a bomb has them do. */
    ChunkIndex complete() {
        for (int i = 0; i < addresses.length; i++) {
            if (addresses[i] == ABSENT) {
                throw new DamageException(
                        "every chunk of the dataset", "none at element " + Arrays.toString(offset(i)));
            }
        }
        requireApart();
        return this;
    }

    /** Chunks that share bytes are how a small file becomes a large one, or what a damaged address makes. */
    private void requireApart() {
        long[] starts = addresses.clone();
        Arrays.sort(starts);
        for (int i = 0; i < addresses.length; i++) {
            int at = Arrays.binarySearch(starts, addresses[i]);
            boolean twice = (at > 0 && starts[at - 1] == addresses[i])
                    || (at + 1 < starts.length && starts[at + 1] < addresses[i] + sizes[i]);
            if (twice) {
                throw new DamageException(addresses[i], "chunks with bytes of their own", "two that overlap");
            }
        }
    }
}
