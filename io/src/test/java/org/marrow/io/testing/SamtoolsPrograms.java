package org.marrow.io.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** samtools and bcftools as independent witnesses. Tests that need them are skipped where they are absent, but not in CI. */
public final class SamtoolsPrograms {
    private SamtoolsPrograms() {}

    /** Runs a program that must succeed and say nothing on standard error; gives its standard output. */
    public static String run(String... command) throws IOException, InterruptedException {
        requireInstalled(command[0]);
        Path output = Files.createTempFile("marrow-output", ".txt");
        Path errors = Files.createTempFile("marrow-errors", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(errors, StandardCharsets.UTF_8);
            assertThat(process.exitValue())
                    .as(String.join(" ", command) + "\n" + said)
                    .isZero();
            assertThat(said).as(String.join(" ", command)).isEmpty();
            return Files.readString(output, StandardCharsets.ISO_8859_1);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static void requireInstalled(String program) {
        boolean present = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as(program + " must be installed in CI").isTrue();
        }
        assumeTrue(present, () -> "skipped: no " + program);
    }
}
