package org.marrow.io.h5ad.hdf5;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.marrow.core.error.UserException;
import org.marrow.io.h5ad.H5adSource;
import org.marrow.io.h5ad.MatrixChoice;

/** Makes h5ad files that no honest program writes. */
final class HostileFiles {
    /** Adds what is wrong. */
    interface Content {
        void addTo(Hdf5Writer writer) throws IOException;
    }

    private HostileFiles() {}

    /** Reads files in this JVM and prints what came of each; for a child JVM with a small heap. */
    public static void main(String[] files) {
        for (String file : files) {
            try (H5adSource source = H5adSource.open(Path.of(file))) {
                source.read(new MatrixChoice.Auto());
                System.out.println("read");
            } catch (UserException refusal) {
                System.out.println(refusal.code() + " " + refusal.getMessage());
            }
        }
    }

    /** A file of two cells and two genes. */
    static Path write(Path path, Content content) {
        return writeBare(path, writer -> {
            frame(writer, "obs", List.of("c0", "c1"));
            frame(writer, "var", List.of("g0", "g1"));
            content.addTo(writer);
        });
    }

    static Path writeBare(Path path, Content content) {
        try (Hdf5Writer writer = Hdf5Writer.create(path)) {
            content.addTo(writer);
            writer.finish();
            return path;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Hdf5GroupWriter frame(Hdf5Writer writer, String name) {
        Hdf5GroupWriter frame = writer.root().group(name);
        frame.attributes()
                .text("encoding-type", "dataframe")
                .text("encoding-version", "0.2.0")
                .text("_index", "_index")
                .texts("column-order", List.of());
        return frame;
    }

    static void frame(Hdf5Writer writer, String name, List<String> index) throws IOException {
        frame(writer, name).dataset("_index", Hdf5Data.texts(index), new Hdf5AttributeList());
    }

    /** A dataset of bytes in chunks; the caller says what each chunk is. */
    static void chunked(Hdf5Writer writer, String name, long[] dimensions, long[] chunk, byte[]... chunks)
            throws IOException {
        ChunkTree tree = new ChunkTree(writer.space(), dimensions.length, chunk[0]);
        for (byte[] bytes : chunks) {
            tree.add(writer.space().append(bytes), bytes.length);
        }
        chunked(writer, name, dimensions, chunk, tree.finish());
    }

    static void chunked(Hdf5Writer writer, String name, long[] dimensions, long[] chunk, long tree) throws IOException {
        HeaderMessages header = new HeaderMessages();
        header.dataspace(dimensions);
        header.datatype(DatatypeMessages.whole(1, true));
        header.noFillValue(true);
        header.deflate(4);
        header.chunked(chunk, 1, tree);
        writer.root().link(name, writer.space().append(header.toBytes()));
    }

    /** A zlib stream of so many zeros, made of one block again and again. */
    static byte[] zeros(long count) {
        int blockBytes = (int) Math.min(count, 1 << 20);
        byte[] block = deflated(blockBytes, Deflater.FULL_FLUSH);
        ByteWriter stream = new ByteWriter().u8(0x78).u8(0x01);
        for (long done = 0; done + blockBytes <= count; done += blockBytes) {
            stream.bytes(block);
        }
        // An empty last block, and the Adler-32 of zeros, high byte first.
        return stream.u8(3)
                .u8(0)
                .u32(Integer.reverseBytes((int) (count % 65521) << 16 | 1) & 0xffffffffL)
                .toBytes();
    }

    private static byte[] deflated(int zeros, int flush) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[zeros]);
        byte[] out = new byte[zeros + 64];
        int length = deflater.deflate(out, 0, out.length, flush);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    /** A B-tree node of chunks of one dimension. */
    static byte[] node(int level, long[] children) {
        ByteWriter node = new ByteWriter().signature("TREE").u8(1).u8(level).u16(children.length);
        node.u64(Cursor.UNDEFINED).u64(Cursor.UNDEFINED);
        for (long child : children) {
            node.u32(1).u32(0).zeros(24).u64(child);
        }
        return node.zeros(32).toBytes();
    }
}
