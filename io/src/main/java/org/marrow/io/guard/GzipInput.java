package org.marrow.io.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/**
 * The content of a gzip file of one or more members (RFC 1952). The JDK's own stream may stop after the first member
 * (JDK-7036144) and passes over garbage that follows the last; this one reads all members, checks each one's CRC and length,
 * and refuses everything else with a {@link FormatException} that names the offset in the compressed file.
 */
public final class GzipInput extends InputStream {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final Path file;
    private final InputStream in;
    private final long expandedBytesCap;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long consumed;
    private long expanded;
    private long memberExpanded;
    private boolean ended;

    private GzipInput(Path file, InputStream in, long expandedBytesCap) {
        this.file = file;
        this.in = in;
        this.expandedBytesCap = expandedBytesCap;
    }

    /** Opens a file with the usual cap on its expanded size. */
    public static GzipInput open(Path file) {
        return open(file, ReadLimits.EXPANDED_BYTES);
    }

    /** Opens a file that may expand to {@code expandedBytesCap} bytes. */
    public static GzipInput open(Path file, long expandedBytesCap) {
        FileAccess.requireReadable(file);
        try {
            GzipInput input = new GzipInput(file, Files.newInputStream(file), expandedBytesCap);
            try {
                input.readHeader();
            } catch (IOException | RuntimeException failure) {
                input.close();
                throw failure;
            }
            return input;
        } catch (IOException failure) {
            throw FileAccess.failure(file, failure);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int n = inflate(target, from, length);
            if (n > 0) {
                crc.update(target, from, n);
                memberExpanded += n;
                expanded += n;
                if (expanded > expandedBytesCap) {
                    throw wrong("at most " + expandedBytesCap + " bytes when expanded", "more than that", null);
                }
                return n;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsInput() && !fill()) {
                throw wrong("the rest of the gzip data", "the end of the file (truncated)", null);
            } else if (inflater.needsDictionary()) {
                throw wrong("gzip data", "data that needs a dictionary", null);
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] target, int from, int length) {
        inflater.setInput(buffer, position, limit - position);
        try {
            int n = inflater.inflate(target, from, length);
            position = limit - inflater.getRemaining();
            return n;
        } catch (DataFormatException failure) {
            throw wrong("deflate data", "damaged data", failure);
        }
    }

    private void endMember() throws IOException {
        long stated = int32();
        if (stated != crc.getValue()) {
            throw wrong("data with the CRC that the gzip trailer states", "data that is damaged", null);
        }
        stated = int32();
        if (stated != (memberExpanded & 0xffffffffL)) {
            throw wrong("data of the length that the gzip trailer states", "another length", null);
        }
        if (position == limit && !fill()) {
            ended = true;
        } else {
            readHeader();
        }
    }

    private void readHeader() throws IOException {
        if (octet() != 0x1f || octet() != 0x8b || octet() != 8) {
            throw wrong("a gzip header (1f 8b 08) or the end of the file", "other bytes", null);
        }
        int flags = octet();
        if ((flags & RESERVED) != 0) {
            throw wrong("a gzip header", "unknown flags " + flags, null);
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(octet() | octet() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        crc.reset();
        memberExpanded = 0;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            octet();
        }
    }

    private void skipText() throws IOException {
        int length = 0;
        while (octet() != 0) {
            if (++length > BUFFER_BYTES) {
                throw wrong("a gzip header", "a name of more than " + BUFFER_BYTES + " bytes", null);
            }
        }
    }

    private long int32() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (long) octet() << shift;
        }
        return value;
    }

    private int octet() throws IOException {
        if (position == limit && !fill()) {
            throw wrong("the rest of a gzip header or trailer", "the end of the file (truncated)", null);
        }
        return buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        consumed += limit;
        position = 0;
        limit = 0;
        int n = in.read(buffer);
        limit = Math.max(n, 0);
        return n > 0;
    }

    private FormatException wrong(String expected, String found, @Nullable Throwable cause) {
        return new FormatException(file, Location.offset(consumed + position), expected, found, cause);
    }
}
