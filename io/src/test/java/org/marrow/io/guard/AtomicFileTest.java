package org.marrow.io.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void theFileHoldsWhatWasWrittenAndNothingLiesBesideIt() {
        Path target = folder.resolve("table.tsv");
        AtomicFile.writeText(target, out -> out.write("a\tβ\n"));
        assertThat(target).hasContent("a\tβ\n");
        assertThat(folder).isDirectoryContaining(path -> path.equals(target));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aFailureLeavesTheOldFileAsItWasAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("table.tsv"), "old\n");
        assertThatThrownBy(() -> AtomicFile.writeText(target, out -> {
                    out.write("half");
                    throw new InvalidValueException("value", 1, "two");
                }))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> AtomicFile.writeBytes(target, out -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOfSatisfying(
                        UserException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS))
                .hasMessageContaining("table.tsv")
                .hasMessageContaining("disk full");
        assertThat(target).hasContent("old\n");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void nothingIsSeenBeforeTheCommit() throws IOException {
        Path target = folder.resolve("file");
        try (AtomicFile file = AtomicFile.begin(target)) {
            Files.writeString(file.temporary(), "content");
            assertThat(target).doesNotExist();
            file.commit();
            assertThat(target).hasContent("content");
        }
        assertThat(target).hasContent("content");
    }

    @Test
    void anAbsentFolderIsNamed() {
        Path target = folder.resolve("absent").resolve("file");
        assertThatThrownBy(() -> AtomicFile.writeText(target, out -> {}))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(target.toString());
    }
}
