package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marrow.core.statistics.Normal;

/**
 * The hazard of each category against a reference, by Cox's model with the category as its only covariate.
 *
 * @param reference the first category with an event
 * @param ratios one a category with patients, the reference included
 * @param likelihoodRatio test of all ratios being 1
 * @param proportional test of the ratios staying the same over time; empty when it cannot be computed
 */
public record HazardRatios(
        String reference, List<Ratio> ratios, ChiSquaredTest likelihoodRatio, Optional<ChiSquaredTest> proportional) {

    /**
     * One category against the reference. All is empty for a category without events, whose ratio has no estimate but 0 and no
     * interval; for the reference only {@code ratio} is there, 1.
     *
     * @param pValue of the ratio being 1, by Wald's test
     */
    public record Ratio(
            String category, OptionalDouble ratio, OptionalDouble lower, OptionalDouble upper, OptionalDouble pValue) {
        public Ratio {
            requireNonNull(category, "category");
            requireNonNull(ratio, "ratio");
            requireNonNull(lower, "lower");
            requireNonNull(upper, "upper");
            requireNonNull(pValue, "pValue");
        }
    }

    public HazardRatios {
        requireNonNull(reference, "reference");
        ratios = List.copyOf(ratios);
        requireNonNull(likelihoodRatio, "likelihoodRatio");
        requireNonNull(proportional, "proportional");
    }

    /**
     * Fits the model.
     *
     * @param groups of each category
     * @return empty when fewer than two categories have events, or the likelihood has no maximum
     */
    static Optional<HazardRatios> of(List<String> categories, List<List<Observation>> groups, double confidence) {
        List<Integer> modelled = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (Observation.events(groups.get(g)) > 0) {
                modelled.add(g);
            }
        }
        if (modelled.size() < 2) {
            return Optional.empty();
        }
        List<Observation> observations = new ArrayList<>();
        List<double[]> covariates = new ArrayList<>();
        for (int g : modelled) {
            observations.addAll(groups.get(g));
            groups.get(g).forEach(one -> covariates.add(CategoryPrediction.dummies(modelled, g)));
        }
        CoxModel model = CoxModel.of(observations, covariates.toArray(double[][]::new));
        Optional<CoxFit> found = model.fit();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CoxFit fit = found.get();
        double z = Normal.quantile(1 - (1 - confidence) / 2);
        List<Ratio> ratios = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (!groups.get(g).isEmpty()) {
                ratios.add(ratio(categories.get(g), modelled.indexOf(g), fit, z));
            }
        }
        return Optional.of(new HazardRatios(
                categories.get(modelled.getFirst()), ratios, fit.likelihoodRatio(), model.proportionalHazards(fit)));
    }

    private static Ratio ratio(String category, int place, CoxFit fit, double z) {
        OptionalDouble none = OptionalDouble.empty();
        if (place < 0) {
            return new Ratio(category, none, none, none, none);
        }
        if (place == 0) {
            return new Ratio(category, OptionalDouble.of(1), none, none, none);
        }
        double log = fit.coefficients()[place - 1];
        double error = fit.standardError(place - 1);
        double wald = log / error;
        return new Ratio(
                category,
                OptionalDouble.of(Math.exp(log)),
                OptionalDouble.of(Math.exp(log - z * error)),
                OptionalDouble.of(Math.exp(log + z * error)),
                OptionalDouble.of(ChiSquaredTest.of(wald * wald, 1).pValue()));
    }
}
