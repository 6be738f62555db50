package org.marrow.io.fasta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.io.guard.GuardedRead;
import org.marrow.io.guard.LineReader;
import org.marrow.io.guard.ReadLimits;

/** Where each sequence of a FASTA file lies, as samtools' {@code .fai} has it, read from there or from the FASTA itself. */
final class FastaIndex {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_NAME_LINE = 1 << 16;

    private FastaIndex() {}

    /**
     * One sequence.
     *
     * @param length in bases, from 1
     * @param offset of the first base in the file
     * @param lineBases bases of every line but the last
     * @param lineBytes the same with the line's end
     */
    record Entry(String name, int length, long offset, int lineBases, int lineBytes) {

        /** Where a base lies in the file; {@code position} from 0. */
        long offsetOf(int position) {
            return offset + (long) (position / lineBases) * lineBytes + position % lineBases;
        }

        /** One past the last base. */
        long end() {
            return offsetOf(length - 1) + 1;
        }
    }

    /**
     * Reads the {@code .fai} beside a file; empty when there is none, when it is older than the file, or when what it says does
     * not fit the file.
     */
    static Optional<Map<String, Entry>> beside(Path fasta, FileChannel channel) {
        Path fai = fasta.resolveSibling(fasta.getFileName() + ".fai");
        if (!Files.isRegularFile(fai)) {
            return Optional.empty();
        }
        boolean older = GuardedRead.read(
                fai,
                "a time of change",
                () -> Files.getLastModifiedTime(fai).compareTo(Files.getLastModifiedTime(fasta)) < 0);
        if (older) {
            return Optional.empty();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (LineReader lines = LineReader.open(fai)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Entry entry = parse(line);
                if (entry == null || entries.put(entry.name(), entry) != null || !fits(fasta, channel, entry)) {
                    return Optional.empty();
                }
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    private static @Nullable Entry parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length < 5 || columns[0].isEmpty()) {
            return null;
        }
        for (int i = 1; i < 5; i++) {
            if (!columns[i].matches("[0-9]{1,15}")) {
                return null;
            }
        }
        long length = Long.parseLong(columns[1]);
        long lineBases = Long.parseLong(columns[3]);
        long lineBytes = Long.parseLong(columns[4]);
        boolean valid = length >= 1
                && length <= Integer.MAX_VALUE
                && lineBases >= 1
                && lineBytes >= lineBases
                && lineBytes <= lineBases + 2
                && lineBytes <= Integer.MAX_VALUE;
        return valid
                ? new Entry(columns[0], (int) length, Long.parseLong(columns[2]), (int) lineBases, (int) lineBytes)
                : null;
    }

    /** Whether the name line lies before the sequence, and the next name line or the end of the file after it. */
    private static boolean fits(Path fasta, FileChannel channel, Entry entry) {
        return GuardedRead.read(fasta, "a FASTA file", () -> {
            long size = channel.size();
            if (entry.offset() < 2 || entry.end() > size) {
                return false;
            }
            int before = (int) Math.min(entry.offset(), LONGEST_NAME_LINE);
            String text = new String(read(channel, entry.offset() - before, before), UTF_8);
            int start = text.lastIndexOf('\n', text.length() - 2) + 1;
            boolean named =
                    text.endsWith("\n") && nameOf(text.substring(start).strip()).equals(entry.name());
            String after = new String(read(channel, entry.end(), (int) Math.min(3, size - entry.end())), UTF_8);
            String next = after.replaceFirst("^\r?\n", "");
            boolean ended =
                    after.isEmpty() || next.length() < after.length() && (next.isEmpty() || next.startsWith(">"));
            return named && ended;
        });
    }

    private static byte[] read(FileChannel channel, long offset, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
            // Until the buffer is full or the file ends.
        }
        return buffer.array();
    }

    /** {@code chr1} of {@code >chr1 description}; empty for what is no name line. */
    static String nameOf(String line) {
        return line.startsWith(">") ? line.substring(1).split("\\s", 2)[0] : "";
    }

