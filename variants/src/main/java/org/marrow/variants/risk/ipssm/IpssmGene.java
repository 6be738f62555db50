package org.marrow.variants.risk.ipssm;

import java.util.Arrays;
import java.util.List;
import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.risk.scheme.LaboratoryTest;

/** The genes of IPSS-M that are 0, 1 or missing: fifteen with an effect of their own, and fifteen that are only counted. */
public enum IpssmGene {
    MLL_PTD(LesionNames.KMT2A_PTD, LaboratoryTest.KMT2A_PTD_ASSAY, false),
    /** ITD or TKD. */
    FLT3(LesionNames.FLT3, LaboratoryTest.FLT3_ASSAY, false),
    ASXL1(false),
    CBL(false),
    DNMT3A(false),
    ETV6(false),
    EZH2(false),
    IDH2(false),
    KRAS(false),
    NPM1(false),
    NRAS(false),
    RUNX1(false),
    SF3B1(false),
    SRSF2(false),
    U2AF1(false),
    BCOR(true),
    BCORL1(true),
    CEBPA(true),
    ETNK1(true),
    GATA2(true),
    GNB1(true),
    IDH1(true),
    NF1(true),
    PHF6(true),
    PPM1D(true),
    PRPF8(true),
    PTPN11(true),
    SETBP1(true),
    STAG2(true),
    WT1(true);

    /** Genes of which only the number of mutated ones counts. */
    public static final List<IpssmGene> RESIDUAL =
            Arrays.stream(values()).filter(IpssmGene::isResidual).toList();

    private final String lesion;
    private final LaboratoryTest test;
    private final boolean residual;

    IpssmGene(boolean residual) {
        this.lesion = name();
        this.test = LaboratoryTest.GENE_PANEL;
        this.residual = residual;
    }

    IpssmGene(String lesion, LaboratoryTest test, boolean residual) {
        this.lesion = lesion;
        this.test = test;
        this.residual = residual;
    }

    /** Its name among a patient's lesions; the column of a table is {@link #name()}. */
    String lesion() {
        return lesion;
    }

    LaboratoryTest test() {
        return test;
    }

    boolean isResidual() {
        return residual;
    }
}
