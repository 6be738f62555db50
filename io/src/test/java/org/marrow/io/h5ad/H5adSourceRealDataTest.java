package org.marrow.io.h5ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.UserException;
import org.marrow.core.testing.SharedData;

/** Real files of anndata 0.5 to 0.11; what is expected of them was read with anndata 0.11.4 and h5py 3.16. */
@Tag("real-data")
class H5adSourceRealDataTest {
    private static final MatrixFacts PBMC_SCALED =
            new MatrixFacts(700, 765, 535_433, -243.681057988666, 60_680.47396845033);
    private static final MatrixFacts PBMC_LOGARITHMS =
            new MatrixFacts(700, 765, 174_400, 319_044.23824107647, 123_253_745.76895297);
    private static final MatrixFacts PBMC_COUNTS = new MatrixFacts(700, 765, 174_400, 486_651, 183_849_542);
    private static final MatrixFacts SYNTHETIC = new MatrixFacts(3000, 20_000, 6_114_756, 13_727_717, 135_698_149_714d);

    private static H5adSource open(String name) {
        return H5adSource.open(SharedData.require("data/single_cell/" + name));
    }

    private static CellDataset read(String name, MatrixChoice choice) {
        try (H5adSource source = open(name)) {
            return source.read(choice);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbmc68k_reduced.h5ad", "pbmc68k_reduced_legacy.h5ad", "anndata_v0.5.0.h5ad"})
    void theSameCellsReadAlikeFromTheModernAndTheCompoundEncoding(String name) {
        PBMC_SCALED.assertHold(read(name, new MatrixChoice.X()).matrix());
        CellDataset raw = read(name, new MatrixChoice.Raw());
        PBMC_LOGARITHMS.assertHold(raw.matrix());
        assertThat(raw.cellNames())
                .startsWith("AAAGCCTGGCTAAC-1", "AAATTCGATGCACA-1")
                .endsWith("TTGAGGTGGAGAGC-8");
        assertThat(raw.geneNames()).startsWith("HES4", "TNFRSF4").endsWith("MT-ND3");
        assertThat(raw.cellColumns().keySet())
                .containsExactly(
                        "bulk_labels",
                        "n_genes",
                        "percent_mito",
                        "n_counts",
                        "S_score",
                        "G2M_score",
                        "phase",
                        "louvain");
        assertCategories(raw, "bulk_labels", 10, 4094, false);
        assertCategories(raw, "phase", 3, 381, false);
        assertCategories(raw, "louvain", 11, 2147, false);
        assertThat(sum(raw, "n_genes")).isEqualTo(830_061);
        assertThat(sum(raw, "n_counts")).isEqualTo(2_454_509);
        assertThat(sum(raw, "percent_mito")).isCloseTo(12.07220508530736, within(1e-9));
        assertThat(sum(raw, "G2M_score")).isCloseTo(-563.0279117226601, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbmc68k_reduced.h5ad", "pbmc68k_reduced_legacy.h5ad"})
    void autoPassesOverTheScaledMatrixForTheLogarithmsOfRaw(String name) {
        CellDataset dataset = read(name, new MatrixChoice.Auto());
        assertThat(dataset.kind()).isEqualTo(MatrixKind.LOG_NORMALISED);
        PBMC_LOGARITHMS.assertHold(dataset.matrix());
        assertThat(read(name, new MatrixChoice.X()).kind()).isEqualTo(MatrixKind.OTHER);
    }

    @Test
    void countsAreTakenFirst() {
        CellDataset dataset = read("oracle/pbmc68k_reduced_counts.h5ad", new MatrixChoice.Auto());
        assertThat(dataset.kind()).isEqualTo(MatrixKind.COUNTS);
        PBMC_COUNTS.assertHold(dataset.matrix());
        assertThat(Arrays.stream(dataset.matrix().rowStarts()).limit(4)).containsExactly(0L, 217L, 448L, 708L);
    }

    @Test
    void aSparseMatrixOfManyChunksReadsWhole() {
        CellDataset dataset = read("oracle/syn3000.h5ad", new MatrixChoice.Auto());
        SYNTHETIC.assertHold(dataset.matrix());
        assertThat(dataset.geneNames()).startsWith("MT-0", "MT-1").endsWith("g19999");
        assertThat(sum(dataset, "truth")).isEqualTo(29_278);
        assertThat(sum(dataset, "doublet")).isEqualTo(135);
        assertThat(sum(dataset, "mix")).isCloseTo(741.3632303805734, within(1e-6));
    }

    @Test
    void theEncodingOfAnndata070ReadsWithItsReferencedCategories() {
        try (H5adSource source = open("anndata_v0.7.0.h5ad")) {
            assertThat(source.summary())
                    .isEqualTo(new H5adSummary(
                            30, 20, true, OptionalInt.of(40), List.of("array", "sparse"), "anndata 0.7"));
            CellDataset x = source.read(new MatrixChoice.X());
            new MatrixFacts(30, 20, 228, 285, 3028).assertHold(x.matrix());
            new MatrixFacts(30, 40, 480, 627, 12_347)
                    .assertHold(source.read(new MatrixChoice.Raw()).matrix());
            new MatrixFacts(30, 20, 600, 302.8304511718452, 3164.6301805656403)
                    .assertHold(source.read(new MatrixChoice.Layer("array")).matrix());
            new MatrixFacts(30, 20, 6, 3.4660021699965, 33.786978751420975)
                    .assertHold(source.read(new MatrixChoice.Layer("sparse")).matrix());
            assertCategories(x, "obs_cat", 22, 331, false);
            assertCategories(x, "cat_ordered", 22, 323, true);
            assertThat(sum(x, "int64")).isEqualTo(-68);
            assertThat(sum(x, "uint8")).isEqualTo(3854);
            assertThat(sum(x, "float64")).isCloseTo(16.58186297852975, within(1e-9));
        }
    }

    @Test
    void theEncodingOfAnndata078ReadsToo() {
        try (H5adSource source = open("anndata_v0.7.8.h5ad")) {
            CellDataset x = source.read(new MatrixChoice.X());
            new MatrixFacts(30, 20, 239, 302, 3431).assertHold(x.matrix());
            new MatrixFacts(30, 40, 453, 568, 12_180)
                    .assertHold(source.read(new MatrixChoice.Raw()).matrix());
            assertCategories(x, "obs_cat", 21, 307, false);
            assertCategories(x, "cat_ordered", 24, 353, true);
        }
    }

    @Test
    void aFileWithoutMatrixHasASummaryAndARefusalThatSaysSo() {
        try (H5adSource source = open("anndata_v0.11.4.h5ad")) {
            assertThat(source.summary())
                    .isEqualTo(new H5adSummary(10, 20, false, OptionalInt.empty(), List.of(), "anndata 0.1.0"));
            assertThatThrownBy(() -> source.read(new MatrixChoice.Auto()))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("there is no X, layers/counts or raw");
            assertThatThrownBy(() -> source.read(new MatrixChoice.X()))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("there is no X. Matrices in the file: none.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mudata_v0.4.1.h5mu",
                "oracle/mudata_h5mu/mdata_axis0_v0.2.4.h5mu",
                "oracle/mudata_h5mu/mdata_axis0_v0.3.10.h5mu"
            })
    void aMuDataFileIsRefusedWithWhatToDo(String name) {
        Path file = SharedData.require("data/single_cell/" + name);
        assertThatThrownBy(() -> H5adSource.open(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a MuData file; write one modality");
    }

    private static double sum(CellDataset dataset, String column) {
        return switch (dataset.cellColumns().get(column)) {
            case CellColumn.Numbers numbers -> Arrays.stream(numbers.values()).sum();
            case CellColumn.Integers whole -> Arrays.stream(whole.values()).sum();
            case CellColumn other -> throw new AssertionError(other);
        };
    }

    private static void assertCategories(
            CellDataset dataset, String column, int categories, int sumOfCodes, boolean ordered) {
        assertThat(dataset.cellColumns().get(column)).isInstanceOfSatisfying(CellColumn.Categories.class, found -> {
            assertThat(found.categories()).hasSize(categories);
            assertThat(Arrays.stream(found.codes()).sum()).isEqualTo(sumOfCodes);
            assertThat(found.ordered()).isEqualTo(ordered);
        });
    }
}
