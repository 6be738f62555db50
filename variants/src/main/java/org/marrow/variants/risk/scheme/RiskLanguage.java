package org.marrow.variants.risk.scheme;

/** The languages that risk texts exist in. */
public enum RiskLanguage {
    ENGLISH("en"),
    FRENCH("fr");

    private final String tag;

    RiskLanguage(String tag) {
        this.tag = tag;
    }

    /** Language tag, such as {@code fr}. */
    public String tag() {
        return tag;
    }
}
