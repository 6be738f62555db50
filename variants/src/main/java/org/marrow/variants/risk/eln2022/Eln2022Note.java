package org.marrow.variants.risk.eln2022;

import org.marrow.core.risk.EvidenceMark;
import org.marrow.variants.risk.scheme.RiskCode;

/** What else an ELN 2022 result can carry: drivers that do not decide, and flags. */
public enum Eln2022Note implements RiskCode {
    /** Driver: present, and another lesion decides. */
    ELN2022_ALSO_PRESENT(EvidenceMark.VERIFIED),
    /** Driver: present, and what is missing says whether it decides. */
    ELN2022_UNDECIDED(EvidenceMark.DERIVED),
    CBF_WITH_TP53(EvidenceMark.OPEN),
    CBF_WITH_ADVERSE_CYTO(EvidenceMark.OPEN),
    T911_WITH_ADVERSE_CYTO(EvidenceMark.OPEN),
    /** The sentence was read for ELN 2017 only. */
    T911_WITH_ADVERSE_GENE(EvidenceMark.FROM_MEMORY),
    CEBPA_WITH_ADVERSE_CYTO(EvidenceMark.OPEN),
    CEBPA_WITH_TP53(EvidenceMark.OPEN),
    CEBPA_WITH_ITD(EvidenceMark.OPEN),
    CEBPA_BZIP_MISSENSE(EvidenceMark.OPEN),
    NPM1_WITH_TP53(EvidenceMark.OPEN),
    NPM1_ITD_WITH_MR(EvidenceMark.DERIVED),
    PANEL_INCOMPLETE(EvidenceMark.VERIFIED),
    APL_OUT_OF_SCOPE(EvidenceMark.VERIFIED);

    private final EvidenceMark mark;

    Eln2022Note(EvidenceMark mark) {
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
