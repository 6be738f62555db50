package org.marrow.io.h5ad.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Writes an HDF5 file from front to back: values first, then what describes them. Readable by HDF5 1.8 and later. It takes no
 * time, name or number of the machine, so the same content gives the same bytes with the same JDK.
 */
public final class Hdf5Writer implements AutoCloseable {
    /** Room for a superblock of version 2. */
    private static final int SUPERBLOCK_BYTES = 48;

    /** h5py's default for gzip. */
    private static final int DEFLATE_LEVEL = 4;

    /** Large enough for deflate to work well, small enough to be read in part. */
    private static final int CHUNK_BYTES = 1 << 18;

    private final FileChannel channel;
    private final FileSpace space;
    private final HeapWriter heap;
    private final Hdf5GroupWriter root;

    private Hdf5Writer(FileChannel channel) {
        this.channel = channel;
        this.space = new FileSpace(channel);
        space.allocate(SUPERBLOCK_BYTES);
        this.heap = new HeapWriter(space);
        this.root = new Hdf5GroupWriter(this);
    }

    /** Begins a file; what was there before is lost. */
    public static Hdf5Writer create(Path path) throws IOException {
        return new Hdf5Writer(FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    public Hdf5GroupWriter root() {
        return root;
    }

    /** Writes all groups and the head of the file, without which it is no file at all. */
    public void finish() throws IOException {
        long address = root.write();
        heap.finish();
        space.fillToEnd();
        space.write(
                0,
                new ByteWriter()
                        .bytes(Superblock.SIGNATURE)
                        .u8(2)
                        .u8(8)
                        .u8(8)
                        .u8(0)
                        .u64(0)
                        .u64(Cursor.UNDEFINED)
                        .u64(space.end())
                        .u64(address)
                        .checksum()
                        .toBytes());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    HeapWriter heap() {
        return heap;
    }

    FileSpace space() {
        return space;
    }

    /** Writes a dataset and gives the address of its header. */
    long writeDataset(Hdf5Data data, Hdf5AttributeList attributes) throws IOException {
        HeaderMessages header = new HeaderMessages();
        header.dataspace(data.dimensions());
        header.datatype(data.type());
        boolean chunked = data.dimensions().length > 0 && data.count() > 0;
        header.noFillValue(chunked);
        if (chunked) {
            writeChunks(data, header);
        } else {
            writeContiguous(data, header);
        }
        attributes.writeTo(header, heap);
        return space.append(header.toBytes());
    }

    private void writeContiguous(Hdf5Data data, HeaderMessages header) throws IOException {
        if (data.count() == 0) {
            header.contiguous(Cursor.UNDEFINED, 0);
            return;
        }
        ByteBuffer values = ByteBuffer.allocate(Math.multiplyExact(data.count(), data.elementBytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        data.put(0, data.count(), values, heap);
        header.contiguous(space.append(values.array()), values.capacity());
    }

    private void writeChunks(Hdf5Data data, HeaderMessages header) throws IOException {
        long[] dimensions = data.dimensions();
        long rows = dimensions[0];
        int columns = dimensions.length == 2 ? Math.toIntExact(dimensions[1]) : 1;
        int rowBytes = Math.multiplyExact(columns, data.elementBytes());
        int chunkRows = (int) Math.min(rows, Math.max(1, CHUNK_BYTES / rowBytes));
        ByteBuffer chunk =
                ByteBuffer.allocate(Math.multiplyExact(chunkRows, rowBytes)).order(ByteOrder.LITTLE_ENDIAN);
        ChunkTree tree = new ChunkTree(space, dimensions.length, chunkRows);
        Deflater deflater = new Deflater(DEFLATE_LEVEL);
        try {
            for (long row = 0; row < rows; row += chunkRows) {
                int here = (int) Math.min(chunkRows, rows - row);
                chunk.clear();
                data.put(Math.toIntExact(row * columns), here * columns, chunk, heap);
                // A chunk is always whole; what lies beyond the last row is zero.
                Arrays.fill(chunk.array(), chunk.position(), chunk.capacity(), (byte) 0);
                byte[] deflated = deflate(deflater, chunk.array());
                tree.add(space.append(deflated), deflated.length);
            }
        } finally {
            deflater.end();
        }
        long[] chunkDimensions = dimensions.clone();
        chunkDimensions[0] = chunkRows;
        header.deflate(DEFLATE_LEVEL);
        header.chunked(chunkDimensions, data.elementBytes(), tree.finish());
    }

    private static byte[] deflate(Deflater deflater, byte[] data) {
        deflater.reset();
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length / 2 + 64];
        int length = 0;
        while (!deflater.finished()) {
            if (length == out.length) {
                out = Arrays.copyOf(out, Math.multiplyExact(out.length, 2));
            }
            length += deflater.deflate(out, length, out.length - length);
        }
        return Arrays.copyOf(out, length);
    }
}
