package org.marrow.variants.known;

import static java.util.Objects.requireNonNull;

import org.marrow.core.risk.EvidenceMark;

/**
 * A known variant that a call is.
 *
 * @param gene HGNC symbol
 * @param change such as {@code R882H}, or the lesion's name
 * @param by what they agree in
 * @param mark how well the rule is founded
 */
public record KnownMatch(String gene, String change, By by, EvidenceMark mark) {
    public KnownMatch {
        requireNonNull(gene, "gene");
        requireNonNull(change, "change");
        requireNonNull(by, "by");
        requireNonNull(mark, "mark");
    }

    /** What a call and a known variant agree in. */
    public enum By {
        /** Position and alleles. */
        ALLELE,
        /** Gene and protein change, by whatever bases. */
        PROTEIN,
        /** Gene, region and what happens to the protein: one of many variants that do the same. */
        CONSEQUENCE
    }

    /** {@code DNMT3A|R882H|ALLELE}, as it stands in a VCF. */
    public String describe() {
        return gene + "|" + change + "|" + by;
    }
}
