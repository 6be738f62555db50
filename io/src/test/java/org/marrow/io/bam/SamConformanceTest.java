package org.marrow.io.bam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.FormatException;
import org.marrow.core.testing.SharedData;
import org.marrow.io.testing.AcceptedFiles;
import org.marrow.io.testing.SamtoolsPrograms;

/** The conformance suite of samtools/hts-specs, and BAM files that other programs wrote. */
@Tag("real-data")
class SamConformanceTest {
    @Test
    void everyPassedFileReads() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path file : files("passed")) {
            try {
                count(file);
            } catch (FormatException refusal) {
                refused.add(refusal.getMessage());
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void everyFailedFileIsRefusedOrListedWithItsReason() throws IOException {
        List<String> accepted = new ArrayList<>();
        for (Path file : files("failed")) {
            try {
                count(file);
                accepted.add("failed/" + file.getFileName());
            } catch (FormatException refusal) {
                assertThat(refusal).hasMessageContaining(file.toString());
            }
        }
        assertThat(accepted).containsExactlyElementsOf(AcceptedFiles.listedIn("sam.md"));
    }

    @Test
    void bamFilesHaveAsManyReadsAsSamtoolsCounts() throws IOException, InterruptedException {
        for (String name : List.of(
                "data/sam/bam/level-1.bam",
                "data/sam/bam/level-9.bam",
                "data/reads/umi/chr19.bam",
                "data/reads/umi/single_dir_py3.sam")) {
            Path file = SharedData.require(name);
            String expected = SamtoolsPrograms.run("samtools", "view", "-c", file.toString())
                    .strip();
            assertThat(count(file)).as(name).isEqualTo(Integer.parseInt(expected));
        }
    }

    @Test
    void regionsHaveAsManyReadsAsSamtoolsCounts() throws IOException, InterruptedException {
        Path file = SharedData.require("data/reads/umi/chr19.bam");
        try (BamSource source = BamSource.open(file)) {
            String contig = "chr19";
            for (int start = 1; start < 61_000_000; start += 4_800_001) {
                int from = start;
                int to = start + 3_000_000;
                AtomicInteger reads = new AtomicInteger();
                source.forEachOverlapping(contig, from, to, read -> reads.incrementAndGet());
                String expected = SamtoolsPrograms.run(
                                "samtools", "view", "-c", file.toString(), contig + ":" + from + "-" + to)
                        .strip();
                assertThat(reads).as(from + "-" + to).hasValue(Integer.parseInt(expected));
            }
        }
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(SharedData.require("data/sam/" + kind))) {
            return files.filter(path -> path.toString().endsWith(".sam"))
                    .sorted()
                    .toList();
        }
    }

    private static int count(Path file) {
        AtomicInteger reads = new AtomicInteger();
        try (BamSource source = BamSource.open(file)) {
            source.forEach(read -> reads.incrementAndGet());
        }
        return reads.get();
    }
}
