package org.marrow.io.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.marrow.core.error.FormatException;
import org.marrow.io.guard.BgzfFiles;

/** Damages a BGZF file in every way that a broken copy or disk does, and sees that a reader refuses it. */
public final class CutAndFlip {
    private final byte[] whole;
    private final List<Integer> starts;
    private final Path file;

    /** @param file where to put the damaged ones */
    public CutAndFlip(byte[] whole, Path file) {
        this.whole = whole;
        this.starts = BgzfFiles.blockStarts(whole);
        this.file = file;
    }

    public int blocks() {
        return starts.size() - 1;
    }

    /** Cuts the file before each block, and at random bytes; the reader must refuse all. */
    public void everyBlockAndRandomBytes(int times, long seed, ToIntFunction<Path> reader) throws IOException {
        for (int start : starts.subList(0, starts.size() - 1)) {
            refused(Arrays.copyOf(whole, start), reader);
        }
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            refused(Arrays.copyOf(whole, random.nextInt(whole.length)), reader);
        }
    }

    /** Flips one random bit at a time; the reader must refuse it or read as many records as before. */
    public void flips(int times, long seed, ToIntFunction<Path> reader, int records) throws IOException {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            byte[] flipped = whole.clone();
            int bit = random.nextInt(8 * whole.length);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            try {
                assertThat(reader.applyAsInt(file)).as("bit " + bit).isEqualTo(records);
            } catch (FormatException refusal) {
                refused++;
            }
        }
        // Only the few bytes of a gzip header that mean nothing may change unseen.
        assertThat(refused).isGreaterThan(times * 98 / 100);
    }

    private void refused(byte[] bytes, ToIntFunction<Path> reader) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> reader.applyAsInt(file))
                .as("cut after %d of %d bytes", bytes.length, whole.length)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(file.toString());
    }
}
