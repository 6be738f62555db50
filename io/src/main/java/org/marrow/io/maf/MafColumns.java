package org.marrow.io.maf;

import java.util.List;

/** The column names of MAF, by the GDC's MAF format and by what vcf2maf and TCGA's own files add. */
final class MafColumns {
    static final String GENE = "Hugo_Symbol";
    static final String BUILD = "NCBI_Build";
    static final String CONTIG = "Chromosome";
    static final String START = "Start_Position";
    static final String END = "End_Position";
    static final String STRAND = "Strand";
    static final String CLASSIFICATION = "Variant_Classification";
    static final String TYPE = "Variant_Type";
    static final String REFERENCE = "Reference_Allele";
    static final String ALLELE_1 = "Tumor_Seq_Allele1";
    static final String ALLELE_2 = "Tumor_Seq_Allele2";
    static final String BARCODE = "Tumor_Sample_Barcode";
    static final String HGVS_C = "HGVSc";
    static final String HGVS_P = "HGVSp_Short";
    /** As Oncotator and the TCGA marker papers name the protein change. */
    static final String PROTEIN_CHANGE = "Protein_Change";

    static final String TRANSCRIPT = "Transcript_ID";
    /** As the genome centre of Washington University, which sequenced TCGA-LAML, names it. */
    static final String TRANSCRIPT_WU = "i_transcript_name";

    static final String DEPTH = "t_depth";
    static final String ALT_READS = "t_alt_count";
    /** In percent. */
    static final String VAF_PERCENT_WU = "i_TumorVAF_WU";

    static final String FILTER = "FILTER";

    static final List<String> REQUIRED = List.of(BARCODE, GENE, CONTIG, START, CLASSIFICATION, REFERENCE, ALLELE_2);

    /** An allele of no bases: the reference of an insertion, the alternate of a deletion. */
    static final String NO_BASES = "-";

    private MafColumns() {}
}
