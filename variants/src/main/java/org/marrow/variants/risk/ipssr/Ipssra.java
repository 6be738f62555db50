package org.marrow.variants.risk.ipssr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.RiskScheme;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.PatientFindings;
import org.marrow.variants.risk.scheme.RiskCode;
import org.marrow.variants.risk.scheme.SchemeDescription;
import org.marrow.variants.risk.scheme.SchemeInput;
import org.marrow.variants.risk.scheme.SchemeRules;

/** Age-adjusted IPSS-R, for survival alone and not for leukaemic transformation. The cut-offs are those of IPSS-R. */
public final class Ipssra implements SchemeRules {
    public static final RiskScheme SCHEME = new RiskScheme(
            "ipssra",
            "IPSS-RA 2012",
            "Greenberg PL, Tuechler H, Schanz J, et al. Blood 2012;120:2454-2465",
            IpssrCategory.labels());

    static final String AGE = "AGE";
    private static final BigDecimal REFERENCE_AGE = new BigDecimal("70");
    private static final BigDecimal PER_YEAR = new BigDecimal("0.05");
    private static final BigDecimal PER_YEAR_AND_POINT = new BigDecimal("0.005");
    private static final BigDecimal YOUNGEST = BigDecimal.ZERO;
    private static final BigDecimal OLDEST = new BigDecimal("130");

    /** Codes of IPSS-RA. */
    enum Code implements RiskCode {
        /** Driver: what the age adds to IPSS-R or takes from it. */
        IPSSRA_AGE,
        /** Flag: not for the risk of leukaemia. */
        IPSSRA_SURVIVAL_ONLY;

        @Override
        public String code() {
            return name();
        }

        @Override
        public EvidenceMark mark() {
            return EvidenceMark.VERIFIED;
        }
    }

    @Override
    public SchemeDescription description() {
        List<SchemeInput> inputs = new ArrayList<>(Ipssr.inputs());
        inputs.add(new SchemeInput(AGE, "age at diagnosis", "years", "0 to 130", true));
        return new SchemeDescription(SCHEME, inputs);
    }

    @Override
    public boolean appliesTo(Disease disease, PatientFindings patient) {
        return disease == Disease.MDS && patient.clinical().ageYears().isPresent();
    }

    @Override
    public RiskResult assess(PatientFindings patient) {
        return assess(IpssrInput.of(patient));
    }

    @Override
    public RiskResult assess(NamedValues row) {
        return assess(IpssrInput.fromNamed(row::text));
    }

    public RiskResult assess(IpssrInput input) {
        IpssrPoints points = new IpssrPoints(input);
        List<String> missing = new ArrayList<>(points.missing());
        Set<LaboratoryTest> tests = points.missingTests();
        if (input.ageYears().isEmpty()) {
            missing.add(AGE);
            tests.add(LaboratoryTest.AGE);
        }
        // The score grows with the points and, up to 10 points, with the age.
        BigDecimal best = adjust(points.lowest(), input.ageYears().orElse(YOUNGEST));
        BigDecimal worst = adjust(points.highest(), input.ageYears().orElse(OLDEST));
        boolean complete = missing.isEmpty();
        List<RiskDriver> drivers = new ArrayList<>(points.drivers());
        if (complete && best.compareTo(points.lowest()) != 0) {
            drivers.add(
                    Code.IPSSRA_AGE.driver(AGE, best.subtract(points.lowest()).doubleValue()));
        }
        List<RiskInput> inputs = new ArrayList<>(points.inputs());
        inputs.add(new RiskInput(
                AGE,
                input.ageYears().map(age -> age.toPlainString() + " years"),
                input.ageYears().map(age -> PatientFindings.CLINICAL_TABLE)));
        List<RiskFlag> flags = new ArrayList<>(points.flags());
        flags.add(Code.IPSSRA_SURVIVAL_ONLY.flag());
        return new RiskResult(
                SCHEME,
                complete ? Optional.of(IpssrCategory.of(best).label()) : Optional.empty(),
                Optional.of(new CategoryRange(
                        IpssrCategory.of(best).label(), IpssrCategory.of(worst).label())),
                complete ? Optional.of(ScoreRange.exact(best.doubleValue())) : Optional.empty(),
                drivers,
                flags,
                missing,
                tests.stream().map(Enum::name).toList(),
                inputs);
    }

    /** IPSS-R + (age - 70) x (0.05 - 0.005 x IPSS-R), exactly. */
    static BigDecimal adjust(BigDecimal ipssr, BigDecimal ageYears) {
        return ipssr.add(
                ageYears.subtract(REFERENCE_AGE).multiply(PER_YEAR.subtract(PER_YEAR_AND_POINT.multiply(ipssr))));
    }
}
