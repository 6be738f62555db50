package org.marrow.io.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.io.guard.BgzfInput;
import org.marrow.io.guard.GuardedRead;
import org.marrow.io.guard.LineReader;
import org.marrow.io.guard.ReadLimits;

/**
 * A BCF 2.1 or 2.2 file (VCF 4.3 specification, section 6), each record turned into the VCF line that it stands for, so that one
 * set of rules holds for both. Lengths are checked before memory is taken.
 */
final class BcfLines implements VcfReader.VcfLines {
    private static final int MAGIC_BYTES = 5;
    private static final int SHORTEST_SHARED = 24;

    private final Path file;
    private final BgzfInput in;
    private List<String> strings = List.of();
    private List<String> contigs = List.of();
    private @Nullable VcfHeader header;
    private long record;

    private BcfLines(Path file, BgzfInput in) {
        this.file = file;
        this.in = in;
    }

    static BcfLines open(Path file) {
        return new BcfLines(file, BgzfInput.open(file));
    }

    @Override
    public VcfHeader readHeader(Consumer<String> headerLines) {
        String text = GuardedRead.read(file, in::location, "a BCF header", this::headerText);
        try (LineReader lines = textLines(text)) {
            VcfHeader read = VcfReader.HeaderLines.read(lines, headerLines);
            if (lines.next() != null) {
                throw new FormatException(file, lines.location(), "the end of the header after #CHROM", "another line");
            }
            BcfDictionary dictionary = BcfDictionary.of(file, text);
            strings = dictionary.strings();
            contigs = dictionary.contigs();
            header = read;
            return read;
        }
    }

    @Override
    public @Nullable String next() {
        return GuardedRead.read(file, () -> place(record), "a BCF record", this::readRecord)
                .orElse(null);
    }

    @Override
    public VcfLine place() {
        return VcfLine.ofBcfRecord(file, Math.max(record, 1));
    }

    @Override
    public void close() {
        GuardedRead.run(file, "a file that can be closed", in::close);
    }

