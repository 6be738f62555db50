package org.marrow.io.fasta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ChromosomeLengths;
import org.marrow.io.guard.BgzfGuard;
import org.marrow.io.guard.FileAccess;
import org.marrow.io.guard.GuardedRead;

/**
 * Sequences of a FASTA file without compression. Its {@code .fai} is used when it is there, not older than the file, and every
 * sequence lies where it says; otherwise the file is read once and the index kept in memory. Bases are letters, {@code *} and
 * {@code -}; they are given in upper case.
 *
 * <p>Several threads may read at once.
 */
public final class FastaSource implements ReferenceSource {
    private final Path file;
    private final FileChannel channel;
    private final Map<String, FastaIndex.Entry> entries;

    private FastaSource(Path file, FileChannel channel, Map<String, FastaIndex.Entry> entries) {
        this.file = file;
        this.channel = channel;
        this.entries = entries;
    }

    /**
     * Opens a file.
     *
     * @throws FormatException when it is no FASTA file
     * @throws UserException with code ACCESS when it cannot be read
     */
    public static FastaSource open(Path file) {
        FileAccess.requireReadable(file);
        if (BgzfGuard.looksLikeGzip(file)) {
            throw new FormatException(
                    file, Location.whole(), "FASTA without compression (gunzip takes it off)", "a compressed file");
        }
        FileChannel channel =
                GuardedRead.read(file, "a FASTA file", () -> FileChannel.open(file, StandardOpenOption.READ));
        try {
            Map<String, FastaIndex.Entry> entries =
                    FastaIndex.beside(file, channel).orElseGet(() -> FastaIndex.scan(file));
            return new FastaSource(file, channel, entries);
        } catch (RuntimeException failure) {
            GuardedRead.run(file, "a file that can be closed", channel::close);
            throw failure;
        }
    }

    /** Names and lengths in the file's order. */
    public List<ContigLength> contigs() {
        return entries.values().stream()
                .map(entry -> new ContigLength(entry.name(), entry.length()))
                .toList();
    }

    /** The assembly, by the lengths of the contigs; OTHER for targets. */
    public Assembly assembly() {
        Map<String, Long> lengths = new HashMap<>();
        entries.values().forEach(entry -> lengths.put(entry.name(), (long) entry.length()));
        try {
            return ChromosomeLengths.identify(lengths);
        } catch (InvalidValueException contradiction) {
            throw new FormatException(
                    file, Location.whole(), "sequences of one assembly", contradiction.found(), contradiction);
        }
    }

    @Override
    public boolean contains(String contig) {
        return entries.containsKey(contig);
    }

    /** @throws UserException with code MISMATCH when there is no such contig */
    @Override
    public int length(String contig) {
        return entry(contig).length();
    }

    /**
     * @throws UserException with code MISMATCH when there is no such contig
     * @throws InvalidValueException when the region does not lie on it
     * @throws FormatException when something else than bases lies there
     */
    @Override
    public String bases(String contig, int start, int end) {
        FastaIndex.Entry entry = entry(contig);
        InvalidValueException.check(
                start >= 1 && start <= end && end <= entry.length(),
                "region",
                contig + ":" + start + "-" + end,
                "a region within " + contig + ":1-" + entry.length());
        long from = entry.offsetOf(start - 1);
        long bytes = entry.offsetOf(end - 1) + 1 - from;
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new InvalidValueException("region", contig + ":" + start + "-" + end, "a region below 2 GiB");
        }
        byte[] raw = GuardedRead.read(file, () -> Location.offset(from), "bases", () -> read(from, (int) bytes));
        return withoutLineEnds(entry, start - 1, end - start + 1, from, raw);
    }

    private FastaIndex.Entry entry(String contig) {
        FastaIndex.Entry entry = entries.get(contig);
        if (entry == null) {
            throw new UserException(
                    ErrorCode.MISMATCH, file + ": expected the sequence " + contig + ", found a file without it");
        }
        return entry;
    }

    private byte[] read(long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new FormatException(
                        file, Location.offset(from), bytes + " bytes", "the end of the file (truncated)");
            }
        }
        return buffer.array();
    }

    private String withoutLineEnds(FastaIndex.Entry entry, int position, int count, long from, byte[] raw) {
        byte[] bases = new byte[count];
        int at = 0;
        int column = position % entry.lineBases();
        for (int i = 0; i < raw.length; i++) {
            boolean inLine = column < entry.lineBases();
            boolean valid = inLine ? FastaIndex.isBase(raw[i]) : raw[i] == '\n' || raw[i] == '\r';
            if (!valid) {
                throw new FormatException(
                        file,
                        Location.offset(from + i),
                        inLine ? "a base" : "the end of a line",
                        "byte " + (raw[i] & 0xff));
            }
            if (inLine) {
                bases[at++] = raw[i];
            }
            column = column + 1 == entry.lineBytes() ? 0 : column + 1;
        }
        return new String(bases, ISO_8859_1).toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() {
        GuardedRead.run(file, "a file that can be closed", channel::close);
    }
}
