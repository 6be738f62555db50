package org.marrow.io.bam;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.io.guard.FileAccess;
import org.marrow.io.guard.GuardedRead;

/**
 * Sees that a CRAM file is whole before htsjdk takes memory by what it says: container follows container to the end-of-file
 * container (CRAM 3.x, section 9), blocks fill their containers, and no block claims to expand to more than a cap.
 */
final class CramGuard {
    /** What one block may expand to: 256 MiB, as for a chunk of any other format here. */
    private static final int BLOCK_BYTES = 256 << 20;

    private static final int DEFINITION_BYTES = 26;
    private static final int LONGEST_CONTAINER_HEADER = 1 << 20;
    private static final int CRC_BYTES = 4;

    /** The position of the end-of-file container, "EOF"; no other container has it without records. */
    private static final int END_POSITION = 0x454f46;

    private final Path file;
    private final FileChannel channel;
    private final long fileBytes;

    private CramGuard(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.fileBytes = channel.size();
    }

    /** Walks the file. */
    static void check(Path file) {
        FileAccess.requireReadable(file);
        GuardedRead.run(file, "a CRAM file", () -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                new CramGuard(file, channel).walk();
            }
        });
    }

    private void walk() throws IOException {
        ByteBuffer definition = read(0, DEFINITION_BYTES);
        if (definition.remaining() < DEFINITION_BYTES || definition.getInt(0) != 0x4d415243) {
            throw wrong(0, "a CRAM file, which begins with CRAM", "other bytes");
        }
        if (definition.get(4) != 3) {
            throw wrong(4, "CRAM version 3", "version " + definition.get(4));
        }
        long at = DEFINITION_BYTES;
        boolean ended = false;
        while (at < fileBytes) {
            if (ended) {
                throw wrong(at, "nothing after the end-of-file container", "more bytes");
            }
            ByteBuffer header = read(at, (int) Math.min(LONGEST_CONTAINER_HEADER, fileBytes - at));
            Container container = container(at, header);
            ended = container.isEnd();
            blocks(at + container.headerBytes(), container);
            at += container.headerBytes() + container.bytes();
        }
        if (!ended) {
            throw wrong(
                    fileBytes, "the end-of-file container", "the end of the file without it (the file is truncated)");
        }
    }

    private record Container(int headerBytes, int bytes, int blocks, boolean isEnd) {}

    private Container container(long at, ByteBuffer header) {
        int bytes = header.getInt();
        int reference = itf8(header);
        int position = itf8(header);
        itf8(header);
        int records = itf8(header);
        ltf8(header);
        ltf8(header);
        int blocks = itf8(header);
        int landmarks = itf8(header);
        if (landmarks < 0 || landmarks > header.remaining()) {
            throw wrong(at, "a container header within the file", landmarks + " landmarks");
        }
        for (int i = 0; i < landmarks; i++) {
            itf8(header);
        }
        int headerBytes = header.position();
        CRC32 crc = new CRC32();
        crc.update(header.array(), 0, headerBytes);
        if (header.getInt() != (int) crc.getValue()) {
            throw wrong(at, "a container header with the CRC that it states", "one that is damaged");
        }
        if (bytes < 0 || bytes > fileBytes - at - header.position()) {
            throw wrong(
                    at,
                    "a container of " + Integer.toUnsignedString(bytes) + " bytes",
                    (fileBytes - at - header.position()) + " bytes to the end of the file (truncated)");
        }
        boolean isEnd = reference == -1 && position == END_POSITION && records == 0;
        return new Container(header.position(), bytes, blocks, isEnd);
    }

    private void blocks(long from, Container container) throws IOException {
        long end = from + container.bytes();
        long at = from;
        for (int i = 0; i < container.blocks() && at < end; i++) {
            ByteBuffer header = read(at, (int) Math.min(32, end - at));
            header.getShort();
            itf8(header);
            int compressed = itf8(header);
            int raw = itf8(header);
            if (compressed < 0 || compressed > end - at - header.position() - CRC_BYTES) {
                throw wrong(at, "a block within its container", "a size of " + Integer.toUnsignedString(compressed));
            }
            if (raw < 0 || raw > BLOCK_BYTES) {
                throw wrong(
                        at,
                        "a block that expands to at most " + BLOCK_BYTES + " bytes",
                        "one of " + Integer.toUnsignedString(raw));
            }
            at += header.position() + (long) compressed + CRC_BYTES;
        }
    }

    private ByteBuffer read(long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.flip();
    }

    /** An integer of one to five bytes (section 2.3). */
    private static int itf8(ByteBuffer bytes) {
        int first = bytes.get() & 0xff;
        if (first < 0x80) {
            return first;
        }
        if (first < 0xc0) {
            return (first & 0x3f) << 8 | bytes.get() & 0xff;
        }
        if (first < 0xe0) {
            return (first & 0x1f) << 16 | (bytes.get() & 0xff) << 8 | bytes.get() & 0xff;
        }
        if (first < 0xf0) {
            return (first & 0x0f) << 24 | (bytes.get() & 0xff) << 16 | (bytes.get() & 0xff) << 8 | bytes.get() & 0xff;
        }
        return (first & 0x0f) << 28
                | (bytes.get() & 0xff) << 20
                | (bytes.get() & 0xff) << 12
                | (bytes.get() & 0xff) << 4
                | bytes.get() & 0x0f;
    }

    /** An integer of one to nine bytes, passed over. */
    private static void ltf8(ByteBuffer bytes) {
        int first = bytes.get() & 0xff;
        int following = Integer.numberOfLeadingZeros(~(first << 24));
        bytes.position(bytes.position() + Math.min(following, 8));
    }

    private FormatException wrong(long at, String expected, String found) {
        return new FormatException(file, Location.offset(at), expected, found);
    }
}
