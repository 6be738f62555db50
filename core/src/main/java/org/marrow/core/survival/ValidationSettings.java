package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.marrow.core.error.InvalidValueException;

/**
 * How a cohort is evaluated.
 *
 * @param unit of the cohort's times
 * @param order categories from the most favourable to the most adverse; empty when they have no order, and then neither a trend
 *     nor a concordance is computed
 * @param confidence of every interval
 * @param horizonYears at which calibration and restricted mean are taken
 * @param splitOpen whether patients without a category are a group for each range, instead of one group
 */
public record ValidationSettings(
        FollowUpUnit unit,
        List<String> order,
        IntervalType intervalType,
        double confidence,
        double horizonYears,
        boolean splitOpen) {
    public ValidationSettings {
        requireNonNull(unit, "unit");
        order = List.copyOf(order);
        requireNonNull(intervalType, "intervalType");
        InvalidValueException.check(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1");
        InvalidValueException.check(
                horizonYears > 0 && horizonYears <= 100, "horizonYears", horizonYears, "a number of years up to 100");
    }

    double horizon() {
        return horizonYears * unit.perYear();
    }
}
