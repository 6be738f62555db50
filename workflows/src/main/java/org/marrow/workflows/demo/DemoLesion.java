package org.marrow.workflows.demo;

import org.marrow.core.variant.Consequence;

/**
 * Lesions that the simulator plants. Positions are those of GRCh38 as cancerhotspots v2 and the HD829 reference standard give
 * them. The ITD duplicates 21 bases of FLT3 exon 14; patients have it at many lengths and places.
 */
enum DemoLesion {
    NPM1_TYPE_A("NPM1", "chr5", 171410539, "C", "CTCTG", Consequence.FRAMESHIFT, "c.860_863dup", "p.W288Cfs*12"),
    DNMT3A_R882H("DNMT3A", "chr2", 25234373, "C", "T", Consequence.MISSENSE, "", "p.R882H"),
    IDH1_R132H("IDH1", "chr2", 208248388, "C", "T", Consequence.MISSENSE, "", "p.R132H"),
    IDH2_R140Q("IDH2", "chr15", 90088702, "C", "T", Consequence.MISSENSE, "", "p.R140Q"),
    FLT3_D835Y("FLT3", "chr13", 28018505, "C", "A", Consequence.MISSENSE, "c.2503G>T", "p.D835Y"),
    FLT3_ITD("FLT3", "chr13", 28034125, "T", "TTCATATTCTCTGAAATCAACG", Consequence.INFRAME_INSERTION, "", ""),
    CEBPA_BZIP("CEBPA", "chr19", 33301489, "N", "NCCA", Consequence.INFRAME_INSERTION, "", "p.N307_E309delinsK"),
    RUNX1_R201Q("RUNX1", "chr21", 34859485, "C", "T", Consequence.MISSENSE, "", "p.R201Q"),
    SRSF2_P95H("SRSF2", "chr17", 76736877, "G", "T", Consequence.MISSENSE, "", "p.P95H"),
    SF3B1_K700E("SF3B1", "chr2", 197402110, "T", "C", Consequence.MISSENSE, "", "p.K700E"),
    U2AF1_S34F("U2AF1", "chr21", 43104346, "G", "A", Consequence.MISSENSE, "", "p.S34F"),
    ASXL1_G646FS("ASXL1", "chr20", 32434638, "A", "AG", Consequence.FRAMESHIFT, "c.1934dup", "p.G646Wfs*12"),
    EZH2_Y646F("EZH2", "chr7", 148811635, "T", "A", Consequence.MISSENSE, "", "p.Y646F"),
    NRAS_G12D("NRAS", "chr1", 114716126, "C", "T", Consequence.MISSENSE, "", "p.G12D"),
    KIT_D816V("KIT", "chr4", 54733155, "A", "T", Consequence.MISSENSE, "", "p.D816V"),
    TP53_S241F("TP53", "chr17", 7674241, "G", "A", Consequence.MISSENSE, "c.722C>T", "p.S241F");

    private final String gene;
    private final String chromosome;
    private final int position;
    private final String ref;
    private final String alt;
    private final Consequence consequence;
    private final String hgvsC;
    private final String hgvsP;

    DemoLesion(
            String gene,
            String chromosome,
            int position,
            String ref,
            String alt,
            Consequence consequence,
            String hgvsC,
            String hgvsP) {
        this.gene = gene;
        this.chromosome = chromosome;
        this.position = position;
        this.ref = ref;
        this.alt = alt;
        this.consequence = consequence;
        this.hgvsC = hgvsC;
        this.hgvsP = hgvsP;
    }

    String gene() {
        return gene;
    }

    String chromosome() {
        return chromosome;
    }

    int position() {
        return position;
    }

    String ref() {
        return ref;
    }

    String alt() {
        return alt;
    }

    Consequence consequence() {
        return consequence;
    }

    /** Coding change; empty where the sources do not give one. */
    String hgvsC() {
        return hgvsC;
    }

    String hgvsP() {
        return hgvsP;
    }
}
