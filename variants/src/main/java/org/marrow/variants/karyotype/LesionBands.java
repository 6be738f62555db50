package org.marrow.variants.karyotype;

import static org.marrow.variants.karyotype.FusionRule.Site.at;
import static org.marrow.variants.karyotype.FusionRule.between;

import java.util.List;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.FusionRule.Site;

/** The bands of the fusions, those of the ELN 2022 table first among them, and the chromosome that carries each fusion. */
final class LesionBands {
    static final LesionRule RUNX1_RUNX1T1 =
            between(at("8", "q", "22"), at("21", "q", "22")).on("8");
    static final LesionRule CBFB_MYH11 = between(at("16", "p", "13"), at("16", "q", "22"));
    static final LesionRule DEK_NUP214 =
            between(at("6", "p", "22", "23"), at("9", "q", "34")).on("6");
    static final LesionRule BCR_ABL1 =
            between(at("9", "q", "34"), at("22", "q", "11")).on("22");
    static final LesionRule KAT6A_CREBBP = between(at("8", "p", "11"), at("16", "p", "13"));
    static final LesionRule GATA2_MECOM = between(at("3", "q", "21"), at("3", "q", "26"));
    static final LesionRule PML_RARA =
            between(at("15", "q", "22", "24"), at("17", "q", "11", "12", "21")).on("15");
    static final Site MECOM_3Q26 = at("3", "q", "26");

    private static final Site KMT2A_11Q23 = at("11", "q", "23");
    static final LesionRule MLLT3_KMT2A =
            between(at("9", "p", "21", "22"), KMT2A_11Q23).on("11");
    static final LesionRule KMT2A_AFF1 =
            between(at("4", "q", "21"), KMT2A_11Q23).on("11");

    private static final Site RARA_17Q21 = at("17", "q", "21");
    private static final Site ZBTB16_11Q23 = at("11", "q", "23");

    /** KMT2A by any exchange at 11q23, but for what sub-bands or the partner of RARA speak against. */
    static final LesionRule KMT2A = (abnormality, clone) -> {
        TriState broken = FusionRule.withAnyPartner(KMT2A_11Q23, "11").apply(abnormality, clone);
        return broken == TriState.PRESENT && mayMissKmt2a(abnormality, clone) ? TriState.UNKNOWN : broken;
    };

    /** Partners of RARA other than PML, all from memory: ZBTB16, NPM1, NUMA1, FIP1L1, BCOR, NABP1, TBL1XR1, GTF2I, IRF2BP2. */
    static final LesionRule RARA_OTHER = (abnormality, clone) -> {
        TriState pml = between(at("15", "q", "22", "24"), at("17", "q", "11", "12", "21"))
                .apply(abnormality, clone);
        if (pml == TriState.PRESENT) {
            return TriState.ABSENT;
        }
        TriState known = FusionRule.withKnownPartners(
                        RARA_17Q21,
                        List.of(
                                at("11", "q", "13", "23.2"),
                                at("5", "q", "35"),
                                at("4", "q", "12"),
                                at("X", "p", "11"),
                                at("2", "q", "32"),
                                at("3", "q", "26"),
                                at("7", "q", "11"),
                                at("1", "q", "42")))
                .apply(abnormality, clone);
        // t(11;17)(q23.3;q21) is of KMT2A; without the sub-band either may be meant.
        boolean kmt2a = between(at("11", "q", "23.3"), RARA_17Q21).apply(abnormality, clone) == TriState.PRESENT;
        return kmt2a ? TriState.ABSENT : known;
    };

    /** NUP98 with the partners known, all from memory; another exchange at 11p15 leaves it open. */
    static final LesionRule NUP98 = FusionRule.withKnownPartners(
            at("11", "p", "15"),
            List.of(
                    at("5", "q", "35"),
                    at("12", "p", "13"),
                    at("7", "p", "15"),
                    at("2", "q", "31"),
                    at("1", "q", "24"),
                    at("11", "q", "22"),
                    at("20", "q", "12"),
                    at("4", "q", "21"),
                    at("10", "q", "23")));

