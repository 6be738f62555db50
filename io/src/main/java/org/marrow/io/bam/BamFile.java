package org.marrow.io.bam;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.read.AlignedRead;
import org.marrow.io.guard.BgzfInput;
import org.marrow.io.guard.GuardedRead;
import org.marrow.io.guard.ReadLimits;

/**
 * A BAM file, by the SAM specification, section 4.2. Sizes are checked before memory is taken, every block against its CRC, and
 * where the header claims an order by coordinate, every record against the one before.
 */
final class BamFile implements AlignmentFile {
    private static final byte[] MAGIC = {'B', 'A', 'M', 1};
    private static final int LONGEST_NAME = 1 << 16;

    private final Path file;
    private final BgzfInput in;
    private final SamHeader header;
    private final long firstRecord;
    private final BamRecordDecoder decoder;
    private final Optional<BaiIndex> index;

    private BamFile(Path file, BgzfInput in, SamHeader header, long firstRecord) {
        this.file = file;
        this.in = in;
        this.header = header;
        this.firstRecord = firstRecord;
        this.decoder = new BamRecordDecoder(header.contigs());
        this.index = header.isSortedByCoordinate()
                ? BaiIndex.of(file, header.contigs().size())
                : Optional.empty();
        index.ifPresent(this::requireOwnIndex);
    }

    /**
     * An index of another file with the same contigs would hide reads without a word. Ours begins where the first placed read
     * does, and where it ends there is no placed read more.
     */
    private void requireOwnIndex(BaiIndex candidate) {
        AlignedRead first = new Pass(new BaiIndex.Chunk(firstRecord, Long.MAX_VALUE)).next();
        boolean placed = first != null && !first.contig().equals("*");
        Optional<BaiIndex.Chunk> extent = candidate.extent();
        boolean own;
        try {
            own = placed == extent.isPresent()
                    && extent.map(named -> named.begin() == firstRecord && endsAt(named.end()))
                            .orElse(true);
        } catch (FormatException noRecordThere) {
            own = false;
        }
        if (!own) {
            throw new FormatException(
                    candidate.path(),
                    Location.whole(),
                    "the index of " + file.getFileName() + " (samtools index makes it)",
                    "an index of another file, or a damaged one");
        }
    }

    private boolean endsAt(long virtualOffset) {
        AlignedRead next = new Pass(new BaiIndex.Chunk(virtualOffset, Long.MAX_VALUE)).next();
        return next == null || next.contig().equals("*");
    }

    static BamFile open(Path file) {
        BgzfInput in = BgzfInput.open(file);
        try {
            SamHeader header = GuardedRead.read(file, in::location, "a BAM header", () -> readHeader(file, in));
            return new BamFile(file, in, header, in.virtualOffset());
        } catch (RuntimeException failure) {
            GuardedRead.run(file, "a file that can be closed", in::close);
            throw failure;
        }
    }

    @Override
    public SamHeader header() {
        return header;
    }

    @Override
    public boolean hasRegions() {
        return index.isPresent();
    }

    @Override
    public void forEach(Consumer<AlignedRead> consumer) {
        Pass pass = new Pass(new BaiIndex.Chunk(firstRecord, Long.MAX_VALUE));
        for (AlignedRead read = pass.next(); read != null; read = pass.next()) {
            consumer.accept(read);
        }
    }

    @Override
    public void forEachOverlapping(Region region, Consumer<AlignedRead> consumer) {
        if (index.isEmpty()) {
            forEach(read -> {
                if (region.overlaps(read)) {
                    consumer.accept(read);
                }
            });
            return;
        }
        Predicate<AlignedRead> isPast = read -> !read.contig().equals(region.contig()) || read.start() > region.end();
        for (BaiIndex.Chunk chunk : index.get().chunks(region)) {
            Pass pass = new Pass(chunk);
            AlignedRead read = pass.next();
            while (read != null && !isPast.test(read)) {
                if (region.overlaps(read)) {
                    consumer.accept(read);
                }
                read = pass.next();
            }
        }
    }

    @Override
    public void close() {
        GuardedRead.run(file, "a file that can be closed", in::close);
    }

