package org.marrow.io.h5ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.cell.CellAnalysis;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.io.h5ad.hdf5.Datatype;
import org.marrow.io.h5ad.hdf5.Hdf5Dataset;
import org.marrow.io.h5ad.hdf5.Hdf5File;
import org.marrow.io.h5ad.hdf5.Hdf5Group;
import org.marrow.io.h5ad.hdf5.Numbers;
import org.marrow.io.h5ad.hdf5.Values;

class H5adSinkTest {
    private static final H5adProvenance PROVENANCE =
            new H5adProvenance("0.1.0", Map.of("resolution", "1.0", "minimum genes", "200"));

    @TempDir
    Path folder;

    private static CellDataset read(Path path) {
        try (H5adSource source = H5adSource.open(path)) {
            return source.read(new MatrixChoice.X());
        }
    }

    private Path analysis() {
        Path path = folder.resolve("analysis.h5ad");
        H5adSink.write(path, SmallAnalysis.make(), PROVENANCE);
        return path;
    }

    private static CellDataset dataset(CellMatrix matrix, Map<String, CellColumn> columns) {
        return new CellDataset(
                matrix,
                MatrixKind.COUNTS,
                H5adBuilder.names("cell", matrix.cells()),
                H5adBuilder.names("gene", matrix.genes()),
                columns);
    }

    @Test
    void aDatasetComesBackAsItWasWritten() {
        Map<String, CellColumn> columns = new LinkedHashMap<>();
        columns.put("real", new CellColumn.Numbers(new double[] {0.1, Double.NaN}));
        columns.put("whole", new CellColumn.Integers(new long[] {Long.MIN_VALUE, Long.MAX_VALUE}, null));
        columns.put("whole, one missing", new CellColumn.Integers(new long[] {1, 0}, new boolean[] {false, true}));
        columns.put("truth", new CellColumn.Booleans(new boolean[] {true, false}, null));
        columns.put(
                "truth, one missing",
                new CellColumn.Booleans(new boolean[] {true, false}, new boolean[] {false, true}));
        columns.put("text", new CellColumn.Texts(new String[] {"", "naïve 𝒞"}));
        columns.put("categories", new CellColumn.Categories(new int[] {-1, 1}, List.of("b", "a", "unused"), true));
        CellDataset written = dataset(
                new CellMatrix(2, 3, new long[] {0, 1, 3}, new int[] {1, 0, 2}, new float[] {2, 1, 3}), columns);
        Path path = folder.resolve("dataset.h5ad");

        H5adSink.write(path, written);

        assertThat(read(path))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .withEqualsForType(Float::equals, Float.class)
                .isEqualTo(written);
    }

    @Test
    void textWithAMissingValueComesBackAsCategories() {
        Map<String, CellColumn> columns = Map.of("text", new CellColumn.Texts(new String[] {"b", null}));
        Path path = folder.resolve("dataset.h5ad");
        H5adSink.write(path, dataset(new CellMatrix(2, 0, new long[3], new int[0], new float[0]), columns));
        assertThat(read(path).cellColumns().get("text"))
                .usingRecursiveComparison()
                .isEqualTo(new CellColumn.Categories(new int[] {0, -1}, List.of("b"), false));
    }

    @Test
    void aMatrixOfManyChunksComesBack() {
        int cells = 5000;
        int each = 90;
        long[] rowStarts = new long[cells + 1];
        int[] genes = new int[cells * each];
        float[] values = new float[genes.length];
        for (int i = 0; i < genes.length; i++) {
            genes[i] = i % each * 3;
            values[i] = i % 251 + 1;
        }
        for (int cell = 0; cell < cells; cell++) {
            rowStarts[cell + 1] = (cell + 1L) * each;
        }
        CellDataset written = dataset(new CellMatrix(cells, 3 * each, rowStarts, genes, values), Map.of());
        Path path = folder.resolve("dataset.h5ad");
        H5adSink.write(path, written);
        CellDataset found = read(path);
        assertThat(found.matrix().values()).isEqualTo(values);
        assertThat(found.matrix().geneIndices()).isEqualTo(genes);
        assertThat(found.matrix().rowStarts()).isEqualTo(rowStarts);
        assertThat(found.cellNames()).isEqualTo(written.cellNames());
        try (HdfFile independent = new HdfFile(path)) {
            assertThat(independent.getDatasetByPath("/X/data").getData()).isEqualTo(values);
            assertThat(independent.getDatasetByPath("/X/indices").getData()).isEqualTo(genes);
        }
    }

