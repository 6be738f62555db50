package org.marrow.variants.hgvs;

/** What is known of two changes that stand beside each other. */
public enum Phase {
    /** On one molecule inside of brackets, on two between brackets. */
    KNOWN(";"),
    /** Nobody knows whether they are on one molecule. */
    UNKNOWN("(;)");

    private final String sign;

    Phase(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }
}
