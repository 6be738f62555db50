package org.marrow.io.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;

class BgzfGuardTest {
    @TempDir
    Path folder;

    private Path file;
    private byte[] content;
    private byte[] whole;
    private List<Integer> starts;

    @BeforeEach
    void makeAFileOfFiveBlocks() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append("line ").append(i).append('\n');
        }
        content = text.toString().getBytes(US_ASCII);
        whole = BgzfFiles.bgzf(content, 700);
        starts = BgzfFiles.blockStarts(whole);
        file = folder.resolve("file.gz");
        assertThat(starts).hasSizeGreaterThan(5);
    }

    @Test
    void aWholeFileIsMeasured() throws IOException {
        Files.write(file, whole);
        assertThat(BgzfGuard.check(file))
                .isEqualTo(new BgzfGuard.Extent(starts.size() - 1, whole.length, content.length));
    }

    @Test
    void aFileCutAtAnyByteIsRefused() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> BgzfGuard.check(file)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void aFileThatEndsBetweenTwoBlocksIsRefusedForItsMissingEndMarker() throws IOException {
        for (int start : starts.subList(1, starts.size() - 1)) {
            Files.write(file, Arrays.copyOf(whole, start));
            FormatException refusal = catchThrowableOfType(FormatException.class, () -> BgzfGuard.check(file));
            assertThat(refusal.location()).isEqualTo(Location.offset(start));
            assertThat(refusal.expected()).isEqualTo("the BGZF end marker");
        }
    }

    @Test
    void aCutInsideABlockNamesWhereTheBlockBegins() throws IOException {
        int start = starts.get(2);
        Files.write(file, Arrays.copyOf(whole, start + 40));
        assertThatThrownBy(() -> BgzfGuard.check(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("byte " + start)
                .hasMessageContaining("40 bytes to the end of the file (truncated)");
    }

    @Test
    void bytesAfterTheEndMarkerAreRefused() throws IOException {
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> BgzfGuard.check(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("byte " + whole.length);
    }

    @Test
    void twoFilesOneAfterTheOtherAreOneFile() throws IOException {
        byte[] twice = Arrays.copyOf(whole, 2 * whole.length);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);
        Files.write(file, twice);
        assertThat(BgzfGuard.check(file).expandedBytes()).isEqualTo(2L * content.length);
    }

    @Test
    void theCapOnTheExpandedSizeIsExact() throws IOException {
        Files.write(file, whole);
        assertThat(BgzfGuard.check(file, content.length).expandedBytes()).isEqualTo(content.length);
        assertThatThrownBy(() -> BgzfGuard.check(file, content.length - 1))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("when expanded");
    }

    @Test
    void plainGzipIsNotBgzf() throws IOException {
        Files.write(file, GzipFiles.gzip(content));
        assertThat(BgzfGuard.looksLikeGzip(file)).isTrue();
        assertThat(BgzfGuard.looksLikeBgzf(file)).isFalse();
        assertThatThrownBy(() -> BgzfGuard.check(file)).isInstanceOf(FormatException.class);
    }

    @Test
    void anAbsentFileIsNotADamagedOne() {
        assertThatThrownBy(() -> BgzfGuard.check(file))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS))
                .hasMessageContaining(file.toString());
    }

    @Test
    void theContentComesBackByteForByte() throws IOException {
        Files.write(file, whole);
        try (BgzfInput in = BgzfInput.open(file)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
            assertThat(in.virtualOffset()).isEqualTo((long) whole.length << 16);
        }
    }

    @Test
    void anyVirtualOffsetCanBeReturnedTo() throws IOException {
        Files.write(file, whole);
        try (BgzfInput in = BgzfInput.open(file)) {
            long[] offsets = new long[content.length];
            for (int i = 0; i < content.length; i++) {
                offsets[i] = in.virtualOffset();
                assertThat(in.read()).isEqualTo(content[i]);
            }
            Random random = new Random(7);
            for (int i = 0; i < 500; i++) {
                int at = random.nextInt(content.length);
                in.seek(offsets[at]);
                assertThat(in.read()).isEqualTo(content[at]);
            }
        }
    }

    @Test
    void anOffsetThatIsNoBlockIsRefused() throws IOException {
        Files.write(file, whole);
        try (BgzfInput in = BgzfInput.open(file)) {
            for (long offset : new long[] {1L << 16, (long) whole.length << 16 | 1, Long.MAX_VALUE, -1L}) {
                assertThatThrownBy(() -> {
                            in.seek(offset);
                            in.read();
                        })
                        .isInstanceOf(FormatException.class);
            }
        }
    }

    @Test
    void everyFlippedBitIsRefusedOrChangesNothing() throws IOException {
        // A flip in the time stamp or the operating system of a gzip header touches no content.
        int refused = 0;
        for (int bit = 0; bit < 8 * whole.length; bit += 2) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            byte[] read;
            try (BgzfInput in = BgzfInput.open(file)) {
                read = in.readAllBytes();
            } catch (FormatException refusal) {
                refused++;
                continue;
            }
            assertThat(read).isEqualTo(content);
        }
        assertThat(refused).isGreaterThan(8 * whole.length / 2 * 9 / 10);
    }
}
