package org.marrow.variants.risk.scheme;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a laboratory orders, in the order in which equal answers prefer them. Codes are translated by {@link RiskMessages}. */
public enum LaboratoryTest {
    /** With the differential count. */
    BLOOD_COUNT,
    CLINICAL_EXAMINATION,
    MEDICAL_HISTORY,
    MARROW_SMEAR,
    MARROW_BIOPSY,
    IMMUNOPHENOTYPING,
    AGE,
    /** Chromosome banding, with FISH or RNA for the fusions. */
    KARYOTYPE,
    /** Fragment analysis, which sees the long duplications that variant calling misses. */
    FLT3_ITD_ASSAY,
    /** FLT3-ITD and FLT3-TKD. */
    FLT3_ASSAY,
    /** The fraction of a TP53 variant that is known already. */
    TP53_VAF,
    /** The fraction of another variant that is known already. */
    VARIANT_VAF,
    /** Whether the other TP53 allele is lost. */
    TP53_LOH_ASSAY,
    KMT2A_PTD_ASSAY,
    /** Deletions of single genes, by MLPA or array. */
    COPY_NUMBER_ASSAY,
    /** Fusions that chromosome banding does not see, by FISH or RNA. */
    FUSION_ASSAY,
    EXPRESSION_ASSAY,
    MRD_ASSAY,
    /** Sequencing of the genes that are still missing. */
    GENE_PANEL;

    /**
     * The smallest set of missing tests that settles a result whatever they show; of equally small sets the one whose tests come
     * first here.
     *
     * @param missing to choose from
     * @param settles whether a set settles the result; true for all of {@code missing} together, and for every set that holds one
     *     for which it is true
     */
    public static List<String> smallestSettling(Set<LaboratoryTest> missing, Predicate<Set<LaboratoryTest>> settles) {
        if (missing.isEmpty()) {
            return List.of();
        }
        // What all the others together do not replace is in every set that settles, which leaves few sets to try.
        EnumSet<LaboratoryTest> needed = EnumSet.noneOf(LaboratoryTest.class);
        for (LaboratoryTest test : missing) {
            EnumSet<LaboratoryTest> others = EnumSet.copyOf(missing);
            others.remove(test);
            if (!settles.test(others)) {
                needed.add(test);
            }
        }
        List<LaboratoryTest> optional = new ArrayList<>(EnumSet.copyOf(missing));
        optional.removeAll(needed);
        for (int size = 0; size < optional.size(); size++) {
            List<Set<LaboratoryTest>> candidates = new ArrayList<>();
            combine(optional, 0, EnumSet.copyOf(needed), needed.size() + size, candidates);
            for (Set<LaboratoryTest> candidate : candidates) {
                if (settles.test(candidate)) {
                    return names(candidate);
                }
            }
        }
        return names(EnumSet.copyOf(missing));
    }

    private static List<String> names(Set<LaboratoryTest> tests) {
        return tests.stream().map(Enum::name).toList();
    }

    private static void combine(
            List<LaboratoryTest> from,
            int next,
            EnumSet<LaboratoryTest> chosen,
            int target,
            List<Set<LaboratoryTest>> candidates) {
        if (chosen.size() == target) {
            candidates.add(EnumSet.copyOf(chosen));
            return;
        }
        for (int i = next; i < from.size(); i++) {
            chosen.add(from.get(i));
            combine(from, i + 1, chosen, target, candidates);
            chosen.remove(from.get(i));
        }
    }
}
