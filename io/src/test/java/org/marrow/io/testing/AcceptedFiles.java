package org.marrow.io.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables of docs/formats that list which invalid files are read all the same, and why. */
public final class AcceptedFiles {
    private AcceptedFiles() {}

    /** First column of the table's rows, which are file names in backquotes, sorted. */
    public static List<String> listedIn(String page) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/formats"))) {
            folder = folder.getParent();
        }
        return Files.readAllLines(folder.resolve("docs/formats").resolve(page)).stream()
                .filter(line -> line.matches("\\| `[^`]+\\.(vcf|sam)` \\|.+\\|"))
                .map(line -> line.split("`")[1])
                .sorted()
                .toList();
    }
}
