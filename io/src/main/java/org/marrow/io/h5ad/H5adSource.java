package org.marrow.io.h5ad;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.io.guard.FileAccess;
import org.marrow.io.h5ad.hdf5.Hdf5Attribute;
import org.marrow.io.h5ad.hdf5.Hdf5File;
import org.marrow.io.h5ad.hdf5.Hdf5Group;

/**
 * Reads AnnData's h5ad files, of every encoding from anndata 0.5 to 0.12 ({@code docs/formats/h5ad.md}). A file that is
 * truncated, damaged or hostile is refused with a {@link FormatException} that names the place inside it; nothing is taken on
 * trust that takes memory. Not for use by several threads at once.
 */
public final class H5adSource implements AutoCloseable {
    private static final String COUNTS_LAYER = "counts";

    private final Hdf5File file;
    private final Hdf5Group root;

    private H5adSource(Hdf5File file) {
        this.file = file;
        this.root = file.root();
    }

    /**
     * Opens a file and sees that it is an h5ad.
     *
     * @throws UserException with code ACCESS when it cannot be read
     * @throws FormatException when it is not an h5ad or is truncated
     */
    public static H5adSource open(Path path) {
        refuseMuData(path);
        Hdf5File file = Hdf5File.open(path);
        try {
            H5adSource source = new H5adSource(file);
            source.requireAnnData();
            return source;
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** What the file holds. */
    public H5adSummary summary() {
        OptionalInt rawGenes =
                raw().isPresent() ? OptionalInt.of(rawVar().names().size()) : OptionalInt.empty();
        return new H5adSummary(
                obs().names().size(), var().names().size(), x().isPresent(), rawGenes, layers(), encoding());
    }

    /**
     * Reads one matrix with its names and the columns of {@code obs}.
     *
     * @throws FormatException when anything that is read is damaged, or the dimensions do not agree
     * @throws UserException when the matrix is not there, when {@link MatrixChoice.Auto} finds none that can be analysed, or
     *     when there are more values than this version reads
     */
    public CellDataset read(MatrixChoice choice) {
        return switch (choice) {
            case MatrixChoice.X x -> read(x().orElseThrow(() -> absent("X")), var());
            case MatrixChoice.Raw raw -> read(raw().orElseThrow(() -> absent("raw")), rawVar());
            case MatrixChoice.Layer layer ->
                read(layer(layer.name()).orElseThrow(() -> absent("layers/" + layer.name())), var());
            case MatrixChoice.Auto auto -> readAuto();
        };
    }

    @Override
    public void close() {
        file.close();
    }

    private record Candidate(String name, StoredMatrix matrix, DataFrameReader genes) {}

    private CellDataset readAuto() {
        List<Candidate> candidates = new ArrayList<>();
        x().ifPresent(matrix -> candidates.add(new Candidate("X", matrix, var())));
        layer(COUNTS_LAYER).ifPresent(matrix -> candidates.add(new Candidate("layers/" + COUNTS_LAYER, matrix, var())));
        raw().ifPresent(matrix -> candidates.add(new Candidate("raw", matrix, rawVar())));
        Candidate logarithms = null;
        List<String> seen = new ArrayList<>();
        for (Candidate candidate : candidates) {
            MatrixLook look = candidate.matrix().look();
            if (look.kind() == MatrixKind.COUNTS) {
                return read(candidate.matrix(), candidate.genes());
            }
            if (look.kind() == MatrixKind.LOG_NORMALISED && logarithms == null) {
                logarithms = candidate;
            }
            seen.add(candidate.name() + " holds " + look.describe());
        }
        if (logarithms != null) {
            return read(logarithms.matrix(), logarithms.genes());
        }
        List<String> matrices = summary().matrices();
        String found = seen.isEmpty() ? "there is no X, layers/counts or raw" : String.join("; ", seen);
        throw new UserException(
                ErrorCode.VALUE,
                file.path() + ": expected counts or log-normalised expression in X, layers/counts or raw, but " + found
                        + ". Matrices in the file: " + (matrices.isEmpty() ? "none" : String.join(", ", matrices))
                        + ".");
    }

    private CellDataset read(StoredMatrix matrix, DataFrameReader genes) {
        List<String> cellNames = obs().names();
        List<String> geneNames = genes.names();
        if (matrix.rows() != cellNames.size() || matrix.columns() != geneNames.size()) {
            throw file.damaged(
                    matrix.path(),
                    cellNames.size() + " cells by " + geneNames.size() + " genes, as there are names",
                    matrix.rows() + " by " + matrix.columns());
        }
        CellMatrix values = matrix.read();
        MatrixLook look = new MatrixLook();
        look.add(values.values(), 0, values.storedValues());
        return new CellDataset(values, look.kind(), cellNames, geneNames, obs().columns(cellNames.size()));
    }

    /** MuData puts its name before the HDF5 file itself. */
    private static void refuseMuData(Path path) {
        FileAccess.requireReadable(path);
        try (InputStream in = Files.newInputStream(path)) {
            if (new String(in.readNBytes(6), StandardCharsets.ISO_8859_1).equals("MuData")) {
                throw new FormatException(
                        path,
                        Location.whole(),
                        "an AnnData file",
                        "a MuData file; write one modality with mdata.mod[\"rna\"].write_h5ad(name)");
            }
        } catch (IOException failure) {
            throw new UserException(
                    ErrorCode.ACCESS, path + ": the file cannot be read (" + failure.getMessage() + ")", failure);
        }
    }

    private void requireAnnData() {
        String type = root.attribute("encoding-type").map(Hdf5Attribute::text).orElse("anndata");
        String version = version();
        if (!type.equals("anndata") || !(version.isEmpty() || version.equals("0.1.0"))) {
            throw file.damaged("/", "encoding anndata 0.1.0", type + " " + version);
        }
        if (!root.has("obs") || !root.has("var")) {
            throw file.damaged("/", "an AnnData file, with obs and var", "a file with " + root.names());
        }
    }

    private String version() {
        return root.attribute("encoding-version").map(Hdf5Attribute::text).orElse("");
    }

    private String encoding() {
        if (obs().isLegacy()) {
            return "before anndata 0.7";
        }
        String version = version();
        return version.isEmpty() ? "anndata 0.7" : "anndata " + version;
    }

    private DataFrameReader obs() {
        return new DataFrameReader(file, root, "obs");
    }

    private DataFrameReader var() {
        return new DataFrameReader(file, root, "var");
    }

    private DataFrameReader rawVar() {
        return root.has("raw")
                ? new DataFrameReader(file, root.group("raw"), "var")
                : new DataFrameReader(file, root, "raw.var");
    }

    private Optional<StoredMatrix> x() {
        return StoredMatrix.open(file, root, "X");
    }

    private Optional<StoredMatrix> raw() {
        return root.hasGroup("raw")
                ? StoredMatrix.open(file, root.group("raw"), "X")
                : StoredMatrix.open(file, root, "raw.X");
    }

    private Optional<StoredMatrix> layer(String name) {
        return root.has("layers") ? StoredMatrix.open(file, root.group("layers"), name) : Optional.empty();
    }

    private List<String> layers() {
        return root.has("layers") ? List.copyOf(root.group("layers").names()) : List.of();
    }

    private UserException absent(String name) {
        List<String> there = summary().matrices();
        return new UserException(
                ErrorCode.VALUE,
                file.path() + ": there is no " + name + ". Matrices in the file: "
                        + (there.isEmpty() ? "none" : String.join(", ", there)) + ".");
    }
}
