package org.marrow.io.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.BugException;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.core.run.InputFile;
import org.marrow.core.run.Sha256;

class GuardedReadTest {
    private static final Path FILE = Path.of("reads.bam");

    @Test
    void everyFailureOfALibraryIsOneKindOfError() {
        List<GuardedRead.Reading<String>> failures = List.of(
                () -> {
                    throw new IndexOutOfBoundsException("index 7");
                },
                () -> {
                    throw new EOFException();
                },
                () -> {
                    throw new IllegalArgumentException("bad\nthing");
                },
                () -> "x".repeat(-1),
                GuardedReadTest::endless);
        for (GuardedRead.Reading<String> failure : failures) {
            assertThatThrownBy(() -> GuardedRead.read(FILE, () -> Location.record(3), "an alignment", failure))
                    .isInstanceOf(FormatException.class)
                    .hasMessageStartingWith(
                            "reads.bam, record 3: expected an alignment, found content that cannot be read")
                    .hasMessageNotContaining("\n")
                    .hasCauseInstanceOf(Throwable.class);
        }
    }

    @Test
    void ourOwnErrorsPassAsTheyAre() {
        assertThatThrownBy(() -> GuardedRead.read(FILE, "a file", () -> {
                    throw new InvalidValueException("depth", -1, "a number from 0");
                }))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> GuardedRead.read(FILE, "a file", () -> {
                    throw new BugException("ours");
                }))
                .isInstanceOf(BugException.class);
    }

    @Test
    void aFailureOfTheFileSystemIsNotBlamedOnTheContent() {
        assertThatThrownBy(() -> GuardedRead.read(FILE, "a file", () -> {
                    throw new UncheckedIOException(new NoSuchFileException("reads.bam"));
                }))
                .isInstanceOfSatisfying(
                        UserException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS));
    }

    @Test
    void theHashOfAFileIsThatOfItsBytes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc.txt"), "abc");
        // The one-block example of FIPS 180-2, appendix B.1.
        assertThat(FileHash.describe("table", file))
                .isEqualTo(new InputFile(
                        "table",
                        "abc.txt",
                        3,
                        new Sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")));
        assertThatThrownBy(() -> FileHash.of(folder))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("expected a file, found a folder");
    }

    private static String endless() {
        return endless() + endless();
    }
}
