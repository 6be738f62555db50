package org.marrow.variants.call;

/** Why a variant is not believed. */
public enum CallFilter {
    /** Its error probability is above the threshold. */
    LOW_QUAL("low_qual", "The probability that the variant is an error is above the threshold"),
    LOW_FRACTION(
            "low_fraction",
            "A fraction below the threshold, where molecules of other samples and early errors of amplification lie"),
    STRAND_BIAS("strand_bias", "Molecules with the variant lie on one strand, those with the reference on both"),
    POSITION_BIAS("position_bias", "Molecules with the variant show it near the ends of their reads only"),
    HOMOPOLYMER("homopolymer", "A low fraction in a run of one base so long that polymerases and sequencers stutter"),
    MISMAPPED(
            "mismapped",
            "Reads with the variant differ from the reference in many further places, as a paralogue does"),
    PANEL_OF_NORMALS("panel_of_normals", "The same variant is in the panel of normals");

    private final String id;
    private final String description;

    CallFilter(String id, String description) {
        this.id = id;
        this.description = description;
    }

    /** As FILTER of VCF has it. */
    public String id() {
        return id;
    }

    /** One sentence without a full stop. */
    public String description() {
        return description;
    }
}
