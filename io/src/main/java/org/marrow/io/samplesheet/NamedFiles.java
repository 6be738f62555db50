package org.marrow.io.samplesheet;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marrow.io.table.NearestName;
import org.marrow.io.table.TableProblems;
import org.marrow.io.table.TableRow;

/** Finds the files that the cells of a samplesheet name, and says what is wrong with those that it does not find. */
final class NamedFiles {
    /** Entries of a folder that are looked at for a near name. */
    private static final int MAX_ENTRIES = 10_000;

    private final Path folder;
    private final TableProblems problems;

    /** @param folder that relative paths begin at */
    NamedFiles(Path folder, TableProblems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The absolute path; empty when the cell is empty, or wrong, which is then among the problems. */
    Optional<Path> find(TableRow row, String column) {
        if (!row.isKnown(column)) {
            return Optional.empty();
        }
        String written = row.raw(column);
        if (written.matches("[A-Za-z][A-Za-z0-9+-]+://.*")) {
            problems.add(row, column, "the path of a file on this machine; addresses are not fetched");
            return Optional.empty();
        }
        Path path;
        try {
            path = folder.resolve(written).normalize();
        } catch (InvalidPathException notAPath) {
            problems.add(row, column, "the path of a file");
            return Optional.empty();
        }
        String mistake = mistake(path, written);
        if (!mistake.isEmpty()) {
            problems.add(row, column, mistake);
            return Optional.empty();
        }
        return Optional.of(path);
    }

    /** What to write instead; empty when there is nothing to mend. */
    private String mistake(Path path, String written) {
        if (Files.isDirectory(path)) {
            return "the path of a file; this is a folder";
        }
        if (!Files.exists(path)) {
            String near = nearFile(path);
            String hint = near.isEmpty() && written.indexOf('\\') >= 0 ? "; folders are separated by '/'" : near;
            return "the path of a file that exists, seen from " + folder + hint;
        }
        if (!Files.isRegularFile(path)) {
            return "the path of a regular file";
        }
        if (!Files.isReadable(path)) {
            return "the path of a file that you may read; this one's permissions forbid it";
        }
        try {
            return Files.size(path) == 0 ? "the path of a file with content; this one is empty" : "";
        } catch (IOException failure) {
            return "the path of a file that can be read (" + failure.getMessage() + ")";
        }
    }

    private String nearFile(Path path) {
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (parent == null || name == null) {
            return "";
        }
        if (!Files.isDirectory(parent)) {
            return "; the folder " + parent + " does not exist";
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry)) {
                    names.add(String.valueOf(entry.getFileName()));
                }
                if (names.size() >= MAX_ENTRIES) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException notListed) {
            // A folder that may be entered but not listed gives no hint; the mistake is named all the same.
            return "";
        }
        names.sort(null);
        return NearestName.hint(name.toString(), names);
    }
}
