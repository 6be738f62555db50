package org.marrow.io.maf;

import java.util.List;

/** The column names of MAF, by the GDC's MAF format and by what vcf2maf and TCGA's own files add. */
final class MafColumns {
    static final String GENE = "Hugo_Symbol";
    static final String ENTREZ = "Entrez_Gene_Id";
    static final String CENTRE = "Center";
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
    static final String DB_SNP = "dbSNP_RS";
    static final String BARCODE = "Tumor_Sample_Barcode";
    static final String NORMAL_BARCODE = "Matched_Norm_Sample_Barcode";
    static final String HGVS_C = "HGVSc";
    static final String HGVS_P_LONG = "HGVSp";
    static final String HGVS_P = "HGVSp_Short";
    /** As Oncotator and the TCGA marker papers name the protein change. */
    static final String PROTEIN_CHANGE = "Protein_Change";

    static final String TRANSCRIPT = "Transcript_ID";
    /** As the genome centre of Washington University, which sequenced TCGA-LAML, names it. */
    static final String TRANSCRIPT_WU = "i_transcript_name";

    static final String EXON = "Exon_Number";
    static final String DEPTH = "t_depth";
    static final String REF_READS = "t_ref_count";
    static final String ALT_READS = "t_alt_count";
    static final String NORMAL_DEPTH = "n_depth";
    static final String NORMAL_REF_READS = "n_ref_count";
    static final String NORMAL_ALT_READS = "n_alt_count";
    /** Fractions from 0 to 1: Marrow's own and many pipelines', and that of MuTect and Oncotator. */
    static final List<String> VAF = List.of("t_vaf", "tumor_f");

    /** In percent. */
    static final String VAF_PERCENT_WU = "i_TumorVAF_WU";

    static final String FILTER = "FILTER";

    static final List<String> REQUIRED = List.of(BARCODE, GENE, CONTIG, START, CLASSIFICATION, REFERENCE, ALLELE_2);

    /** An allele of no bases: the reference of an insertion, the alternate of a deletion. */
    static final String NO_BASES = "-";

    /** A gene that is not known; cBioPortal refuses an empty cell. */
    static final String UNKNOWN_GENE = "Unknown";

    /** A consequence that is not known. */
    static final String UNKNOWN_CLASSIFICATION = "Unknown";

    private MafColumns() {}
}
