package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskFlag;

/**
 * Something about a karyotype that its reader must know and that is no reason to refuse it.
 *
 * @param detail what it is about in this karyotype, in ISCN or figures
 */
public record KaryotypeRemark(Code code, String detail) {
    /** What can be remarked, in English and French. */
    public enum Code {
        KARYOTYPE_NUMBER_MISMATCH(
                EvidenceMark.DERIVED,
                "The stated number of chromosomes is not what the gains and losses add up to",
                "Le nombre de chromosomes indiqué ne correspond pas aux gains et pertes"),
        KARYOTYPE_PART_NOT_READ(
                EvidenceMark.DERIVED,
                "A part of the karyotype report is not read; nothing is concluded from it",
                "Une partie du compte rendu de caryotype n'est pas lue ; rien n'en est conclu"),
        FISH_BEYOND_KARYOTYPE(
                EvidenceMark.DERIVED,
                "In situ hybridisation shows a lesion that the chromosomes do not show",
                "L'hybridation in situ montre une lésion que les chromosomes ne montrent pas"),
        FISH_AGAINST_KARYOTYPE(
                EvidenceMark.OPEN,
                "In situ hybridisation does not find a lesion that the chromosomes show; the chromosomes are believed",
                "L'hybridation in situ ne retrouve pas une lésion que les chromosomes montrent ; les chromosomes font foi");

        private final EvidenceMark mark;
        private final String english;
        private final String french;

        Code(EvidenceMark mark, String english, String french) {
            this.mark = mark;
            this.english = english;
            this.french = french;
        }

        public EvidenceMark mark() {
            return mark;
        }

        public String english() {
            return english;
        }

        public String french() {
            return french;
        }
    }

    public KaryotypeRemark {
        requireNonNull(code, "code");
        requireNonNull(detail, "detail");
    }

    public String english() {
        return code.english() + " (" + detail + ")";
    }

    public String french() {
        return code.french() + " (" + detail + ")";
    }

    /** For a risk result. */
    public RiskFlag flag() {
        return new RiskFlag(code.name(), english(), code.mark());
    }
}
