package org.marrow.variants.karyotype;

import static org.marrow.core.risk.EvidenceMark.FROM_MEMORY;
import static org.marrow.core.risk.EvidenceMark.VERIFIED;

import java.util.List;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.TriState;

/**
 * The single lesions that the schemes ask a karyotype for.
 *
 * <p>Fusions are inferred from breakpoints, by the bands of the ELN 2022 table and the older bands that reports still use (the
 * older ones from memory). A translocation written without bands is unknown, never assumed.
 */
public enum CytogeneticLesion {
    RUNX1_RUNX1T1("RUNX1::RUNX1T1", VERIFIED, LesionBands.RUNX1_RUNX1T1),
    CBFB_MYH11("CBFB::MYH11", VERIFIED, LesionBands.CBFB_MYH11),
    MLLT3_KMT2A("MLLT3::KMT2A", VERIFIED, LesionBands.MLLT3_KMT2A),
    DEK_NUP214("DEK::NUP214", VERIFIED, LesionBands.DEK_NUP214),
    BCR_ABL1("BCR::ABL1", VERIFIED, LesionBands.BCR_ABL1),
    KAT6A_CREBBP("KAT6A::CREBBP", VERIFIED, LesionBands.KAT6A_CREBBP),
    GATA2_MECOM("GATA2::MECOM", VERIFIED, LesionBands.GATA2_MECOM),
    PML_RARA("PML::RARA", VERIFIED, LesionBands.PML_RARA),
    /** KMT2A with any partner but MLLT3. KMT2A-PTD is not a rearrangement of this kind and no karyotype shows it. */
    KMT2A_OTHER("KMT2A_r", VERIFIED, LesionBands.KMT2A.butNot(LesionBands.MLLT3_KMT2A)),
    /** MECOM with any partner but GATA2. */
    MECOM_OTHER(
            "MECOM_r",
            VERIFIED,
            FusionRule.withAnyPartner(LesionBands.MECOM_3Q26, "").butNot(LesionBands.GATA2_MECOM)),
    MONOSOMY_5("-5", VERIFIED, LesionRule.loss("5")),
    DEL_5Q("del5q", VERIFIED, new ArmRule("5", "q").deletion()),
    MONOSOMY_7("-7", VERIFIED, LesionRule.loss("7")),
    DEL_7Q("del7q", VERIFIED, new ArmRule("7", "q").deletion()),
    MONOSOMY_17("-17", VERIFIED, LesionRule.loss("17")),
    DEL_17P("del17p", VERIFIED, new ArmRule("17", "p").deletion()),
    ABN_17P("abn17p", VERIFIED, new ArmRule("17", "p").abnormal()),
    LOSS_Y("-Y", VERIFIED, LesionRule.loss("Y")),
    DEL_11Q("del11q", VERIFIED, new ArmRule("11", "q").deletion()),
    DEL_12P("del12p", VERIFIED, new ArmRule("12", "p").deletion()),
    DEL_20Q("del20q", VERIFIED, new ArmRule("20", "q").deletion()),
    TRISOMY_8("+8", VERIFIED, LesionRule.gain("8")),
    TRISOMY_19("+19", VERIFIED, LesionRule.gain("19")),
    ISOCHROMOSOME_17Q("i17q", VERIFIED, new ArmRule("17", "q").brokenBy("i")),
    /** inv(3), t(3q) or del(3q), as IPSS-R groups them; with them an insertion that makes the fusion of inv(3). */
    ABN_3Q(
            "inv3_t3q_del3q",
            VERIFIED,
            new ArmRule("3", "q")
                    .deletion()
                    .or(new ArmRule("3", "q").brokenBy("inv", "t"))
                    .or(LesionBands.GATA2_MECOM)),

