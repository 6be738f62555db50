package org.marrow.variants.risk.eln2022;

import java.util.Set;

/** The algorithm, for a patient of whom everything is known. */
record Eln2022Lesions(Set<Eln2022Group> present) {

    boolean has(Eln2022Group group) {
        return present.contains(group);
    }

    /** The first step that applies. */
    Eln2022Rule decide(Eln2022Policy policy) {
        boolean itd = has(Eln2022Group.FLT3_ITD);
        boolean npm1 = has(Eln2022Group.NPM1);
        if (has(Eln2022Group.CORE_BINDING_FACTOR)) {
            return Eln2022Rule.ELN2022_CBF;
        }
        if (has(Eln2022Group.MLLT3_KMT2A)) {
            return Eln2022Rule.ELN2022_T911;
        }
        if (has(Eln2022Group.ADVERSE_CYTOGENETICS)) {
            return Eln2022Rule.ELN2022_ADVERSE_CYTOGENETICS;
        }
        if (has(Eln2022Group.TP53)) {
            return Eln2022Rule.ELN2022_TP53;
        }
        if (npm1 && !itd) {
            return Eln2022Rule.ELN2022_NPM1_WITHOUT_ITD;
        }
        if (has(Eln2022Group.CEBPA)) {
            return Eln2022Rule.ELN2022_CEBPA_BZIP;
        }
        boolean exempt = npm1 && !policy.adverseGenesOverrideNpm1WithItd();
        if (has(Eln2022Group.MYELODYSPLASIA_RELATED) && !exempt) {
            return Eln2022Rule.ELN2022_MR_GENE;
        }
        if (itd) {
            return npm1 ? Eln2022Rule.ELN2022_NPM1_WITH_ITD : Eln2022Rule.ELN2022_ITD_WITHOUT_NPM1;
        }
        return Eln2022Rule.ELN2022_NO_LISTED_LESION;
    }
}
