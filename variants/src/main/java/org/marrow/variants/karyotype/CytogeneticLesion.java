package org.marrow.variants.karyotype;

import java.util.function.Function;
import org.marrow.core.risk.TriState;

/**
 * The single lesions that the schemes ask a karyotype for.
 *
 * <p>Fusions are inferred from breakpoints, by the bands of the ELN 2022 table and the older bands that reports still use (the
 * older ones from memory). A translocation written without bands is unknown, never assumed.
 */
public enum CytogeneticLesion {
    RUNX1_RUNX1T1("RUNX1::RUNX1T1", LesionMatch.junction("8", "q", "22").with("21", "q", "22")),
    CBFB_MYH11("CBFB::MYH11", LesionMatch.junction("16", "p", "13").with("16", "q", "22")),
    MLLT3_KMT2A("MLLT3::KMT2A", LesionMatch.junction("9", "p", "21", "22").with("11", "q", "23")),
    DEK_NUP214("DEK::NUP214", LesionMatch.junction("6", "p", "22", "23").with("9", "q", "34")),
    BCR_ABL1("BCR::ABL1", LesionMatch.junction("9", "q", "34").with("22", "q", "11")),
    KAT6A_CREBBP("KAT6A::CREBBP", LesionMatch.junction("8", "p", "11").with("16", "p", "13")),
    GATA2_MECOM("GATA2::MECOM", LesionMatch.junction("3", "q", "21").with("3", "q", "26")),
    PML_RARA("PML::RARA", LesionMatch.junction("15", "q", "22", "24").with("17", "q", "11", "12", "21")),
    /** KMT2A with any partner but MLLT3. KMT2A-PTD is not a rearrangement of this kind and no karyotype shows it. */
    KMT2A_OTHER(
            "KMT2A_r",
            a -> LesionMatch.translocationAt(a, "11", "q", "23")
                    .and(MLLT3_KMT2A.in(a).not())),
    /** MECOM with any partner but GATA2. */
    MECOM_OTHER(
            "MECOM_r",
            a -> LesionMatch.translocationAt(a, "3", "q", "26")
                    .and(GATA2_MECOM.in(a).not())),
    MONOSOMY_5("-5", a -> LesionMatch.wholeLoss(a, "5")),
    DEL_5Q("del5q", a -> LesionMatch.armLoss(a, "5", "q")),
    MONOSOMY_7("-7", a -> LesionMatch.wholeLoss(a, "7")),
    DEL_7Q("del7q", a -> LesionMatch.armLoss(a, "7", "q")),
    MONOSOMY_17("-17", a -> LesionMatch.wholeLoss(a, "17")),
    DEL_17P("del17p", a -> LesionMatch.armLoss(a, "17", "p")),
    ABN_17P("abn17p", a -> LesionMatch.armAbnormal(a, "17", "p")),
    LOSS_Y("-Y", a -> LesionMatch.wholeLoss(a, "Y")),
    DEL_11Q("del11q", a -> LesionMatch.armLoss(a, "11", "q")),
    DEL_12P("del12p", a -> LesionMatch.armLoss(a, "12", "p")),
    DEL_20Q("del20q", a -> LesionMatch.armLoss(a, "20", "q")),
    TRISOMY_8("+8", a -> LesionMatch.wholeGain(a, "8")),
    TRISOMY_19("+19", a -> LesionMatch.wholeGain(a, "19")),
    ISOCHROMOSOME_17Q("i17q", a -> LesionMatch.isochromosome(a, "17", "q")),
    /** inv(3), t(3q) or del(3q), as IPSS-R groups them. */
    ABN_3Q("inv3_t3q_del3q", LesionMatch::ipssrAbnormal3q);

    private final String label;
    private final Function<Abnormality, TriState> match;

    CytogeneticLesion(String label, Function<Abnormality, TriState> match) {
        this.label = label;
        this.match = match;
    }

    /** The lesion's name in clinical tables and in results. */
    public String label() {
        return label;
    }

    /** Whether one abnormality is this lesion; unknown where the report leaves it open. */
    TriState in(Abnormality abnormality) {
        return match.apply(abnormality);
    }
}
