package org.marrow.variants.lesion;

/** Where the lesions lie that a gene name alone does not tell. Genome positions count from 1, ends included. */
public final class LesionRegions {
    /**
     * Coding part of the last exon of NPM1, c.847 to c.885 of NM_002520. Anchored on c.860_863dup at chr5:170837543 (GRCh37) and
     * 171410539 (GRCh38), both verified; the exon start from memory.
     */
    public static final Locus NPM1_LAST_EXON = new Locus("5", 170837531, 170837569, 171410527, 171410565);

    /** First residue of the last exon of NPM1, by the same anchor. */
    static final int NPM1_LAST_EXON_FROM_RESIDUE = 283;

    /** FLT3 exons 14 and 15: holds the 36 insertions of TCGA-LAML and the 300-bp ITD of HD829, all verified. */
    public static final Locus FLT3_ITD = new Locus("13", 28608000, 28608400, 28033863, 28034263);

    /** FLT3 exon 14; from memory. */
    public static final Locus FLT3_EXON_14 = new Locus("13", 28608219, 28608351, 28034082, 28034214);

    /** FLT3 exon 15; from memory. */
    public static final Locus FLT3_EXON_15 = new Locus("13", 28608024, 28608128, 28033887, 28033991);

    /** Residues of FLT3 exons 14 and 15; from memory. */
    static final int FLT3_ITD_FROM_RESIDUE = 569;

    static final int FLT3_ITD_TO_RESIDUE = 647;

    /** Shortest insertion that counts as an ITD, in bases. */
    public static final int FLT3_ITD_MINIMUM_BASES = 3;

    /** Activation loop of the FLT3 kinase domain, which holds D835 and I836; from memory. */
    static final int FLT3_TKD_FROM_RESIDUE = 829;

    static final int FLT3_TKD_TO_RESIDUE = 856;

    /** bZIP domain of CEBPA; from memory. */
    static final int CEBPA_BZIP_FROM_RESIDUE = 278;

    static final int CEBPA_BZIP_TO_RESIDUE = 345;

    /** The same domain on the genome: derived from p.R300C at chr19:33792423 (GRCh37) and 33792395 = 33301489 of both assemblies. */
    static final Locus CEBPA_BZIP = new Locus("19", 33792286, 33792489, 33301380, 33301583);

    /**
     * First residue that the short form of CEBPA (p30) keeps: it starts at the second start codon, so that a variant that truncates
     * before it spares p30 alone. From memory.
     */
    static final int CEBPA_P30_FROM_RESIDUE = 120;

    /**
     * Where the anchor of an insertion or deletion in the coding part of CALR exon 9 lies, c.1055 to c.1254 of NM_004343: from the base
     * before it to the one before its last. Anchored on the deletion of type 1 at chr19:13054564 (GRCh37, verified) and 12943750
     * (GRCh38), and on c.1154 at 13054627 and 12943813; the exon's ends from memory.
     */
    public static final Locus CALR_EXON_9 = new Locus("19", 13054527, 13054726, 12943713, 12943912);

    /** Bases that CALR type 1 adds: it loses 52. */
    public static final int CALR_TYPE1_BASES = -52;

    public static final int CALR_TYPE2_BASES = 5;

    /** First residue of exon 9 of CALR; from memory. */
    static final int CALR_EXON_9_FROM_RESIDUE = 352;

    static final int U2AF1_Q157_RESIDUE = 157;

    private LesionRegions() {}
}
