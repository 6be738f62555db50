package org.marrow.io.fastq;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.read.SequencedRead;
import org.marrow.core.testing.SharedData;

class FastqTest {
    @TempDir
    Path folder;

    @Test
    void readsComeBackTheSameFromTextAndFromGzip() {
        List<SequencedRead> reads = manyReads(500);
        for (String name : List.of("reads.fastq", "reads.fastq.gz")) {
            Path file = folder.resolve(name);
            FastqSink.write(file, reads);
            assertThat(describe(readAll(file))).isEqualTo(describe(reads));
        }
    }

    @Test
    void namesEndAtTheFirstBlankAndBasesAreUpperCase() throws IOException {
        Path file = write("@M01:1 1:N:0:AC\nacg.\n+M01:1 1:N:0:AC\n!I~#\n\n\n");
        List<SequencedRead> reads = readAll(file);
        assertThat(reads).hasSize(1);
        assertThat(reads.get(0).name()).isEqualTo("M01:1");
        assertThat(new String(reads.get(0).bases(), US_ASCII)).isEqualTo("ACGN");
        assertThat(reads.get(0).qualities()).containsExactly(0, 40, 93, 2);
    }

    @Test
    void invalidFilesNameTheLine() throws IOException {
        Map<String, String> cases = Map.of(
                "", "line 1: expected a read, found an empty file",
                ">a\nAC\n+\nII\n", "line 1: expected @ and the name of a read",
                "@\nAC\n+\nII\n", "line 1: expected @ and the name of a read",
                "@a\nA C\n+\nIII\n", "line 2: expected bases",
                "@a\nAC\nGT\n+\nIIII\n", "line 3: expected +",
                "@a\nAC\n+b\nII\n", "line 3: expected +",
                "@a\nAC\n+\nI\n", "line 4: expected one quality for each of 2 bases",
                "@a\nAC\n+\nI I\n", "line 4: expected qualities",
                "@a\nAC\n+\nII\n\n@b\nAC\n+\nII\n", "line 6: expected @ and the name of a read, found a blank line",
                "@a\nAC\n+\nII\n@b\nAC\n+\n", "line 7: expected the qualities of read b, found the end of the file");
        for (Map.Entry<String, String> invalid : cases.entrySet()) {
            Path file = write(invalid.getKey());
            assertThatThrownBy(() -> readAll(file))
                    .as(invalid.getKey())
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(invalid.getValue());
        }
    }

    @Test
    void aFileCutAtAnyByteIsRefusedOrEndsAfterAWholeRecord() throws IOException {
        List<SequencedRead> reads = manyReads(5);
        Path whole = folder.resolve("whole.fastq");
        FastqSink.write(whole, reads);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.fastq");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            List<SequencedRead> read;
            try {
                read = readAll(cut);
            } catch (FormatException refusal) {
                continue;
            }
            assertThat(describe(read)).isEqualTo(describe(reads).subList(0, read.size()));
            assertThat(read).isNotEmpty();
        }
        Path compressed = folder.resolve("whole.fastq.gz");
        FastqSink.write(compressed, reads);
        byte[] blocks = Files.readAllBytes(compressed);
        for (int length = 1; length < blocks.length; length++) {
            Files.write(folder.resolve("cut.fastq.gz"), Arrays.copyOf(blocks, length));
            assertThatThrownBy(() -> readAll(folder.resolve("cut.fastq.gz"))).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void pairsMustHaveTheSameNamesAndTheSameNumber() throws IOException {
        Path first = Files.writeString(folder.resolve("1.fq"), "@a/1\nA\n+\nI\n@b 1\nC\n+\nI\n");
        Path second = Files.writeString(folder.resolve("2.fq"), "@a/2\nG\n+\nI\n@b 2\nT\n+\nI\n");
        List<String> pairs = new ArrayList<>();
        FastqSource.forEachPair(first, second, (one, other) -> pairs.add(one.name() + "+" + other.name()));
        assertThat(pairs).containsExactly("a/1+a/2", "b+b");

        Path other = Files.writeString(folder.resolve("3.fq"), "@a/2\nG\n+\nI\n@c\nT\n+\nI\n");
        assertThatThrownBy(() -> FastqSource.forEachPair(first, other, (one, two) -> {}))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("3.fq, line 8: expected the mate of b, found c");
        Path shorter = Files.writeString(folder.resolve("4.fq"), "@a/2\nG\n+\nI\n");
        assertThatThrownBy(() -> FastqSource.forEachPair(first, shorter, (one, two) -> {}))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("4.fq")
                .hasMessageContaining("as many reads as in 1.fq");
    }

    @Test
    void whatFastqCannotHoldIsNotWritten() {
        Path file = folder.resolve("reads.fastq");
        for (SequencedRead invalid : List.of(
                new SequencedRead("a b", new byte[] {'A'}, new byte[] {1}),
                new SequencedRead("a", new byte[] {'1'}, new byte[] {1}),
                new SequencedRead("a", new byte[] {'A'}, new byte[] {94}))) {
            assertThatThrownBy(() -> FastqSink.write(file, List.of(invalid))).isInstanceOf(InvalidValueException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Tag("real-data")
    void sequencersFilesRead() throws IOException {
        Path reads = SharedData.require("data/reads");
        List<Path> files;
        try (Stream<Path> found = Files.walk(reads)) {
            files = found.filter(path -> path.toString().matches(".*\\.(fastq|fq)(\\.gz)?"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            AtomicInteger count = new AtomicInteger();
            try (FastqSource source = FastqSource.open(file)) {
                source.forEach(read -> count.incrementAndGet());
            }
            assertThat(count.get()).as(file.toString()).isPositive();
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("reads.fastq"), text);
    }

    private static List<SequencedRead> manyReads(int count) {
        Random random = new Random(6);
        List<SequencedRead> reads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(80);
            byte[] bases = new byte[length];
            byte[] qualities = new byte[length];
            for (int b = 0; b < length; b++) {
                bases[b] = (byte) "ACGTN".charAt(random.nextInt(5));
                qualities[b] = (byte) random.nextInt(94);
            }
            reads.add(new SequencedRead("read" + i, bases, qualities));
        }
        return reads;
    }

    private static List<SequencedRead> readAll(Path file) {
        List<SequencedRead> reads = new ArrayList<>();
        try (FastqSource source = FastqSource.open(file)) {
            source.forEach(reads::add);
        }
        return reads;
    }

    private static List<String> describe(List<SequencedRead> reads) {
        return reads.stream()
                .map(read -> read.name() + " " + new String(read.bases(), US_ASCII) + " "
                        + Arrays.toString(read.qualities()))
                .toList();
    }
}