    @Test
    void theMatrixAndItsNamesLieWhereScanpyLooks() {
        CellAnalysis analysis = SmallAnalysis.make();
        CellDataset found = read(analysis());
        assertThat(found.matrix())
                .usingRecursiveComparison()
                .isEqualTo(analysis.normalised().matrix());
        assertThat(found.kind()).isEqualTo(MatrixKind.LOG_NORMALISED);
        assertThat(found.cellNames()).isEqualTo(analysis.normalised().cellNames());
        assertThat(found.geneNames()).isEqualTo(analysis.normalised().geneNames());
    }

    @Test
    void theInputsColumnsStayAndOursHaveScanpysNames() {
        Map<String, CellColumn> columns = read(analysis()).cellColumns();
        assertThat(columns.keySet())
                .containsExactly(
                        "donor",
                        "leiden_input",
                        "day_number",
                        "n_genes_by_counts",
                        "total_counts",
                        "pct_counts_mt",
                        "leiden");
        // The first of the kept cells is the eleventh that was read.
        assertThat(((CellColumn.Integers) columns.get("n_genes_by_counts")).values())
                .startsWith(110, 111)
                .endsWith(169);
        assertThat(((CellColumn.Numbers) columns.get("total_counts")).values()).startsWith(1010, 1011);
        double fraction = SmallAnalysis.make().qc().mitochondrialFraction()[10];
        assertThat(((CellColumn.Numbers) columns.get("pct_counts_mt")).values()[0])
                .isCloseTo(100 * fraction, within(1e-12));
        CellColumn.Categories clusters = (CellColumn.Categories) columns.get("leiden");
        assertThat(clusters.categories()).containsExactly("0", "1", "2");
        assertThat(clusters.codes()).startsWith(0, 1, 2, 0);
    }

