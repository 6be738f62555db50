package org.marrow.variants.risk.eln2022;

import static org.marrow.variants.risk.eln2022.Eln2022Category.ADVERSE;
import static org.marrow.variants.risk.eln2022.Eln2022Category.FAVORABLE;
import static org.marrow.variants.risk.eln2022.Eln2022Category.INTERMEDIATE;

import java.util.Set;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.variants.risk.scheme.RiskCode;

/** The steps of the algorithm; the first that applies gives the category. */
public enum Eln2022Rule implements RiskCode {
    ELN2022_CBF(FAVORABLE, EvidenceMark.VERIFIED, Set.of(Eln2022Group.CORE_BINDING_FACTOR)),
    ELN2022_T911(INTERMEDIATE, EvidenceMark.VERIFIED, Set.of(Eln2022Group.MLLT3_KMT2A)),
    ELN2022_ADVERSE_CYTOGENETICS(ADVERSE, EvidenceMark.VERIFIED, Set.of(Eln2022Group.ADVERSE_CYTOGENETICS)),
    ELN2022_TP53(ADVERSE, EvidenceMark.VERIFIED, Set.of(Eln2022Group.TP53)),
    ELN2022_NPM1_WITHOUT_ITD(FAVORABLE, EvidenceMark.VERIFIED, Set.of(Eln2022Group.NPM1)),
    ELN2022_CEBPA_BZIP(FAVORABLE, EvidenceMark.VERIFIED, Set.of(Eln2022Group.CEBPA)),
    ELN2022_MR_GENE(ADVERSE, EvidenceMark.VERIFIED, Set.of(Eln2022Group.MYELODYSPLASIA_RELATED)),
    ELN2022_NPM1_WITH_ITD(INTERMEDIATE, EvidenceMark.VERIFIED, Set.of(Eln2022Group.NPM1, Eln2022Group.FLT3_ITD)),
    ELN2022_ITD_WITHOUT_NPM1(INTERMEDIATE, EvidenceMark.VERIFIED, Set.of(Eln2022Group.FLT3_ITD)),
    ELN2022_NO_LISTED_LESION(INTERMEDIATE, EvidenceMark.VERIFIED, Set.of());

    private final Eln2022Category category;
    private final EvidenceMark mark;
    private final Set<Eln2022Group> decidedBy;

    Eln2022Rule(Eln2022Category category, EvidenceMark mark, Set<Eln2022Group> decidedBy) {
        this.category = category;
        this.mark = mark;
        this.decidedBy = decidedBy;
    }

    public Eln2022Category category() {
        return category;
    }

    /** The groups whose lesions carry this step. */
    Set<Eln2022Group> decidedBy() {
        return decidedBy;
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
