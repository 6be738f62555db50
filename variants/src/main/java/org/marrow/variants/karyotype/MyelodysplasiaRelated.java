package org.marrow.variants.karyotype;

import java.util.List;
import org.marrow.core.risk.TriState;

/** Cytogenetic abnormalities that make AML myelodysplasia-related, by the lists of WHO 2022 and ICC 2022, which differ. */
public final class MyelodysplasiaRelated {
    /**
     * WHO 2022 beside a complex karyotype. Losses are of the arm, by deletion, with the whole chromosome or in an unbalanced
     * rearrangement; that -5, -12 and -17 lose their arms in this sense is an open choice.
     */
    public static final List<CytogeneticLesion> WHO_2022 = List.of(
            CytogeneticLesion.LOSS_5Q,
            CytogeneticLesion.MONOSOMY_7,
            CytogeneticLesion.LOSS_7Q,
            CytogeneticLesion.DEL_11Q,
            CytogeneticLesion.LOSS_12P,
            CytogeneticLesion.MONOSOMY_13,
            CytogeneticLesion.DEL_13Q,
            CytogeneticLesion.LOSS_17P,
            CytogeneticLesion.ISOCHROMOSOME_17Q,
            CytogeneticLesion.IDIC_XQ13);

    /** ICC 2022 beside a complex karyotype. Its list names no -5. */
    public static final List<CytogeneticLesion> ICC_2022 = List.of(
            CytogeneticLesion.ABN_5Q,
            CytogeneticLesion.MONOSOMY_7,
            CytogeneticLesion.DEL_7Q,
            CytogeneticLesion.TRISOMY_8,
            CytogeneticLesion.ABN_12P,
            CytogeneticLesion.ISOCHROMOSOME_17Q,
            CytogeneticLesion.MONOSOMY_17,
            CytogeneticLesion.ADD_17P,
            CytogeneticLesion.DEL_17P,
            CytogeneticLesion.DEL_20Q,
            CytogeneticLesion.IDIC_XQ13);

    private MyelodysplasiaRelated() {}

    public static TriState who2022(KaryotypeFindings findings) {
        return any(findings, WHO_2022).or(findings.threeOrMore());
    }

    public static TriState icc2022(KaryotypeFindings findings) {
        return any(findings, ICC_2022).or(findings.complexEln2017());
    }

    private static TriState any(KaryotypeFindings findings, List<CytogeneticLesion> lesions) {
        return lesions.stream().map(findings::lesion).reduce(TriState.ABSENT, TriState::or);
    }
}
