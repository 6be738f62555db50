package org.marrow.io.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.FormatException;

class GzipInputTest {
    @TempDir
    Path folder;

    private Path file;
    private final byte[] content = "a line\nanother line\n".repeat(200).getBytes(US_ASCII);

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("file.gz");
    }

    @Test
    void allMembersAreRead() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            members.write(GzipFiles.gzip(content));
        }
        Files.write(file, members.toByteArray());
        try (GzipInput in = GzipInput.open(file)) {
            assertThat(in.readAllBytes())
                    .isEqualTo(new String(content, US_ASCII).repeat(5).getBytes(US_ASCII));
        }
    }

    @Test
    void aFileCutAtAnyByteIsRefused() throws IOException {
        byte[] whole = GzipFiles.gzip(content);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::readAll).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void bytesAfterTheLastMemberAreRefused() throws IOException {
        byte[] whole = GzipFiles.gzip(content);
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(this::readAll)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a gzip header (1f 8b 08) or the end of the file");
    }

    @Test
    void everyFlippedBitIsRefusedOrChangesNothing() throws IOException {
        byte[] whole = GzipFiles.gzip(content);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            byte[] read;
            try {
                read = readAll();
            } catch (FormatException refusal) {
                continue;
            }
            assertThat(read).isEqualTo(content);
        }
    }

    @Test
    void theCapOnTheExpandedSizeIsExact() throws IOException {
        Files.write(file, GzipFiles.gzip(content));
        try (GzipInput in = GzipInput.open(file, content.length)) {
            assertThat(in.readAllBytes()).hasSize(content.length);
        }
        try (GzipInput in = GzipInput.open(file, content.length - 1)) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("at most " + (content.length - 1) + " bytes when expanded");
        }
    }

    private byte[] readAll() throws IOException {
        try (GzipInput in = GzipInput.open(file)) {
            return in.readAllBytes();
        }
    }
}
