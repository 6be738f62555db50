package org.marrow.variants.risk.ipssm;

import org.marrow.core.risk.EvidenceMark;
import org.marrow.variants.risk.scheme.RiskCode;

/** Flags of IPSS-M. */
public enum IpssmNote implements RiskCode {
    /** Something is missing and the range is narrow enough to report the mean. */
    IPSSM_RANGE_BELOW_LIMIT(EvidenceMark.VERIFIED),
    /** The range is wide and stays in one category. */
    IPSSM_CATEGORY_STABLE(EvidenceMark.VERIFIED),
    /** The range is wide: nothing is reported. */
    IPSSM_RANGE_ABOVE_LIMIT(EvidenceMark.VERIFIED),
    /** The loss of the other TP53 allele follows from 17p or from the fraction. */
    IPSSM_TP53_LOH_INFERRED(EvidenceMark.VERIFIED);

    private final EvidenceMark mark;

    IpssmNote(EvidenceMark mark) {
        this.mark = mark;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public EvidenceMark mark() {
        return mark;
    }
}
