package org.marrow.variants.risk;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.testing.WorkedCase;

/**
 * A case that others published or derived, with what the scheme has to say.
 *
 * @param score as it is printed, so that its decimals say how exactly; empty where there is none
 * @param category empty where nothing may be established
 * @param source where the case comes from
 */
record PublishedCase(
        String scheme,
        String name,
        Map<String, String> values,
        Optional<String> score,
        Optional<String> category,
        String source)
        implements WorkedCase {
    private static final String NOT_ESTABLISHED = "not established";

    PublishedCase {
        requireNonNull(scheme, "scheme");
        values = Map.copyOf(new TreeMap<>(values));
    }

    @Override
    public RiskResult result() {
        return RiskSchemes.byId(scheme)
                .orElseThrow()
                .assess(new NamedValues(input -> Optional.ofNullable(values.get(input))));
    }

    /** Score to the printed decimals, and category. */
    @Override
    public String expected() {
        return told(score, category);
    }

    @Override
    public String got() {
        RiskResult result = result();
        Optional<String> rounded = score.map(printed -> {
            int decimals = new BigDecimal(printed).scale();
            return result.score()
                    .map(ScoreRange::mean)
                    .map(mean -> BigDecimal.valueOf(mean)
                            .setScale(decimals, RoundingMode.HALF_EVEN)
                            .toPlainString())
                    .orElse("no score");
        });
        return told(rounded, result.category());
    }

    private static String told(Optional<String> score, Optional<String> category) {
        return score.map(number -> number + " ").orElse("") + category.orElse(NOT_ESTABLISHED);
    }

    /** Inputs in the order of their names. */
    @Override
    public String findings() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
