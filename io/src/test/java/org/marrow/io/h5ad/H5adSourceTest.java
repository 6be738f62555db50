package org.marrow.io.h5ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.io.h5ad.hdf5.Hdf5AttributeList;
import org.marrow.io.h5ad.hdf5.Hdf5Data;
import org.marrow.io.h5ad.hdf5.Hdf5GroupWriter;
import org.marrow.io.h5ad.hdf5.Hdf5Writer;

class H5adSourceTest {
    private static final MatrixChoice X = new MatrixChoice.X();
    private static final MatrixChoice AUTO = new MatrixChoice.Auto();

    @TempDir
    Path folder;

    private Path write(int cells, int genes, H5adBuilder.Content content) {
        return H5adBuilder.write(folder.resolve("test.h5ad"), cells, genes, content);
    }

    private static CellDataset read(Path path, MatrixChoice choice) {
        try (H5adSource source = H5adSource.open(path)) {
            return source.read(choice);
        }
    }

    private static Hdf5Data ints(int... values) {
        return Hdf5Data.int32(values);
    }

    private static Hdf5Data longs(long... values) {
        return Hdf5Data.int64(values);
    }

    private static Hdf5Data floats(float... values) {
        return Hdf5Data.float32(values);
    }

    /** Two cells and three genes: 0 2 0 / 1 0 3. */
    private static void small(Hdf5GroupWriter parent, String name) throws IOException {
        H5adBuilder.dense(parent, name, 3, floats(0, 2, 0, 1, 0, 3));
    }

    private static void assertSmall(CellMatrix matrix) {
        assertThat(matrix.cells()).isEqualTo(2);
        assertThat(matrix.genes()).isEqualTo(3);
        assertThat(matrix.rowStarts()).containsExactly(0, 1, 3);
        assertThat(matrix.geneIndices()).containsExactly(1, 0, 2);
        assertThat(matrix.values()).containsExactly(2, 1, 3);
    }

