package org.marrow.variants.karyotype;

import java.util.List;
import java.util.function.Function;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.TriState;

/** What schemes ask of a whole karyotype rather than of one abnormality, beside complex and monosomal. */
public enum DerivedLesion {
    /** Complex by ELN 2017, which does not exempt hyperdiploid karyotypes. */
    COMPLEX_ELN2017("complex_eln2017", EvidenceMark.VERIFIED, KaryotypeFindings::complexEln2017),
    /** Five or more abnormalities, which NCCN calls poor in B-ALL. */
    COMPLEX_5("complex_5", EvidenceMark.VERIFIED, findings -> findings.atLeast(5)),
    /** 51 to 65 chromosomes in a clone; unknown beside a hypodiploid one, which may have doubled into it. */
    HYPERDIPLOID_51_65("hyperdiploid_51_65", EvidenceMark.VERIFIED, DerivedLesion::hyperdiploid),
    /** Fewer than 44 chromosomes in a clone. */
    HYPODIPLOID_BELOW_44("hypodiploid_below_44", EvidenceMark.VERIFIED, DerivedLesion::hypodiploid),
    /** Cytogenetics that make AML myelodysplasia-related by WHO 2022. */
    MR_WHO2022("mr_cytogenetics_who2022", EvidenceMark.VERIFIED, MyelodysplasiaRelated::who2022),
    /** Cytogenetics that make AML myelodysplasia-related by ICC 2022. */
    MR_ICC2022("mr_cytogenetics_icc2022", EvidenceMark.VERIFIED, MyelodysplasiaRelated::icc2022),
    /** A high-risk additional chromosome abnormality in CML, by ELN 2020. */
    HIGH_RISK_ACA("high_risk_aca", EvidenceMark.FROM_MEMORY, CmlHighRiskAbnormality::any),
    /** Unfavourable karyotype of DIPSS-plus. */
    DIPSS_PLUS_UNFAVOURABLE("dipss_plus_unfavourable", EvidenceMark.VERIFIED, MpnKaryotypeClass::dipssPlusUnfavourable),
    /** Unfavourable karyotype of the first MIPSS70+. */
    MIPSS70_PLUS_UNFAVOURABLE(
            "mipss70_plus_unfavourable", EvidenceMark.FROM_MEMORY, MpnKaryotypeClass::mipss70PlusUnfavourable);

    private static final int HYPERDIPLOID_FROM = 51;
    private static final int HYPERDIPLOID_TO = 65;
    private static final int HYPODIPLOID_TO = 43;

    private final String label;
    private final EvidenceMark mark;
    private final Function<KaryotypeFindings, TriState> rule;

    DerivedLesion(String label, EvidenceMark mark, Function<KaryotypeFindings, TriState> rule) {
        this.label = label;
        this.mark = mark;
        this.rule = rule;
    }

    /** The name in clinical tables and in results. */
    public String label() {
        return label;
    }

    public EvidenceMark mark() {
        return mark;
    }

    public TriState in(KaryotypeFindings findings) {
        return rule.apply(findings);
    }

    private static TriState hyperdiploid(KaryotypeFindings findings) {
        TriState within =
                numbered(findings, HYPERDIPLOID_FROM, HYPERDIPLOID_TO, KaryotypePolicy.CloneSize.CELLS_WITH_GAIN);
        return within == TriState.PRESENT && hypodiploid(findings) == TriState.PRESENT ? TriState.UNKNOWN : within;
    }

    private static TriState hypodiploid(KaryotypeFindings findings) {
        return numbered(findings, 1, HYPODIPLOID_TO, KaryotypePolicy.CloneSize.CELLS_WITH_LOSS);
    }

    /** Whether a clone of enough cells has a number of chromosomes in a range; unknown where its own range reaches beyond. */
    private static TriState numbered(KaryotypeFindings findings, int from, int to, int cells) {
        List<KaryotypeClone> clones = findings.karyotype().clones().stream()
                .filter(clone -> !clone.donor())
                .toList();
        TriState any = clones.isEmpty() ? TriState.UNKNOWN : TriState.ABSENT;
        for (KaryotypeClone clone : clones) {
            boolean small = findings.policy().cloneSize() == KaryotypePolicy.CloneSize.REQUIRED
                    && clone.cells().orElse(cells) < cells;
            if (small || clone.highestNumber() < from || clone.lowestNumber() > to) {
                continue;
            }
            boolean whole = clone.lowestNumber() >= from && clone.highestNumber() <= to;
            any = any.or(whole ? TriState.PRESENT : TriState.UNKNOWN);
        }
        return any;
    }
}
