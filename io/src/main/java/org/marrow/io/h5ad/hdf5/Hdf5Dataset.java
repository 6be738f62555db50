package org.marrow.io.h5ad.hdf5;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.marrow.io.guard.ReadLimits;

/** Values of one type in an array of up to two dimensions, read block by block. */
public final class Hdf5Dataset {
    private static final int PLAIN_BLOCK_BYTES = 4 << 20;

    private final Hdf5File file;
    private final String path;
    private final Datatype type;
    private final Dataspace space;
    private final Layout layout;
    private final Map<String, Hdf5Attribute> attributes;

    private Hdf5Dataset(
            Hdf5File file,
            String path,
            Datatype type,
            Dataspace space,
            Layout layout,
            Map<String, Hdf5Attribute> attributes) {
        this.file = file;
        this.path = path;
        this.type = type;
        this.space = space;
        this.layout = layout;
        this.attributes = attributes;
    }

    /** Takes some whole rows of a dataset. */
    @FunctionalInterface
    public interface RowBlocks {
        /**
         * Takes the next rows.
         *
         * @param firstRow from 0; for one dimension, a row is one element
         * @param elements row after row from its beginning, in the byte order of the datatype; only valid during the call
         * @return false to be given no more
         */
        boolean accept(long firstRow, int rows, ByteBuffer elements);
    }

    static Hdf5Dataset read(Hdf5File file, String path, ObjectHeader header, Map<String, Hdf5Attribute> attributes) {
        Datatype type = Datatype.read(header.require(ObjectHeader.DATATYPE, "a datatype"));
        Dataspace space = Dataspace.read(header.require(ObjectHeader.DATASPACE, "a dataspace"));
        if (header.has(ObjectHeader.EXTERNAL_FILES)) {
            throw new DamageException("values in this file", "values in other files");
        }
        if (space.elements() > ReadLimits.EXPANDED_BYTES / type.size()) {
            throw new DamageException(
                    "at most " + (ReadLimits.EXPANDED_BYTES >> 30) + " GiB of values",
                    Arrays.toString(space.dimensions()) + " values of " + type.size() + " bytes");
        }
        FilterPipeline filters =
                header.find(ObjectHeader.FILTERS).map(FilterPipeline::read).orElseGet(FilterPipeline::none);
        Cursor message = header.require(ObjectHeader.LAYOUT, "a data layout");
        Layout layout = Layout.read(file.bytes(), message, space, type.size(), filters);
        return new Hdf5Dataset(file, path, type, space, layout, attributes);
    }

    public String path() {
        return path;
    }

    public Datatype type() {
        return type;
    }

    /** None for a single value. */
    public long[] dimensions() {
        return space.dimensions().clone();
    }

    public long elements() {
        return space.elements();
    }

    public Optional<Hdf5Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The values themselves, each as a whole. */
    public Values values() {
        return new Values(file, this, 0, type);
    }

    /** One field of a compound. */
    public Values values(Datatype.Field field) {
        return new Values(file, this, field.offset(), field.type());
    }

    /** Gives all rows from the first to the last, in blocks of whole rows. */
    public void scan(RowBlocks blocks) {
        long[] dimensions = space.dimensions();
        if (dimensions.length > 2) {
            throw file.damaged(path, "one or two dimensions", dimensions.length + " dimensions");
        }
        if (elements() == 0) {
            return;
        }
        long rows = dimensions.length == 0 ? 1 : dimensions[0];
        long columns = dimensions.length == 2 ? dimensions[1] : 1;
        switch (layout) {
            case Layout.Plain plain -> scanPlain(plain.bytes().orElseThrow(), rows, columns, blocks);
            case Layout.Chunked chunked -> scanChunks(chunked, rows, columns, blocks);
        }
    }

    private void scanPlain(MemorySegment bytes, long rows, long columns, RowBlocks blocks) {
        long rowBytes = columns * type.size();
        if (rowBytes > Integer.MAX_VALUE) {
            throw file.damaged(path, "rows below 2 GiB", "rows of " + rowBytes + " bytes");
        }
        int rowsAtOnce = (int) Math.max(1, PLAIN_BLOCK_BYTES / rowBytes);
        for (long row = 0; row < rows; row += rowsAtOnce) {
            int here = (int) Math.min(rowsAtOnce, rows - row);
            MemorySegment block = bytes.asSlice(row * rowBytes, here * rowBytes);
            if (!blocks.accept(row, here, block.asByteBuffer().order(Numbers.order(type)))) {
                return;
            }
        }
    }

    private void scanChunks(Layout.Chunked chunked, long rows, long columns, RowBlocks blocks) {
        int chunkRows = chunked.dimensions()[0];
        int chunkColumns = chunked.dimensions().length == 2 ? chunked.dimensions()[1] : 1;
        int across = Math.toIntExact((columns - 1) / chunkColumns + 1);
        long bandBytes = Math.multiplyExact(Math.multiplyExact(columns, type.size()), Math.min(rows, chunkRows));
        boolean direct = across == 1 && chunkColumns == columns;
        file.requireMemory(path, (direct ? 0 : bandBytes) + 2L * chunked.bytes());
        if (bandBytes > Integer.MAX_VALUE - 8) {
            throw file.damaged(path, "rows of chunks below 2 GiB", "a row of chunks of " + bandBytes + " bytes");
        }
        byte[] band = new byte[direct ? 0 : (int) bandBytes];
        int number = 0;
        for (long row = 0; row < rows; row += chunkRows) {
            int here = (int) Math.min(chunkRows, rows - row);
            byte[] data = band;
            for (int i = 0; i < across; i++) {
                byte[] chunk = chunk(chunked, number++);
                if (direct) {
                    data = chunk;
                } else {
                    copyToBand(chunk, chunkColumns, band, columns, (long) i * chunkColumns, here);
                }
            }
            int length = Math.toIntExact(here * columns * type.size());
            if (!blocks.accept(row, here, ByteBuffer.wrap(data, 0, length).order(Numbers.order(type)))) {
                return;
            }
        }
    }

    private void copyToBand(byte[] chunk, int chunkColumns, byte[] band, long columns, long firstColumn, int rows) {
        int size = type.size();
        int width = (int) Math.min(chunkColumns, columns - firstColumn) * size;
        for (int row = 0; row < rows; row++) {
            int to = Math.toIntExact((row * columns + firstColumn) * size);
            System.arraycopy(chunk, row * chunkColumns * size, band, to, width);
        }
    }

    private byte[] chunk(Layout.Chunked chunked, int number) {
        return file.reading(path, () -> {
            ChunkIndex index = chunked.index();
            byte[] stored = file.bytes()
                    .slice(index.address(number), index.size(number))
                    .toArray(ValueLayout.JAVA_BYTE);
            return chunked.filters().decode(stored, index.mask(number) & 0xffffffffL, chunked.bytes());
        });
    }
}
