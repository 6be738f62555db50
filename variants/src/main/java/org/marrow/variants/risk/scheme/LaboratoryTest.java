package org.marrow.variants.risk.scheme;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a laboratory orders, in the order in which equal answers prefer them. Codes are translated by {@link RiskMessages}. */
public enum LaboratoryTest {
    BLOOD_COUNT,
    MARROW_SMEAR,
    AGE,
    /** Chromosome banding, with FISH or RNA for the fusions. */
    KARYOTYPE,
    /** Fragment analysis, which sees the long duplications that variant calling misses. */
    FLT3_ITD_ASSAY,
    /** FLT3-ITD and FLT3-TKD. */
    FLT3_ASSAY,
    /** The fraction of a TP53 variant that is known already. */
    TP53_VAF,
    /** Whether the other TP53 allele is lost. */
    TP53_LOH_ASSAY,
    KMT2A_PTD_ASSAY,
    /** Sequencing of the genes that are still missing. */
    GENE_PANEL;

    /**
     * The smallest set of missing tests that settles a result whatever they show; of equally small sets the one whose tests come
     * first here.
     *
     * @param missing to choose from
     * @param settles whether a set settles the result; true for all of {@code missing} together
     */
    public static List<String> smallestSettling(Set<LaboratoryTest> missing, Predicate<Set<LaboratoryTest>> settles) {
        List<LaboratoryTest> ordered = List.copyOf(missing.isEmpty() ? Set.of() : EnumSet.copyOf(missing));
        for (int size = 0; size < ordered.size(); size++) {
            List<Set<LaboratoryTest>> candidates = new ArrayList<>();
            combine(ordered, 0, size, EnumSet.noneOf(LaboratoryTest.class), candidates);
            for (Set<LaboratoryTest> candidate : candidates) {
                if (settles.test(candidate)) {
                    return candidate.stream().map(Enum::name).toList();
                }
            }
        }
        return ordered.stream().map(Enum::name).toList();
    }

    private static void combine(
            List<LaboratoryTest> from,
            int next,
            int size,
            EnumSet<LaboratoryTest> chosen,
            List<Set<LaboratoryTest>> candidates) {
        if (chosen.size() == size) {
            candidates.add(EnumSet.copyOf(chosen));
            return;
        }
        for (int i = next; i < from.size(); i++) {
            chosen.add(from.get(i));
            combine(from, i + 1, size, chosen, candidates);
            chosen.remove(from.get(i));
        }
    }
}
