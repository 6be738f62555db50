package org.marrow.io.guard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.marrow.core.error.FormatException;

/**
 * Sees that a BGZF file is whole before any of it is believed: block follows block from the first byte to the last, and the
 * last is the end marker of the SAM specification, section 4.1.2. The content is not inflated, so this takes one short read a
 * block.
 *
 * <p>This refuses a file cut at any byte or block, a lost end marker, and anything after it. It cannot see that whole blocks
 * were taken out of the middle, because no block knows its neighbours. What shows that is the content: every reader here checks
 * each block's CRC as it inflates, and that the chain of records (or lines) is whole, which fails unless the cut fell between
 * two records. Whoever needs certainty compares with the SHA-256 taken when the file came in ({@link FileHash}).
 */
public final class BgzfGuard {
    private BgzfGuard() {}

    /**
     * What the walk saw.
     *
     * @param blocks with the end marker
     * @param bytes of the file
     * @param expandedBytes the sum of what the blocks say they inflate to
     */
    public record Extent(long blocks, long bytes, long expandedBytes) {}

    /** Whether the file begins like BGZF; false too for a file that is shorter than a block header. */
    public static boolean looksLikeBgzf(Path file) {
        byte[] head = head(file, 16);
        return head.length == 16
                && head[0] == 0x1f
                && head[1] == (byte) 0x8b
                && head[2] == 8
                && (head[3] & 4) != 0
                && head[12] == 'B'
                && head[13] == 'C';
    }

    /** Whether the file begins like gzip of any kind. */
    public static boolean looksLikeGzip(Path file) {
        byte[] head = head(file, 2);
        return head.length == 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    /** Walks the file with the usual cap on its expanded size. */
    public static Extent check(Path file) {
        return check(file, ReadLimits.EXPANDED_BYTES);
    }

    /**
     * Walks the file.
     *
     * @throws FormatException naming the byte offset when it is not whole, or would expand to more than the cap
     */
    public static Extent check(Path file, long expandedBytesCap) {
        FileAccess.requireReadable(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long fileBytes = channel.size();
            if (fileBytes == 0) {
                throw BgzfBlock.wrong(file, 0, "a BGZF block", "an empty file");
            }
            long blocks = 0;
            long expanded = 0;
            long offset = 0;
            while (offset < fileBytes) {
                BgzfBlock block = BgzfBlock.at(file, channel, offset, fileBytes);
                expanded += expandedBytes(file, channel, block);
                if (expanded > expandedBytesCap) {
                    throw BgzfBlock.wrong(
                            file, offset, "at most " + expandedBytesCap + " bytes when expanded", "more than that");
                }
                offset = block.end();
                blocks++;
            }
            requireEndMarker(file, channel, fileBytes);
            return new Extent(blocks, fileBytes, expanded);
        } catch (IOException failure) {
            throw FileAccess.failure(file, failure);
        }
    }

    private static int expandedBytes(Path file, FileChannel channel, BgzfBlock block) throws IOException {
        int expanded = BgzfBlock.read(channel, block.end() - 4, 4).getInt(0);
        if (expanded < 0 || expanded > BgzfBlock.MAX_BYTES) {
            throw BgzfBlock.wrong(
                    file,
                    block.offset(),
                    "a BGZF block that expands to at most " + BgzfBlock.MAX_BYTES + " bytes",
                    "one of " + Integer.toUnsignedString(expanded));
        }
        return expanded;
    }

    private static void requireEndMarker(Path file, FileChannel channel, long fileBytes) throws IOException {
        int length = BgzfBlock.END_MARKER.length;
        boolean present = fileBytes >= length;
        if (present) {
            ByteBuffer tail = BgzfBlock.read(channel, fileBytes - length, length);
            present = Arrays.equals(tail.array(), BgzfBlock.END_MARKER);
        }
        if (!present) {
            throw BgzfBlock.wrong(
                    file, fileBytes, "the BGZF end marker", "the end of the file without it (the file is truncated)");
        }
    }

    private static byte[] head(Path file, int bytes) {
        FileAccess.requireReadable(file);
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        } catch (IOException failure) {
            throw FileAccess.failure(file, failure);
        }
    }
}
