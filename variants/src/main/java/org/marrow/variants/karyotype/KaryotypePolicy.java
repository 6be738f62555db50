package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

/**
 * What the guidelines leave to the reader of a karyotype.
 *
 * @param counting how abnormalities of several clones add up
 * @param cloneSize whether an abnormality must be seen in enough cells to count
 */
public record KaryotypePolicy(CloneCounting counting, CloneSize cloneSize) {

    /** ELN and IPSS-R do not say whether abnormalities of independent clones add up. */
    public enum CloneCounting {
        /**
         * Each distinct abnormality of any clone counts once: three clones with one abnormality each are complex, and -7 and -5
         * in separate clones are monosomal. The public parser whose cases we test against pools like this.
         */
        POOLED,
        /** Only what one clone holds together, its stemline's included, adds up: the reading of ISCN. */
        WITHIN_CLONE
    }

    /** The ISCN definition of a clone, from memory: to be checked against the book. */
    public enum CloneSize {
        /**
         * A gain or structural abnormality counts from {@value #CELLS_WITH_GAIN} cells, a loss from {@value #CELLS_WITH_LOSS}.
         * A report without cell numbers is believed.
         */
        REQUIRED,
        /** Whatever the report lists counts. */
        IGNORED;

        /** Cells that must share a gain or a structural abnormality. */
        public static final int CELLS_WITH_GAIN = 2;

        /** Cells that must share a loss, because chromosomes get lost in preparation too. */
        public static final int CELLS_WITH_LOSS = 3;
    }

    /** Pooled clones, as the tested cases have it, and clone sizes applied. */
    public static final KaryotypePolicy DEFAULT = new KaryotypePolicy(CloneCounting.POOLED, CloneSize.REQUIRED);

    public KaryotypePolicy {
        requireNonNull(counting, "counting");
        requireNonNull(cloneSize, "cloneSize");
    }
}
