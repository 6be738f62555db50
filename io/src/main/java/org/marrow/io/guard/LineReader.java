package org.marrow.io.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/**
 * Lines of a UTF-8 text file, plain, gzip or BGZF, told apart by their first bytes. A line ends with {@code \n} or
 * {@code \r\n}; the last may lack it. A byte-order mark before the first line is passed over.
 *
 * <p>Compressed files must be whole ({@link BgzfGuard}, {@link GzipInput}). A line that is too long or not UTF-8 is refused with
 * a {@link FormatException} that names it.
 */
public final class LineReader implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Path file;
    private final InputStream in;
    private final int lineBytesCap;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private byte[] pending = new byte[1024];
    private int pendingBytes;
    private long lineNumber;
    private boolean lastLineEnded = true;

    private LineReader(Path file, InputStream in, int lineBytesCap) {
        this.file = file;
        this.in = in;
        this.lineBytesCap = lineBytesCap;
    }

    /** Opens a file with the usual cap on its lines. */
    public static LineReader open(Path file) {
        return open(file, ReadLimits.LINE_BYTES);
    }

    /** Opens a file whose lines may have {@code lineBytesCap} bytes. */
    public static LineReader open(Path file, int lineBytesCap) {
        return new LineReader(file, openBytes(file), lineBytesCap);
    }

    /** Lines of a stream that is a part of {@code file}; the reader closes it. */
    public static LineReader of(Path file, InputStream in, int lineBytesCap) {
        return new LineReader(file, in, lineBytesCap);
    }

    /** The content of a file that may be compressed with gzip or BGZF. */
    public static InputStream openBytes(Path file) {
        FileAccess.requireReadable(file);
        if (BgzfGuard.looksLikeBgzf(file)) {
            return BgzfInput.open(file);
        }
        if (BgzfGuard.looksLikeGzip(file)) {
            return GzipInput.open(file);
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException failure) {
            throw FileAccess.failure(file, failure);
        }
    }

    /** The next line without its end; null after the last. */
    public @Nullable String next() {
        pendingBytes = 0;
        boolean any = false;
        while (true) {
            if (position == limit && !fill()) {
                if (!any) {
                    return null;
                }
                lastLineEnded = false;
                return finish();
            }
            if (!any) {
                any = true;
                lineNumber++;
            }
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            append(position, end);
            if (end < limit) {
                position = end + 1;
                return finish();
            }
            position = end;
        }
    }

    /** The number of the line that {@link #next()} gave last, from 1. */
    public long lineNumber() {
        return lineNumber;
    }

    /** The place of the line that {@link #next()} gave last. */
    public Location location() {
        return Location.line(Math.max(lineNumber, 1));
    }

    /** False when the last line of the file was given and had no line end. */
    public boolean lastLineEnded() {
        return lastLineEnded;
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException failure) {
            throw FileAccess.failure(file, failure);
        }
    }

    private void append(int from, int to) {
        int length = to - from;
        if (pendingBytes + (long) length > lineBytesCap) {
            throw new FormatException(file, location(), "a line of at most " + lineBytesCap + " bytes", "a longer one");
        }
        if (pendingBytes + length > pending.length) {
            pending =
                    Arrays.copyOf(pending, Math.max(pendingBytes + length, Math.min(2 * pending.length, lineBytesCap)));
        }
        System.arraycopy(buffer, from, pending, pendingBytes, length);
        pendingBytes += length;
    }

    private String finish() {
        int from = 0;
        int length = pendingBytes;
        if (length > 0 && pending[length - 1] == '\r') {
            length--;
        }
        if (lineNumber == 1 && length >= 3 && Arrays.equals(pending, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            from = 3;
        }
        if (isAscii(from, length)) {
            return new String(pending, from, length - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(pending, from, length - from))
                    .toString();
        } catch (CharacterCodingException failure) {
            throw new FormatException(file, location(), "UTF-8 text", "bytes that are not", failure);
        }
    }

    private boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (pending[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() {
        try {
            int n = in.read(buffer);
            position = 0;
            limit = Math.max(n, 0);
            return n > 0;
        } catch (IOException failure) {
            throw FileAccess.failure(file, failure);
        }
    }
}
