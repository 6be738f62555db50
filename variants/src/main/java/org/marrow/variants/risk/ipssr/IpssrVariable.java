package org.marrow.variants.risk.ipssr;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.RiskCode;

/** The five variables of IPSS-R with their points; Greenberg 2012, tables 2 and 3. */
public enum IpssrVariable implements RiskCode {
    IPSSR_CYTOGENETICS("CYTO_IPSSR", "", LaboratoryTest.KARYOTYPE, "", "", List.of()) {
        @Override
        Optional<String> text(IpssrInput input) {
            return input.cytogenetics().map(IpssrCytogenetics::label);
        }

        @Override
        Optional<BigDecimal> points(IpssrInput input) {
            return input.cytogenetics().map(group -> BigDecimal.valueOf(group.points()));
        }

        @Override
        BigDecimal highestPoints() {
            return BigDecimal.valueOf(IpssrCytogenetics.VERY_POOR.points());
        }
    },
    /** More than 2 %, from 5 %, more than 10 %. */
    IPSSR_BLASTS(
            "BM_BLAST",
            "%",
            LaboratoryTest.MARROW_SMEAR,
            "0",
            "30",
            List.of(new Step("10", false, "3"), new Step("5", true, "2"), new Step("2", false, "1"))) {
        @Override
        Optional<BigDecimal> value(IpssrInput input) {
            return input.blastPercent();
        }
    },
    IPSSR_HAEMOGLOBIN(
            "HB",
            "g/dL",
            LaboratoryTest.BLOOD_COUNT,
            "4",
            "20",
            List.of(new Step("10", true, "0"), new Step("8", true, "1"), new Step("0", true, "1.5"))) {
        @Override
        Optional<BigDecimal> value(IpssrInput input) {
            return input.haemoglobinGPerDl();
        }
    },
    IPSSR_PLATELETS(
            "PLT",
            "10^9/L",
            LaboratoryTest.BLOOD_COUNT,
            "0",
            "2000",
            List.of(new Step("100", true, "0"), new Step("50", true, "0.5"), new Step("0", true, "1"))) {
        @Override
        Optional<BigDecimal> value(IpssrInput input) {
            return input.platelets1e9PerL();
        }
    },
    IPSSR_NEUTROPHILS(
            "ANC",
            "10^9/L",
            LaboratoryTest.BLOOD_COUNT,
            "0",
            "15",
            List.of(new Step("0.8", true, "0"), new Step("0", true, "0.5"))) {
        @Override
        Optional<BigDecimal> value(IpssrInput input) {
            return input.neutrophils1e9PerL();
        }
    };

    /** Points from a bound upwards; {@code inclusive} when the bound itself has them. */
    record Step(BigDecimal bound, boolean inclusive, BigDecimal points) {
        Step(String bound, boolean inclusive, String points) {
            this(new BigDecimal(bound), inclusive, new BigDecimal(points));
        }

        boolean holds(BigDecimal value) {
            int order = value.compareTo(bound);
            return order > 0 || (order == 0 && inclusive);
        }
    }

    private final String column;
    private final String unit;
    private final LaboratoryTest test;
    private final String usualFrom;
    private final String usualTo;
    private final List<Step> steps;

    IpssrVariable(String column, String unit, LaboratoryTest test, String usualFrom, String usualTo, List<Step> steps) {
        this.column = column;
        this.unit = unit;
        this.test = test;
        this.usualFrom = usualFrom;
        this.usualTo = usualTo;
        this.steps = steps;
    }

    public String column() {
        return column;
    }

    String unit() {
        return unit;
    }

    LaboratoryTest test() {
        return test;
    }

    /** Range of the published calculator, as text; the group names for cytogenetics. */
    String allowed() {
        return steps.isEmpty() ? String.join(", ", IpssrCytogenetics.labels()) : usualFrom + " to " + usualTo;
    }

    Optional<BigDecimal> value(IpssrInput input) {
        return Optional.empty();
    }

    /** The value with its unit; empty when it is missing. */
    Optional<String> text(IpssrInput input) {
        return value(input).map(value -> value.toPlainString() + " " + unit);
    }

    /** Empty when the value is missing. The steps go from the highest bound down; below them all there are no points. */
    Optional<BigDecimal> points(IpssrInput input) {
        return value(input)
                .map(value -> steps.stream()
                        .filter(step -> step.holds(value))
                        .findFirst()
                        .map(Step::points)
                        .orElse(BigDecimal.ZERO));
    }

    BigDecimal highestPoints() {
        return steps.stream().map(Step::points).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** Whether the value lies outside the range of the published calculator. */
    boolean isUnusual(IpssrInput input) {
        return value(input)
                .filter(value ->
                        value.compareTo(new BigDecimal(usualFrom)) < 0 || value.compareTo(new BigDecimal(usualTo)) > 0)
                .isPresent();
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public EvidenceMark mark() {
        return EvidenceMark.VERIFIED;
    }
}
