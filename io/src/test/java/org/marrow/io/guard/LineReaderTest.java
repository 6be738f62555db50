package org.marrow.io.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.FormatException;

class LineReaderTest {
    @TempDir
    Path folder;

    @Test
    void plainGzipAndBgzfGiveTheSameLines() throws IOException {
        String text = "first\nzweite Zeile mit Ü\n\n" + "x".repeat(200_000) + "\nlast\n";
        byte[] bytes = text.getBytes(UTF_8);
        List<String> expected = text.lines().toList();
        assertThat(lines(Files.write(folder.resolve("plain"), bytes))).isEqualTo(expected);
        assertThat(lines(Files.write(folder.resolve("gzip"), GzipFiles.gzip(bytes))))
                .isEqualTo(expected);
        assertThat(lines(Files.write(folder.resolve("bgzf"), BgzfFiles.bgzf(bytes, 1000))))
                .isEqualTo(expected);
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkArePassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "\ufeffa\r\nb\r\n");
        assertThat(lines(file)).containsExactly("a", "b");
    }

    @Test
    void aLastLineWithoutEndIsGivenAndSaid() throws IOException {
        try (LineReader reader = LineReader.open(Files.writeString(folder.resolve("open"), "a\nb"))) {
            assertThat(reader.next()).isEqualTo("a");
            assertThat(reader.lastLineEnded()).isTrue();
            assertThat(reader.next()).isEqualTo("b");
            assertThat(reader.lastLineEnded()).isFalse();
            assertThat(reader.next()).isNull();
            assertThat(reader.lineNumber()).isEqualTo(2);
        }
    }

    @Test
    void theCapOnALineIsExact() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abc\nabcde\n");
        try (LineReader reader = LineReader.open(file, 5)) {
            reader.next();
            assertThat(reader.next()).isEqualTo("abcde");
        }
        try (LineReader reader = LineReader.open(file, 4)) {
            reader.next();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("line 2: expected a line of at most 4 bytes");
        }
    }

    @Test
    void bytesThatAreNotUtf8NameTheirLine() throws IOException {
        Path file = Files.write(folder.resolve("file"), "a\nÜ\n".getBytes(ISO_8859_1));
        try (LineReader reader = LineReader.open(file)) {
            reader.next();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("line 2: expected UTF-8 text");
        }
    }

    private static List<String> lines(Path file) {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = LineReader.open(file)) {
            for (String line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
