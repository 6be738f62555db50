package org.marrow.io.maf;

import java.util.Optional;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.VariantCall;

/** What the words of {@code Variant_Classification} mean, by the GDC's MAF format and Oncotator's documentation. */
final class MafClassification {
    private static final String FIVE_PRIME_UTR = "5'UTR";
    private static final String THREE_PRIME_UTR = "3'UTR";
    private static final String ELSEWHERE = "Targeted_Region";

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
            case "", "Unknown" -> Consequence.UNKNOWN;
            default -> Consequence.OTHER;
        };
    }

    /** The word for a call of which only the consequence is known. */
    static String word(VariantCall call) {
        return switch (call.consequence()) {
            case MISSENSE -> "Missense_Mutation";
            case FRAMESHIFT -> isInsertion(call) ? "Frame_Shift_Ins" : "Frame_Shift_Del";
            case INFRAME_INSERTION -> "In_Frame_Ins";
            case INFRAME_DELETION -> "In_Frame_Del";
            case STOP_GAINED -> "Nonsense_Mutation";
            case STOP_LOST -> "Nonstop_Mutation";
            case START_LOST -> "Translation_Start_Site";
            case SPLICE_SITE -> "Splice_Site";
            case SPLICE_REGION -> "Splice_Region";
            case SYNONYMOUS -> "Silent";
            case UTR -> utr(call.hgvsC().orElse(""));
            case INTRON -> "Intron";
            case OTHER -> ELSEWHERE;
            case UNKNOWN -> "";
        };
    }

    /** The word for the most severe consequence of an annotation, by vcf2maf's table; else by the call's. */
    static String word(VariantCall call, Optional<String> term) {
        if (term.isEmpty()) {
            return word(call);
        }
        return switch (term.get()) {
            case "transcript_ablation", "exon_loss_variant" -> "Splice_Site";
            case "initiator_codon_variant" -> "Translation_Start_Site";
            case "protein_altering_variant" -> proteinAltering(call);
            case "coding_sequence_variant", "conservative_missense_variant", "rare_amino_acid_variant" ->
                "Missense_Mutation";
            case "transcript_amplification", "intragenic_variant", "INTRAGENIC" -> "Intron";
            case "NMD_transcript_variant" -> "Silent";
            case "mature_miRNA_variant",
                    "exon_variant",
                    "non_coding_exon_variant",
                    "non_coding_transcript_exon_variant",
                    "non_coding_transcript_variant",
                    "nc_transcript_variant" -> "RNA";
            case "5_prime_UTR_variant", "5_prime_UTR_premature_start_codon_gain_variant", "5_prime_UTR_truncation" ->
                FIVE_PRIME_UTR;
            case "3_prime_UTR_variant", "3_prime_UTR_truncation" -> THREE_PRIME_UTR;
            case "TF_binding_site_variant",
                    "regulatory_region_variant",
                    "regulatory_region",
                    "intergenic_variant",
                    "intergenic_region" -> "IGR";
            case "upstream_gene_variant" -> "5'Flank";
            case "downstream_gene_variant" -> "3'Flank";
            default -> word(call);
        };
    }

    private static String proteinAltering(VariantCall call) {
        int net = MafAlleles.of(call.variant()).netBases();
        if (net == 0) {
            return "Missense_Mutation";
        }
        String frame = net % 3 == 0 ? "In_Frame_" : "Frame_Shift_";
        return frame + (net > 0 ? "Ins" : "Del");
    }

    private static boolean isInsertion(VariantCall call) {
        return !call.variant().isSymbolic() && MafAlleles.of(call.variant()).adds();
    }

    /** Which end of the transcript, by the position's sign; MAF has no word for "one of the two". */
    private static String utr(String hgvsC) {
        if (hgvsC.startsWith("c.-")) {
            return FIVE_PRIME_UTR;
        }
        return hgvsC.startsWith("c.*") ? THREE_PRIME_UTR : ELSEWHERE;
    }
}
