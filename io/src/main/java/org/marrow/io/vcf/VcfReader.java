package org.marrow.io.vcf;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.io.guard.BgzfGuard;
import org.marrow.io.guard.GuardedRead;
import org.marrow.io.guard.LineReader;
import org.marrow.io.guard.ReadLimits;

/** One pass over a VCF or BCF file: the header, then checked records in their order. */
final class VcfReader implements AutoCloseable {
    private final VcfLines lines;
    private final VcfHeader header;
    private final VcfRecordParser parser;
    private final RecordOrder order;
    private final List<String> headerLines;
    private String line = "";

    private VcfReader(VcfLines lines, VcfHeader header, List<String> headerLines) {
        this.lines = lines;
        this.header = header;
        this.headerLines = List.copyOf(headerLines);
        this.parser = new VcfRecordParser(header);
        this.order = new RecordOrder(header.version());
    }

    /** Opens a file and reads its header. */
    static VcfReader open(Path file) {
        VcfLines lines =
                isBcf(file) ? BcfLines.open(file) : new TextLines(LineReader.open(file), BgzfGuard.looksLikeGzip(file));
        try {
            List<String> headerLines = new ArrayList<>();
            VcfHeader header = lines.readHeader(headerLines::add);
            return new VcfReader(lines, header, headerLines);
        } catch (RuntimeException failure) {
            lines.close();
            throw failure;
        }
    }

    VcfHeader header() {
        return header;
    }

    /** The header as it stands, the line of columns last. */
    List<String> headerLines() {
        return headerLines;
    }

    /** The record that {@link #next()} gave last, as it stands. */
    String line() {
        return line;
    }

    /** The next record; null after the last. */
    @Nullable
    VcfRecord next() {
        String text = lines.next();
        if (text == null) {
            return null;
        }
        line = text;
        VcfRecord record = parser.parse(lines.place(), line);
        order.accept(record);
        return record;
    }

    @Override
    public void close() {
        lines.close();
    }

    /** Looks at the first bytes, so that a file of another format is called by its name. */
    private static boolean isBcf(Path file) {
        byte[] head = GuardedRead.read(file, "a VCF or BCF file", () -> {
            try (InputStream in = LineReader.openBytes(file)) {
                return in.readNBytes(4);
            }
        });
        if (head.length >= 3 && head[0] == 'B' && head[1] == 'C' && head[2] == 'F') {
            if (!BgzfGuard.looksLikeBgzf(file)) {
                throw new FormatException(
                        file,
                        Location.whole(),
                        "BCF within BGZF, whose end marker shows that it is whole",
                        "BCF without compression");
            }
            return true;
        }
        for (byte b : head) {
            if (b >= 0 && b < '\t') {
                throw new FormatException(file, Location.whole(), "a VCF file, which is text, or BCF", describe(head));
            }
        }
        return false;
    }

    private static String describe(byte[] head) {
        boolean isBam = head.length == 4 && head[0] == 'B' && head[1] == 'A' && head[2] == 'M';
        return isBam ? "a BAM file" : "a binary file of another kind";
    }

    /** Header and records as text, wherever they come from. */
    interface VcfLines extends AutoCloseable {
        /** Reads the header and gives its lines as they stand. */
        VcfHeader readHeader(Consumer<String> lines);

        /** The next record as a line; null after the last. */
        @Nullable
        String next();

        /** The place of the record that {@link #next()} gave last. */
        VcfLine place();

        @Override
        void close();
    }

    /** A text file. */
    private static final class TextLines implements VcfLines {
        private final LineReader reader;
        private final boolean compressed;
        private boolean mustEndLines = true;

        TextLines(LineReader reader, boolean compressed) {
            this.reader = reader;
            this.compressed = compressed;
        }

        @Override
        public VcfHeader readHeader(Consumer<String> lines) {
            VcfHeader header = HeaderLines.read(reader, lines);
            // A plain text that was cut short looks like a shorter one; its last line end is all that tells. Compressed
            // files
            // tell by themselves, and from VCF 4.4 on the last line may lack its end.
            mustEndLines = !compressed && header.version().minor() <= 3;
            requireLineEnd();
            return header;
        }

        @Override
        public @Nullable String next() {
            String line = reader.next();
            if (line == null) {
                return null;
            }
            if (line.isEmpty()) {
                return blankToTheEnd();
            }
            requireLineEnd();
            return line;
        }

        private void requireLineEnd() {
            if (mustEndLines && !reader.lastLineEnded()) {
                throw place().wrong("a line end after the last line", "the end of the file (it may be truncated)");
            }
        }

        private @Nullable String blankToTheEnd() {
            VcfLine blank = place();
            String line = reader.next();
            while (line != null) {
                if (!line.isEmpty()) {
                    throw blank.wrong("a record", "a blank line");
                }
                line = reader.next();
            }
            return null;
        }

        @Override
        public VcfLine place() {
            return VcfLine.ofText(reader.file(), Math.max(reader.lineNumber(), 1));
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** Reads header lines from a whole VCF file or from the text of a BCF header. */
    static final class HeaderLines {
        private HeaderLines() {}

        static VcfHeader read(LineReader reader, Consumer<String> lines) {
            String line = reader.next();
            if (line == null) {
                throw place(reader).wrong("##fileformat=VCFv4.0 to VCFv4.5 as the first line", "an empty file");
            }
            VcfHeaderParser parser = new VcfHeaderParser(place(reader), line);
            lines.accept(line);
            while (true) {
                line = reader.next();
                if (line == null) {
                    throw place(reader).wrong("the line that begins with #CHROM", "the end of the file");
                }
                if (reader.lineNumber() > ReadLimits.HEADER_LINES) {
                    throw place(reader).wrong("at most " + ReadLimits.HEADER_LINES + " header lines", "more");
                }
                lines.accept(line);
                if (!line.startsWith("##")) {
                    return parser.columns(place(reader), line);
                }
                parser.meta(place(reader), line);
            }
        }

        private static VcfLine place(LineReader reader) {
            return VcfLine.ofText(reader.file(), Math.max(reader.lineNumber(), 1));
        }
    }
}
