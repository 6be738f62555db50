package org.marrow.io.guard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/**
 * One block of a BGZF file, by the SAM specification, section 4.1: a gzip member of at most 64 KiB whose extra field holds its
 * own length.
 *
 * @param offset of its first byte in the file
 * @param bytes of the whole block, header and trailer included
 * @param headerBytes before the deflate data
 */
record BgzfBlock(long offset, int bytes, int headerBytes) {
    static final int MAX_BYTES = 1 << 16;
    static final int TRAILER_BYTES = 8;
    private static final int FIXED_HEADER_BYTES = 12;
    private static final int USUAL_HEADER_BYTES = 18;

    static final byte[] END_MARKER = {
        0x1f,
        (byte) 0x8b,
        8,
        4,
        0,
        0,
        0,
        0,
        0,
        (byte) 0xff,
        6,
        0,
        0x42,
        0x43,
        2,
        0,
        0x1b,
        0,
        3,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0
    };

    /**
     * Reads the header of the block at {@code offset} and sees that the whole block lies within the file.
     *
     * @param fileBytes length of the file, greater than {@code offset}
     */
    static BgzfBlock at(Path file, FileChannel channel, long offset, long fileBytes) throws IOException {
        ByteBuffer header = read(channel, offset, USUAL_HEADER_BYTES);
        if (header.limit() < FIXED_HEADER_BYTES) {
            throw wrong(file, offset, "a BGZF block header", header.limit() + " bytes to the end of the file");
        }
        if (header.getShort(0) != (short) 0x8b1f) {
            throw wrong(file, offset, "a BGZF block, which begins with 1f 8b", hex(header, 2));
        }
        if (header.getShort(2) != 0x0408) {
            throw wrong(file, offset, "a BGZF block header (deflate, with an extra field)", "another kind of gzip");
        }
        int extraBytes = Short.toUnsignedInt(header.getShort(10));
        int headerBytes = FIXED_HEADER_BYTES + extraBytes;
        if (headerBytes > header.limit()) {
            header = read(channel, offset, headerBytes);
        }
        if (header.limit() < headerBytes) {
            throw wrong(
                    file,
                    offset,
                    "a BGZF block header of " + headerBytes + " bytes",
                    header.limit() + " bytes to the end of the file");
        }
        int bytes = blockBytes(file, offset, header, headerBytes);
        if (bytes < headerBytes + TRAILER_BYTES) {
            throw wrong(file, offset, "a BGZF block longer than its header", "a block length of " + bytes);
        }
        if (offset + bytes > fileBytes) {
            throw wrong(
                    file,
                    offset,
                    "a BGZF block of " + bytes + " bytes",
                    (fileBytes - offset) + " bytes to the end of the file (truncated)");
        }
        return new BgzfBlock(offset, bytes, headerBytes);
    }

    long end() {
        return offset + bytes;
    }

    private static int blockBytes(Path file, long offset, ByteBuffer header, int headerBytes) {
        int at = FIXED_HEADER_BYTES;
        while (at + 4 <= headerBytes) {
            int length = Short.toUnsignedInt(header.getShort(at + 2));
            boolean isBlockSize = header.get(at) == 'B' && header.get(at + 1) == 'C';
            if (isBlockSize && length == 2 && at + 6 <= headerBytes) {
                return Short.toUnsignedInt(header.getShort(at + 4)) + 1;
            }
            at += 4 + length;
        }
        throw wrong(file, offset, "a BGZF block header with its length (subfield BC)", "a gzip header without it");
    }

    static ByteBuffer read(FileChannel channel, long offset, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.flip();
    }

    static FormatException wrong(Path file, long offset, String expected, String found) {
        return new FormatException(file, Location.offset(offset), expected, found);
    }

    private static String hex(ByteBuffer buffer, int bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes; i++) {
            text.append(i == 0 ? "" : " ").append(HexFormat.of().toHexDigits(buffer.get(i)));
        }
        return text.toString();
    }
}
