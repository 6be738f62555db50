package org.marrow.io.h5ad.hdf5;

/**
 * Small objects of a group, found by their identifiers (specification III.G): the links and attributes of objects that have
 * many. Objects that lie outside the heap's own blocks ("huge") are refused; no link or attribute of an h5ad is that long.
 */
final class FractalHeap {
    private static final int DIRECT_CHECKSUM = 0x02;
    private static final int DEEPEST = 64;

    private final FileBytes file;
    private final long address;
    private final boolean directChecksum;
    private final int offsetWidth;
    private final int lengthWidth;
    private final int tableWidth;
    private final long startSize;
    private final long largestDirect;
    private final long root;
    private final int rootRows;

    private FractalHeap(FileBytes file, long address) {
        this.file = file;
        this.address = address;
        Cursor in = file.cursor(address);
        in.signature("FRHP");
        in.version(0, "a fractal heap");
        in.skip(2);
        int filterLength = in.u16();
        if (filterLength != 0) {
            throw in.damaged("a fractal heap without filters", "one with filters");
        }
        directChecksum = (in.u8() & DIRECT_CHECKSUM) != 0;
        long largestManaged = in.u32();
        in.skip(12 * 8);
        tableWidth = in.u16();
        startSize = in.u64();
        largestDirect = in.u64();
        int heapBits = in.u16();
        in.skip(2);
        root = in.fileAddress();
        rootRows = in.u16();
        in.checksum("fractal heap header");
        if (tableWidth < 1
                || Long.bitCount(startSize) != 1
                || Long.bitCount(largestDirect) != 1
                || largestDirect < startSize
                || largestDirect > 1 << 30
                || heapBits < 1
                || heapBits > 63
                || largestManaged < 1) {
            throw new DamageException(address, "a fractal heap of usual sizes", "others");
        }
        offsetWidth = (heapBits + 7) / 8;
        lengthWidth = DatatypeParsing.bytesFor(Math.min(largestDirect, largestManaged));
    }

    static FractalHeap open(FileBytes file, long address) {
        return new FractalHeap(file, address);
    }

    /** The object with this identifier. */
    Cursor object(Cursor identifier) {
        int head = identifier.u8();
        if (head >> 6 != 0) {
            throw identifier.damaged("version 0 of a heap identifier", "version " + (head >> 6));
        }
        switch (head >> 4 & 3) {
            case 0 -> {
                long offset = identifier.unsigned(offsetWidth);
                long length = identifier.unsigned(lengthWidth);
                return managed(offset, length);
            }
            case 2 -> {
                return identifier.slice((head & 0x0f) + 1L);
            }
            default -> throw identifier.damaged("an object within the heap", "one outside it");
        }
    }

    private Cursor managed(long offset, long length) {
        if (rootRows == 0) {
            return inDirect(root, 0, startSize, offset, length);
        }
        return inIndirect(root, 0, rootRows, offset, length, 0);
    }

    private Cursor inIndirect(long block, long blockOffset, int rows, long offset, long length, int depth) {
        int directRows = directRows();
        long entries = (long) rows * tableWidth;
        if (depth > DEEPEST) {
            throw new DamageException(block, "fractal heap blocks nested at most " + DEEPEST + " deep", "deeper ones");
        }
        Cursor in = file.cursor(block);
        in.signature("FHIB");
        prefix(in, blockOffset);
        Cursor children = in.slice(8 * entries);
        in.checksum("fractal heap block");
        long start = blockOffset;
        for (int row = 0; row < rows; row++) {
            long size = rowSize(row);
            if (offset - start < size * tableWidth) {
                long column = (offset - start) / size;
                children.skip(8 * ((long) row * tableWidth + column));
                long child = children.fileAddress();
                long childOffset = start + column * size;
                if (row < directRows) {
                    return inDirect(child, childOffset, size, offset, length);
                }
                int childRows = log2(size) - log2(startSize) - log2(tableWidth) + 1;
                return inIndirect(child, childOffset, childRows, offset, length, depth + 1);
            }
            start += size * tableWidth;
        }
        throw new DamageException(block, "an object within the fractal heap", "one beyond its end");
    }

    private Cursor inDirect(long block, long blockOffset, long size, long offset, long length) {
        Cursor in = file.cursor(block, size);
        in.signature("FHDB");
        prefix(in, blockOffset);
        if (directChecksum) {
            int at = Math.toIntExact(in.position());
            int stated = in.bits32();
            byte[] bytes = file.cursor(block, size).array(Math.toIntExact(size));
            bytes[at] = 0;
            bytes[at + 1] = 0;
            bytes[at + 2] = 0;
            bytes[at + 3] = 0;
            if (Lookup3.hash(bytes) != stated) {
                throw new DamageException(
                        block, "a fractal heap block that agrees with its checksum", "one that does not");
            }
        }
        long within = offset - blockOffset;
        if (within < in.position() || length > size - within) {
            throw new DamageException(block, "an object within its block of " + size + " bytes", "one beyond it");
        }
        return file.cursor(block + within, length);
    }

    private void prefix(Cursor in, long blockOffset) {
        in.version(0, "a fractal heap block");
        if (in.fileAddress() != address || in.unsigned(offsetWidth) != blockOffset) {
            throw in.damaged("a block of the fractal heap at byte " + address, "one of another place");
        }
    }

    private int directRows() {
        return log2(largestDirect) - log2(startSize) + 2;
    }

    private long rowSize(int row) {
        int doublings = Math.max(row - 1, 0);
        if (log2(startSize) + doublings + log2(tableWidth) > 61) {
            throw new DamageException(address, "a fractal heap below 2^62 bytes", "a larger one");
        }
        return startSize << doublings;
    }

    private static int log2(long value) {
        return 63 - Long.numberOfLeadingZeros(value);
    }
}
