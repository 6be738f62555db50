package org.marrow.io.h5ad;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an h5ad holds, as its names and dimensions tell, without its values.
 *
 * @param cells rows of {@code obs}
 * @param genes rows of {@code var}
 * @param hasX false where {@code X} is absent or null
 * @param rawGenes rows of {@code raw.var}; empty where there is no {@code raw}
 * @param layers sorted
 * @param encoding such as {@code anndata 0.1.0}, or {@code before anndata 0.7}
 */
public record H5adSummary(
        int cells, int genes, boolean hasX, OptionalInt rawGenes, List<String> layers, String encoding) {
    public H5adSummary {
        requireNonNull(rawGenes, "rawGenes");
        layers = List.copyOf(layers);
        requireNonNull(encoding, "encoding");
    }

    /** The matrices there are, as {@link MatrixChoice#parse} names them. */
    public List<String> matrices() {
        List<String> names = new ArrayList<>();
        if (hasX) {
            names.add("X");
        }
        if (rawGenes.isPresent()) {
            names.add("raw");
        }
        for (String layer : layers) {
            names.add("layers/" + layer);
        }
        return names;
    }
}
