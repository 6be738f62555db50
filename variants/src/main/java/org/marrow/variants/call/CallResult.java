package org.marrow.variants.call;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the caller found.
 *
 * @param variants in the order of contigs and positions, those that fail filters included
 * @param coverage of every target, in the order they were given
 * @param fates reads that touch a target, by what became of them
 */
public record CallResult(List<SmallVariant> variants, List<TargetCoverage> coverage, Map<ReadFate, Long> fates) {
    public CallResult {
        variants = List.copyOf(variants);
        coverage = List.copyOf(coverage);
        EnumMap<ReadFate, Long> copy = new EnumMap<>(ReadFate.class);
        copy.putAll(fates);
        fates = Collections.unmodifiableMap(copy);
    }
}
