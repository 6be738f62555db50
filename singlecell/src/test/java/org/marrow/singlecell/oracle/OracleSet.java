package org.marrow.singlecell.oracle;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.testing.SharedData;
import org.marrow.singlecell.neighbours.NearestNeighbours;
import org.marrow.singlecell.normalise.LogNormalisation;
import org.marrow.singlecell.normalise.NormaliseSettings;
import org.marrow.singlecell.parallel.WorkPool;
import org.marrow.singlecell.qc.FilteredCells;
import org.marrow.singlecell.qc.QcSettings;
import org.marrow.singlecell.qc.QualityControl;

/**
 * A data set of {@code single_cell/oracle} and what Scanpy 1.11.5 made of it. Each set is read and normalised once.
 *
 * @param variableGenes number of genes that the oracle's PCA was made of
 */
public record OracleSet(
        String name, String countsFile, String cellNamesPath, String geneNamesPath, QcSettings qc, int variableGenes) {

    private static final String ROOT = "data/single_cell/oracle/";
    private static final int SCANPY_NEIGHBOURS_WITHOUT_SELF = 14;
    private static final Map<String, CellDataset> COUNTS = new HashMap<>();
    private static final Map<String, CellDataset> NORMALISED = new HashMap<>();

    public static final OracleSet PBMC = new OracleSet(
            "pbmc68k_reduced",
            "pbmc68k_reduced_counts.h5ad",
            "/obs/index",
            "/var/index",
            new QcSettings(1, 1, OptionalDouble.empty()),
            300);
    public static final OracleSet SYNTHETIC = new OracleSet(
            "syn3000",
            "syn3000.h5ad",
            "/obs/_index",
            "/var/_index",
            new QcSettings(200, 3, OptionalDouble.empty()),
            2000);

    public static List<OracleSet> all() {
        return List.of(PBMC, SYNTHETIC);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Prints an agreement that a test found, to be taken into docs/validation/singlecell.md. */
    public void record(String what, Object agreement) {
        System.out.printf(Locale.ROOT, "agreement with Scanpy, %s, %s: %s%n", name, what, agreement);
    }

    public Path file(String fileName) {
        return SharedData.require(ROOT + name + "/" + fileName);
    }

    public CsvTable table(String fileName) {
        try {
            return CsvTable.read(file(fileName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, NumpyArray> arrays(String fileName) {
        try {
            return NumpyArray.npz(file(fileName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public NumpyArray array(String fileName) {
        try {
            return NumpyArray.npy(file(fileName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized CellDataset counts() {
        Path path = SharedData.require(ROOT + countsFile);
        return COUNTS.computeIfAbsent(name, key -> readCounts(path));
    }

    public FilteredCells filtered() {
        return QualityControl.filter(counts(), QualityControl.measure(counts()), qc);
    }

    public CellDataset normalised() {
        CellDataset counts = counts();
        synchronized (NORMALISED) {
            return NORMALISED.computeIfAbsent(name, key -> {
                try (WorkPool pool = new WorkPool(2)) {
                    return LogNormalisation.apply(
                            QualityControl.filter(counts, QualityControl.measure(counts), qc)
                                    .dataset(),
                            new NormaliseSettings(1e4),
                            pool);
                }
            });
        }
    }

    /** The oracle's scores, cell after cell. */
    public NumpyArray scores() {
        return arrays("pca_exact_f64.npz").get("scores");
    }

    /** The oracle's exact neighbours, cut to those that Scanpy's {@code n_neighbors=15} takes besides the cell itself. */
    public NearestNeighbours neighboursOfScanpy() {
        Map<String, NumpyArray> oracle = arrays("knn15_exact_noself.npz");
        int cells = oracle.get("idx").shape()[0];
        int stored = oracle.get("idx").shape()[1];
        int[] indices = new int[cells * SCANPY_NEIGHBOURS_WITHOUT_SELF];
        double[] distances = new double[indices.length];
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < SCANPY_NEIGHBOURS_WITHOUT_SELF; i++) {
                int place = cell * SCANPY_NEIGHBOURS_WITHOUT_SELF + i;
                indices[place] = (int) oracle.get("idx").values()[cell * stored + i];
                distances[place] = oracle.get("dist").values()[cell * stored + i];
            }
        }
        return new NearestNeighbours(cells, SCANPY_NEIGHBOURS_WITHOUT_SELF, indices, distances);
    }

    private CellDataset readCounts(Path path) {
        try (HdfFile file = new HdfFile(path)) {
            List<String> cellNames =
                    List.of((String[]) file.getDatasetByPath(cellNamesPath).getData());
            List<String> geneNames =
                    List.of((String[]) file.getDatasetByPath(geneNamesPath).getData());
            float[] values = (float[]) file.getDatasetByPath("/X/data").getData();
            int[] indices = (int[]) file.getDatasetByPath("/X/indices").getData();
            int[] starts = (int[]) file.getDatasetByPath("/X/indptr").getData();
            return new CellDataset(
                    new CellMatrix(
                            cellNames.size(),
                            geneNames.size(),
                            Arrays.stream(starts).asLongStream().toArray(),
                            indices,
                            values),
                    MatrixKind.COUNTS,
                    cellNames,
                    geneNames,
                    Map.of());
        }
    }
}
