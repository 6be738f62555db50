package org.marrow.io.bam;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ChromosomeLengths;
import org.marrow.io.guard.BgzfGuard;
import org.marrow.io.guard.FileAccess;
import org.marrow.io.guard.GuardedRead;
import org.marrow.io.guard.LineReader;

/**
 * Aligned reads of a SAM, BAM or CRAM file, told apart by their first bytes.
 *
 * <p>A region of a BAM file is found by its BAI index ({@code x.bam.bai} or {@code x.bai}) when the header says that the file is
 * sorted by coordinate. Without one, and with one that is older than the file, all reads are passed over: right, but slow, so
 * whoever wants many regions of such a file had better take one pass over all. An index of another file is refused. A
 * CSI index is not read. CRAM files use their own index where there is one; SAM files are always passed over.
 *
 * <p>Not for several threads at once, and a consumer must not ask for other reads of the same source.
 */
public final class BamSource implements ReadSource {
    private final Path file;
    private final AlignmentFile alignments;
    private final Map<String, Integer> contigIndex;

    private BamSource(Path file, AlignmentFile alignments) {
        this.file = file;
        this.alignments = alignments;
        this.contigIndex = new HashMap<>();
        for (ContigLength contig : alignments.contigs()) {
            contigIndex.put(contig.contig(), contigIndex.size());
        }
    }

    /**
     * Opens a SAM or BAM file and reads its header.
     *
     * @throws FormatException when it is truncated or damaged, or of another format
     * @throws UserException with code ACCESS when it cannot be read, USAGE for CRAM, which needs its reference
     */
    public static BamSource open(Path file) {
        return open(file, Optional.empty());
    }

    /**
     * Opens a file of any of the three formats.
     *
     * @param reference FASTA with its index beside it, which CRAM is decoded with; others do not look at it
     */
    public static BamSource open(Path file, Path reference) {
        return open(file, Optional.of(reference));
    }

    private static BamSource open(Path file, Optional<Path> reference) {
        FileAccess.requireReadable(file);
        return new BamSource(file, openByContent(file, reference));
    }

    private static AlignmentFile openByContent(Path file, Optional<Path> reference) {
        if (head(file, false).equals("CRAM")) {
            Path fasta = reference.orElseThrow(() -> new UserException(
                    ErrorCode.USAGE, file + ": a CRAM file is read together with the reference it was made with"));
            return CramFile.open(file, FileAccess.requireReadable(fasta));
        }
        if (BgzfGuard.looksLikeBgzf(file)) {
            String head = head(file, true);
            if (head.startsWith("BAM")) {
                return BamFile.open(file);
            }
            if (head.startsWith("BCF") || head.startsWith("##")) {
                throw new FormatException(file, Location.whole(), "a SAM, BAM or CRAM file", "a file of variants");
            }
        }
        return SamText.open(file);
    }

    private static String head(Path file, boolean inflated) {
        return GuardedRead.read(file, "a SAM, BAM or CRAM file", () -> {
            try (InputStream in = inflated ? LineReader.openBytes(file) : Files.newInputStream(file)) {
                return new String(in.readNBytes(4), ISO_8859_1);
            }
        });
    }

    @Override
    public List<ContigLength> contigs() {
        return alignments.contigs();
    }

    /**
     * The assembly, by the lengths of the contigs.
     *
     * @throws FormatException when some are of GRCh37 and some of GRCh38
     */
    public Assembly assembly() {
        Map<String, Long> lengths = new HashMap<>();
        contigs().forEach(contig -> lengths.put(contig.contig(), (long) contig.length()));
        try {
            return ChromosomeLengths.identify(lengths);
        } catch (InvalidValueException contradiction) {
            throw new FormatException(
                    file, Location.whole(), "contigs of one assembly", contradiction.found(), contradiction);
        }
    }

    /** Names of the samples in the header, each once, in their order; empty where it names none. */
    public List<String> sampleNames() {
        return alignments.header().samples();
    }

    /** The MD5 of each contig's sequence where the header gives one: 32 lower-case hexadecimal digits, of upper-case bases. */
    public Map<String, String> contigSums() {
        return alignments.header().sums();
    }

    /** Whether the file is sorted by coordinate and has an index of its own, so that a region is found without reading all. */
    public boolean hasRegions() {
        return alignments.hasRegions();
    }

    @Override
    public void forEach(Consumer<AlignedRead> consumer) {
        alignments.forEach(consumer);
    }

    /**
     * Gives every read that overlaps the region, in the file's order. An unmapped read that is placed beside its mate counts as
     * one base there, as in samtools.
     *
     * @throws UserException with code MISMATCH when the file has no such contig
     */
    @Override
    public void forEachOverlapping(String contig, int start, int end, Consumer<AlignedRead> consumer) {
        InvalidValueException.check(start >= 1, "start", start, "a number from 1");
        InvalidValueException.check(end >= start, "end", end, "a number from " + start);
        Integer index = contigIndex.get(contig);
        if (index == null) {
            throw new UserException(
                    ErrorCode.MISMATCH, file + ": expected the contig " + contig + ", found a file without it");
        }
        alignments.forEachOverlapping(new AlignmentFile.Region(contig, index, start, end), consumer);
    }

    @Override
    public void close() {
        alignments.close();
    }
}