    private String headerText() throws IOException {
        byte[] magic = in.readNBytes(MAGIC_BYTES);
        boolean known = magic.length == MAGIC_BYTES && magic[3] == 2 && (magic[4] == 1 || magic[4] == 2);
        if (!known) {
            throw new FormatException(file, Location.whole(), "BCF version 2.1 or 2.2", "another version");
        }
        byte[] lengthBytes = in.readNBytes(4);
        int length = lengthBytes.length < 4
                ? -1
                : ByteBuffer.wrap(lengthBytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 1 || length > ReadLimits.HEADER_BYTES) {
            throw new FormatException(
                    file,
                    Location.whole(),
                    "a header length (l_text) from 1 to " + ReadLimits.HEADER_BYTES,
                    Integer.toUnsignedString(length));
        }
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw new FormatException(
                    file, Location.whole(), "a header of " + length + " bytes", text.length + " bytes");
        }
        int end = length;
        while (end > 0 && text[end - 1] == 0) {
            end--;
        }
        return new String(text, 0, end, UTF_8);
    }

    private LineReader textLines(String text) {
        return LineReader.of(file, new ByteArrayInputStream(text.getBytes(UTF_8)), ReadLimits.LINE_BYTES);
    }

    private Optional<String> readRecord() throws IOException {
        byte[] lengths = in.readNBytes(8);
        if (lengths.length == 0) {
            return Optional.empty();
        }
        record++;
        if (lengths.length < 8) {
            throw wrong("the lengths of a record", "the end of the file");
        }
        ByteBuffer both = ByteBuffer.wrap(lengths).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer shared = block("l_shared", both.getInt(0));
        ByteBuffer samples = block("l_indiv", both.getInt(4));
        if (shared.remaining() < SHORTEST_SHARED) {
            throw wrong("l_shared of at least " + SHORTEST_SHARED, String.valueOf(shared.remaining()));
        }
        return Optional.of(line(shared, samples));
    }

    private ByteBuffer block(String name, int length) throws IOException {
        if (length < 0 || length > ReadLimits.RECORD_BYTES) {
            throw wrong(name + " from 0 to " + ReadLimits.RECORD_BYTES + " bytes", Integer.toUnsignedString(length));
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw wrong("a record of " + name + " " + length + " bytes", "the end of the file");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String line(ByteBuffer shared, ByteBuffer samples) {
        VcfHeader known = requireNonNull(header, "the header is read first");
        int contig = shared.getInt();
        int position = shared.getInt() + 1;
        shared.getInt();
        String quality = BcfValue.floatText(shared.getInt());
        int alleleAndInfo = shared.getInt();
        int sampleAndFormat = shared.getInt();
        int alleleCount = alleleAndInfo >>> 16;
        int infoCount = alleleAndInfo & 0xffff;
        int formatCount = sampleAndFormat >>> 24;
        int sampleCount = sampleAndFormat & 0xffffff;
        if (sampleCount != known.samples().size() && (sampleCount > 0 || formatCount > 0)) {
            throw wrong(known.samples().size() + " samples, as the header names them", String.valueOf(sampleCount));
        }
        StringBuilder line = new StringBuilder();
        line.append(entry("contig", contigs, contig))
                .append('\t')
                .append(position)
                .append('\t');
        line.append(orDot(BcfValue.read(shared).text())).append('\t');
        line.append(alleles(shared, alleleCount)).append('\t');
        line.append(quality).append('\t');
        line.append(filters(BcfValue.read(shared))).append('\t');
        line.append(info(shared, infoCount, known));
        if (known.hasGenotypes()) {
            line.append('\t')
                    .append(genotypes(
                            samples, formatCount, sampleCount, known.samples().size()));
        }
        requireConsumed("the shared part", shared);
        requireConsumed("the samples' part", samples);
        return line.toString();
    }

    private String alleles(ByteBuffer shared, int count) {
        if (count < 1) {
            throw wrong("at least one allele", "none");
        }
        StringBuilder text = new StringBuilder(BcfValue.read(shared).text()).append('\t');
        for (int i = 1; i < count; i++) {
            text.append(i > 1 ? "," : "").append(BcfValue.read(shared).text());
        }
        return count == 1 ? text.append('.').toString() : text.toString();
    }

    private String filters(BcfValue value) {
        List<String> names = new ArrayList<>();
        for (int index : value.integers()) {
            names.add(entry("FILTER", strings, index));
        }
        return names.isEmpty() ? "." : String.join(";", names);
    }

    private String info(ByteBuffer shared, int count, VcfHeader known) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String key = entry("INFO", strings, BcfValue.read(shared).integer());
            BcfValue value = BcfValue.read(shared);
            text.append(i > 0 ? ";" : "").append(key);
            boolean isFlag = known.infoField(key)
                    .map(field -> field.type() == FieldType.FLAG)
                    .orElse(false);
            if (!isFlag) {
                text.append('=').append(orDot(value.text()));
            }
        }
        return orDot(text.toString());
    }

    private String genotypes(ByteBuffer samples, int formatCount, int sampleCount, int expected) {
        List<String> keys = new ArrayList<>();
        List<List<String>> columns = new ArrayList<>();
        for (int f = 0; f < formatCount; f++) {
            String key = entry("FORMAT", strings, BcfValue.read(samples).integer());
            keys.add(key);
            columns.add(BcfValue.readSamples(samples, sampleCount, key.equals("GT")));
        }
        StringBuilder text = new StringBuilder(keys.isEmpty() ? "." : String.join(":", keys));
        for (int s = 0; s < expected; s++) {
            text.append('\t');
            for (int f = 0; f < columns.size(); f++) {
                text.append(f > 0 ? ":" : "").append(orDot(columns.get(f).get(s)));
            }
            if (columns.isEmpty()) {
                text.append('.');
            }
        }
        return text.toString();
    }

    private void requireConsumed(String part, ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            throw wrong("the end of " + part + " of the record", bytes.remaining() + " bytes more");
        }
    }

    private String entry(String kind, List<String> dictionary, int index) {
        if (index < 0 || index >= dictionary.size() || dictionary.get(index).isEmpty()) {
            throw wrong("a " + kind + " of the header", "number " + index);
        }
        return dictionary.get(index);
    }

    private static String orDot(String text) {
        return text.isEmpty() ? "." : text;
    }

    private Location place(long number) {
        return Location.record(Math.max(number, 1));
    }

    private FormatException wrong(String expected, String found) {
        return new FormatException(file, place(record), expected, found);
    }
}
