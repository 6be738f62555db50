package org.marrow.variants.risk.eln2022;

import org.marrow.variants.karyotype.CytogeneticLesion;
import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.risk.scheme.LaboratoryTest;

/** The lesions of the ELN 2022 table, in its order, but for TP53, which counts by its fraction. */
public enum Eln2022Item {
    RUNX1_RUNX1T1(CytogeneticLesion.RUNX1_RUNX1T1, Eln2022Group.CORE_BINDING_FACTOR),
    CBFB_MYH11(CytogeneticLesion.CBFB_MYH11, Eln2022Group.CORE_BINDING_FACTOR),
    NPM1(LesionNames.NPM1, Eln2022Group.NPM1, "NPM1 frameshift of the last exon"),
    FLT3_ITD(
            LesionNames.FLT3_ITD,
            Eln2022Group.FLT3_ITD,
            "FLT3 internal tandem duplication, whatever its allelic ratio"),
    CEBPA_BZIP_INFRAME(
            LesionNames.CEBPA_BZIP_INFRAME, Eln2022Group.CEBPA, "CEBPA in-frame mutation of the bZIP domain"),
    MLLT3_KMT2A(CytogeneticLesion.MLLT3_KMT2A, Eln2022Group.MLLT3_KMT2A),
    DEK_NUP214(CytogeneticLesion.DEK_NUP214, Eln2022Group.ADVERSE_CYTOGENETICS),
    /** KMT2A with any other partner, or with a partner that the assay does not tell. KMT2A-PTD is not meant. */
    KMT2A_OTHER(CytogeneticLesion.KMT2A_OTHER, Eln2022Group.ADVERSE_CYTOGENETICS),
    BCR_ABL1(CytogeneticLesion.BCR_ABL1, Eln2022Group.ADVERSE_CYTOGENETICS),
    KAT6A_CREBBP(CytogeneticLesion.KAT6A_CREBBP, Eln2022Group.ADVERSE_CYTOGENETICS),
    GATA2_MECOM(CytogeneticLesion.GATA2_MECOM, Eln2022Group.ADVERSE_CYTOGENETICS),
    MECOM_OTHER(CytogeneticLesion.MECOM_OTHER, Eln2022Group.ADVERSE_CYTOGENETICS),
    MONOSOMY_5(CytogeneticLesion.MONOSOMY_5, Eln2022Group.ADVERSE_CYTOGENETICS),
    DEL_5Q(CytogeneticLesion.DEL_5Q, Eln2022Group.ADVERSE_CYTOGENETICS),
    MONOSOMY_7(CytogeneticLesion.MONOSOMY_7, Eln2022Group.ADVERSE_CYTOGENETICS),
    MONOSOMY_17(CytogeneticLesion.MONOSOMY_17, Eln2022Group.ADVERSE_CYTOGENETICS),
    ABN_17P(CytogeneticLesion.ABN_17P, Eln2022Group.ADVERSE_CYTOGENETICS),
    COMPLEX(LesionNames.COMPLEX, Eln2022Group.ADVERSE_CYTOGENETICS, "complex karyotype by ELN 2022"),
    MONOSOMAL(LesionNames.MONOSOMAL, Eln2022Group.ADVERSE_CYTOGENETICS, "monosomal karyotype"),
    ASXL1("ASXL1"),
    BCOR("BCOR"),
    EZH2("EZH2"),
    RUNX1("RUNX1"),
    SF3B1("SF3B1"),
    SRSF2("SRSF2"),
    STAG2("STAG2"),
    U2AF1("U2AF1"),
    ZRSR2("ZRSR2");

    private final String label;
    private final Eln2022Group group;
    private final String meaning;

    Eln2022Item(CytogeneticLesion lesion, Eln2022Group group) {
        this(lesion.label(), group, "cytogenetic lesion");
    }

    Eln2022Item(String gene) {
        this(gene, Eln2022Group.MYELODYSPLASIA_RELATED, "pathogenic or likely pathogenic mutation");
    }

    Eln2022Item(String label, Eln2022Group group, String meaning) {
        this.label = label;
        this.group = group;
        this.meaning = meaning;
    }

    /** The lesion's name in tables and results, one of {@link LesionNames}. */
    public String label() {
        return label;
    }

    Eln2022Group group() {
        return group;
    }

    LaboratoryTest test() {
        return group.test();
    }

    String meaning() {
        return meaning;
    }
}
