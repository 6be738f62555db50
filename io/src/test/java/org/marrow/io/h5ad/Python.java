package org.marrow.io.h5ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Runs a script of the test resources with the Python that {@code MARROW_PYTHON} names; skips the test where it names none. */
final class Python {
    private Python() {}

    static String run(Path folder, String script, String... arguments) {
        return run(folder, script, List.of(), arguments);
    }

    /** @param options of Python itself */
    static String run(Path folder, String script, List<String> options, String... arguments) {
        String python = System.getenv("MARROW_PYTHON");
        assumeTrue(
                python != null && !python.isBlank(),
                "skipped: MARROW_PYTHON names no Python with h5py, anndata and scanpy");
        try {
            Path file = folder.resolve(script);
            try (InputStream in = Python.class.getResourceAsStream("/org/marrow/io/h5ad/" + script)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> command = new ArrayList<>(List.of(python));
            command.addAll(options);
            command.add(file.toString());
            command.addAll(List.of(arguments));
            return run(command);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
