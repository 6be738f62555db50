package org.marrow.io.fastq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.read.SequencedRead;
import org.marrow.io.guard.BgzfGuard;
import org.marrow.io.guard.LineReader;

/**
 * Reads of a FASTQ file, plain, gzip or BGZF, one after the other. A record has four lines: {@code @name}, bases, {@code +}
 * (with the same name or without), and as many qualities of Phred+33. Bases are letters or dots; they are given in upper case, a
 * dot as N. Records over more lines are not read.
 *
 * <p>Errors name the line.
 */
public final class FastqSource implements AutoCloseable {
    private static final Pattern BASES = Pattern.compile("[A-Za-z.]*");
    private static final Pattern QUALITIES = Pattern.compile("[!-~]*");
    private static final int LONGEST_FOUND = 60;

    private final Path file;
    private final LineReader lines;
    private final boolean compressed;

    private FastqSource(Path file, LineReader lines, boolean compressed) {
        this.file = file;
        this.lines = lines;
        this.compressed = compressed;
    }

    /** Opens a file; the first record is read by {@link #next()}. */
    public static FastqSource open(Path file) {
        return new FastqSource(file, LineReader.open(file), BgzfGuard.looksLikeGzip(file));
    }

    /** The next read; null after the last. */
    public @Nullable SequencedRead next() {
        String header = lines.next();
        // A sample without reads gives a compressed file of nothing; a file of no bytes was never written to its end.
        if (header == null && lines.lineNumber() == 0 && !compressed) {
            throw wrong("a read", "an empty file");
        }
        if (header == null || header.isEmpty()) {
            requireEnd(header);
            return null;
        }
        if (!header.startsWith("@") || name(header).isEmpty()) {
            throw wrong("@ and the name of a read", header);
        }
        String name = name(header);
        String bases = line(name, "bases");
        if (!BASES.matcher(bases).matches()) {
            throw wrong("bases as letters or dots, in one line", bases);
        }
        String separator = line(name, "+");
        boolean repeats = separator.length() > 1;
        if (!separator.startsWith("+") || repeats && !separator.substring(1).equals(header.substring(1))) {
            throw wrong("+, or + and the name of the read", separator);
        }
        String qualities = line(name, "qualities");
        if (!QUALITIES.matcher(qualities).matches()) {
            throw wrong("qualities as characters from ! to ~", qualities);
        }
        if (qualities.length() != bases.length()) {
            throw wrong("one quality for each of " + bases.length() + " bases", qualities.length() + " qualities");
        }
        return new SequencedRead(name, toBases(bases), toPhred(qualities));
    }

    /** Gives every read that is left, in the file's order. */
    public void forEach(Consumer<SequencedRead> consumer) {
        for (SequencedRead read = next(); read != null; read = next()) {
            consumer.accept(read);
        }
    }

    /**
     * Gives the pairs of two files, record beside record.
     *
     * @throws FormatException when the names differ, {@code /1} and {@code /2} aside, or one file has more reads
     */
    public static void forEachPair(Path first, Path second, BiConsumer<SequencedRead, SequencedRead> consumer) {
        try (FastqSource left = open(first);
                FastqSource right = open(second)) {
            while (true) {
                SequencedRead one = left.next();
                SequencedRead other = right.next();
                if (one == null && other == null) {
                    return;
                }
                if (one == null || other == null) {
                    FastqSource shorter = one == null ? left : right;
                    throw shorter.wrong(
                            "as many reads as in " + (one == null ? second : first).getFileName(),
                            "the end of the file");
                }
                if (!template(one, "/1").equals(template(other, "/2"))) {
                    throw right.wrong("the mate of " + one.name(), other.name());
                }
                consumer.accept(one, other);
            }
        }
    }

    @Override
    public void close() {
        lines.close();
    }

    private static String template(SequencedRead read, String suffix) {
        String name = read.name();
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    private String line(String name, String what) {
        String line = lines.next();
        if (line == null) {
            throw wrong("the " + what + " of read " + name, "the end of the file (truncated)");
        }
        return line;
    }

    private void requireEnd(@Nullable String blank) {
        String line = blank;
        while (line != null) {
            if (!line.isEmpty()) {
                throw wrong("@ and the name of a read", "a blank line before more text");
            }
            line = lines.next();
        }
    }

    private static String name(String header) {
        return header.substring(1).split("\\s", 2)[0];
    }

    private static byte[] toBases(String text) {
        return text.toUpperCase(Locale.ROOT).replace('.', 'N').getBytes(ISO_8859_1);
    }

    private static byte[] toPhred(String text) {
        byte[] qualities = text.getBytes(ISO_8859_1);
        for (int i = 0; i < qualities.length; i++) {
            qualities[i] = (byte) (qualities[i] - '!');
        }
        return qualities;
    }

    private FormatException wrong(String expected, String found) {
        String printable = found.replaceAll("\\p{Cntrl}", " ");
        String shown = printable.length() <= LONGEST_FOUND ? printable : printable.substring(0, LONGEST_FOUND) + "...";
        return new FormatException(file, Location.line(Math.max(lines.lineNumber(), 1)), expected, shown);
    }
}
