package org.marrow.io.bam;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.io.guard.GuardedRead;

/** A BAI index, by the SAM specification, section 5.2. Its numbers are checked against the file that it speaks of. */
final class BaiIndex {
    /** The bin that holds counts, not chunks. */
    private static final int PSEUDO_BIN = 37450;

    private static final int WINDOW_BITS = 14;
    private static final int LONGEST_REFERENCE = 1 << 29;

    /** First bin and span, in bits, of each level. */
    private static final int[][] LEVELS = {{0, 29}, {1, 26}, {9, 23}, {73, 20}, {585, 17}, {4681, 14}};

    private final List<Reference> references;

    private final Path path;

    private BaiIndex(Path path, List<Reference> references) {
        this.path = path;
        this.references = references;
    }

    Path path() {
        return path;
    }

    /** From one virtual offset up to another. */
    record Chunk(long begin, long end) {}

    private record Reference(Map<Integer, List<Chunk>> bins, long[] windows) {}

    /**
     * The index of a BAM file, named {@code x.bam.bai} or {@code x.bai}; empty where there is none or it is older than the file,
     * because a file that was written anew leaves its old index behind.
     *
     * @throws FormatException when it is damaged or speaks of another file
     */
    static Optional<BaiIndex> of(Path bam, int contigs) {
        return path(bam).map(index -> GuardedRead.read(index, "a BAI index", () -> read(index, bam, contigs)));
    }

    private static Optional<Path> path(Path bam) {
        Path appended = bam.resolveSibling(bam.getFileName() + ".bai");
        Path replaced = bam.resolveSibling(bam.getFileName().toString().replaceFirst("\\.bam$", "") + ".bai");
        for (Path candidate : List.of(appended, replaced)) {
            if (Files.isRegularFile(candidate) && !isOlder(candidate, bam)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isOlder(Path index, Path bam) {
        return GuardedRead.read(
                index,
                "a time of change",
                () -> Files.getLastModifiedTime(index).compareTo(Files.getLastModifiedTime(bam)) < 0);
    }

    private static BaiIndex read(Path index, Path bam, int contigs) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(index)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < 8 || bytes.getInt() != 0x01494142) {
            throw new FormatException(index, Location.offset(0), "a BAI index, which begins with BAI", "other bytes");
        }
        int count = bytes.getInt();
        if (count != contigs) {
            throw new FormatException(
                    index,
                    Location.offset(4),
                    "an index of " + contigs + " contigs, as " + bam.getFileName() + " has (samtools index makes it)",
                    "one of " + Integer.toUnsignedString(count));
        }
        long fileBytes = Files.size(bam);
        List<Reference> references = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                references.add(reference(index, bytes, fileBytes));
            }
        } catch (BufferUnderflowException failure) {
            throw new FormatException(
                    index, Location.offset(bytes.limit()), "the rest of the index", "the end of the file", failure);
        }
        return new BaiIndex(index, references);
    }

    private static Reference reference(Path index, ByteBuffer bytes, long fileBytes) {
        Map<Integer, List<Chunk>> bins = new HashMap<>();
        int binCount = count(index, bytes, 8);
        for (int b = 0; b < binCount; b++) {
            int bin = bytes.getInt();
            int chunkCount = count(index, bytes, 16);
            List<Chunk> chunks = new ArrayList<>();
            for (int c = 0; c < chunkCount; c++) {
                Chunk chunk = new Chunk(bytes.getLong(), bytes.getLong());
                if (bin != PSEUDO_BIN) {
                    boolean within = chunk.begin() >>> 16 < fileBytes
                            && chunk.end() >>> 16 <= fileBytes
                            && Long.compareUnsigned(chunk.begin(), chunk.end()) <= 0;
                    if (!within) {
                        throw new FormatException(
                                index,
                                Location.offset(bytes.position() - 16L),
                                "places within the BAM file (samtools index makes a new index)",
                                "a place outside it");
                    }
                    chunks.add(chunk);
                }
            }
            bins.put(bin, chunks);
        }
        long[] windows = new long[count(index, bytes, 8)];
        for (int w = 0; w < windows.length; w++) {
            windows[w] = bytes.getLong();
        }
        return new Reference(bins, windows);
    }

    /** A count of entries that the rest of the index has room for. */
    private static int count(Path index, ByteBuffer bytes, int entryBytes) {
        int at = bytes.position();
        int count = bytes.getInt();
        if (count < 0 || count > bytes.remaining() / entryBytes) {
            throw new FormatException(
                    index,
                    Location.offset(at),
                    "a number of entries that the index has room for",
                    Integer.toUnsignedString(count));
        }
        return count;
    }

    /** From the first to the last place that it names; empty when no read is placed on a contig. */
    Optional<Chunk> extent() {
        long begin = Long.MAX_VALUE;
        long end = 0;
        for (Reference reference : references) {
            for (List<Chunk> chunks : reference.bins().values()) {
                for (Chunk chunk : chunks) {
                    begin = Math.min(begin, chunk.begin());
                    end = Math.max(end, chunk.end());
                }
            }
        }
        return begin == Long.MAX_VALUE ? Optional.empty() : Optional.of(new Chunk(begin, end));
    }

    /** Where the reads that overlap a region lie, in the file's order, without overlaps. */
    List<Chunk> chunks(AlignmentFile.Region region) {
        Reference reference = references.get(region.contigIndex());
        int start = Math.min(region.start() - 1, LONGEST_REFERENCE - 1);
        int end = Math.min(region.end() - 1, LONGEST_REFERENCE - 1);
        int window = start >> WINDOW_BITS;
        long lowest = window < reference.windows().length ? reference.windows()[window] : 0;
        List<Chunk> chunks = new ArrayList<>();
        for (int[] level : LEVELS) {
            for (int bin = level[0] + (start >> level[1]); bin <= level[0] + (end >> level[1]); bin++) {
                for (Chunk chunk : reference.bins().getOrDefault(bin, List.of())) {
                    if (chunk.end() > lowest) {
                        chunks.add(chunk);
                    }
                }
            }
        }
        chunks.sort(Comparator.comparingLong(Chunk::begin));
        return merged(chunks);
    }

    private static List<Chunk> merged(List<Chunk> sorted) {
        List<Chunk> merged = new ArrayList<>();
        for (Chunk chunk : sorted) {
            Chunk last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && chunk.begin() <= last.end()) {
                merged.set(merged.size() - 1, new Chunk(last.begin(), Math.max(last.end(), chunk.end())));
            } else {
                merged.add(chunk);
            }
        }
        return merged;
    }
}
