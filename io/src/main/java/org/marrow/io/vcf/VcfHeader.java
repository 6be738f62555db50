package org.marrow.io.vcf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the header of a VCF or BCF file says.
 *
 * @param contigs in the file's order, with their lengths where they are given
 * @param filters IDs in the file's order
 * @param meta the plain lines {@code ##key=value}, the first of each key
 * @param referenceHints texts that may name the assembly: {@code ##reference} and the {@code assembly} of contigs
 * @param samples in the file's order; empty when the file has no genotype columns
 */
record VcfHeader(
        VcfVersion version,
        Map<String, FieldDefinition> info,
        Map<String, FieldDefinition> format,
        Map<String, OptionalLong> contigs,
        List<String> filters,
        Map<String, String> meta,
        List<String> referenceHints,
        List<String> samples,
        boolean hasGenotypes) {
    /** Columns before the samples. */
    static final List<String> FIXED_COLUMNS = List.of("#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO");

    VcfHeader {
        info = Collections.unmodifiableMap(new LinkedHashMap<>(info));
        format = Collections.unmodifiableMap(new LinkedHashMap<>(format));
        contigs = Collections.unmodifiableMap(new LinkedHashMap<>(contigs));
        filters = List.copyOf(filters);
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
        referenceHints = List.copyOf(referenceHints);
        samples = List.copyOf(samples);
    }

    /** What is known of an INFO key: the header's word, else the specification's. */
    Optional<FieldDefinition> infoField(String key) {
        return Optional.ofNullable(info.get(key)).or(() -> ReservedFields.info(key));
    }

    /** What is known of a FORMAT key: the header's word, else the specification's. */
    Optional<FieldDefinition> formatField(String key) {
        return Optional.ofNullable(format.get(key)).or(() -> ReservedFields.format(key));
    }

    int columns() {
        return FIXED_COLUMNS.size() + (hasGenotypes ? 1 + samples.size() : 0);
    }
}
