package org.marrow.io.bam;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marrow.core.read.AlignedRead;
import org.marrow.io.guard.BgzfGuard;
import org.marrow.io.guard.LineReader;

/** A SAM file, plain or compressed. It has no index: each call reads it from its beginning. */
final class SamText implements AlignmentFile {
    private final Path file;
    private final SamHeader header;

    private SamText(Path file, SamHeader header) {
        this.file = file;
        this.header = header;
    }

    static SamText open(Path file) {
        try (Pass pass = new Pass(file)) {
            return new SamText(file, pass.header);
        }
    }

    @Override
    public SamHeader header() {
        return header;
    }

    @Override
    public boolean hasRegions() {
        return false;
    }

    @Override
    public void forEach(Consumer<AlignedRead> consumer) {
        try (Pass pass = new Pass(file)) {
            for (AlignedRead read = pass.next(); read != null; read = pass.next()) {
                consumer.accept(read);
            }
        }
    }

    @Override
    public void forEachOverlapping(Region region, Consumer<AlignedRead> consumer) {
        forEach(read -> {
            if (region.overlaps(read)) {
                consumer.accept(read);
            }
        });
    }

    @Override
    public void close() {
        // Every pass closes its own file.
    }

    /** One reading of the file from its beginning. */
    private static final class Pass implements AutoCloseable {
        private final LineReader reader;
        private final boolean mustEndLines;
        private final SamHeader header;
        private final SamRecordParser parser;
        private @Nullable String line;

        Pass(Path file) {
            reader = LineReader.open(file);
            // A plain text that was cut short looks like a shorter one; its last line end is all that tells.
            mustEndLines = !BgzfGuard.looksLikeGzip(file);
            try {
                header = readHeader();
                parser = new SamRecordParser(header);
            } catch (RuntimeException failure) {
                reader.close();
                throw failure;
            }
        }

        private SamHeader readHeader() {
            SamHeaderParser lines = new SamHeaderParser();
            line = readLine();
            if (line == null) {
                throw place().wrong("file", "a SAM header or alignment", "an empty file");
            }
            while (line != null && line.startsWith("@")) {
                lines.line(place(), line);
                line = readLine();
            }
            return lines.header();
        }

        @Nullable
        AlignedRead next() {
            String current = line;
            if (current == null) {
                return null;
            }
            AlignedRead read = parser.parse(place(), current);
            line = readLine();
            return read;
        }

        private @Nullable String readLine() {
            String next = reader.next();
            if (next != null && mustEndLines && !reader.lastLineEnded()) {
                throw place().wrong(
                                "line", "a line end after the last line", "the end of the file (it may be truncated)");
            }
            return next;
        }

        private SamLine place() {
            return SamLine.ofText(reader.file(), Math.max(reader.lineNumber(), 1));
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
