package org.marrow.variants.call.longlesion;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.marrow.variants.call.CallDefaults;
import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.lesion.LesionRegions;
import org.marrow.variants.lesion.Locus;

/** Insertions and deletions that reports ask for by name. Lengths are bases that the alternate allele is longer than the reference. */
public enum NamedIndel {
    /** In-frame insertion, as {@code variants.lesion} reads it from VCF; out of frame it is another lesion or an error. */
    FLT3_ITD(
            LesionNames.FLT3_ITD,
            LesionRegions.FLT3_ITD,
            List.of(LesionRegions.FLT3_EXON_14, LesionRegions.FLT3_EXON_15),
            "FLT3",
            List.of(Set.of(14), Set.of(15)),
            NamedIndel::isDuplicationLength,
            length -> length >= LesionRegions.FLT3_ITD_MINIMUM_BASES && !isDuplicationLength(length)),

    /** The last exon is number 11 of NM_002520 and 12 in the older count that reports still use. */
    NPM1(
            LesionNames.NPM1,
            LesionRegions.NPM1_LAST_EXON,
            List.of(LesionRegions.NPM1_LAST_EXON),
            "NPM1",
            List.of(Set.of(11, 12)),
            length -> length == 4,
            length -> length % 3 != 0),

    CALR_TYPE1(
            LesionNames.CALR_TYPE1,
            LesionRegions.CALR_EXON_9,
            List.of(LesionRegions.CALR_EXON_9),
            "CALR",
            List.of(Set.of(9)),
            length -> length == LesionRegions.CALR_TYPE1_BASES,
            length -> false),

    CALR_TYPE2(
            "CALR_TYPE2",
            LesionRegions.CALR_EXON_9,
            List.of(LesionRegions.CALR_EXON_9),
            "CALR",
            List.of(Set.of(9)),
            length -> length == LesionRegions.CALR_TYPE2_BASES,
            length -> false);

    private final String label;
    private final Locus region;
    private final List<Locus> mustBeSeen;
    private final String gene;
    private final List<Set<Integer>> exons;
    private final IntPredicate isLesion;
    private final IntPredicate isDoubtful;

    NamedIndel(
            String label,
            Locus region,
            List<Locus> mustBeSeen,
            String gene,
            List<Set<Integer>> exons,
            IntPredicate isLesion,
            IntPredicate isDoubtful) {
        this.label = label;
        this.region = region;
        this.mustBeSeen = mustBeSeen;
        this.gene = gene;
        this.exons = exons;
        this.isLesion = isLesion;
        this.isDoubtful = isDoubtful;
    }

    private static boolean isDuplicationLength(int length) {
        return length >= LesionRegions.FLT3_ITD_MINIMUM_BASES
                && length <= CallDefaults.LONGEST_DUPLICATION_BASES
                && length % 3 == 0;
    }

    /** As the table has it. */
    public String label() {
        return label;
    }

    /** Where a variant counts, on a genome. */
    Locus region() {
        return region;
    }

    /** What targets must cover on a genome for "absent". */
    List<Locus> mustBeSeen() {
        return mustBeSeen;
    }

    String gene() {
        return gene;
    }

    /** Exons that must be among the targets' names where the reference is no genome; of each set one, since counts differ. */
    List<Set<Integer>> exons() {
        return exons;
    }

    boolean isLesion(int length) {
        return isLesion.test(length);
    }

    /** Lengths that are not the lesion and do not let it be called absent either. */
    boolean isDoubtful(int length) {
        return isDoubtful.test(length);
    }
}
