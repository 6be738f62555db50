package org.marrow.io.vcf;

import java.util.List;
import java.util.Map;

/**
 * One record whose every column was checked.
 *
 * @param contig as the file writes it
 * @param position from 1; 0 or one past the end for a telomere
 * @param ids empty when the file has a dot
 * @param ref upper case
 * @param alts upper case where they are bases; empty when the file has a dot
 * @param filters that were failed; empty for PASS and for a dot
 * @param info in the file's order; an empty value for a flag
 * @param format keys
 * @param samples the raw columns, as many as the header names
 */
record VcfRecord(
        VcfLine place,
        String contig,
        int position,
        List<String> ids,
        String ref,
        List<String> alts,
        List<String> filters,
        Map<String, String> info,
        List<String> format,
        List<String> samples) {

    /** The values of one sample, as many as there are FORMAT keys; a dot for what was left out. */
    List<String> sampleValues(int sample) {
        String[] values = samples.get(sample).split(":", -1);
        String[] all = new String[format.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < values.length ? values[i] : ".";
        }
        return List.of(all);
    }
}
