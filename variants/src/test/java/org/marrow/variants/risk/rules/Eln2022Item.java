package org.marrow.variants.risk.rules;

import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.risk.scheme.LaboratoryTest;

/** The lesions of the ELN 2022 table, written out apart from the rule file, in groups that its algorithm cannot tell apart. */
enum Eln2022Item {
    RUNX1_RUNX1T1("RUNX1::RUNX1T1", Eln2022Item.Group.CORE_BINDING_FACTOR, LaboratoryTest.KARYOTYPE),
    CBFB_MYH11("CBFB::MYH11", Eln2022Item.Group.CORE_BINDING_FACTOR, LaboratoryTest.KARYOTYPE),
    NPM1("NPM1", Eln2022Item.Group.NPM1, LaboratoryTest.GENE_PANEL),
    FLT3_ITD("FLT3_ITD", Eln2022Item.Group.FLT3_ITD, LaboratoryTest.FLT3_ITD_ASSAY),
    CEBPA_BZIP_INFRAME("CEBPA_BZIP_INFRAME", Eln2022Item.Group.CEBPA, LaboratoryTest.GENE_PANEL),
    MLLT3_KMT2A("MLLT3::KMT2A", Eln2022Item.Group.MLLT3_KMT2A, LaboratoryTest.KARYOTYPE),
    DEK_NUP214("DEK::NUP214", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    KMT2A_OTHER("KMT2A_r", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    BCR_ABL1("BCR::ABL1", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    KAT6A_CREBBP("KAT6A::CREBBP", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    GATA2_MECOM("GATA2::MECOM", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    MECOM_OTHER("MECOM_r", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    MONOSOMY_5("-5", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    DEL_5Q("del5q", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    MONOSOMY_7("-7", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    MONOSOMY_17("-17", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    ABN_17P("abn17p", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    COMPLEX("complex", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    MONOSOMAL("monosomal", Eln2022Item.Group.ADVERSE_CYTOGENETICS, LaboratoryTest.KARYOTYPE),
    ASXL1("ASXL1", Eln2022Item.Group.MYELODYSPLASIA_RELATED, LaboratoryTest.GENE_PANEL),
    BCOR("BCOR", Eln2022Item.Group.MYELODYSPLASIA_RELATED, LaboratoryTest.GENE_PANEL),
    EZH2("EZH2", Eln2022Item.Group.MYELODYSPLASIA_RELATED, LaboratoryTest.GENE_PANEL),
    RUNX1("RUNX1", Eln2022Item.Group.MYELODYSPLASIA_RELATED, LaboratoryTest.GENE_PANEL),
    SF3B1("SF3B1", Eln2022Item.Group.MYELODYSPLASIA_RELATED, LaboratoryTest.GENE_PANEL),
    SRSF2("SRSF2", Eln2022Item.Group.MYELODYSPLASIA_RELATED, LaboratoryTest.GENE_PANEL),
    STAG2("STAG2", Eln2022Item.Group.MYELODYSPLASIA_RELATED, LaboratoryTest.GENE_PANEL),
    U2AF1("U2AF1", Eln2022Item.Group.MYELODYSPLASIA_RELATED, LaboratoryTest.GENE_PANEL),
    ZRSR2("ZRSR2", Eln2022Item.Group.MYELODYSPLASIA_RELATED, LaboratoryTest.GENE_PANEL);

    enum Group {
        CORE_BINDING_FACTOR,
        MLLT3_KMT2A,
        ADVERSE_CYTOGENETICS,
        NPM1,
        FLT3_ITD,
        CEBPA,
        MYELODYSPLASIA_RELATED
    }

    private final String label;
    private final Group group;
    private final LaboratoryTest test;

    Eln2022Item(String label, Group group, LaboratoryTest test) {
        this.label = label;
        this.group = group;
        this.test = test;
    }

    String label() {
        return label;
    }

    Group group() {
        return group;
    }

    LaboratoryTest test() {
        return test;
    }

    /** The name under which findings have it. */
    String finding() {
        return this == COMPLEX ? LesionNames.COMPLEX_ELN2022 : label;
    }
}
