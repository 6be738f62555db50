package org.marrow.io.maf;

import org.marrow.core.variant.Consequence;

/** What the words of {@code Variant_Classification} mean, by the GDC's MAF format and Oncotator's documentation. */
final class MafClassification {
    private MafClassification() {}

    static Consequence consequence(String classification) {
        return switch (classification) {
            case "Missense_Mutation" -> Consequence.MISSENSE;
            case "Frame_Shift_Del", "Frame_Shift_Ins" -> Consequence.FRAMESHIFT;
            case "In_Frame_Del" -> Consequence.INFRAME_DELETION;
            case "In_Frame_Ins" -> Consequence.INFRAME_INSERTION;
            case "Nonsense_Mutation" -> Consequence.STOP_GAINED;
            case "Nonstop_Mutation", "Stop_Codon_Del", "Stop_Codon_Ins" -> Consequence.STOP_LOST;
            case "Translation_Start_Site", "Start_Codon_SNP", "Start_Codon_Del", "Start_Codon_Ins" ->
                Consequence.START_LOST;
            case "Splice_Site" -> Consequence.SPLICE_SITE;
            case "Splice_Region" -> Consequence.SPLICE_REGION;
            case "Silent" -> Consequence.SYNONYMOUS;
            case "3'UTR", "5'UTR", "De_novo_Start_InFrame", "De_novo_Start_OutOfFrame" -> Consequence.UTR;
            case "Intron" -> Consequence.INTRON;
            case "" -> Consequence.UNKNOWN;
            default -> Consequence.OTHER;
        };
    }

    /**
     * The word to write.
     *
     * @param insertion whether the variant adds bases, as MAF tells frameshifts apart by it
     */
    static String word(Consequence consequence, boolean insertion) {
        return switch (consequence) {
            case MISSENSE -> "Missense_Mutation";
            case FRAMESHIFT -> insertion ? "Frame_Shift_Ins" : "Frame_Shift_Del";
            case INFRAME_INSERTION -> "In_Frame_Ins";
            case INFRAME_DELETION -> "In_Frame_Del";
            case STOP_GAINED -> "Nonsense_Mutation";
            case STOP_LOST -> "Nonstop_Mutation";
            case START_LOST -> "Translation_Start_Site";
            case SPLICE_SITE -> "Splice_Site";
            case SPLICE_REGION -> "Splice_Region";
            case SYNONYMOUS -> "Silent";
            case UTR -> "3'UTR";
            case INTRON -> "Intron";
            case OTHER -> "Targeted_Region";
            case UNKNOWN -> "";
        };
    }
}
