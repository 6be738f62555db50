package org.marrow.io.bam;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;
import org.marrow.io.guard.BgzfFiles;
import org.marrow.io.guard.BgzfInput;
import org.marrow.io.testing.CutAndFlip;
import org.marrow.io.testing.SamtoolsPrograms;

class BamRoundTripTest {
    private static final BamSink.Header HEADER = new BamSink.Header(
            List.of(new ContigLength("chr13", 114364328), new ContigLength("NPM1", 60000)),
            "AML-001",
            List.of("SYNTHETIC"));

    @TempDir
    Path folder;

    private Path file;
    private List<AlignedRead> reads;

    @BeforeEach
    void writeReads() {
        file = folder.resolve("reads.bam");
        reads = manyReads(3000, 5);
        BamSink.write(file, HEADER, reads);
    }

    @Test
    void allReadsComeBackInTheOrderOfCoordinates() {
        List<AlignedRead> back = readAll(file);
        assertThat(back).hasSameSizeAs(reads);
        assertThat(describe(back)).containsExactlyInAnyOrderElementsOf(describe(reads));
        assertThat(back.get(0).contig()).isEqualTo("chr13");
        assertThat(back.get(back.size() - 1).contig()).isEqualTo("*");
        try (BamSource source = BamSource.open(file)) {
            assertThat(source.contigs()).isEqualTo(HEADER.contigs());
        }
    }

    @Test
    void theSameReadsGiveTheSameBytes() {
        List<AlignedRead> shuffled = new ArrayList<>(reads);
        Collections.shuffle(shuffled, new Random(3));
        Path other = folder.resolve("other.bam");
        BamSink.write(other, HEADER, shuffled);
        assertThat(other).hasSameBinaryContentAs(file);
        assertThat(folder.resolve("other.bam.bai")).hasSameBinaryContentAs(folder.resolve("reads.bam.bai"));
    }

