package org.marrow.core.variant;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * All that one variant file says of one sample.
 *
 * @param name the sample's name in the file, such as a TCGA barcode
 * @param assessed which genes an absence can be believed of
 */
public record SampleVariants(String name, Assembly assembly, AssessedGenes assessed, List<VariantCall> calls) {
    public SampleVariants {
        requireNonNull(name, "name");
        requireNonNull(assembly, "assembly");
        requireNonNull(assessed, "assessed");
        calls = List.copyOf(calls);
    }
}
