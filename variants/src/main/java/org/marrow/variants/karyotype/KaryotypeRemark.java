package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import org.marrow.core.risk.EvidenceMark;

/**
 * Something about a karyotype that its reader must know and that is no reason to refuse it.
 *
 * @param detail what it is about in this karyotype, in ISCN or figures
 */
public record KaryotypeRemark(Code code, String detail) {
    /** What can be remarked. The sentences stand with the texts of the risk results. */
    public enum Code {
        KARYOTYPE_NUMBER_MISMATCH(EvidenceMark.DERIVED),
        KARYOTYPE_PART_NOT_READ(EvidenceMark.DERIVED),
        FISH_BEYOND_KARYOTYPE(EvidenceMark.DERIVED),
        FISH_AGAINST_KARYOTYPE(EvidenceMark.OPEN);

        private final EvidenceMark mark;

        Code(EvidenceMark mark) {
            this.mark = mark;
        }

        public EvidenceMark mark() {
            return mark;
        }
    }

    public KaryotypeRemark {
        requireNonNull(code, "code");
        requireNonNull(detail, "detail");
    }
}
