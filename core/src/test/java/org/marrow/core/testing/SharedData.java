package org.marrow.core.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the real public data that the project does not carry. It lies beside the checkout in {@code ../shared}, or where the
 * environment variable {@code MARROW_SHARED} says. Tests that use it carry the tag {@code real-data}.
 */
public final class SharedData {
    private SharedData() {}

    /** The path of a file or folder under {@code shared}; skips the calling test where the data is absent. */
    public static Path require(String relative) {
        Path path = root().resolve(relative);
        assumeTrue(Files.exists(path), () -> "skipped: no shared data (" + relative + ")");
        return path;
    }

    private static Path root() {
        String named = System.getenv("MARROW_SHARED");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null) {
            if (Files.isExecutable(folder.resolve("marrow")) && Files.isDirectory(folder.resolve("core"))) {
                return folder.resolveSibling("shared");
            }
            folder = folder.getParent();
        }
        return Path.of("shared");
    }
}
