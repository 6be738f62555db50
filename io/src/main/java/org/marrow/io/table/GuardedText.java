package org.marrow.io.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/**
 * UTF-8 text that refuses what is not UTF-8, what is longer than allowed, and control characters, naming the line. A byte
 * order mark at the beginning is skipped. The text always ends in a line break, so that a parser counts its lines right.
 */
final class GuardedText extends Reader {
    private static final int BLOCK = 8192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final InputStream bytes;
    private final TableLimits limits;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer encoded = ByteBuffer.allocate(BLOCK).limit(0);
    private final CharBuffer decoded = CharBuffer.allocate(BLOCK).limit(0);

    private long line = 1;
    private long charsOfRecord;
    private char last = '\n';
    private boolean atStart = true;
    private boolean bytesEnded;
    private boolean ended;
    private long bytesRead;

    GuardedText(Path file, InputStream bytes, TableLimits limits) {
        this.file = file;
        this.bytes = bytes;
        this.limits = limits;
    }

    /** Says that the parser has finished a record, so that the next one may be as long again. */
    void recordEnded() {
        charsOfRecord = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!decoded.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, decoded.remaining());
        decoded.get(target, offset, count);
        charsOfRecord += count;
        // The parser reads ahead by up to a block of the next record.
        if (charsOfRecord > limits.lineChars() + (long) 2 * BLOCK) {
            throw new RecordTooLong();
        }
        return count;
    }

    private void fill() throws IOException {
        decoded.clear();
        boolean more = decode();
        decoded.flip();
        if (atStart && decoded.hasRemaining()) {
            atStart = false;
            if (decoded.get(0) == BYTE_ORDER_MARK) {
                decoded.get();
            }
        }
        check(decoded);
        if (!more) {
            ended = true;
            if (last != '\n' && last != '\r') {
                decoded.compact();
                decoded.put('\n').flip();
            }
        }
    }

    /** Puts the next characters into {@link #decoded}; false when there are no more. */
    private boolean decode() throws IOException {
        // One place is kept for the line break that may be added at the end.
        decoded.limit(decoded.capacity() - 1);
        while (decoded.position() == 0) {
            CoderResult result = decoder.decode(encoded, decoded, bytesEnded);
            if (result.isError()) {
                throw notUtf8();
            }
            if (result.isOverflow()) {
                return true;
            }
            if (bytesEnded) {
                return false;
            }
            encoded.compact();
            int count = bytes.read(encoded.array(), encoded.position(), encoded.remaining());
            if (count < 0) {
                bytesEnded = true;
            } else {
                encoded.position(encoded.position() + count);
                bytesRead += count;
                if (bytesRead > limits.bytes()) {
                    throw new FormatException(
                            file,
                            Location.line(line),
                            "a table of at most " + limits.bytes() + " bytes after decompression",
                            "a larger one");
                }
            }
            encoded.flip();
        }
        return true;
    }

    private FormatException notUtf8() {
        check(decoded.duplicate().flip());
        int first = encoded.get(encoded.position()) & 0xff;
        boolean utf16 = line == 1 && decoded.position() == 0 && (first == 0xff || first == 0xfe);
        String found = utf16
                ? "UTF-16 text; save the file as UTF-8"
                : "the byte 0x%02x, which is not UTF-8; save the file as UTF-8".formatted(first);
        return new FormatException(file, Location.line(line), "UTF-8 text", found);
    }

    private void check(CharBuffer text) {
        for (int i = text.position(); i < text.limit(); i++) {
            char letter = text.get(i);
            if (letter == '\n') {
                if (last != '\r') {
                    line++;
                }
            } else if (letter == '\r') {
                line++;
            } else if (letter < ' ' && letter != '\t' || letter == 0x7f) {
                throw new FormatException(
                        file, Location.line(line), "text", "the control character 0x%02x".formatted((int) letter));
            }
            last = letter;
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** A record goes on beyond the limit; the parser's caller knows where it began. */
    static final class RecordTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
