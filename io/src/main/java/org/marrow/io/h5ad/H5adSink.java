package org.marrow.io.h5ad;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.marrow.core.cell.CellAnalysis;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.error.UserException;
import org.marrow.io.guard.AtomicFile;
import org.marrow.io.h5ad.hdf5.Hdf5Data;
import org.marrow.io.h5ad.hdf5.Hdf5GroupWriter;
import org.marrow.io.h5ad.hdf5.Hdf5Writer;

/**
 * Writes h5ad files that AnnData and Scanpy read ({@code docs/formats/h5ad.md}). A file appears whole or not at all, and the
 * same content gives the same bytes.
 */
public final class H5adSink {
    private H5adSink() {}

    /**
     * Writes a matrix with its names and the columns of {@code obs}.
     *
     * @throws UserException with code ACCESS when the file cannot be written
     */
    public static void write(Path path, CellDataset dataset) {
        write(path, root -> {
            dataset(root, dataset, dataset.cellColumns(), Map.of());
            for (String empty : List.of("obsm", "varm", "obsp", "varp", "uns")) {
                ElementWriter.dict(root, empty);
            }
        });
    }

    /**
     * Writes a whole analysis, each result where Scanpy's users look for it.
     *
     * @throws UserException with code ACCESS when the file cannot be written
     */
    public static void write(Path path, CellAnalysis analysis, H5adProvenance provenance) {
        write(path, root -> new AnalysisWriter(analysis, provenance).writeTo(root));
    }

    /** Writes X, obs, var and an empty group of layers. */
    static void dataset(
            Hdf5GroupWriter root,
            CellDataset dataset,
            Map<String, CellColumn> cellColumns,
            Map<String, CellColumn> geneColumns)
            throws IOException {
        CellMatrix matrix = dataset.matrix();
        ElementWriter.sparse(
                root,
                "X",
                matrix.cells(),
                matrix.genes(),
                matrix.rowStarts(),
                matrix.geneIndices(),
                Hdf5Data.float32(matrix.values()));
        ElementWriter.dict(root, "layers");
        ElementWriter.dataFrame(root, "obs", dataset.cellNames(), cellColumns);
        ElementWriter.dataFrame(root, "var", dataset.geneNames(), geneColumns);
    }

    private interface Content {
        void writeTo(Hdf5GroupWriter root) throws IOException;
    }

    private static void write(Path path, Content content) {
        AtomicFile.write(path, temporary -> {
            try (Hdf5Writer writer = Hdf5Writer.create(temporary)) {
                Hdf5GroupWriter root = writer.root();
                root.attributes().text("encoding-type", "anndata").text("encoding-version", "0.1.0");
                content.writeTo(root);
                writer.finish();
            }
        });
    }
}
