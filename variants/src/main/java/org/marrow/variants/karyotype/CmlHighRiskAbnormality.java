package org.marrow.variants.karyotype;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.marrow.core.risk.TriState;

/** Additional chromosome abnormalities of high risk in CML: the list of ELN 2020, from memory. */
public enum CmlHighRiskAbnormality {
    TRISOMY_8("+8", List.of(CytogeneticLesion.TRISOMY_8)),
    SECOND_PH("second Ph", List.of(CytogeneticLesion.SECOND_PH)),
    ISOCHROMOSOME_17Q("i(17q)", List.of(CytogeneticLesion.ISOCHROMOSOME_17Q)),
    TRISOMY_19("+19", List.of(CytogeneticLesion.TRISOMY_19)),
    LOSS_7("-7/7q-", List.of(CytogeneticLesion.MONOSOMY_7, CytogeneticLesion.DEL_7Q)),
    ABN_11Q23("11q23", List.of(CytogeneticLesion.MLLT3_KMT2A, CytogeneticLesion.KMT2A_OTHER)),
    ABN_3Q26("3q26.2", List.of(CytogeneticLesion.GATA2_MECOM, CytogeneticLesion.MECOM_OTHER)),
    /** Three or more abnormalities beside the Philadelphia translocation: whether it is one of the three is an open choice. */
    COMPLEX("complex", CmlHighRiskAbnormality::complex);

    private final String label;
    private final Function<KaryotypeFindings, TriState> rule;

    CmlHighRiskAbnormality(String label, List<CytogeneticLesion> lesions) {
        this(label, findings -> lesions.stream().map(findings::lesion).reduce(TriState.ABSENT, TriState::or));
    }

    CmlHighRiskAbnormality(String label, Function<KaryotypeFindings, TriState> rule) {
        this.label = label;
        this.rule = rule;
    }

    /** As the guideline names it. */
    public String label() {
        return label;
    }

    public TriState in(KaryotypeFindings findings) {
        return rule.apply(findings);
    }

    /** Whether any of them is there. */
    public static TriState any(KaryotypeFindings findings) {
        return Arrays.stream(values()).map(a -> a.in(findings)).reduce(TriState.ABSENT, TriState::or);
    }

    private static TriState complex(KaryotypeFindings findings) {
        boolean ph = findings.abnormalities().stream()
                .anyMatch(a -> CytogeneticLesion.BCR_ABL1.in(a, List.of(a)) == TriState.PRESENT
                        && CytogeneticLesion.SECOND_PH.in(a, findings.abnormalities()) != TriState.PRESENT);
        return findings.atLeast(KaryotypeFindings.COMPLEX_FROM + (ph ? 1 : 0));
    }
}
