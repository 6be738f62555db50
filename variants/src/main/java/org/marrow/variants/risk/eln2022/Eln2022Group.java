package org.marrow.variants.risk.eln2022;

import org.marrow.variants.risk.scheme.LaboratoryTest;

/** Lesions that the algorithm cannot tell apart: any of a group has the same effect, and one test looks for all of it. */
enum Eln2022Group {
    CORE_BINDING_FACTOR(LaboratoryTest.KARYOTYPE),
    MLLT3_KMT2A(LaboratoryTest.KARYOTYPE),
    ADVERSE_CYTOGENETICS(LaboratoryTest.KARYOTYPE),
    /** Where a variant is known and its fraction is not, the fraction is what is missing. */
    TP53(LaboratoryTest.GENE_PANEL),
    NPM1(LaboratoryTest.GENE_PANEL),
    FLT3_ITD(LaboratoryTest.FLT3_ITD_ASSAY),
    CEBPA(LaboratoryTest.GENE_PANEL),
    MYELODYSPLASIA_RELATED(LaboratoryTest.GENE_PANEL);

    private final LaboratoryTest test;

    Eln2022Group(LaboratoryTest test) {
        this.test = test;
    }

    LaboratoryTest test() {
        return test;
    }
}
