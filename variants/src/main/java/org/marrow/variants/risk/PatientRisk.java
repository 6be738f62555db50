package org.marrow.variants.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.variant.SampleVariants;
import org.marrow.variants.risk.scheme.InputFlag;
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
        return assess(disease, clinical, variants, Optional.empty());
    }

    /**
     * The same for findings of a certain day. Schemes that were published later are applied too, and say so.
     *
     * @param date of the findings
     */
    public static List<RiskResult> assess(
            Disease disease, ClinicalValues clinical, Optional<SampleVariants> variants, Optional<LocalDate> date) {
        ClinicalValues known = disease == Disease.UNKNOWN ? clinical : clinical.withChoice(DISEASE, disease.name());
        PatientFindings findings = PatientFindings.assemble(known, variants);
        return RiskSchemes.all().stream()
                .filter(rules -> rules.appliesTo(disease, findings))
                .map(rules -> withDate(findings.addFlags(rules.assess(findings)), rules.date(), date))
                .toList();
    }

    /** A flag where the scheme was published after the findings. A year or month compares with the day's own year or month. */
    private static RiskResult withDate(RiskResult result, String published, Optional<LocalDate> date) {
        boolean later = date.map(LocalDate::toString)
                .filter(day -> published.compareTo(day.substring(0, Math.min(published.length(), day.length()))) > 0)
                .isPresent();
        if (!later) {
            return result;
        }
        List<RiskFlag> flags = new ArrayList<>(result.flags());
        flags.add(InputFlag.EDITION_AFTER_DATE.flag(published));
        return result.withFlags(flags);
    }
}
