package org.marrow.variants.risk.ipssr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.variants.risk.scheme.InputFlag;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.PatientFindings;

/** The sum of IPSS-R: what the known inputs give, and what the missing ones may add. */
final class IpssrPoints {
    private final IpssrInput input;
    private final BigDecimal lowest;
    private final BigDecimal highest;
    private final List<String> missing = new ArrayList<>();
    private final Set<LaboratoryTest> missingTests = EnumSet.noneOf(LaboratoryTest.class);

    IpssrPoints(IpssrInput input) {
        this.input = input;
        BigDecimal known = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        for (IpssrVariable variable : IpssrVariable.values()) {
            if (variable.points(input).isPresent()) {
                known = known.add(variable.points(input).get());
            } else {
                open = open.add(variable.highestPoints());
                missing.add(variable.column());
                missingTests.add(variable.test());
            }
        }
        lowest = known;
        highest = known.add(open);
    }

    /** The score when nothing is missing, else the lowest that the missing inputs leave possible. */
    BigDecimal lowest() {
        return lowest;
    }

    BigDecimal highest() {
        return highest;
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    List<String> missing() {
        return missing;
    }

    /** The score needs each of them. */
    Set<LaboratoryTest> missingTests() {
        return missingTests;
    }

    /** Variables with points, the most points first. */
    List<RiskDriver> drivers() {
        List<RiskDriver> drivers = new ArrayList<>();
        for (IpssrVariable variable : IpssrVariable.values()) {
            variable.points(input)
                    .filter(points -> points.signum() > 0)
                    .ifPresent(points -> drivers.add(variable.driver(variable.column(), points.doubleValue())));
        }
        drivers.sort(Comparator.comparingDouble(driver -> -driver.contribution().orElse(0)));
        return drivers;
    }

    List<RiskFlag> flags() {
        List<RiskFlag> flags = new ArrayList<>();
        input.disagreement().ifPresent(flags::add);
        for (IpssrVariable variable : IpssrVariable.values()) {
            if (variable.isUnusual(input)) {
                flags.add(InputFlag.VALUE_OUT_OF_RANGE.flag(
                        variable.column() + " " + variable.text(input).orElse("") + ", usually " + variable.allowed()));
            }
        }
        return flags;
    }

    List<RiskInput> inputs() {
        List<RiskInput> inputs = new ArrayList<>();
        for (IpssrVariable variable : IpssrVariable.values()) {
            String source = variable == IpssrVariable.IPSSR_CYTOGENETICS
                    ? input.cytogeneticsSource()
                    : PatientFindings.CLINICAL_TABLE;
            inputs.add(new RiskInput(
                    variable.column(),
                    variable.text(input),
                    variable.text(input).map(text -> source)));
        }
        return inputs;
    }
}