    @Test
    void geneColumnsAndLoadingsCoverEveryGene() {
        CellAnalysis analysis = SmallAnalysis.make();
        try (Hdf5File file = Hdf5File.open(analysis())) {
            Hdf5Group var = file.root().group("var");
            assertThat(var.dataset("highly_variable").values().truths())
                    .isEqualTo(analysis.variableGenes().selected());
            assertThat(var.dataset("means").values().reals())
                    .isEqualTo(analysis.variableGenes().means());
            assertThat(var.dataset("dispersions_norm").values().reals())
                    .isEqualTo(analysis.variableGenes().dispersions());
            double[] loadings = rows(file.root().group("varm").dataset("PCs"));
            assertThat(loadings).hasSize(SmallAnalysis.GENES * SmallAnalysis.COMPONENTS);
            for (int gene = 0; gene < SmallAnalysis.GENES; gene++) {
                for (int c = 0; c < SmallAnalysis.COMPONENTS; c++) {
                    double expected = gene % 2 == 0
                            ? analysis.principalComponents().loadings()[gene / 2 * SmallAnalysis.COMPONENTS + c]
                            : 0;
                    assertThat(loadings[gene * SmallAnalysis.COMPONENTS + c]).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void embeddingsAndGraphsHaveOneRowACell() {
        CellAnalysis analysis = SmallAnalysis.make();
        try (Hdf5File file = Hdf5File.open(analysis())) {
            Hdf5Group obsm = file.root().group("obsm");
            assertThat(obsm.dataset("X_umap").dimensions()).containsExactly(SmallAnalysis.CELLS, 2);
            assertThat(obsm.dataset("X_pca").dimensions())
                    .containsExactly(SmallAnalysis.CELLS, SmallAnalysis.COMPONENTS);
            assertThat(rows(obsm.dataset("X_pca"))[7])
                    .isEqualTo((float) analysis.principalComponents().scores()[7]);
            Hdf5Group distances = file.root().group("obsp").group("distances");
            assertThat(distances.dataset("indices").values().wholes()).startsWith(1, 2, 58, 59, 0, 2, 3, 59);
            assertThat(distances.dataset("data").values().reals()).startsWith(0.5, 2.5, 3.5, 1.5);
            Hdf5Group connectivities = file.root().group("obsp").group("connectivities");
            assertThat(connectivities.attribute("shape").orElseThrow().wholes()).containsExactly(60, 60);
            assertThat(connectivities.dataset("indices").values().wholes()).startsWith(1, 59, 0, 2);
        }
    }

    @Test
    void markersAreStructuredArraysWithAColumnForEachCluster() {
        CellAnalysis analysis = SmallAnalysis.make();
        try (Hdf5File file = Hdf5File.open(analysis())) {
            Hdf5Group ranked = file.root().group("uns").group("rank_genes_groups");
            assertThat(ranked.names())
                    .containsExactly("logfoldchanges", "names", "params", "pvals", "pvals_adj", "scores");
            Hdf5Dataset names = ranked.dataset("names");
            assertThat(field(names, "0").texts()).startsWith("GENE0", "GENE1").hasSize(SmallAnalysis.GENES);
            assertThat(field(names, "2").texts()).startsWith("GENE2", "GENE3");
            assertThat(field(ranked.dataset("scores"), "1").reals())
                    .startsWith(10, 9)
                    .endsWith(-29);
            assertThat(field(ranked.dataset("pvals"), "1").reals()[2]).isCloseTo(Math.exp(-19), within(1e-20));
            assertThat(field(ranked.dataset("pvals_adj"), "1").reals()[4]).isCloseTo(Math.exp(-9), within(1e-12));
            assertThat(field(ranked.dataset("logfoldchanges"), "1").reals()).startsWith(2, 1, 0, -1);
            assertThat(ranked.group("params").dataset("method").values().texts())
                    .containsExactly("wilcoxon");
        }
    }

    @Test
    void whereTheAnalysisComesFromIsKept() {
        try (Hdf5File file = Hdf5File.open(analysis())) {
            Hdf5Group marrow = file.root().group("uns").group("marrow");
            assertThat(marrow.dataset("version").values().texts()).containsExactly("0.1.0");
            assertThat(marrow.dataset("seed").values().wholes()).containsExactly(7);
            assertThat(marrow.dataset("cells_read").values().wholes()).containsExactly(70);
            assertThat(marrow.dataset("use").values().texts()[0]).startsWith("For research use only");
            assertThat(marrow.dataset("notes").values().texts())
                    .containsExactly("the first note", "the second, with é");
            assertThat(marrow.group("parameters").names()).containsExactly("minimum genes", "resolution");
        }
    }

    @Test
    void clustersWithoutTheSameNumberOfMarkersAreRefusedAndNothingIsWritten() {
        CellAnalysis whole = SmallAnalysis.make();
        List<MarkerGene> fewer = new ArrayList<>(whole.markers());
        fewer.removeLast();
        CellAnalysis analysis = new CellAnalysis(
                whole.normalised(),
                whole.qc(),
                whole.keptCells(),
                whole.keptGenes(),
                whole.variableGenes(),
                whole.principalComponents(),
                whole.neighbours(),
                whole.clustering(),
                whole.umap(),
                fewer,
                whole.notes());
        assertThatThrownBy(() -> H5adSink.write(folder.resolve("analysis.h5ad"), analysis, PROVENANCE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("markers of cluster 2: expected 40, as in the other clusters, found 39 genes");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNameWithNulIsRefusedAndTheOldFileStays() throws IOException {
        Path path = folder.resolve("dataset.h5ad");
        Files.writeString(path, "before");
        CellDataset dataset = new CellDataset(
                new CellMatrix(1, 0, new long[2], new int[0], new float[0]),
                MatrixKind.COUNTS,
                List.of("a\0b"),
                List.of(),
                Map.of());
        assertThatThrownBy(() -> H5adSink.write(path, dataset))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("text without NUL");
        assertThat(path).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("dataset.h5ad");
    }

    @Test
    void aFolderThatIsNotThereIsTheUsersToMend() {
        assertThatThrownBy(
                        () -> H5adSink.write(folder.resolve("absent/analysis.h5ad"), SmallAnalysis.make(), PROVENANCE))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS));
    }

    @Test
    void theSameAnalysisIsTheSameBytesInEveryLocaleAndZone() throws IOException {
        byte[] first = Files.readAllBytes(analysis());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(Files.readAllBytes(analysis())).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void jhdfReadsTheSameTree() {
        try (HdfFile file = new HdfFile(analysis())) {
            assertThat(file.getChildren().keySet())
                    .containsExactlyInAnyOrder("X", "layers", "obs", "obsm", "obsp", "uns", "var", "varm", "varp");
            assertThat(file.getAttribute("encoding-type").getData()).isEqualTo("anndata");
            assertThat(((Group) file.getByPath("/layers")).getChildren()).isEmpty();
            assertThat((String[]) file.getDatasetByPath("/obs/_index").getData())
                    .startsWith("cell 0", "cell 1");
            assertThat((String[]) file.getDatasetByPath("/var/highly_variable").getData())
                    .startsWith("TRUE", "FALSE");
            assertThat(((float[][]) file.getDatasetByPath("/obsm/X_umap").getData()))
                    .hasNumberOfRows(60);
            Map<?, ?> names = (Map<?, ?>)
                    file.getDatasetByPath("/uns/rank_genes_groups/names").getData();
            assertThat(names.keySet().toString()).isEqualTo("[0, 1, 2]");
        }
    }

    @Test
    void h5dumpReadsEveryValue() {
        assumeTrue(isInstalled("h5dump"), "skipped: h5dump is not installed");
        String dump = Python.run(List.of("h5dump", analysis().toString()));
        assertThat(dump).contains("GROUP \"rank_genes_groups\"", "\"GENE39\"", "DATASET \"connectivities_key\"");
    }

    private static boolean isInstalled(String program) {
        for (String entry : System.getenv("PATH").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty() && Files.isExecutable(Path.of(entry, program))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anndataAndScanpyReadBothKindsOfFileWithoutAWarning() {
        Path dataset = folder.resolve("dataset.h5ad");
        H5adSink.write(dataset, SmallAnalysis.make().normalised());
        String output = Python.run(
                folder, "check_written.py", List.of("-W", "error"), analysis().toString(), dataset.toString());
        assertThat(output.strip()).endsWith("checked");
        Path again = folder.resolve("dataset.h5ad.again");
        assertThat(read(again).matrix())
                .usingRecursiveComparison()
                .isEqualTo(read(dataset).matrix());
        assertThat(read(again).cellNames()).isEqualTo(read(dataset).cellNames());
    }

    private static Values field(Hdf5Dataset dataset, String name) {
        return ((Datatype.Compound) dataset.type())
                .fields().stream()
                        .filter(field -> field.name().equals(name))
                        .map(dataset::values)
                        .findFirst()
                        .orElseThrow();
    }

    private static double[] rows(Hdf5Dataset dataset) {
        double[] all = new double[(int) dataset.elements()];
        int columns = (int) dataset.dimensions()[1];
        Datatype.Real type = (Datatype.Real) dataset.type();
        dataset.scan((first, rows, elements) -> {
            for (int i = 0; i < rows * columns; i++) {
                all[(int) first * columns + i] = Numbers.realAt(elements, i * type.size(), type);
            }
            return true;
        });
        return all;
    }
}
