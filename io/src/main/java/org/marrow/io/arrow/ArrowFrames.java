package org.marrow.io.arrow;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/**
 * Walks an Arrow IPC stream message by message before Arrow reads it. Arrow believes the lengths that a stream states; here each
 * is compared with the file and with what a cell map can have, so that a hostile file costs neither memory nor a crash.
 */
final class ArrowFrames {
    private static final int CONTINUATION = -1;

    /** Of one message, body aside; the schema carries the marker genes. */
    private static final int MAX_METADATA_BYTES = 64 << 20;

    private static final int MAX_METADATA_ENTRIES = 64;
    /** A column has a validity buffer and a data buffer. */
    private static final int BUFFERS = 2 * CellMapSchema.COLUMNS.size();

    private final Path file;
    private final DataInputStream in;
    private long offset;
    private long left;
    private long cells;

    private ArrowFrames(Path file, DataInputStream in, long bytes) {
        this.file = file;
        this.in = in;
        this.left = bytes;
    }

    /**
     * Checks all messages.
     *
     * @return the number of cells of all batches
     * @throws FormatException for whatever is not a complete stream of a cell map
     */
    static int check(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            ArrowFrames frames = new ArrowFrames(file, in, Files.size(file));
            frames.checkAll();
            return (int) frames.cells;
        }
    }

    private void checkAll() throws IOException {
        boolean first = true;
        for (Message message = nextMessage(); message != null; message = nextMessage()) {
            if (first) {
                checkSchema(message);
            } else {
                checkBatch(message);
            }
            first = false;
            skip(message.bodyLength());
        }
        if (first) {
            throw wrong("a schema", "the end of the stream");
        }
        if (left != 0) {
            throw wrong("the end of the file after the end of the stream", left + " more bytes");
        }
    }

    /** The next message; null at the mark that ends the stream, which every stream must have. */
    private @Nullable Message nextMessage() throws IOException {
        if (readInt() != CONTINUATION) {
            throw wrong("the mark of a message, ffffffff", "other bytes");
        }
        int length = readInt();
        if (length == 0) {
            return null;
        }
        if (length < 0 || length > MAX_METADATA_BYTES || length > left) {
            throw wrong(
                    "a message of at most " + Math.min(left, MAX_METADATA_BYTES) + " bytes",
                    Integer.toUnsignedString(length) + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        advance(length);
        Message message = Message.getRootAsMessage(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        if (message.bodyLength() < 0 || message.bodyLength() > left) {
            throw wrong("a body of at most " + left + " bytes", message.bodyLength() + " bytes");
        }
        return message;
    }

    private void checkSchema(Message message) {
        requireHeader(message, MessageHeader.Schema, "a schema");
        Schema schema = (Schema) message.header(new Schema());
        int columns = CellMapSchema.COLUMNS.size();
        if (schema == null
                || schema.endianness() != Endianness.Little
                || schema.fieldsLength() != columns
                || schema.customMetadataLength() > MAX_METADATA_ENTRIES
                || message.bodyLength() != 0) {
            throw wrong("a little-endian schema of " + columns + " columns", "another schema");
        }
        for (int i = 0; i < columns; i++) {
            Field field = schema.fields(i);
            String name = CellMapSchema.COLUMNS.get(i);
            boolean fits = name.equals(field.name())
                    && field.childrenLength() == 0
                    && field.dictionary() == null
                    && field.customMetadataLength() <= MAX_METADATA_ENTRIES
                    && (name.equals(CellMapSchema.CLUSTER) ? isInt32(field) : isFloat32(field));
            if (!fits) {
                throw wrong("columns x float32, y float32, cluster int32", "another column " + (i + 1));
            }
        }
    }

    private static boolean isFloat32(Field field) {
        return field.typeType() == Type.FloatingPoint
                && field.type(new FloatingPoint()) instanceof FloatingPoint type
                && type.precision() == Precision.SINGLE;
    }

    private static boolean isInt32(Field field) {
        return field.typeType() == Type.Int
                && field.type(new Int()) instanceof Int type
                && type.bitWidth() == Integer.SIZE
                && type.isSigned();
    }

    private void checkBatch(Message message) {
        requireHeader(message, MessageHeader.RecordBatch, "a record batch");
        RecordBatch batch = (RecordBatch) message.header(new RecordBatch());
        if (batch == null || batch.compression() != null) {
            throw wrong("a batch without compression", "another");
        }
        long rows = batch.length();
        if (rows < 0 || rows > CellMapSchema.MAX_CELLS - cells) {
            throw wrong("at most " + CellMapSchema.MAX_CELLS + " cells in all", rows + " more after " + cells);
        }
        if (batch.nodesLength() != CellMapSchema.COLUMNS.size() || batch.buffersLength() != BUFFERS) {
            throw wrong(
                    CellMapSchema.COLUMNS.size() + " columns of two buffers each",
                    batch.nodesLength() + " columns and " + batch.buffersLength() + " buffers");
        }
        for (int i = 0; i < CellMapSchema.COLUMNS.size(); i++) {
            FieldNode node = batch.nodes(i);
            if (node.length() != rows || node.nullCount() != 0) {
                throw wrong(
                        rows + " values without nulls in column " + CellMapSchema.COLUMNS.get(i),
                        node.length() + " values, " + node.nullCount() + " of them null");
            }
            requireBuffer(batch.buffers(2 * i), message.bodyLength(), 0);
            requireBuffer(batch.buffers(2 * i + 1), message.bodyLength(), rows * Integer.BYTES);
        }
        cells += rows;
    }

    private void requireBuffer(Buffer buffer, long body, long least) {
        long start = buffer.offset();
        long length = buffer.length();
        if (start < 0 || length < least || start > body || length > body - start) {
            throw wrong(
                    "a buffer of at least " + least + " bytes inside a body of " + body + " bytes",
                    length + " bytes at " + start);
        }
    }

    private void requireHeader(Message message, byte type, String what) {
        if (message.headerType() != type) {
            int found = message.headerType();
            boolean named = found >= 0 && found < MessageHeader.names.length;
            throw wrong(what, named ? "a message " + MessageHeader.name(found) : "a message of type " + found);
        }
    }

    private int readInt() throws IOException {
        try {
            int value = Integer.reverseBytes(in.readInt());
            advance(Integer.BYTES);
            return value;
        } catch (EOFException end) {
            throw new FormatException(
                    file, Location.offset(offset), "the mark that ends the stream", "the end of the file", end);
        }
    }

    private void skip(long bytes) throws IOException {
        in.skipNBytes(bytes);
        advance(bytes);
    }

    private void advance(long bytes) {
        offset += bytes;
        left -= bytes;
    }

    private FormatException wrong(String expected, String found) {
        return new FormatException(file, Location.offset(offset), expected, found);
    }
}
