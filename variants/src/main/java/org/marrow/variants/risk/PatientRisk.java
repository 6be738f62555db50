package org.marrow.variants.risk;

import java.util.List;
import java.util.Optional;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.variant.SampleVariants;
import org.marrow.variants.risk.scheme.PatientFindings;

/** All that the known schemes say of one patient. */
public final class PatientRisk {
    /** The diagnosis, as the catalog of inputs names it. */
    private static final String DISEASE = "DISEASE";

    private PatientRisk() {}

    /**
     * Every scheme whose file names the disease, in the order of the registry; IPSS-RA only where the age is known.
     *
     * @throws org.marrow.variants.karyotype.KaryotypeException when the karyotype cannot be read
     * @throws org.marrow.core.error.InvalidValueException when the report's IPSS-R cytogenetic group is none of the five
     */
    public static List<RiskResult> assess(Disease disease, ClinicalValues clinical, Optional<SampleVariants> variants) {
        ClinicalValues known = disease == Disease.UNKNOWN ? clinical : clinical.withChoice(DISEASE, disease.name());
        PatientFindings findings = PatientFindings.assemble(known, variants);
        return RiskSchemes.all().stream()
                .filter(rules -> rules.appliesTo(disease, findings))
                .map(rules -> findings.addFlags(rules.assess(findings)))
                .toList();
    }
}
