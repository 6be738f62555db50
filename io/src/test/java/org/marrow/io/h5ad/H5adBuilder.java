package org.marrow.io.h5ad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.marrow.io.h5ad.hdf5.Hdf5AttributeList;
import org.marrow.io.h5ad.hdf5.Hdf5Data;
import org.marrow.io.h5ad.hdf5.Hdf5GroupWriter;
import org.marrow.io.h5ad.hdf5.Hdf5Writer;

/** Builds small h5ad files, right or wrong, with cells c0, c1, ... and genes g0, g1, ... */
final class H5adBuilder {
    private final Hdf5GroupWriter root;
    private final Hdf5GroupWriter obs;
    private final List<String> columns = new ArrayList<>();

    interface Content {
        void addTo(H5adBuilder builder) throws IOException;
    }

    private H5adBuilder(Hdf5GroupWriter root, int cells, int genes) throws IOException {
        this.root = root;
        root.attributes().text("encoding-type", "anndata").text("encoding-version", "0.1.0");
        this.obs = frame(root, "obs", names("c", cells));
        frame(root, "var", names("g", genes)).attributes().texts("column-order", List.of());
    }

    static Path write(Path path, int cells, int genes, Content content) {
        try (Hdf5Writer writer = Hdf5Writer.create(path)) {
            H5adBuilder builder = new H5adBuilder(writer.root(), cells, genes);
            content.addTo(builder);
            builder.obs.attributes().texts("column-order", builder.columns);
            writer.finish();
            return path;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    Hdf5GroupWriter root() {
        return root;
    }

    Hdf5GroupWriter obs() {
        return obs;
    }

    Hdf5GroupWriter frame(Hdf5GroupWriter parent, String name, List<String> index) throws IOException {
        Hdf5GroupWriter frame = parent.group(name);
        frame.attributes()
                .text("encoding-type", "dataframe")
                .text("encoding-version", "0.2.0")
                .text("_index", "_index");
        frame.dataset("_index", Hdf5Data.texts(index), encoding("string-array"));
        return frame;
    }

    static Hdf5AttributeList encoding(String type) {
        return new Hdf5AttributeList().text("encoding-type", type).text("encoding-version", "0.2.0");
    }

    void column(String name, Hdf5Data data) throws IOException {
        obs.dataset(name, data, encoding("array"));
        columns.add(name);
    }

    Hdf5GroupWriter columnGroup(String name, String encoding) {
        Hdf5GroupWriter group = obs.group(name);
        group.attributes().text("encoding-type", encoding).text("encoding-version", "0.1.0");
        columns.add(name);
        return group;
    }

    /** Only names the column. */
    void list(String column) {
        columns.add(column);
    }

    static void dense(Hdf5GroupWriter parent, String name, int genes, Hdf5Data data) throws IOException {
        parent.dataset(name, data.asRows(genes), encoding("array"));
    }

    static void sparse(
            Hdf5GroupWriter parent,
            String name,
            String encoding,
            long[] shape,
            Hdf5Data starts,
            Hdf5Data indices,
            Hdf5Data data)
            throws IOException {
        Hdf5GroupWriter matrix = parent.group(name);
        matrix.attributes()
                .text("encoding-type", encoding)
                .text("encoding-version", "0.1.0")
                .wholes("shape", shape);
        matrix.dataset("data", data, new Hdf5AttributeList());
        matrix.dataset("indices", indices, new Hdf5AttributeList());
        matrix.dataset("indptr", starts, new Hdf5AttributeList());
    }
}
