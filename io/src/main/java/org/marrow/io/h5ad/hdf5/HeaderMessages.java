package org.marrow.io.h5ad.hdf5;

import java.util.ArrayList;
import java.util.List;
import org.marrow.core.error.InvalidValueException;

/** Builds a version 2 object header, which HDF5 1.8 and later read. It keeps no times, so that the same content is the same bytes. */
final class HeaderMessages {
    private static final int LONGEST = 0xffff;

    /** Names are UTF-8: bit 4 of a link's flags says that this is stated. */
    private static final int LINK_CHARSET = 0x10;

    private final List<byte[]> messages = new ArrayList<>();

    private void add(int type, byte[] body) {
        if (body.length > LONGEST) {
            throw new InvalidValueException("HDF5 header", body.length + " bytes in one message", "at most " + LONGEST);
        }
        messages.add(
                new ByteWriter().u8(type).u16(body.length).u8(0).bytes(body).toBytes());
    }

    void group() {
        add(
                ObjectHeader.LINK_INFO,
                new ByteWriter()
                        .u8(0)
                        .u8(0)
                        .u64(Cursor.UNDEFINED)
                        .u64(Cursor.UNDEFINED)
                        .toBytes());
        add(ObjectHeader.GROUP_INFO, new ByteWriter().u8(0).u8(0).toBytes());
    }

    void link(String name, long address) {
        byte[] text = Text.encode(name);
        boolean isLong = text.length > 0xff;
        add(
                ObjectHeader.LINK,
                new ByteWriter()
                        .u8(1)
                        .u8(LINK_CHARSET | (isLong ? 1 : 0))
                        .u8(1)
                        .number(text.length, isLong ? 2 : 1)
                        .bytes(text)
                        .u64(address)
                        .toBytes());
    }

    void dataspace(long[] dimensions) {
        add(ObjectHeader.DATASPACE, dataspaceBody(dimensions));
    }

    void datatype(byte[] type) {
        add(ObjectHeader.DATATYPE, type);
    }

    /** No fill value: all values are written. */
    void noFillValue(boolean chunked) {
        int whenAllocated = chunked ? 3 : 2;
        int ifSet = 2 << 2;
        add(
                ObjectHeader.FILL_VALUE,
                new ByteWriter().u8(3).u8(whenAllocated | ifSet).toBytes());
    }

    void contiguous(long address, long length) {
        add(
                ObjectHeader.LAYOUT,
                new ByteWriter().u8(3).u8(1).u64(address).u64(length).toBytes());
    }

    void chunked(long[] chunk, int elementBytes, long tree) {
        ByteWriter body = new ByteWriter().u8(3).u8(2).u8(chunk.length + 1).u64(tree);
        for (long length : chunk) {
            body.u32(length);
        }
        add(ObjectHeader.LAYOUT, body.u32(elementBytes).toBytes());
    }

    void deflate(int level) {
        int optional = 1;
        add(
                ObjectHeader.FILTERS,
                new ByteWriter()
                        .u8(2)
                        .u8(1)
                        .u16(FilterPipeline.DEFLATE)
                        .u16(optional)
                        .u16(1)
                        .u32(level)
                        .toBytes());
    }

    /** @param values of the attribute, as they lie in the file */
    void attribute(String name, byte[] type, long[] dimensions, byte[] values) {
        byte[] text = Text.encode(name);
        byte[] space = dataspaceBody(dimensions);
        add(
                ObjectHeader.ATTRIBUTE,
                new ByteWriter()
                        .u8(3)
                        .u8(0)
                        .u16(text.length + 1)
                        .u16(type.length)
                        .u16(space.length)
                        .u8(1)
                        .bytes(text)
                        .u8(0)
                        .bytes(type)
                        .bytes(space)
                        .bytes(values)
                        .toBytes());
    }

    byte[] toBytes() {
        int length = 0;
        for (byte[] message : messages) {
            length = Math.addExact(length, message.length);
        }
        int lengthInFourBytes = 2;
        ByteWriter header =
                new ByteWriter().signature("OHDR").u8(2).u8(lengthInFourBytes).u32(length);
        messages.forEach(header::bytes);
        return header.checksum().toBytes();
    }

    private static byte[] dataspaceBody(long[] dimensions) {
        int kind = dimensions.length == 0 ? 0 : 1;
        ByteWriter body = new ByteWriter().u8(2).u8(dimensions.length).u8(0).u8(kind);
        for (long dimension : dimensions) {
            body.u64(dimension);
        }
        return body.toBytes();
    }
}
