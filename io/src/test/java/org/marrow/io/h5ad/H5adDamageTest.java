package org.marrow.io.h5ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.error.FormatException;
import org.marrow.core.testing.SharedData;

/**
 * Cuts files short and flips their bits, seeded. Whatever comes of it is a {@link FormatException} or the same content. HDF5
 * has no checksum over text of varying length, nor over values that are not in gzip chunks; what may differ there is said at
 * each test.
 */
class H5adDamageTest {
    private static final long SEED = 20261124;

    @TempDir
    Path folder;

    private Path own() {
        Path path = folder.resolve("own.h5ad");
        H5adSink.write(path, SmallAnalysis.make(), new H5adProvenance("0.1.0", Map.of("resolution", "1.0")));
        return path;
    }

    private Path copy(String name) throws IOException {
        return Files.copy(SharedData.require("data/single_cell/" + name), folder.resolve("copy.h5ad"));
    }

    /** What is read, or nothing where it is refused. */
    private static Optional<CellDataset> read(Path path, MatrixChoice choice) {
        try (H5adSource source = H5adSource.open(path)) {
            source.summary();
            return Optional.of(source.read(choice));
        } catch (FormatException refused) {
            assertThat(refused.file()).isEqualTo(path);
            return Optional.empty();
        }
    }

    @Test
    void aFileOfOursCutAnywhereIsRefused() throws IOException {
        assertEveryCutRefused(own(), 200);
    }

    @ParameterizedTest
    @Tag("real-data")
    @CsvSource({"anndata_v0.7.0.h5ad", "oracle/pbmc68k_reduced_counts.h5ad", "pbmc68k_reduced_legacy.h5ad"})
    void aRealFileCutAnywhereIsRefused(String name) throws IOException {
        assertEveryCutRefused(copy(name), 200);
    }

    private static void assertEveryCutRefused(Path path, int cuts) throws IOException {
        long size = Files.size(path);
        assertThat(read(path, new MatrixChoice.X())).isPresent();
        long[] lengths = new Random(SEED)
                .longs(cuts, 0, size)
                .boxed()
                .sorted((a, b) -> Long.compare(b, a))
                .mapToLong(Long::longValue)
                .toArray();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            for (long length : lengths) {
                channel.truncate(length);
                assertThat(read(path, new MatrixChoice.X()))
                        .as("cut to %d of %d bytes", length, size)
                        .isEmpty();
            }
        }
    }

    /** All numbers of ours are under a checksum; only texts and what no one reads are not. */
    @Test
    void aFlippedBitInAFileOfOursIsRefusedOrChangesNoNumber() throws IOException {
        int refused = flip(own(), 2000, new MatrixChoice.X(), H5adDamageTest::assertSameNumbers);
        // Most of the file is results, which are not read back.
        assertThat(refused).isGreaterThan(150);
    }

    /** The numbers of X are in gzip chunks; columns and names have other places, some of them without a checksum. */
    @ParameterizedTest
    @Tag("real-data")
    @CsvSource({"oracle/pbmc68k_reduced_counts.h5ad,X", "anndata_v0.5.0.h5ad,raw"})
    void aFlippedBitInARealGzipFileIsRefusedOrChangesNoNumberOfTheMatrix(String name, String matrix)
            throws IOException {
        flip(copy(name), 250, MatrixChoice.parse(matrix), (before, after) -> {
            assertSameShape(before, after);
            assertSameMatrix(before, after);
        });
    }

    /** LZF has no checksum, so values and indices may change; dimensions, names and columns may not. */
    @ParameterizedTest
    @Tag("real-data")
    @CsvSource({"anndata_v0.7.0.h5ad,X", "anndata_v0.7.8.h5ad,raw"})
    void aFlippedBitInARealLzfFileIsRefusedOrKeepsItsShape(String name, String matrix) throws IOException {
        flip(copy(name), 2000, MatrixChoice.parse(matrix), H5adDamageTest::assertSameShape);
    }

    private interface Comparison {
        void compare(CellDataset before, CellDataset after);
    }

    /** Flips one bit at a time and gives the number of refusals. */
    private static int flip(Path path, int flips, MatrixChoice choice, Comparison comparison) throws IOException {
        CellDataset before = read(path, choice).orElseThrow();
        Random random = new Random(SEED);
        int refused = 0;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (int i = 0; i < flips; i++) {
                long place = random.nextLong(channel.size());
                int bit = 1 << random.nextInt(8);
                ByteBuffer original = ByteBuffer.allocate(1);
                channel.read(original, place);
                channel.write(ByteBuffer.wrap(new byte[] {(byte) (original.get(0) ^ bit)}), place);
                try {
                    Optional<CellDataset> after = read(path, choice);
                    refused += after.isPresent() ? 0 : 1;
                    after.ifPresent(dataset -> comparison.compare(before, dataset));
                } catch (RuntimeException | Error failure) {
                    fail("bit " + bit + " of byte " + place, failure);
                }
                channel.write(original.flip(), place);
            }
        }
        return refused;
    }

    private static void assertSameShape(CellDataset before, CellDataset after) {
        assertThat(after.matrix().cells()).isEqualTo(before.matrix().cells());
        assertThat(after.matrix().genes()).isEqualTo(before.matrix().genes());
        assertThat(after.cellNames()).hasSameSizeAs(before.cellNames());
        assertThat(after.geneNames()).hasSameSizeAs(before.geneNames());
        assertThat(after.cellColumns().keySet())
                .containsExactlyElementsOf(before.cellColumns().keySet());
    }

    private static void assertSameMatrix(CellDataset before, CellDataset after) {
        assertThat(Arrays.equals(after.matrix().rowStarts(), before.matrix().rowStarts()))
                .isTrue();
        assertThat(Arrays.equals(after.matrix().geneIndices(), before.matrix().geneIndices()))
                .isTrue();
        assertThat(Arrays.equals(after.matrix().values(), before.matrix().values()))
                .isTrue();
    }

    private static void assertSameNumbers(CellDataset before, CellDataset after) {
        assertSameShape(before, after);
        assertSameMatrix(before, after);
        before.cellColumns().forEach((name, column) -> {
            CellColumn found = after.cellColumns().get(name);
            switch (column) {
                case CellColumn.Categories categories ->
                    assertThat(((CellColumn.Categories) found).codes()).isEqualTo(categories.codes());
                case CellColumn.Texts texts -> assertThat(found.size()).isEqualTo(texts.size());
                default -> assertThat(found).usingRecursiveComparison().isEqualTo(column);
            }
        });
    }
}
