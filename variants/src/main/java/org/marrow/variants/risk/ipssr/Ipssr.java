package org.marrow.variants.risk.ipssr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.RiskScheme;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.PatientFindings;
import org.marrow.variants.risk.scheme.SchemeDescription;
import org.marrow.variants.risk.scheme.SchemeInput;
import org.marrow.variants.risk.scheme.SchemeRules;

/**
 * IPSS-R of MDS at diagnosis. With any input missing there is no score and no category: the result lists what is missing and the
 * range that it leaves.
 */
public final class Ipssr implements SchemeRules {
    public static final RiskScheme SCHEME = new RiskScheme(
            "ipssr",
            "IPSS-R 2012",
            "Greenberg PL, Tuechler H, Schanz J, et al. Blood 2012;120:2454-2465",
            IpssrCategory.labels());

    @Override
    public SchemeDescription description() {
        return new SchemeDescription(SCHEME, inputs());
    }

    static List<SchemeInput> inputs() {
        List<SchemeInput> inputs = new ArrayList<>();
        for (IpssrVariable variable : IpssrVariable.values()) {
            inputs.add(
                    new SchemeInput(variable.column(), variable.english(), variable.unit(), variable.allowed(), true));
        }
        return inputs;
    }

    @Override
    public boolean appliesTo(Disease disease, PatientFindings patient) {
        return disease == Disease.MDS;
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
        IpssrCategory best = IpssrCategory.of(points.lowest());
        IpssrCategory worst = IpssrCategory.of(points.highest());
        return new RiskResult(
                SCHEME,
                points.isComplete() ? Optional.of(best.label()) : Optional.empty(),
                Optional.of(new CategoryRange(best.label(), worst.label())),
                points.isComplete()
                        ? Optional.of(ScoreRange.exact(points.lowest().doubleValue()))
                        : Optional.empty(),
                points.drivers(),
                points.flags(),
                points.missing(),
                points.missingTests().stream().map(Enum::name).toList(),
                points.inputs());
    }
}