    // Fusions that WHO 2022 and ICC 2022 define classes by beyond those of ELN 2022.
    /** RARA with any partner but PML: by the partners known; other breaks at 17q21 are unknown. */
    RARA_OTHER("RARA_r", FROM_MEMORY, LesionBands.RARA_OTHER),
    NUP98_R("NUP98_r", FROM_MEMORY, LesionBands.NUP98),
    RBM15_MRTFA("RBM15::MRTFA", FROM_MEMORY, LesionBands.RBM15_MRTFA),
    CBFA2T3_GLIS2("CBFA2T3::GLIS2", FROM_MEMORY, LesionBands.CBFA2T3_GLIS2),
    PICALM_MLLT10("PICALM::MLLT10", FROM_MEMORY, LesionBands.PICALM_MLLT10),
    FUS_ERG("FUS::ERG", FROM_MEMORY, LesionBands.FUS_ERG),
    RUNX1_CBFA2T3("RUNX1::CBFA2T3", FROM_MEMORY, LesionBands.RUNX1_CBFA2T3),
    ETV6_MNX1("ETV6::MNX1", FROM_MEMORY, LesionBands.ETV6_MNX1),
    NPM1_MLF1("NPM1::MLF1", FROM_MEMORY, LesionBands.NPM1_MLF1),
    PRDM16_RPN1("PRDM16::RPN1", FROM_MEMORY, LesionBands.PRDM16_RPN1),

    // Acute lymphoblastic leukaemia.
    ETV6_RUNX1("ETV6::RUNX1", FROM_MEMORY, LesionBands.ETV6_RUNX1),
    TCF3_PBX1("TCF3::PBX1", FROM_MEMORY, LesionBands.TCF3_PBX1),
    TCF3_HLF("TCF3::HLF", FROM_MEMORY, LesionBands.TCF3_HLF),
    KMT2A_AFF1("KMT2A::AFF1", FROM_MEMORY, LesionBands.KMT2A_AFF1),
    IGH_R("IGH_r", FROM_MEMORY, LesionBands.IGH),
    MYC_R("MYC_r", FROM_MEMORY, LesionBands.MYC),
    /** Only where the report names it; a FISH pattern or a rebuilt chromosome 21 does not prove it. */
    IAMP21("iAMP21", VERIFIED, LesionBands.IAMP21),

    // What the myelodysplasia-related lists of WHO and ICC and the MPN and CML rules ask for beyond the above.
    /** 5q deleted or lost with its chromosome or in an unbalanced rearrangement. */
    LOSS_5Q("loss5q", VERIFIED, new ArmRule("5", "q").loss()),
    /** Any deletion, translocation or addition of 5q. */
    ABN_5Q("abn5q", VERIFIED, new ArmRule("5", "q").deletion().or(new ArmRule("5", "q").brokenBy("t", "add"))),
    LOSS_7Q("loss7q", VERIFIED, new ArmRule("7", "q").loss()),
    LOSS_12P("loss12p", VERIFIED, new ArmRule("12", "p").loss()),
    /** Any deletion, translocation or addition of 12p. */
    ABN_12P("abn12p", VERIFIED, new ArmRule("12", "p").deletion().or(new ArmRule("12", "p").brokenBy("t", "add"))),
    /** The TP53 locus or what lies beyond it lost on one chromosome: the loss of heterozygosity that a karyotype can show. */
    LOSS_17P("loss17p", VERIFIED, new ArmRule("17", "p").loss()),
    ADD_17P("add17p", VERIFIED, new ArmRule("17", "p").brokenBy("add")),
    MONOSOMY_13("-13", VERIFIED, LesionRule.loss("13")),
    DEL_13Q("del13q", VERIFIED, new ArmRule("13", "q").deletion()),
    IDIC_XQ13("idicXq13", VERIFIED, LesionBands.IDIC_XQ13),
    TRISOMY_9("+9", VERIFIED, LesionRule.gain("9")),
    TRISOMY_21("+21", VERIFIED, LesionRule.gain("21")),
    /** A second Philadelphia chromosome beside the first. */
    SECOND_PH("second_Ph", VERIFIED, LesionBands.SECOND_PH);

    private final String label;
    private final EvidenceMark mark;
    private final LesionRule rule;

    CytogeneticLesion(String label, EvidenceMark mark, LesionRule rule) {
        this.label = label;
        this.mark = mark;
        this.rule = rule;
    }

    /** The lesion's name in clinical tables and in results. */
    public String label() {
        return label;
    }

    /** How well its bands and partners are founded. */
    public EvidenceMark mark() {
        return mark;
    }

    /**
     * Whether one abnormality is this lesion; unknown where the report leaves it open.
     *
     * @param clone all abnormalities of the clone, this one among them
     */
    TriState in(Abnormality abnormality, List<Abnormality> clone) {
        return rule.judge(abnormality, clone);
    }
}