    private static SamHeader readHeader(Path file, BgzfInput in) throws IOException {
        SamLine place = new SamLine(file, in.location());
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw place.wrong("magic", "a BAM file, which begins with BAM", "another kind of BGZF file");
        }
        int textLength = int32(place, in, "l_text", 0, ReadLimits.HEADER_BYTES);
        SamHeader text = readText(file, new String(bytes(place, in, "text", textLength), UTF_8));
        int count = int32(place, in, "n_ref", 0, ReadLimits.CONTIGS);
        List<ContigLength> contigs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int nameLength = int32(place, in, "l_name", 2, LONGEST_NAME);
            byte[] name = bytes(place, in, "name", nameLength);
            if (name[nameLength - 1] != 0) {
                throw place.wrong("name", "a name that ends with byte 0", "another byte");
            }
            int length = int32(place, in, "l_ref", 1, Integer.MAX_VALUE);
            contigs.add(new ContigLength(new String(name, 0, nameLength - 1, ISO_8859_1), length));
        }
        if (!text.contigs().isEmpty() && !text.contigs().equals(contigs)) {
            throw place.wrong("n_ref", "the contigs of the @SQ lines, in their order", "others");
        }
        return new SamHeader(contigs, text.sortOrder(), text.sums(), text.samples());
    }

    private static SamHeader readText(Path file, String text) {
        SamHeaderParser lines = new SamHeaderParser();
        long number = 0;
        for (String line : text.split("\r?\n")) {
            number++;
            // Writers pad the text with bytes 0.
            if (line.isEmpty() || line.charAt(0) == 0) {
                continue;
            }
            SamLine place = SamLine.ofBinaryHeader(file, number);
            if (!line.startsWith("@")) {
                throw place.wrong("header", "lines that begin with @", line);
            }
            lines.line(place, line);
        }
        return lines.header();
    }

    private static int int32(SamLine place, BgzfInput in, String field, int lowest, int highest) throws IOException {
        int value = ByteBuffer.wrap(bytes(place, in, field, 4))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        if (value < lowest || value > highest) {
            throw place.wrong(field, "a number from " + lowest + " to " + highest, Integer.toUnsignedString(value));
        }
        return value;
    }

    /** Reads step by step, so that a length beyond the file takes no memory. */
    private static byte[] bytes(SamLine place, BgzfInput in, String field, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw place.wrong(field, length + " bytes", bytes.length + " bytes to the end of the file");
        }
        return bytes;
    }

    /** Reads records from one place to another. */
    private final class Pass {
        private final BaiIndex.Chunk chunk;
        private final Map<String, Integer> order = header.contigIndex();
        private long record;
        private int lastContig = -1;
        private int lastStart;

        Pass(BaiIndex.Chunk chunk) {
            this.chunk = chunk;
            GuardedRead.run(file, "a place that its index names", () -> in.seek(chunk.begin()));
        }

        @Nullable
        AlignedRead next() {
            long at = in.virtualOffset();
            if (Long.compareUnsigned(at, chunk.end()) >= 0) {
                return null;
            }
            record++;
            Optional<AlignedRead> read = GuardedRead.read(file, () -> place().location(), "an alignment", this::read);
            read.ifPresent(this::checkOrder);
            return read.orElse(null);
        }

        private Optional<AlignedRead> read() throws IOException {
            byte[] size = in.readNBytes(4);
            if (size.length == 0) {
                return Optional.empty();
            }
            if (size.length < 4) {
                throw wrong("block_size", "4 bytes", size.length + " bytes to the end of the file");
            }
            int length = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (length < BamRecordDecoder.FIXED_BYTES || length > ReadLimits.RECORD_BYTES) {
                throw wrong(
                        "block_size",
                        "a number from " + BamRecordDecoder.FIXED_BYTES + " to " + ReadLimits.RECORD_BYTES,
                        Integer.toUnsignedString(length));
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw wrong("block_size", length + " bytes", bytes.length + " bytes to the end of the file");
            }
            return Optional.of(decoder.decode(place(), ByteBuffer.wrap(bytes)));
        }

        private void checkOrder(AlignedRead read) {
            if (!header.isSortedByCoordinate()) {
                return;
            }
            int contig = order.getOrDefault(read.contig(), Integer.MAX_VALUE);
            if (contig < lastContig || contig == lastContig && read.start() < lastStart) {
                throw wrong("pos", "records in the order of coordinates, as the header claims", "one out of order");
            }
            lastContig = contig;
            lastStart = read.start();
        }

        private FormatException wrong(String field, String expected, String found) {
            return place().wrong(field, expected, found);
        }

        /** A record's number where all are read; the block that it lies in where an index led here. */
        private SamLine place() {
            return chunk.begin() == firstRecord ? SamLine.ofRecord(file, record) : new SamLine(file, in.location());
        }
    }
}
