package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One group of a cohort. Times are in the cohort's unit.
 *
 * @param label the category, or for patients without one {@link CohortValidation#NOT_ESTABLISHED} or their range
 * @param restrictedMean up to the horizon; empty when follow-up ended before
 */
public record CategorySurvival(
        String label,
        int patients,
        int events,
        SurvivalTime median,
        List<AtYear> survival,
        Optional<RestrictedMean> restrictedMean,
        SurvivalCurve curve) {

    /**
     * Survival after a whole number of years.
     *
     * @param survival empty when follow-up ended before
     */
    public record AtYear(int years, Optional<SurvivalAt> survival) {
        public AtYear {
            requireNonNull(survival, "survival");
        }
    }

    public CategorySurvival {
        requireNonNull(label, "label");
        requireNonNull(median, "median");
        survival = List.copyOf(survival);
        requireNonNull(restrictedMean, "restrictedMean");
        requireNonNull(curve, "curve");
    }

    static CategorySurvival of(String label, List<Observation> observations, ValidationSettings settings) {
        SurvivalCurve curve = KaplanMeier.estimate(observations, settings.intervalType(), settings.confidence());
        return new CategorySurvival(
                label,
                curve.patients(),
                curve.events(),
                curve.median(),
                ValidationDefaults.YEARS.stream()
                        .map(years -> new AtYear(
                                years, curve.at(years * settings.unit().perYear())))
                        .toList(),
                curve.restrictedMean(settings.horizon()),
                curve);
    }
}