    @Test
    void samtoolsFindsTheFileWholeAndItsIndexRight() throws IOException, InterruptedException {
        SamtoolsPrograms.run("samtools", "quickcheck", "-v", file.toString());
        assertThat(SamtoolsPrograms.run("samtools", "view", "-c", file.toString())
                        .strip())
                .isEqualTo(String.valueOf(reads.size()));
        for (String region : List.of("chr13:28000000-28020000", "NPM1:1-100", "NPM1:30000-30000")) {
            String[] parts = region.split("[:-]");
            List<AlignedRead> found =
                    overlapping(file, parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            assertThat(SamtoolsPrograms.run("samtools", "view", "-c", file.toString(), region)
                            .strip())
                    .as(region)
                    .isEqualTo(String.valueOf(found.size()));
        }
    }

    @Test
    void regionsGiveTheSameReadsWithAndWithoutIndex() throws IOException {
        Path bare = folder.resolve("bare.bam");
        Files.copy(file, bare);
        Random random = new Random(17);
        for (int i = 0; i < 60; i++) {
            int start = 1 + random.nextInt(59000);
            int end = start + random.nextInt(2000);
            List<AlignedRead> expected = reads.stream()
                    .filter(read -> read.contig().equals("NPM1"))
                    .filter(read -> read.start() <= end && Math.max(read.start(), read.end()) >= start)
                    .toList();
            assertThat(describe(overlapping(file, "NPM1", start, end)))
                    .containsExactlyInAnyOrderElementsOf(describe(expected));
            assertThat(describe(overlapping(bare, "NPM1", start, end)))
                    .containsExactlyElementsOf(describe(overlapping(file, "NPM1", start, end)));
        }
    }

    @Test
    void aReadIsInARegionUpToItsLastBaseAndNotBeyond() {
        AlignedRead read = read("r", 0, "NPM1", 1000, List.of(new CigarElement(10, CigarOperator.MATCH)), 10);
        Path one = folder.resolve("one.bam");
        BamSink.write(one, HEADER, List.of(read));
        assertThat(overlapping(one, "NPM1", 1009, 2000)).hasSize(1);
        assertThat(overlapping(one, "NPM1", 1010, 2000)).isEmpty();
        assertThat(overlapping(one, "NPM1", 1, 1000)).hasSize(1);
        assertThat(overlapping(one, "NPM1", 1, 999)).isEmpty();
    }

    @Test
    void anIndexOfAnotherFileIsRefusedAndAnOldOneLeftAside() throws IOException {
        Path other = folder.resolve("other.bam");
        BamSink.Header shorter = new BamSink.Header(List.of(new ContigLength("NPM1", 60000)), "x", List.of());
        AlignedRead read = read("r", 0, "NPM1", 1000, List.of(new CigarElement(10, CigarOperator.MATCH)), 10);
        BamSink.write(other, shorter, List.of(read));
        Path index = folder.resolve("other.bam.bai");
        Files.copy(folder.resolve("reads.bam.bai"), index, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(index, FileTime.from(Instant.now().plus(Duration.ofHours(1))));
        assertThatThrownBy(() -> BamSource.open(other))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("other.bam.bai")
                .hasMessageContaining("an index of 1 contigs");
        // Of the same contigs, and of places that the file has.
        Path sibling = folder.resolve("sibling.bam");
        AlignedRead elsewhere =
                read("longer.name", 0, "NPM1", 50000, List.of(new CigarElement(90, CigarOperator.MATCH)), 90);
        BamSink.write(sibling, shorter, List.of(read, elsewhere));
        Files.copy(index(other, read, shorter), folder.resolve("sibling.bam.bai"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> BamSource.open(sibling))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("sibling.bam.bai")
                .hasMessageContaining("an index of another file");
        Files.copy(folder.resolve("reads.bam.bai"), index, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(index, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        assertThat(overlapping(other, "NPM1", 1000, 1000)).hasSize(1);
    }

    @Test
    void everyCutIsRefused() throws IOException {
        CutAndFlip cut = new CutAndFlip(Files.readAllBytes(file), folder.resolve("cut.bam"));
        assertThat(cut.blocks()).isGreaterThan(4);
        cut.everyBlockAndRandomBytes(300, 21, path -> readAll(path).size());
    }

    @Test
    void everyFlippedBitIsRefusedOrHarmless() throws IOException {
        Path small = folder.resolve("small.bam");
        BamSink.write(small, HEADER, manyReads(60, 4));
        CutAndFlip flip = new CutAndFlip(Files.readAllBytes(small), folder.resolve("flipped.bam"));
        flip.flips(2000, 22, path -> readAll(path).size(), 60);
    }

    @Test
    void aSmallFileThatClaimsAHugeRecordIsRefusedWithoutTakingMemory() throws IOException {
        // The case of reliability.md C.1: 398 bytes, block_size 0x7fffff00, out of memory in htsjdk.
        byte[] content = bamContent(List.of(record(0x7fffff00, 0, 1, 0, 0)));
        Path hostile = Files.write(folder.resolve("hostile.bam"), BgzfFiles.bgzf(content, 60000));
        assertThatThrownBy(() -> readAll(hostile))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("block_size")
                .hasMessageContaining("2147483392");
    }

    @Test
    void everyLengthOfARecordIsCheckedAgainstTheRecord() throws IOException {
        List<byte[]> hostile = List.of(
                record(31, 0, 1, 0, 0),
                record(-1, 0, 1, 0, 0),
                record(40, 0, 0, 0, 0),
                record(40, 0, 9, 0, 0),
                record(40, 0, 1, 0xffff, 0),
                record(40, 0, 1, 0, 0x7fffffff),
                record(40, 0, 1, 0, -1),
                record(40, 7, 1, 0, 0),
                record(60, 0, 1, 0, 0));
        for (int i = 0; i < hostile.size(); i++) {
            Path path = folder.resolve("hostile" + i + ".bam");
            Files.write(path, BgzfFiles.bgzf(bamContent(List.of(hostile.get(i))), 60000));
            assertThatThrownBy(() -> readAll(path)).as("case " + i).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void aHeaderThatClaimsHugeLengthsIsRefused() throws IOException {
        for (int[] lengths : new int[][] {{0x7fffffff, 1}, {-1, 1}, {4, 0x7fffffff}, {4, -1}}) {
            ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            bytes.put("BAM\1".getBytes(US_ASCII))
                    .putInt(lengths[0])
                    .put("@CO\n".getBytes(US_ASCII))
                    .putInt(lengths[1]);
            Path path = Files.write(folder.resolve("header.bam"), BgzfFiles.bgzf(bytes.array(), 60000));
            assertThatThrownBy(() -> BamSource.open(path))
                    .as(Arrays.toString(lengths))
                    .isInstanceOf(FormatException.class);
        }
    }

    @Test
    void bytesChangedInsideTheBlocksAreRefusedOrReadButNeverFailOtherwise() throws IOException {
        // Flips of the file die in the CRC; these are put in before the blocks are made.
        List<AlignedRead> few = manyReads(40, 8);
        Path small = folder.resolve("small.bam");
        BamSink.write(small, HEADER, few);
        byte[] content;
        try (BgzfInput in = BgzfInput.open(small)) {
            content = in.readAllBytes();
        }
        Path mutated = folder.resolve("mutated.bam");
        Random random = new Random(99);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = content.clone();
            int edits = 1 + random.nextInt(3);
            for (int e = 0; e < edits; e++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(mutated, BgzfFiles.bgzf(bytes, 60000));
            try {
                readAll(mutated);
            } catch (FormatException refusal) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void anotherKindOfFileIsCalledByItsName() throws IOException {
        Path vcf = folder.resolve("x.bam");
        Files.write(vcf, BgzfFiles.bgzf("##fileformat=VCFv4.3\n".getBytes(US_ASCII), 60000));
        assertThatThrownBy(() -> BamSource.open(vcf))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a file of variants");
        Path empty = Files.createFile(folder.resolve("empty.bam"));
        assertThatThrownBy(() -> BamSource.open(empty)).isInstanceOf(FormatException.class);
        Path absent = folder.resolve("absent.bam");
        assertThatThrownBy(() -> BamSource.open(absent))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS));
    }

    @Test
    void aContigThatTheFileDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> overlapping(file, "chr5", 1, 2))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("chr5");
    }

    @Test
    void aReadOnAnUnknownContigLeavesNoFile() {
        Path target = folder.resolve("new.bam");
        AlignedRead stray = read("r", 0, "chr9", 1, List.of(new CigarElement(4, CigarOperator.MATCH)), 4);
        assertThatThrownBy(() -> BamSink.write(target, HEADER, List.of(stray)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("chr9");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("reads.bam", "reads.bam.bai");
    }

    private static Path index(Path target, AlignedRead read, BamSink.Header header) {
        BamSink.write(target, header, List.of(read));
        return target.resolveSibling(target.getFileName() + ".bai");
    }

    private static byte[] bamContent(List<byte[]> records) {
        ByteBuffer bytes = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("BAM\1".getBytes(US_ASCII)).putInt(0).putInt(1);
        bytes.putInt(5).put("chr1\0".getBytes(US_ASCII)).putInt(1000);
        records.forEach(bytes::put);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static byte[] record(int blockSize, int contig, int nameLength, int cigarLength, int baseCount) {
        ByteBuffer bytes = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(blockSize)
                .putInt(contig)
                .putInt(10)
                .put((byte) nameLength)
                .put((byte) 60)
                .putShort((short) 4680);
        bytes.putShort((short) cigarLength)
                .putShort((short) 0)
                .putInt(baseCount)
                .putInt(-1)
                .putInt(-1)
                .putInt(0);
        return bytes.array();
    }

    private static List<AlignedRead> manyReads(int count, long seed) {
        Random random = new Random(seed);
        List<AlignedRead> reads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(20);
            if (kind == 0) {
                reads.add(read("unmapped" + i, 4, "*", 0, List.of(), 100));
                continue;
            }
            boolean flt3 = random.nextBoolean();
            int start = flt3 ? 28_000_000 + random.nextInt(60_000) : 1 + random.nextInt(58_000);
            List<CigarElement> cigar = kind < 15
                    ? List.of(new CigarElement(100, CigarOperator.MATCH))
                    : List.of(
                            new CigarElement(10, CigarOperator.SOFT_CLIP),
                            new CigarElement(40, CigarOperator.MATCH),
                            new CigarElement(3, CigarOperator.DELETION),
                            new CigarElement(50, CigarOperator.MATCH));
            reads.add(read("read" + i, random.nextBoolean() ? 0 : 16, flt3 ? "chr13" : "NPM1", start, cigar, 100));
        }
        return reads;
    }

    private static AlignedRead read(
            String name, int flags, String contig, int start, List<CigarElement> cigar, int length) {
        Random random = new Random(name.hashCode());
        byte[] bases = new byte[length];
        byte[] qualities = new byte[length];
        for (int i = 0; i < length; i++) {
            bases[i] = (byte) "ACGTN".charAt(random.nextInt(5));
            qualities[i] = (byte) random.nextInt(94);
        }
        return new AlignedRead(name, flags, contig, start, cigar.isEmpty() ? 0 : 60, cigar, bases, qualities);
    }

    private static List<AlignedRead> readAll(Path file) {
        List<AlignedRead> reads = new ArrayList<>();
        try (BamSource source = BamSource.open(file)) {
            source.forEach(reads::add);
        }
        return reads;
    }

    private static List<AlignedRead> overlapping(Path file, String contig, int start, int end) {
        List<AlignedRead> reads = new ArrayList<>();
        try (BamSource source = BamSource.open(file)) {
            source.forEachOverlapping(contig, start, end, reads::add);
        }
        return reads;
    }

    /** Records with arrays are equal only by identity. */
    private static List<String> describe(List<AlignedRead> reads) {
        return reads.stream()
                .map(read -> read.name() + " " + read.flags() + " " + read.contig() + ":" + read.start() + " "
                        + read.mappingQuality() + " " + read.cigar() + " " + new String(read.bases(), US_ASCII) + " "
                        + Arrays.toString(read.qualities()))
                .toList();
    }
}
