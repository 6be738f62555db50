package org.marrow.core.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every value that R printed; {@code reference-values.R} beside the table says by which command. */
class ReferenceValuesTest {
    private static final double RELATIVE = 1e-12;

    /** A logarithm near zero is compared by what it stands for. */
    private static final double ABSOLUTE_OF_LOG = 1e-14;

    @Test
    void everyFunctionGivesWhatRGives() throws IOException {
        List<String> differences = new ArrayList<>();
        Set<String> functions = new HashSet<>();
        int compared = 0;
        for (String line : lines()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t");
            double[] arguments = Arrays.stream(fields[1].split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double expected = parse(fields[2]);
            double actual = evaluate(fields[0], arguments);
            functions.add(fields[0]);
            compared++;
            double relative = fields[0].startsWith("betabinomial") ? 1e-9 : RELATIVE;
            if (!agree(actual, expected, relative, fields[0].endsWith(".log"))) {
                differences.add(fields[0] + "(" + fields[1] + ") = " + actual + ", R: " + expected);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(1400);
        assertThat(functions).hasSize(23);
    }

    /** Where R loses digits: mpmath 60 digits, the beta tails by 2F1, the binomial as the sum of its four terms. */
    @Test
    void farTailsWhereRLosesDigitsAgreeWithMpmath() {
        Offset<Double> digits = Offset.offset(1e-10);
        assertThat(IncompleteBeta.logUpper(0.001, 2.5, 1e6)).isCloseTo(-990.42188353665597319, digits);
        assertThat(IncompleteBeta.logUpper(0.001, 12, 1e6)).isCloseTo(-942.00622874738575788, digits);
        assertThat(IncompleteBeta.logUpper(0.05, 12, 1e6))
                .isCloseTo(-51191.778859250488158, Offset.offset(5e-11 * 1e3));
        assertThat(new Binomial(1_000_000, 0.003).logCumulative(3))
                .isCloseTo(-2982.2716693703887659, Offset.offset(3e-9));
        assertThat(Normal.cumulative(-38)).isCloseTo(2.88542836e-316, Offset.offset(1e-323));
    }

    private static boolean agree(double actual, double expected, double relative, boolean isLog) {
        if (actual == expected) {
            return true;
        }
        double difference = Math.abs(actual - expected);
        return difference <= relative * Math.abs(expected) || (isLog && difference <= ABSOLUTE_OF_LOG);
    }

    private static double evaluate(String function, double[] x) {
        return switch (function) {
            case "lgamma" -> GammaFunction.logGamma(x[0]);
            case "lbeta" -> GammaFunction.logBeta(x[0], x[1]);
            case "pbeta.log" -> IncompleteBeta.logLower(x[0], x[1], x[2]);
            case "pbeta.upper.log" -> IncompleteBeta.logUpper(x[0], x[1], x[2]);
            case "qbeta" -> IncompleteBeta.quantile(x[0], x[1], x[2]);
            case "qbeta.upper" -> IncompleteBeta.upperQuantile(x[0], x[1], x[2]);
            case "pgamma.log" -> IncompleteGamma.logLower(x[1], x[0]);
            case "pgamma.upper.log" -> IncompleteGamma.logUpper(x[1], x[0]);
            case "qgamma" -> IncompleteGamma.quantile(x[1], x[0]);
            case "qgamma.upper" -> IncompleteGamma.upperQuantile(x[1], x[0]);
            case "dbinom.log" -> new Binomial((long) x[1], x[2]).logMass((long) x[0]);
            case "pbinom.log" -> new Binomial((long) x[1], x[2]).logCumulative((long) x[0]);
            case "survival.log" -> new Binomial((long) x[1], x[2]).logSurvival((long) x[0]);
            case "dpois.log" -> new Poisson(x[1]).logMass((long) x[0]);
            case "ppois.log" -> new Poisson(x[1]).logCumulative((long) x[0]);
            case "poisson.survival.log" -> new Poisson(x[1]).logSurvival((long) x[0]);
            case "clopper.lower" -> ExactLimits.clopperPearson(x[0], x[1], 0.95).lower();
            case "clopper.upper" -> ExactLimits.clopperPearson(x[0], x[1], 0.95).upper();
            case "garwood.lower" -> ExactLimits.poisson(x[0], 0.95).lower();
            case "garwood.upper" -> ExactLimits.poisson(x[0], 0.95).upper();
            case "qnorm" -> Normal.quantile(x[0]);
            case "pnorm" -> Normal.cumulative(x[0]);
            case "betabinomial.survival.log" -> new BetaBinomial((long) x[1], x[2], x[3]).logSurvival((long) x[0]);
            default -> throw new AssertionError("unknown function " + function);
        };
    }

    private static double parse(String text) {
        return switch (text) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static List<String> lines() throws IOException {
        try (InputStream stream = ReferenceValuesTest.class.getResourceAsStream("reference-values.tsv")) {
            return new String(stream.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