    private void assertDamaged(ThrowingCallable reading, String place, String expected, String found) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(FormatException.class, damage -> {
            assertThat(damage.location()).isEqualTo(Location.inside(place));
            assertThat(damage.file()).isEqualTo(folder.resolve("test.h5ad"));
            assertThat(damage.expected()).contains(expected);
            assertThat(damage.found()).contains(found);
        });
    }

    @Test
    void theSameMatrixStoredDenseByRowsAndByColumnsReadsAlike() {
        Random random = new Random(42);
        int cells = 211;
        int genes = 97;
        float[] dense = new float[cells * genes];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = random.nextInt(4) == 0 ? random.nextInt(50) : 0;
        }
        CellMatrix fromDense = read(write(cells, genes, b -> H5adBuilder.dense(b.root(), "X", genes, floats(dense))), X)
                .matrix();
        CellMatrix fromRows = read(write(cells, genes, b -> sparse(b, "csr_matrix", dense, cells, genes, true)), X)
                .matrix();
        CellMatrix fromColumns = read(write(cells, genes, b -> sparse(b, "csc_matrix", dense, cells, genes, false)), X)
                .matrix();

        assertThat(fromDense.storedValues()).isGreaterThan(4000);
        for (CellMatrix other : List.of(fromRows, fromColumns)) {
            assertThat(other.rowStarts()).isEqualTo(fromDense.rowStarts());
            assertThat(other.geneIndices()).isEqualTo(fromDense.geneIndices());
            assertThat(other.values()).isEqualTo(fromDense.values());
        }
    }

    /** With the zeros stored too, as some writers leave them. */
    private static void sparse(
            H5adBuilder builder, String encoding, float[] dense, int cells, int genes, boolean byRows)
            throws IOException {
        int major = byRows ? cells : genes;
        int minor = byRows ? genes : cells;
        int[] starts = new int[major + 1];
        int[] indices = new int[dense.length];
        float[] values = new float[dense.length];
        for (int i = 0; i < major; i++) {
            for (int j = 0; j < minor; j++) {
                indices[i * minor + j] = j;
                values[i * minor + j] = byRows ? dense[i * genes + j] : dense[j * genes + i];
            }
            starts[i + 1] = (i + 1) * minor;
        }
        H5adBuilder.sparse(
                builder.root(), "X", encoding, new long[] {cells, genes}, ints(starts), ints(indices), floats(values));
    }

    @Test
    void everyWidthOfIndexAndKindOfNumberReads() {
        List<Hdf5Data> starts = List.of(ints(0, 1, 3), longs(0, 1, 3), Hdf5Data.whole(new int[] {0, 1, 3}, 1));
        List<Hdf5Data> indices = List.of(ints(1, 0, 2), longs(1, 0, 2), Hdf5Data.whole(new int[] {1, 0, 2}, 2));
        List<Hdf5Data> values = List.of(
                floats(2, 1, 3),
                Hdf5Data.float64(new double[] {2, 1, 3}),
                ints(2, 1, 3),
                longs(2, 1, 3),
                Hdf5Data.whole(new int[] {2, 1, 3}, 1));
        for (Hdf5Data start : starts) {
            for (Hdf5Data index : indices) {
                for (Hdf5Data value : values) {
                    Path path = write(
                            2,
                            3,
                            b -> H5adBuilder.sparse(
                                    b.root(), "X", "csr_matrix", new long[] {2, 3}, start, index, value));
                    assertSmall(read(path, X).matrix());
                }
            }
        }
    }

    @Test
    void cellsWhoseGenesAreNotInOrderAreSorted() {
        Path path = write(
                2,
                3,
                b -> H5adBuilder.sparse(
                        b.root(), "X", "csr_matrix", new long[] {2, 3}, ints(0, 1, 3), ints(1, 2, 0), floats(2, 3, 1)));
        assertSmall(read(path, X).matrix());
    }

    @Test
    void negativeValuesKeepTheirPlaceWhenACellIsSorted() {
        Path path = write(
                1,
                3,
                b -> H5adBuilder.sparse(
                        b.root(), "X", "csr_matrix", new long[] {1, 3}, ints(0, 3), ints(2, 1, 0), floats(-3, -2, 1)));
        CellMatrix matrix = read(path, X).matrix();
        assertThat(matrix.values()).containsExactly(1, -2, -3);
    }

    @Test
    void aGeneThatComesTwiceInACellIsRefusedInEitherOrientation() {
        Path byRows = write(
                2,
                3,
                b -> H5adBuilder.sparse(
                        b.root(), "X", "csr_matrix", new long[] {2, 3}, ints(0, 1, 3), ints(1, 2, 2), floats(2, 3, 1)));
        assertDamaged(() -> read(byRows, X), "/X/indices", "each gene once", "gene 2 twice in cell 1");
        Path byColumns = write(
                2,
                3,
                b -> H5adBuilder.sparse(
                        b.root(),
                        "X",
                        "csc_matrix",
                        new long[] {2, 3},
                        ints(0, 0, 2, 3),
                        ints(1, 1, 0),
                        floats(2, 3, 1)));
        assertDamaged(() -> read(byColumns, X), "/X/indices", "each gene once", "gene 1 twice in cell 1");
    }

    @Test
    void indicesBeyondTheShapeAreRefused() {
        for (int wrong : new int[] {-1, 3}) {
            Path path = write(
                    2,
                    3,
                    b -> H5adBuilder.sparse(
                            b.root(),
                            "X",
                            "csr_matrix",
                            new long[] {2, 3},
                            ints(0, 1, 3),
                            ints(1, 0, wrong),
                            floats(2, 1, 3)));
            assertDamaged(() -> read(path, X), "/X/indices", "indices from 0 to below 3", wrong + " as index 2");
        }
    }

    @Test
    void rowStartsThatFallDoNotFitOrDoNotEndAtTheLastValueAreRefused() {
        assertDamaged(() -> read(withStarts(0, 2, 1, 3), X), "/X/indptr", "never fall", "1 after 2");
        assertDamaged(() -> read(withStarts(0, 1, 2, 2), X), "/X/indptr", "from 0 to 3", "0 to 2");
        assertDamaged(() -> read(withStarts(1, 1, 2, 3), X), "/X/indptr", "from 0 to 3", "1 to 3");
        assertDamaged(() -> read(withStarts(0, 3), X), "/X/indptr", "4 entries", "2 of them");
    }

    private Path withStarts(int... starts) {
        return write(
                3,
                3,
                b -> H5adBuilder.sparse(
                        b.root(), "X", "csr_matrix", new long[] {3, 3}, ints(starts), ints(0, 1, 2), floats(1, 1, 1)));
    }

    @Test
    void aMatrixWithAnotherShapeThanTheNamesIsRefused() {
        assertDamaged(() -> read(write(3, 3, b -> small(b.root(), "X")), X), "/X", "3 cells by 3 genes", "2 by 3");
        assertDamaged(() -> read(write(2, 2, b -> small(b.root(), "X")), X), "/X", "2 cells by 2 genes", "2 by 3");
    }

    @Test
    void fewerIndicesThanValuesAreRefused() {
        Path path = write(
                2,
                3,
                b -> H5adBuilder.sparse(
                        b.root(), "X", "csr_matrix", new long[] {2, 3}, ints(0, 1, 3), ints(1, 0), floats(2, 1, 3)));
        assertDamaged(() -> read(path, X), "/X/indices", "as many indices as there are values: 3", "[2]");
    }

    @Test
    void valuesThatAreNotFiniteInFloat32AreRefused() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e39}) {
            Path path = write(
                    2,
                    3,
                    b -> H5adBuilder.dense(b.root(), "X", 3, Hdf5Data.float64(new double[] {0, 2, 0, 1, wrong, 3})));
            assertDamaged(() -> read(path, X), "/X", "finite numbers", wrong + " as value 4");
        }
    }

    @Test
    void wholeNumbersThatFloat32WouldRoundAreRefusedAndTheLastExactOneReads() {
        Path exact = write(1, 1, b -> H5adBuilder.dense(b.root(), "X", 1, longs(1 << 24)));
        assertThat(read(exact, X).matrix().values()).containsExactly(16_777_216);
        Path rounded = write(1, 1, b -> H5adBuilder.dense(b.root(), "X", 1, longs((1 << 24) + 1)));
        assertDamaged(() -> read(rounded, X), "/X", "float32 holds exactly", "16777217 as value 0");
    }

    @Test
    void autoTakesCountsWhereverTheyAreAndThenLogarithms() {
        float[] counts = {0, 2, 0, 1, 0, 3};
        float[] logarithms = {0, 2.5f, 0, 1.25f, 0, 3};
        float[] scaled = {-1, 2.5f, 0, 1, 0, 3};
        assertAuto(counts, logarithms, scaled, MatrixKind.COUNTS, 2);
        assertAuto(scaled, counts, logarithms, MatrixKind.COUNTS, 2);
        assertAuto(logarithms, scaled, counts, MatrixKind.COUNTS, 2);
        assertAuto(scaled, logarithms, scaled, MatrixKind.LOG_NORMALISED, 2.5f);
        assertAuto(logarithms, scaled, scaled, MatrixKind.LOG_NORMALISED, 2.5f);
    }

    private void assertAuto(float[] x, float[] layer, float[] raw, MatrixKind kind, float first) {
        CellDataset dataset = read(three(x, layer, raw), AUTO);
        assertThat(dataset.kind()).isEqualTo(kind);
        assertThat(dataset.matrix().values()[0]).isEqualTo(first);
    }

    private Path three(float[] x, float[] layer, float[] raw) {
        return write(2, 3, b -> {
            H5adBuilder.dense(b.root(), "X", 3, floats(x));
            H5adBuilder.dense(b.root().group("layers"), "counts", 3, floats(layer));
            Hdf5GroupWriter rawGroup = b.root().group("raw");
            H5adBuilder.dense(rawGroup, "X", 3, floats(raw));
            b.frame(rawGroup, "var", List.of("r0", "r1", "r2")).attributes().texts("column-order", List.of());
        });
    }

    @Test
    void whereNoMatrixCanBeAnalysedTheRefusalSaysWhatEachHolds() {
        float[] scaled = {-1.5f, 2.5f, 0, 1, 0, 3};
        float[] large = {0, 20000.5f, 0, 1, 0, 3};
        Path path = three(scaled, large, new float[6]);
        assertThatThrownBy(() -> read(path, AUTO))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALUE))
                .hasMessageContaining("X holds scaled or centred values (such as -1.50000)")
                .hasMessageContaining(
                        "layers/counts holds values that are neither counts nor logarithms (such as 20000.5)")
                .hasMessageContaining("raw holds nothing but zeros")
                .hasMessageContaining("Matrices in the file: X, raw, layers/counts.");
        assertThat(read(path, X).kind()).isEqualTo(MatrixKind.OTHER);
    }

    @Test
    void logarithmsEndBelowTwenty() {
        Path below = write(1, 2, b -> H5adBuilder.dense(b.root(), "X", 2, floats(0.5f, 19.999f)));
        assertThat(read(below, AUTO).kind()).isEqualTo(MatrixKind.LOG_NORMALISED);
        Path at = write(1, 2, b -> H5adBuilder.dense(b.root(), "X", 2, floats(0.5f, 20)));
        assertThat(read(at, X).kind()).isEqualTo(MatrixKind.OTHER);
    }

    @Test
    void rawHasTheGenesOfItsOwnVar() {
        float[] counts = {0, 2, 0, 1, 0, 3};
        CellDataset dataset = read(three(counts, counts, counts), new MatrixChoice.Raw());
        assertThat(dataset.geneNames()).containsExactly("r0", "r1", "r2");
        assertThat(dataset.cellNames()).containsExactly("c0", "c1");
    }

    @Test
    void aLayerIsReadByItsNameAndItsAbsenceIsToldWithWhatThereIs() {
        Path path = write(2, 3, b -> small(b.root().group("layers"), "spliced"));
        assertSmall(read(path, new MatrixChoice.Layer("spliced")).matrix());
        assertThatThrownBy(() -> read(path, new MatrixChoice.Layer("counts")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no layers/counts. Matrices in the file: layers/spliced.");
    }

    @Test
    void choicesAreReadAsTheUserWritesThem() {
        assertThat(MatrixChoice.parse("auto")).isEqualTo(AUTO);
        assertThat(MatrixChoice.parse("X")).isEqualTo(X);
        assertThat(MatrixChoice.parse("raw")).isEqualTo(new MatrixChoice.Raw());
        assertThat(MatrixChoice.parse("layers/a b")).isEqualTo(new MatrixChoice.Layer("a b"));
        for (String wrong : List.of("", "x", "layers/", "counts")) {
            assertThatThrownBy(() -> MatrixChoice.parse(wrong))
                    .isInstanceOfSatisfying(
                            UserException.class,
                            usage -> assertThat(usage.code()).isEqualTo(ErrorCode.USAGE))
                    .hasMessageContaining("expected auto, X, raw or layers/NAME");
        }
    }

    @Test
    void namesThatComeTwiceAreKept() throws IOException {
        Path path = folder.resolve("test.h5ad");
        H5adBuilder.write(path, 2, 0, b -> {
            Hdf5GroupWriter raw = b.root().group("raw");
            small(raw, "X");
            b.frame(raw, "var", List.of("TBCE", "TBCE", "é")).attributes().texts("column-order", List.of());
        });
        assertThat(read(path, new MatrixChoice.Raw()).geneNames()).containsExactly("TBCE", "TBCE", "é");
    }

    @Test
    void aNullXCountsAsAbsent() {
        Path path = write(
                2,
                3,
                b -> b.root().dataset("X", longs(0).asScalar(), new Hdf5AttributeList().text("encoding-type", "null")));
        try (H5adSource source = H5adSource.open(path)) {
            assertThat(source.summary().hasX()).isFalse();
        }
    }

    @Test
    void anUnknownMatrixEncodingIsRefused() {
        Path path = write(
                2,
                3,
                b -> H5adBuilder.sparse(
                        b.root(), "X", "coo_matrix", new long[] {2, 3}, ints(0, 1, 3), ints(1, 0, 2), floats(2, 1, 3)));
        assertDamaged(() -> read(path, X), "/X", "dense, csr_matrix or csc_matrix", "\"coo_matrix\"");
    }

    @Test
    void textInPlaceOfNumbersIsRefused() {
        Path path = write(1, 1, b -> H5adBuilder.dense(b.root(), "X", 1, Hdf5Data.texts(List.of("7"))));
        assertDamaged(() -> read(path, X), "/X", "numbers", "text");
    }

    @Test
    void aFileWithoutCellsOrGenesReads() {
        Path path = write(
                0,
                0,
                b -> H5adBuilder.sparse(b.root(), "X", "csr_matrix", new long[] {0, 0}, ints(0), ints(), floats()));
        assertThat(read(path, X).matrix().cells()).isZero();
        Path noGenes = write(
                2,
                0,
                b -> H5adBuilder.sparse(b.root(), "X", "csc_matrix", new long[] {2, 0}, ints(0), ints(), floats()));
        assertThat(read(noGenes, X).matrix().rowStarts()).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsNotAnH5adIsRefused() throws IOException {
        Path path = folder.resolve("test.h5ad");
        Files.write(path, new byte[0]);
        assertDamaged(() -> H5adSource.open(path), "/", "an HDF5 file", "other bytes");
        Files.writeString(path, "cell,gene,count\n".repeat(100));
        assertDamaged(() -> H5adSource.open(path), "/", "an HDF5 file", "other bytes");
        try (var writer = Hdf5Writer.create(path)) {
            writer.root().group("matrix");
            writer.finish();
        }
        assertDamaged(() -> H5adSource.open(path), "/", "an AnnData file, with obs and var", "[matrix]");
    }

    @Test
    void aFileThatIsNotThereIsAnotherKindOfMistake() {
        assertThatThrownBy(() -> H5adSource.open(folder.resolve("absent.h5ad")))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS));
        assertThatThrownBy(() -> H5adSource.open(folder))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS));
    }

    @Test
    void anUnknownVersionOfAnnDataOrOfADataframeIsRefused() {
        Path path = write(2, 3, b -> {
            small(b.root(), "X");
            b.root().attributes().text("encoding-version", "0.3.0");
        });
        assertDamaged(() -> H5adSource.open(path), "/", "encoding anndata 0.1.0", "anndata 0.3.0");
        Path frame = write(2, 3, b -> {
            small(b.root(), "X");
            b.obs().attributes().text("encoding-version", "0.9.0");
        });
        assertDamaged(() -> read(frame, X), "/obs", "a dataframe of version 0.1.0 or 0.2.0", "0.9.0");
    }

    @Test
    void theSummaryNamesTheMatrices() {
        float[] counts = {0, 2, 0, 1, 0, 3};
        try (H5adSource source = H5adSource.open(three(counts, counts, counts))) {
            H5adSummary summary = source.summary();
            assertThat(summary.cells()).isEqualTo(2);
            assertThat(summary.genes()).isEqualTo(3);
            assertThat(summary.rawGenes()).hasValue(3);
            assertThat(summary.encoding()).isEqualTo("anndata 0.1.0");
            assertThat(summary.matrices()).containsExactly("X", "raw", "layers/counts");
            assertThat(summary.matrices()).allSatisfy(name -> assertSmallValues(source, name));
        }
    }

    private static void assertSmallValues(H5adSource source, String name) {
        assertThat(Arrays.toString(
                        source.read(MatrixChoice.parse(name)).matrix().values()))
                .isEqualTo("[2.0, 1.0, 3.0]");
    }
}
