package org.marrow.variants.risk.scheme;

import org.marrow.core.risk.EvidenceMark;

/** Flags about a patient's inputs, the same for every scheme. */
public enum InputFlag implements RiskCode {
    INPUTS_DISAGREE(EvidenceMark.OPEN),
    LESION_NAME_NOT_USED(EvidenceMark.DERIVED),
    PATHOGENICITY_NOT_CURATED(EvidenceMark.OPEN),
    ABNORMALITY_NOT_CLONAL(EvidenceMark.FROM_MEMORY),
    CLONE_COUNTING_MATTERS(EvidenceMark.OPEN),
    EDITION_AFTER_DATE(EvidenceMark.VERIFIED),
    VALUE_OUT_OF_RANGE(EvidenceMark.VERIFIED);

    private final EvidenceMark mark;

    InputFlag(EvidenceMark mark) {
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
