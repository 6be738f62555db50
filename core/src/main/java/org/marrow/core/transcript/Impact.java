package org.marrow.core.transcript;

/** How severe Ensembl rates a consequence, from the most to the least. */
public enum Impact {
    HIGH,
    MODERATE,
    LOW,
    MODIFIER
}
