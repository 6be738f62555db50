package org.marrow.io.vcf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.variant.Consequence;

/**
 * The consequence terms of the Sequence Ontology, as VEP and SnpEff write them, from the most to the least severe. The order is
 * Ensembl's ("Calculated variant consequences"), SnpEff's own terms set beside their nearest.
 */
final class ConsequenceTerms {
    /** A term's place in the order and what it stands for; empty where the alleles decide. */
    private record Term(int rank, Optional<Consequence> consequence) {}

    private static final Map<String, Term> TERMS = new HashMap<>();

    static {
        terms(
                Consequence.OTHER,
                "chromosome_number_variation",
                "transcript_ablation",
                "exon_loss_variant",
                "gene_fusion");
        terms(Consequence.SPLICE_SITE, "splice_acceptor_variant", "splice_donor_variant");
        terms(Consequence.STOP_GAINED, "stop_gained");
        terms(Consequence.FRAMESHIFT, "frameshift_variant");
        terms(Consequence.STOP_LOST, "stop_lost");
        terms(Consequence.START_LOST, "start_lost");
        terms(Consequence.OTHER, "initiator_codon_variant", "transcript_amplification", "feature_elongation");
        terms(Consequence.OTHER, "feature_truncation", "rare_amino_acid_variant");
        terms(
                Consequence.INFRAME_INSERTION,
                "inframe_insertion",
                "disruptive_inframe_insertion",
                "conservative_inframe_insertion");
        terms(
                Consequence.INFRAME_DELETION,
                "inframe_deletion",
                "disruptive_inframe_deletion",
                "conservative_inframe_deletion");
        terms(Consequence.MISSENSE, "missense_variant");
        TERMS.put("protein_altering_variant", new Term(TERMS.size(), Optional.empty()));
        terms(
                Consequence.SPLICE_REGION,
                "splice_donor_5th_base_variant",
                "splice_region_variant",
                "splice_donor_region_variant",
                "splice_polypyrimidine_tract_variant");
        terms(Consequence.SYNONYMOUS, "incomplete_terminal_codon_variant", "start_retained_variant");
        terms(Consequence.SYNONYMOUS, "stop_retained_variant", "synonymous_variant");
        terms(Consequence.OTHER, "coding_sequence_variant", "mature_miRNA_variant");
        terms(
                Consequence.UTR,
                "5_prime_UTR_premature_start_codon_gain_variant",
                "5_prime_UTR_truncation",
                "3_prime_UTR_truncation",
                "5_prime_UTR_variant",
                "3_prime_UTR_variant");
        terms(Consequence.OTHER, "non_coding_transcript_exon_variant");
        terms(Consequence.INTRON, "intron_variant");
        // Without ranks of their own, a gene that merely lies near would come before the one that the variant lies in.
        terms(Consequence.OTHER, "non_coding_transcript_variant", "intragenic_variant", "NMD_transcript_variant");
        terms(Consequence.OTHER, "upstream_gene_variant", "downstream_gene_variant");
        terms(Consequence.OTHER, "TF_binding_site_variant", "regulatory_region_variant");
        terms(Consequence.OTHER, "intergenic_variant", "intergenic_region");
    }

    private ConsequenceTerms() {}

    /** The most severe of terms joined by {@code &}, with its rank, 0 being the most severe; no term where none is written. */
    record Ranked(int rank, Consequence consequence, Optional<String> term) {}

    /** Reads the terms of one transcript; terms that are not in the order count as OTHER and as the least severe. */
    static Ranked parse(String terms, String ref, String alt) {
        if (terms.isBlank()) {
            return new Ranked(TERMS.size(), Consequence.UNKNOWN, Optional.empty());
        }
        List<String> names = List.of(terms.split("&"));
        Ranked worst = new Ranked(
                TERMS.size(), Consequence.OTHER, Optional.of(names.getFirst().strip()));
        for (String written : names) {
            String name = written.strip();
            Term term = TERMS.get(name);
            if (term != null && term.rank() < worst.rank()) {
                worst = new Ranked(
                        term.rank(), term.consequence().orElseGet(() -> byLength(ref, alt)), Optional.of(name));
            }
        }
        return worst;
    }

    /** VEP says only that the protein is altered where an in-frame change is complex. */
    private static Consequence byLength(String ref, String alt) {
        if (ref.length() == alt.length()) {
            return Consequence.MISSENSE;
        }
        return ref.length() < alt.length() ? Consequence.INFRAME_INSERTION : Consequence.INFRAME_DELETION;
    }

    private static void terms(Consequence consequence, String... names) {
        for (String name : names) {
            TERMS.put(name, new Term(TERMS.size(), Optional.of(consequence)));
        }
    }
}
