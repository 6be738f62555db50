package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.RiskScheme;
import org.marrow.core.risk.ScoreRange;
import org.marrow.core.risk.TriState;
import org.marrow.variants.risk.ipssr.IpssrGroup;
import org.marrow.variants.risk.scheme.InputFlag;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.PatientFindings;
import org.marrow.variants.risk.scheme.SchemeDescription;
import org.marrow.variants.risk.scheme.SchemeRules;

/**
 * IPSS-M of MDS at diagnosis, as the authors' R package computes it.
 *
 * <p>A missing input is filled with its most favourable, its average and its most adverse value, which gives three scores. The
 * average one is reported when the others are at most 1 apart; when they are further apart but in one category, the category is
 * reported; otherwise neither. In a result, {@link RiskResult#category()} is what is reported, {@link RiskResult#score()} holds the
 * three scores and {@link RiskResult#range()} the categories of the best and the worst.
 */
public final class Ipssm implements SchemeRules {
    public static final RiskScheme SCHEME = IpssmModel.standard().scheme();

    @Override
    public SchemeDescription description() {
        return new SchemeDescription(
                SCHEME,
                IpssmColumns.ALL.stream().map(IpssmColumns.Column::description).toList());
    }

    @Override
    public String date() {
        return IpssmModel.standard().date();
    }

    @Override
    public boolean appliesTo(Disease disease, PatientFindings patient) {
        return disease == Disease.MDS;
    }

    @Override
    public RiskResult assess(PatientFindings patient) {
        RiskResult result = assess(IpssmPatient.input(patient));
        Optional<RiskFlag> disagreement = IpssrGroup.of(patient).disagreement();
        if (disagreement.isEmpty()) {
            return result;
        }
        List<RiskFlag> flags = new ArrayList<>(List.of(disagreement.get()));
        flags.addAll(result.flags());
        return result.withFlags(flags);
    }

    @Override
    public RiskResult assess(NamedValues row) {
        return assess(IpssmInput.fromNamed(row::text));
    }

    public RiskResult assess(IpssmInput input) {
        IpssmVariables variables = IpssmVariables.of(input);
        BigDecimal best = IpssmScore.rounded(variables.sum(IpssmScenario.BEST));
        BigDecimal mean = IpssmScore.rounded(variables.sum(IpssmScenario.MEAN));
        BigDecimal worst = IpssmScore.rounded(variables.sum(IpssmScenario.WORST));
        BigDecimal range = worst.subtract(best);
        boolean narrow = range.compareTo(IpssmScore.WIDEST_RANGE) <= 0;
        boolean stable = IpssmCategory.of(best) == IpssmCategory.of(worst);
        boolean reported = narrow || stable;
        List<RiskFlag> flags = heldValues(input);
        if (range.signum() > 0) {
            flags.add((narrow
                            ? IpssmNote.IPSSM_RANGE_BELOW_LIMIT
                            : stable ? IpssmNote.IPSSM_CATEGORY_STABLE : IpssmNote.IPSSM_RANGE_ABOVE_LIMIT)
                    .flag());
        }
        if (input.tp53loh() != TriState.PRESENT && IpssmVariables.tp53Loh(input) == TriState.PRESENT) {
            flags.add(IpssmNote.IPSSM_TP53_LOH_INFERRED.flag());
        }
        List<String> missing = new ArrayList<>();
        Set<LaboratoryTest> missingTests = EnumSet.noneOf(LaboratoryTest.class);
        List<RiskInput> inputs = new ArrayList<>();
        for (IpssmColumns.Column column : IpssmColumns.ALL) {
            inputs.add(column.shown(input));
            if (column.isMissing(input)) {
                missing.add(column.name());
                missingTests.add(column.test().apply(input));
            }
        }
        return new RiskResult(
                SCHEME,
                reported ? Optional.of(IpssmCategory.of(mean).label()) : Optional.empty(),
                Optional.of(new CategoryRange(
                        IpssmCategory.of(best).label(), IpssmCategory.of(worst).label())),
                Optional.of(new ScoreRange(best.doubleValue(), mean.doubleValue(), worst.doubleValue())),
                drivers(variables),
                flags,
                missing,
                reported ? List.of() : LaboratoryTest.smallestSettling(missingTests, new IpssmSettling(input)::settles),
                inputs);
    }

    /** Category of a score that is rounded to two decimals, as {@link RiskResult#score()} gives it. */
    public static String categoryOf(double roundedScore) {
        return IpssmCategory.of(BigDecimal.valueOf(roundedScore)).label();
    }

    /** What the model holds to its range, as the R package does; the score is then not that of the value itself. */
    private static List<RiskFlag> heldValues(IpssmInput input) {
        List<RiskFlag> flags = new ArrayList<>();
        input.hb()
                .filter(hb -> hb.compareTo(IpssmVariables.LOWEST_HB) < 0 || hb.compareTo(IpssmVariables.HIGHEST_HB) > 0)
                .ifPresent(hb -> flags.add(
                        InputFlag.VALUE_OUT_OF_RANGE.flag("HB " + hb.toPlainString() + " g/dL, held to 4 to 20")));
        input.bmBlast()
                .filter(blasts -> blasts.compareTo(IpssmVariables.HIGHEST_BLASTS) > 0)
                .ifPresent(blasts -> flags.add(
                        InputFlag.VALUE_OUT_OF_RANGE.flag("BM_BLAST " + blasts.toPlainString() + " %, held to 20")));
        return flags;
    }

    /** Each known variable's part of the score, the largest first; their sum is the score with the missing ones at their average. */
    private static List<RiskDriver> drivers(IpssmVariables variables) {
        List<RiskDriver> drivers = new ArrayList<>();
        for (IpssmVariable variable : IpssmVariable.values()) {
            BigDecimal effect = variable.effect(variables.value(variable, IpssmScenario.MEAN));
            if (variables.contributes(variable) && effect.signum() != 0) {
                drivers.add(variable.driver(
                        variable.name(), IpssmScore.unrounded(effect).doubleValue()));
            }
        }
        drivers.sort(Comparator.comparingDouble(
                        (RiskDriver driver) -> -Math.abs(driver.contribution().orElse(0)))
                .thenComparing(RiskDriver::name));
        return drivers;
    }
}
