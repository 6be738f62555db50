package org.marrow.variants.risk.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;

/**
 * Divides a cohort at the median of its scores, for a score that has no cut-off of its own. Scores above the median are of the second
 * category; those at it are of the first.
 *
 * @param mark of the division
 * @param by the input that tells which patients were measured alike; each such group has a median of its own
 */
record CohortMedian(EvidenceMark mark, RuleVariable by) {
    /** Fewer scores have no median that divides them. */
    static final int FEWEST_SCORES = 2;

    /** Flag of a result that no cohort was given with. */
    static final String OF_ONE = "COHORT_MEDIAN_NEEDED";

    private static final String OF_COHORT = "COHORT_MEDIAN";

    /**
     * The results of a cohort with their categories. A result without a score, one of which it is unknown how it was measured, and one
     * that was measured as no other stays as it is.
     */
    List<RiskResult> divide(List<RiskResult> results, UnaryOperator<String> english) {
        Map<String, List<Double>> scores = new TreeMap<>();
        for (RiskResult result : results) {
            Optional<String> group = group(result);
            Optional<ScoreRange> score = result.score();
            if (group.isPresent() && score.isPresent()) {
                scores.computeIfAbsent(group.get(), one -> new ArrayList<>())
                        .add(score.get().mean());
            }
        }
        return results.stream()
                .map(result -> {
                    List<Double> alike = group(result).map(scores::get).orElse(List.of());
                    boolean divided = result.score().isPresent() && alike.size() >= FEWEST_SCORES;
                    return divided ? divided(result, alike, english) : result;
                })
                .toList();
    }

    private Optional<String> group(RiskResult result) {
        return result.inputs().stream()
                .filter(input -> input.name().equals(by.shown()))
                .findFirst()
                .flatMap(RiskInput::value);
    }

    private RiskResult divided(RiskResult result, List<Double> alike, UnaryOperator<String> english) {
        double median = median(alike);
        double score = result.score().orElseThrow().mean();
        String category = result.scheme().categories().get(score > median ? 1 : 0);
        List<RiskFlag> flags = new ArrayList<>(result.flags());
        flags.removeIf(flag -> flag.code().equals(OF_ONE));
        String detail = String.format(
                Locale.ROOT,
                " (%.4f of %d patients, %s)",
                median,
                alike.size(),
                group(result).orElse(""));
        flags.add(new RiskFlag(OF_COHORT, english.apply(OF_COHORT) + detail, mark));
        return new RiskResult(
                result.scheme(),
                Optional.of(category),
                Optional.of(new CategoryRange(category, category)),
                result.score(),
                result.drivers(),
                flags,
                result.missing(),
                List.of(),
                result.inputs(),
                List.of(category));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
