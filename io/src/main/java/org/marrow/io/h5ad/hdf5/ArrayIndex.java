package org.marrow.io.h5ad.hdf5;

import org.jspecify.annotations.Nullable;

/**
 * Reads the chunk indexes of the newer file versions (specification VII.C and VII.D): fixed arrays for datasets of one size and
 * extensible arrays for those that may grow. Every block is checked against its checksum.
 */
final class ArrayIndex {
    private final FileBytes file;
    private final ChunkIndex index;
    private final int chunkSize;
    private long header;
    private int client;
    private int entrySize;
    private int pageBits;

    private ArrayIndex(FileBytes file, ChunkIndex index, int chunkSize) {
        this.file = file;
        this.index = index;
        this.chunkSize = chunkSize;
    }

    /** @param chunkSize bytes of a chunk that no filter changed */
    static void readFixed(FileBytes file, long address, ChunkIndex index, int chunkSize) {
        new ArrayIndex(file, index, chunkSize).fixed(address);
    }

    /** @param chunkSize bytes of a chunk that no filter changed */
    static void readExtensible(FileBytes file, long address, ChunkIndex index, int chunkSize) {
        new ArrayIndex(file, index, chunkSize).extensible(address);
    }

    private void fixed(long address) {
        Cursor in = file.cursor(address);
        in.signature("FAHD");
        common(in, address);
        pageBits = in.u8();
        long entries = in.u64();
        long block = in.fileAddress();
        in.checksum("fixed array header");
        requireUsualPages(in);
        Cursor data = file.cursor(block);
        data.signature("FADB");
        owner(data);
        long pageSize = 1L << pageBits;
        if (entries <= pageSize) {
            Cursor content = data.slice(Math.multiplyExact(entries, entrySize));
            data.checksum("fixed array block");
            entries(content, 0, entries);
            return;
        }
        long pages = (entries - 1) / pageSize + 1;
        Cursor written = data.slice((pages + 7) / 8);
        data.checksum("fixed array block");
        pages(data.address(), written, entries, 0);
    }

    private void extensible(long address) {
        Cursor in = file.cursor(address);
        in.signature("EAHD");
        common(in, address);
        int maximumBits = in.u8();
        int inIndex = in.u8();
        int smallestBlock = in.u8();
        int smallestPointers = in.u8();
        pageBits = in.u8();
        in.skip(5 * 8);
        in.skip(8);
        long indexBlock = in.fileAddress();
        in.checksum("extensible array header");
        requireUsualPages(in);
        if (maximumBits > 62
                || Integer.bitCount(smallestBlock) != 1
                || Integer.bitCount(smallestPointers) != 1
                || smallestPointers < 2
                || log2(smallestBlock) > maximumBits) {
            throw in.damaged("an extensible array of usual sizes", "others");
        }
        int superBlocks = 1 + maximumBits - log2(smallestBlock);
        int superBlocksInIndex = 2 * log2(smallestPointers);
        int offsetWidth = (maximumBits + 7) / 8;

        Cursor block = file.cursor(indexBlock);
        block.signature("EAIB");
        owner(block);
        Cursor first = block.slice((long) inIndex * entrySize);
        Cursor dataBlocks = block.slice(2L * (smallestPointers - 1) * 8);
        Cursor superAddresses = block.slice(Math.max(superBlocks - superBlocksInIndex, 0) * 8L);
        block.checksum("extensible array index");
        entries(first, 0, inIndex);
        long start = inIndex;
        for (int s = 0; s < superBlocks && start < index.count(); s++) {
            long blocks = 1L << (s / 2);
            long length = (1L << ((s + 1) / 2)) * smallestBlock;
            if (s < superBlocksInIndex) {
                for (long i = 0; i < blocks; i++) {
                    dataBlock(dataBlocks.fileAddress(), offsetWidth, length, start + i * length, null, 0);
                }
            } else {
                superBlock(superAddresses.fileAddress(), offsetWidth, blocks, length, start);
            }
            start += blocks * length;
        }
    }

    private void superBlock(long address, int offsetWidth, long blocks, long length, long start) {
        if (address == Cursor.UNDEFINED) {
            return;
        }
        Cursor in = file.cursor(address);
        in.signature("EASB");
        owner(in);
        in.skip(offsetWidth);
        long bitmapLength = length > 1L << pageBits ? (length / (1L << pageBits) + 7) / 8 : 0;
        Cursor bitmaps = in.slice(Math.multiplyExact(blocks, bitmapLength));
        Cursor addresses = in.slice(Math.multiplyExact(blocks, 8L));
        in.checksum("extensible array block");
        for (long i = 0; i < blocks; i++) {
            Cursor written = bitmaps.slice(bitmapLength);
            dataBlock(addresses.fileAddress(), offsetWidth, length, start + i * length, written, bitmapLength);
        }
    }

    private void dataBlock(
            long address, int offsetWidth, long length, long start, @Nullable Cursor written, long bitmapLength) {
        if (address == Cursor.UNDEFINED || start >= index.count()) {
            return;
        }
        Cursor in = file.cursor(address);
        in.signature("EADB");
        owner(in);
        in.skip(offsetWidth);
        if (written == null || bitmapLength == 0) {
            Cursor content = in.slice(Math.multiplyExact(length, entrySize));
            in.checksum("extensible array block");
            entries(content, start, length);
        } else {
            in.checksum("extensible array block");
            pages(in.address(), written, length, start);
        }
    }

    /** Pages follow each other, each with its checksum; the bitmap says which were written. */
    private void pages(long address, Cursor written, long entries, long start) {
        long pageSize = 1L << pageBits;
        long at = address;
        int bits = 0;
        for (long page = 0; page * pageSize < entries; page++) {
            bits = page % 8 == 0 ? written.u8() : bits << 1;
            long here = Math.min(pageSize, entries - page * pageSize);
            long bytes = here * entrySize;
            if ((bits & 0x80) != 0) {
                Cursor in = file.cursor(at, bytes + 4);
                Cursor content = in.slice(bytes);
                in.checksum("array page");
                entries(content, start + page * pageSize, here);
            }
            at += bytes + 4;
        }
    }

    private void entries(Cursor in, long start, long count) {
        for (long i = start; i < start + count && i < index.count(); i++) {
            long address = in.fileAddress();
            long size = chunkSize;
            long mask = 0;
            if (client == 1) {
                size = in.unsigned(entrySize - 12);
                mask = in.u32();
            }
            index.put(i, address, size, mask);
        }
    }

    private void common(Cursor in, long address) {
        header = address;
        in.version(0, "an array of chunks");
        client = in.u8();
        entrySize = in.u8();
        boolean plain = client == 0 && entrySize == 8;
        boolean filtered = client == 1 && entrySize > 12 && entrySize <= 20;
        if (!plain && !filtered) {
            throw in.damaged("entries of chunk addresses", "client " + client + " with " + entrySize + " bytes");
        }
    }

    private void owner(Cursor in) {
        in.version(0, "an array block");
        if (in.u8() != client || in.fileAddress() != header) {
            throw in.damaged("a block of the array at byte " + header, "one of another");
        }
    }

    private void requireUsualPages(Cursor in) {
        if (pageBits < 1 || pageBits > 30) {
            throw in.damaged("pages of 2 to 2^30 entries", "2^" + pageBits);
        }
    }

    private static int log2(int value) {
        return 31 - Integer.numberOfLeadingZeros(value);
    }
}