    /** Reads the whole file, checking every base. */
    static Map<String, Entry> scan(Path fasta) {
        return GuardedRead.read(fasta, "a FASTA file", () -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(fasta), BUFFER_BYTES)) {
                return new Scan(fasta, in).entries();
            }
        });
    }

    /** One reading of a FASTA file, byte by byte. */
    private static final class Scan {
        private final Path fasta;
        private final InputStream in;
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private long offset;
        private long lineNumber;

        /** The sequence being read; empty before the first. */
        private String name = "";

        private long sequenceOffset;
        private long length;
        private int lineBases;
        private int lineBytes;

        /** After a line shorter than the first one, or a blank one, the sequence must be over. */
        private boolean lastLineSeen;

        Scan(Path fasta, InputStream in) {
            this.fasta = fasta;
            this.in = in;
        }

        Map<String, Entry> entries() throws IOException {
            int first = in.read();
            while (first >= 0) {
                lineNumber++;
                first = first == '>' ? nameLine() : basesLine(first);
            }
            finish();
            if (entries.isEmpty()) {
                throw wrong("a sequence, which begins with >", "an empty file");
            }
            return entries;
        }

        private int nameLine() throws IOException {
            finish();
            StringBuilder line = new StringBuilder(">");
            offset++;
            int c = in.read();
            while (c >= 0 && c != '\n') {
                offset++;
                if (line.length() >= LONGEST_NAME_LINE) {
                    throw wrong("a name line of at most " + LONGEST_NAME_LINE + " bytes", "a longer one");
                }
                line.append((char) c);
                c = in.read();
            }
            offset++;
            name = nameOf(line.toString().strip());
            if (name.isEmpty()) {
                throw wrong("a name after >", "none");
            }
            if (entries.containsKey(name)) {
                throw wrong("each sequence once", name + " twice");
            }
            sequenceOffset = offset;
            length = 0;
            lastLineSeen = false;
            return in.read();
        }

        private int basesLine(int first) throws IOException {
            if (name.isEmpty()) {
                throw wrong("a name line, which begins with >", "another line");
            }
            int bases = 0;
            int ending = 0;
            int c = first;
            while (c >= 0 && c != '\n') {
                if (c == '\r' && ending == 0) {
                    ending = 1;
                } else if (isBase(c) && ending == 0) {
                    bases = Math.addExact(bases, 1);
                } else {
                    throw wrong("bases as letters, * or -", "byte " + c);
                }
                c = in.read();
            }
            boolean ended = c == '\n';
            offset += bases + ending + (ended ? 1 : 0);
            if (bases == 0) {
                lastLineSeen = true;
                return in.read();
            }
            if (lastLineSeen) {
                throw wrong("lines of equal length within a sequence, but for the last", "a line after a shorter one");
            }
            if (length == 0) {
                lineBases = bases;
                lineBytes = bases + ending + 1;
            } else if (bases > lineBases) {
                throw wrong("a line of " + lineBases + " bases", bases + " bases");
            }
            lastLineSeen = bases < lineBases || bases + ending + 1 != lineBytes;
            length += bases;
            if (length > Integer.MAX_VALUE) {
                throw wrong("a sequence of at most " + Integer.MAX_VALUE + " bases", "a longer one");
            }
            return ended ? in.read() : -1;
        }

        private void finish() {
            if (name.isEmpty()) {
                return;
            }
            if (length == 0) {
                throw wrong("bases of " + name, "none");
            }
            entries.put(name, new Entry(name, (int) length, sequenceOffset, lineBases, lineBytes));
            if (entries.size() > ReadLimits.CONTIGS) {
                throw wrong("at most " + ReadLimits.CONTIGS + " sequences", "more");
            }
        }

        private FormatException wrong(String expected, String found) {
            return new FormatException(fasta, Location.line(Math.max(lineNumber, 1)), expected, found);
        }
    }

    static boolean isBase(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '*' || c == '-';
    }
}
