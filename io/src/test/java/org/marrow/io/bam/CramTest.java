package org.marrow.io.bam;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;
import org.marrow.io.testing.SamtoolsPrograms;

/** CRAM files that samtools makes. */
class CramTest {
    private static final int LENGTH = 5000;

    @TempDir
    Path folder;

    private Path reference;
    private Path bam;
    private Path cram;

    @BeforeEach
    void makeACram() throws IOException, InterruptedException {
        Random random = new Random(30);
        StringBuilder bases = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            bases.append("ACGT".charAt(random.nextInt(4)));
        }
        reference = Files.writeString(folder.resolve("reference.fa"), ">NPM1\n" + bases + "\n");
        SamtoolsPrograms.run("samtools", "faidx", reference.toString());
        List<AlignedRead> reads = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int start = 1 + random.nextInt(LENGTH - 100);
            byte[] read = bases.substring(start - 1, start + 99).getBytes(US_ASCII);
            read[random.nextInt(100)] = 'A';
            byte[] qualities = new byte[100];
            Arrays.fill(qualities, (byte) 30);
            reads.add(new AlignedRead(
                    "r" + i,
                    0,
                    "NPM1",
                    start,
                    60,
                    List.of(new CigarElement(100, CigarOperator.MATCH)),
                    read,
                    qualities));
        }
        bam = folder.resolve("reads.bam");
        BamSink.write(bam, new BamSink.Header(List.of(new ContigLength("NPM1", LENGTH)), "AML-001", List.of()), reads);
        cram = folder.resolve("reads.cram");
        SamtoolsPrograms.run(
                "samtools", "view", "-C", "-T", reference.toString(), "-o", cram.toString(), bam.toString());
    }

    @Test
    void readsAreThoseOfTheBamThatItWasMadeFrom() throws IOException, InterruptedException {
        assertThat(readAll(cram)).isEqualTo(readAll(bam));
        assertThat(region(cram)).isEqualTo(region(bam)).isNotEmpty();
        SamtoolsPrograms.run("samtools", "index", cram.toString());
        assertThat(region(cram)).isEqualTo(region(bam));
    }

    @Test
    void theReferenceIsAskedFor() {
        assertThatThrownBy(() -> BamSource.open(cram))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessageContaining("reference");
    }

    @Test
    void aReferenceWithOtherBasesIsRefused() throws IOException, InterruptedException {
        reference = Files.writeString(folder.resolve("other.fa"), ">NPM1\n" + "A".repeat(LENGTH) + "\n");
        SamtoolsPrograms.run("samtools", "faidx", reference.toString());
        assertThatThrownBy(() -> readAll(cram)).isInstanceOf(FormatException.class);
    }

    @Test
    void everyCutIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(cram);
        Path cut = folder.resolve("cut.cram");
        Random random = new Random(31);
        for (int i = 0; i < 300; i++) {
            Files.write(cut, Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4)));
            assertThatThrownBy(() -> readAll(cut)).isInstanceOf(FormatException.class);
        }
        Files.write(cut, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> readAll(cut)).isInstanceOf(FormatException.class);
    }

    @Test
    void everyFlippedBitIsRefusedOrHarmless() throws IOException {
        byte[] whole = Files.readAllBytes(cram);
        List<String> expected = readAll(cram);
        Path file = folder.resolve("flipped.cram");
        Random random = new Random(32);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] flipped = whole.clone();
            int bit = random.nextInt(8 * whole.length);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            try {
                assertThat(readAll(file)).as("bit " + bit).isEqualTo(expected);
            } catch (FormatException refusal) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(340);
    }

    private List<String> readAll(Path file) {
        List<String> reads = new ArrayList<>();
        try (BamSource source = BamSource.open(file, reference)) {
            source.forEach(read -> reads.add(describe(read)));
        }
        return reads;
    }

    private List<String> region(Path file) {
        List<String> reads = new ArrayList<>();
        try (BamSource source = BamSource.open(file, reference)) {
            source.forEachOverlapping("NPM1", 1000, 1200, read -> reads.add(describe(read)));
        }
        return reads;
    }

    private static String describe(AlignedRead read) {
        return read.name() + " " + read.flags() + " " + read.contig() + ":" + read.start() + " " + read.cigar() + " "
                + new String(read.bases(), US_ASCII) + " " + Arrays.toString(read.qualities());
    }
}
