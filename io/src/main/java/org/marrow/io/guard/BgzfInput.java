package org.marrow.io.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/**
 * The content of a BGZF file, each block checked against its CRC and its length before a byte of it is given out. The file is
 * walked with {@link BgzfGuard} first. Places are virtual offsets as indexes hold them: the block's offset times 65,536 plus the
 * place within the inflated block.
 *
 * <p>Reading throws {@link FormatException} with the offset of the block in the file.
 */
public final class BgzfInput extends InputStream {
    private static final int OFFSET_BITS = 16;

    private final Path file;
    private final FileChannel channel;
    private final long fileBytes;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] content = new byte[BgzfBlock.MAX_BYTES];
    private long blockOffset;
    private long nextBlockOffset;
    private int position;
    private int limit;

    private BgzfInput(Path file, FileChannel channel, long fileBytes) {
        this.file = file;
        this.channel = channel;
        this.fileBytes = fileBytes;
    }

    /** Opens a file after {@link BgzfGuard#check(Path)}. */
    public static BgzfInput open(Path file) {
        BgzfGuard.check(file);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new BgzfInput(file, channel, channel.size());
        } catch (IOException failure) {
            throw FileAccess.failure(file, failure);
        }
    }

    public Path file() {
        return file;
    }

    /** The virtual offset of the next byte. */
    public long virtualOffset() {
        if (position == limit) {
            return nextBlockOffset << OFFSET_BITS;
        }
        return blockOffset << OFFSET_BITS | position;
    }

    /** Where the next byte's block begins in the file, for messages. */
    public Location location() {
        return Location.offset(position == limit ? nextBlockOffset : blockOffset);
    }

    /**
     * Moves to a virtual offset.
     *
     * @throws FormatException when no block begins there or the block is shorter
     */
    public void seek(long virtualOffset) throws IOException {
        long block = virtualOffset >>> OFFSET_BITS;
        int within = (int) (virtualOffset & 0xffff);
        if (block > fileBytes || block == fileBytes && within > 0) {
            throw BgzfBlock.wrong(file, fileBytes, "a place within the file", "an offset of " + block);
        }
        position = 0;
        limit = 0;
        nextBlockOffset = block;
        if (within > 0) {
            readBlock();
            if (within > limit) {
                throw BgzfBlock.wrong(file, block, "a block of at least " + within + " bytes", "one of " + limit);
            }
            position = within;
        }
    }

    @Override
    public int read() throws IOException {
        return ensure() ? content[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!ensure()) {
            return -1;
        }
        int n = Math.min(length, limit - position);
        System.arraycopy(content, position, target, from, n);
        position += n;
        return n;
    }

    @Override
    public int available() {
        return limit - position;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        channel.close();
    }

    private boolean ensure() throws IOException {
        while (position == limit) {
            if (nextBlockOffset >= fileBytes) {
                return false;
            }
            readBlock();
        }
        return true;
    }

    private void readBlock() throws IOException {
        if (nextBlockOffset >= fileBytes) {
            throw BgzfBlock.wrong(file, fileBytes, "a BGZF block", "the end of the file");
        }
        BgzfBlock block = BgzfBlock.at(file, channel, nextBlockOffset, fileBytes);
        ByteBuffer bytes = BgzfBlock.read(channel, block.offset(), block.bytes());
        int trailer = block.bytes() - BgzfBlock.TRAILER_BYTES;
        if (bytes.limit() < block.bytes()) {
            throw BgzfBlock.wrong(
                    file, block.offset(), "a block of " + block.bytes() + " bytes", bytes.limit() + " bytes");
        }
        int expanded = inflate(block, bytes.array(), trailer - block.headerBytes());
        int stated = bytes.getInt(trailer + 4);
        if (expanded != stated) {
            throw BgzfBlock.wrong(
                    file,
                    block.offset(),
                    "a block that expands to " + Integer.toUnsignedString(stated) + " bytes, as it says",
                    expanded + " bytes");
        }
        crc.reset();
        crc.update(content, 0, expanded);
        if ((int) crc.getValue() != bytes.getInt(trailer)) {
            throw BgzfBlock.wrong(
                    file, block.offset(), "a block with the CRC that it states", "a block that is damaged");
        }
        blockOffset = block.offset();
        nextBlockOffset = block.end();
        position = 0;
        limit = expanded;
    }

    private int inflate(BgzfBlock block, byte[] bytes, int length) {
        inflater.reset();
        inflater.setInput(bytes, block.headerBytes(), length);
        try {
            int expanded = 0;
            while (!inflater.finished()) {
                int n = inflater.inflate(content, expanded, content.length - expanded);
                expanded += n;
                if (n == 0 && !inflater.finished()) {
                    break;
                }
            }
            if (!inflater.finished() || inflater.getRemaining() != 0) {
                throw BgzfBlock.wrong(
                        file, block.offset(), "deflate data that ends with its block", "data that ends elsewhere");
            }
            return expanded;
        } catch (DataFormatException failure) {
            throw new FormatException(file, Location.offset(block.offset()), "deflate data", "damaged data", failure);
        }
    }
}
