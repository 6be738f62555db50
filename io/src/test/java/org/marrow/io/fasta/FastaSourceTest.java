package org.marrow.io.fasta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.testing.SharedData;
import org.marrow.core.variant.Assembly;
import org.marrow.io.testing.SamtoolsPrograms;

class FastaSourceTest {
    @TempDir
    Path folder;

    @Test
    void basesComeInUpperCaseFromAnyPlaceOfAnyLine() throws IOException {
        // ACGTN acgtn AC, five bases a line.
        Path file = write(">NPM1 exon 12\nACGTN\nacgtn\nAC\n>FLT3\nTTTTTTTT\n");
        try (FastaSource source = FastaSource.open(file)) {
            assertThat(source.contigs()).containsExactly(new ContigLength("NPM1", 12), new ContigLength("FLT3", 8));
            String whole = "ACGTNACGTNAC";
            for (int start = 1; start <= 12; start++) {
                for (int end = start; end <= 12; end++) {
                    assertThat(source.bases("NPM1", start, end)).isEqualTo(whole.substring(start - 1, end));
                }
            }
            assertThat(source.bases("FLT3", 1, 8)).isEqualTo("TTTTTTTT");
            assertThat(source.assembly()).isEqualTo(Assembly.OTHER);
            assertThat(source.contains("NPM1")).isTrue();
            assertThat(source.contains("KIT")).isFalse();
        }
    }

    @Test
    void windowsLineEndsAndALastLineWithoutEndReadTheSame() throws IOException {
        for (String text : List.of(">a\r\nACGT\r\nTGCA\r\nAC\r\n", ">a\nACGT\nTGCA\nAC", ">a\nACGT\nTGCA\nAC\n\n")) {
            try (FastaSource source = FastaSource.open(write(text))) {
                assertThat(source.bases("a", 1, 10)).isEqualTo("ACGTTGCAAC");
                assertThat(source.bases("a", 4, 5)).isEqualTo("TT");
            }
        }
    }

    @Test
    void aRegionOutsideTheSequenceIsRefusedOnBothSides() throws IOException {
        try (FastaSource source = FastaSource.open(write(">a\nACGT\n"))) {
            assertThatThrownBy(() -> source.bases("a", 0, 1)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> source.bases("a", 1, 5)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> source.bases("a", 3, 2)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> source.bases("b", 1, 1))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("the sequence b");
        }
    }

    @Test
    void invalidFilesNameTheLine() throws IOException {
        Map<String, String> cases = Map.of(
                "ACGT\n", "line 1: expected a name line",
                ">a\nACGT\nAC\nACGT\n", "line 4: expected lines of equal length",
                ">a\nACGT\nACGTA\n", "line 3: expected a line of 4 bases",
                ">a\nAC1T\n", "line 2: expected bases",
                ">a\nACGT\n\nACGT\n", "line 4: expected lines of equal length",
                ">\nACGT\n", "line 1: expected a name after >",
                ">a\n>b\nACGT\n", "line 2: expected bases of a",
                ">a\nAC\n>a\nAC\n", "line 3: expected each sequence once",
                "", "expected a sequence");
        for (Map.Entry<String, String> invalid : cases.entrySet()) {
            Path file = write(invalid.getKey());
            assertThatThrownBy(() -> FastaSource.open(file))
                    .as(invalid.getKey())
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(invalid.getValue());
        }
    }

    @Test
    void anIndexThatFitsIsUsedAndOneThatDoesNotIsLeftAside() throws IOException {
        Path file = write(">a\nACGT\nAC\n>b\nTT\n");
        Path fai = folder.resolve("reference.fa.fai");
        // Only the index can say that there is no b.
        Files.writeString(fai, "a\t6\t3\t4\t5\n");
        try (FastaSource source = FastaSource.open(file)) {
            assertThat(source.contains("b")).isFalse();
            assertThat(source.bases("a", 1, 6)).isEqualTo("ACGTAC");
        }
        List<String> wrong = List.of(
                "a\t6\t2\t4\t5\n",
                "a\t5\t3\t4\t5\n",
                "c\t6\t3\t4\t5\n",
                "a\t6\t3\t4\t9\n",
                "a\t600\t3\t4\t5\n",
                "a\t6\n");
        for (String text : wrong) {
            Files.writeString(fai, text);
            try (FastaSource source = FastaSource.open(file)) {
                assertThat(source.contains("b")).as(text).isTrue();
            }
        }
        Files.writeString(fai, "a\t6\t3\t4\t5\n");
        Files.setLastModifiedTime(fai, FileTime.from(Instant.now().minusSeconds(3600)));
        try (FastaSource source = FastaSource.open(file)) {
            assertThat(source.contains("b")).isTrue();
        }
    }

    @Test
    void theIndexAndTheBasesAreThoseOfSamtools() throws IOException, InterruptedException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder();
        for (String name : List.of("chr1", "chr2", "NPM1")) {
            text.append('>').append(name).append(" some words\n");
            int length = 500 + random.nextInt(500);
            for (int i = 1; i <= length; i++) {
                text.append("ACGTNacgt".charAt(random.nextInt(9))).append(i % 60 == 0 || i == length ? "\n" : "");
            }
        }
        Path file = write(text.toString());
        StringBuilder scanned = new StringBuilder();
        FastaIndex.scan(file)
                .values()
                .forEach(entry -> scanned.append(String.format(
                        "%s\t%d\t%d\t%d\t%d%n",
                        entry.name(), entry.length(), entry.offset(), entry.lineBases(), entry.lineBytes())));
        SamtoolsPrograms.run("samtools", "faidx", file.toString());
        assertThat(folder.resolve("reference.fa.fai")).hasContent(scanned.toString());
        try (FastaSource source = FastaSource.open(file)) {
            String expected = SamtoolsPrograms.run("samtools", "faidx", "-n", "1000", file.toString(), "chr2:59-301")
                    .lines()
                    .skip(1)
                    .reduce("", String::concat);
            assertThat(source.bases("chr2", 59, 301)).isEqualToIgnoringCase(expected);
        }
    }

    @Test
    @Tag("real-data")
    void targetSequencesRead() throws IOException {
        try (Stream<Path> found = Files.walk(SharedData.require("data/reads/targets"))) {
            for (Path file : found.filter(path -> path.toString().endsWith(".fa"))
                    .sorted()
                    .toList()) {
                try (FastaSource source = FastaSource.open(file)) {
                    ContigLength contig = source.contigs().get(0);
                    assertThat(source.bases(contig.contig(), 1, contig.length()))
                            .as(file.toString())
                            .hasSize(contig.length())
                            .matches("[ACGTN]+");
                }
            }
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("reference.fa"), text);
    }
}
