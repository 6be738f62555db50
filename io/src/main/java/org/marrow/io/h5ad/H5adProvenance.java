package org.marrow.io.h5ad;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an analysis was made with, kept in {@code uns/marrow} of the file.
 *
 * @param version of Marrow
 * @param parameters by name, in alphabetical order
 */
public record H5adProvenance(String version, Map<String, String> parameters) {
    public H5adProvenance {
        requireNonNull(version, "version");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
