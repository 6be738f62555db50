package org.marrow.core.transcript;

/**
 * Consequences of small variants by the Sequence Ontology, from the most to the least severe. Order and impact are Ensembl's
 * ("Calculated variant consequences", release 110).
 */
public enum SequenceOntologyTerm {
    TRANSCRIPT_ABLATION("transcript_ablation", Impact.HIGH),
    /** The last two bases of an intron. */
    SPLICE_ACCEPTOR("splice_acceptor_variant", Impact.HIGH),
    /** The first two bases of an intron. */
    SPLICE_DONOR("splice_donor_variant", Impact.HIGH),
    STOP_GAINED("stop_gained", Impact.HIGH),
    FRAMESHIFT("frameshift_variant", Impact.HIGH),
    STOP_LOST("stop_lost", Impact.HIGH),
    START_LOST("start_lost", Impact.HIGH),
    INFRAME_INSERTION("inframe_insertion", Impact.MODERATE),
    INFRAME_DELETION("inframe_deletion", Impact.MODERATE),
    MISSENSE("missense_variant", Impact.MODERATE),
    /** In frame, but neither inserted nor deleted alone. */
    PROTEIN_ALTERING("protein_altering_variant", Impact.MODERATE),
    SPLICE_DONOR_FIFTH_BASE("splice_donor_5th_base_variant", Impact.LOW),
    /** Bases 1 to 3 of an exon and 3 to 8 of an intron, as far as no other splice term says more. */
    SPLICE_REGION("splice_region_variant", Impact.LOW),
    /** Bases 3 to 6 of an intron. */
    SPLICE_DONOR_REGION("splice_donor_region_variant", Impact.LOW),
    /** Bases 3 to 17 before an exon. */
    SPLICE_POLYPYRIMIDINE_TRACT("splice_polypyrimidine_tract_variant", Impact.LOW),
    INCOMPLETE_TERMINAL_CODON("incomplete_terminal_codon_variant", Impact.LOW),
    START_RETAINED("start_retained_variant", Impact.LOW),
    STOP_RETAINED("stop_retained_variant", Impact.LOW),
    SYNONYMOUS("synonymous_variant", Impact.LOW),
    /** In the coding sequence, with an effect that cannot be told. */
    CODING_SEQUENCE("coding_sequence_variant", Impact.MODIFIER),
    FIVE_PRIME_UTR("5_prime_UTR_variant", Impact.MODIFIER),
    THREE_PRIME_UTR("3_prime_UTR_variant", Impact.MODIFIER),
    NON_CODING_TRANSCRIPT_EXON("non_coding_transcript_exon_variant", Impact.MODIFIER),
    INTRON("intron_variant", Impact.MODIFIER),
    NMD_TRANSCRIPT("NMD_transcript_variant", Impact.MODIFIER),
    NON_CODING_TRANSCRIPT("non_coding_transcript_variant", Impact.MODIFIER),
    UPSTREAM_GENE("upstream_gene_variant", Impact.MODIFIER),
    DOWNSTREAM_GENE("downstream_gene_variant", Impact.MODIFIER);

    private final String term;
    private final Impact impact;

    SequenceOntologyTerm(String term, Impact impact) {
        this.term = term;
        this.impact = impact;
    }

    /** The ontology's own word. */
    public String term() {
        return term;
    }

    public Impact impact() {
        return impact;
    }
}