    static final LesionRule RBM15_MRTFA =
            between(at("1", "p", "13"), at("22", "q", "13")).on("22");
    static final LesionRule CBFA2T3_GLIS2 = between(at("16", "p", "13"), at("16", "q", "24"));
    static final LesionRule PICALM_MLLT10 = between(at("10", "p", "12", "13"), at("11", "q", "14", "21"));
    static final LesionRule FUS_ERG = between(at("16", "p", "11"), at("21", "q", "22"));
    static final LesionRule RUNX1_CBFA2T3 = between(at("16", "q", "24"), at("21", "q", "22"));
    static final LesionRule ETV6_MNX1 = between(at("7", "q", "36"), at("12", "p", "13"));
    static final LesionRule NPM1_MLF1 = between(at("3", "q", "25"), at("5", "q", "34", "35"));
    static final LesionRule PRDM16_RPN1 = between(at("1", "p", "36"), at("3", "q", "21"));
    static final LesionRule ETV6_RUNX1 =
            between(at("12", "p", "13"), at("21", "q", "22")).on("21");
    static final LesionRule TCF3_PBX1 =
            between(at("1", "q", "23"), at("19", "p", "13")).on("19");
    static final LesionRule TCF3_HLF =
            between(at("17", "q", "21", "22"), at("19", "p", "13")).on("19");

    private static final Site IGH_14Q32 = at("14", "q", "32");

    /** IGH by an exchange at 14q32, but for TLX3 and the T-cell receptor, whose partner there is more often another gene. */
    static final LesionRule IGH = (abnormality, clone) -> {
        TriState broken = FusionRule.withAnyPartner(IGH_14Q32, "").apply(abnormality, clone);
        return broken == TriState.PRESENT && mayMissIgh(abnormality, clone) ? TriState.UNKNOWN : broken;
    };

    /** MYC beside an immunoglobulin gene; another exchange at 8q24 leaves it open. */
    static final LesionRule MYC = FusionRule.withKnownPartners(
            at("8", "q", "24"), List.of(at("14", "q", "32"), at("2", "p", "11", "12"), at("22", "q", "11")));

    static final LesionRule IAMP21 = (abnormality, clone) ->
            TriState.of(abnormality.rearrangements().stream().anyMatch(r -> r.isType("iAMP21")));

    static final LesionRule IDIC_XQ13 = (abnormality, clone) -> {
        TriState any = TriState.ABSENT;
        for (Rearrangement rearrangement : abnormality.rearrangements()) {
            if (rearrangement.isType("idic", "psu idic")) {
                any = any.or(at("X", "q", "13").in(rearrangement));
            }
        }
        return any;
    };

    /** A gained derivative 22 of the translocation, an isoderivative of it, or two copies of it. */
    static final LesionRule SECOND_PH = (abnormality, clone) -> {
        TriState fusion = BCR_ABL1.apply(abnormality, clone);
        boolean derivative = abnormality.chromosomes().equals(List.of("22"));
        boolean isoderivative = abnormality.rearrangements().stream()
                .anyMatch(r -> r.isType("ider") && r.chromosomes().equals(List.of("22")));
        boolean second = (derivative && abnormality.sign() > 0)
                || isoderivative
                || (derivative && abnormality.copies() > 1)
                || (derivative && hasOtherPh(abnormality, clone));
        return second ? fusion : TriState.ABSENT;
    };

    private LesionBands() {}

    private static boolean hasOtherPh(Abnormality abnormality, List<Abnormality> clone) {
        return clone.stream()
                .anyMatch(other -> !other.key().equals(abnormality.key())
                        && other.sign() == 0
                        && BCR_ABL1.apply(other, clone) == TriState.PRESENT);
    }

    private static boolean mayMissKmt2a(Abnormality abnormality, List<Abnormality> clone) {
        boolean besideRara = between(ZBTB16_11Q23, RARA_17Q21).apply(abnormality, clone) == TriState.PRESENT
                && !hasBand(abnormality, "11", "q", "23.3");
        boolean otherSubBand = hasBand(abnormality, "11", "q", "23.1") || hasBand(abnormality, "11", "q", "23.2");
        return besideRara || otherSubBand;
    }

    private static boolean mayMissIgh(Abnormality abnormality, List<Abnormality> clone) {
        boolean otherSubBand = hasBand(abnormality, "14", "q", "32.1") || hasBand(abnormality, "14", "q", "32.2");
        boolean open = !hasBand(abnormality, "14", "q", "32.3");
        boolean tlx3 = between(IGH_14Q32, at("5", "q", "35")).apply(abnormality, clone) == TriState.PRESENT;
        boolean receptor = between(IGH_14Q32, at("14", "q", "11")).apply(abnormality, clone) == TriState.PRESENT;
        return otherSubBand || (open && (tlx3 || receptor));
    }

    private static boolean hasBand(Abnormality abnormality, String chromosome, String arm, String band) {
        return abnormality.rearrangements().stream()
                .flatMap(r -> r.breakpoints().stream())
                .anyMatch(b -> b.isOnArm(chromosome, arm) && b.band().startsWith(band));
    }
}
