package org.marrow.io.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.FormatException;
import org.marrow.core.testing.SharedData;
import org.marrow.io.testing.AcceptedFiles;

/** The conformance suite of samtools/hts-specs. */
@Tag("real-data")
class VcfConformanceTest {
    @Test
    void everyPassedFileReads() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path file : files("passed")) {
            try {
                readAll(file);
            } catch (FormatException refusal) {
                refused.add(refusal.getMessage());
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void everyFailedFileIsRefusedOrListedWithItsReason() throws IOException {
        List<String> accepted = new ArrayList<>();
        Path root = SharedData.require("data/variants/vcf");
        for (Path file : files("failed")) {
            try {
                readAll(file);
                accepted.add(root.relativize(file).toString());
            } catch (FormatException refusal) {
                assertThat(refusal).hasMessageContaining(file.toString());
            }
        }
        assertThat(accepted).containsExactlyElementsOf(AcceptedFiles.listedIn("vcf.md"));
    }

    @Test
    void theFilesOfRealCallersRead() throws IOException {
        List<String> refused = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedData.require("data/variants/maf"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".vcf"))
                    .sorted()
                    .toList()) {
                try {
                    assertThat(readAll(file)).isPositive();
                } catch (FormatException refusal) {
                    refused.add(refusal.getMessage());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.require("data/variants/vcf"))) {
            return files.filter(path ->
                            path.toString().endsWith(".vcf") && path.toString().contains("/" + kind + "/"))
                    .sorted()
                    .toList();
        }
    }

    private static int readAll(Path file) {
        int records = 0;
        try (VcfReader reader = VcfReader.open(file)) {
            while (reader.next() != null) {
                records++;
            }
        }
        return records;
    }
}
