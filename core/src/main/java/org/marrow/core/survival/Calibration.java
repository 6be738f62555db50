package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Predicted against observed survival at one time. A scheme of categories predicts no probability, so that the prediction is that of
 * a Cox model of the category, fitted to the same cohort without the patient it is for. What such a calibration can show is whether
 * the categories differ by constant hazard ratios and whether they hold for patients the model did not see; it cannot show that
 * survival published elsewhere holds here.
 *
 * @param years of the prediction
 * @param method how predictions were kept apart from the patients they are for
 * @param points one a category with patients
 * @param meanDifference absolute difference of predicted and observed, weighted by patients; empty when a category was not
 *     followed that long
 */
public record Calibration(double years, Method method, List<Point> points, OptionalDouble meanDifference) {

    /** How predictions were kept apart from the patients they are for. */
    public enum Method {
        LEAVE_ONE_OUT,
        TENFOLD
    }

    /**
     * One category.
     *
     * @param predicted mean over its patients, 0 to 1
     * @param observed Kaplan-Meier; empty when the category was not followed that long
     */
    public record Point(String category, int patients, double predicted, Optional<SurvivalAt> observed) {
        public Point {
            requireNonNull(category, "category");
            requireNonNull(observed, "observed");
        }
    }

    public Calibration {
        requireNonNull(method, "method");
        points = List.copyOf(points);
        requireNonNull(meanDifference, "meanDifference");
    }

    /** Compares the categories that have patients; empty when a model has no maximum. */
    static Optional<Calibration> of(
            List<String> categories, List<List<Observation>> groups, ValidationSettings settings) {
        int patients = groups.stream().mapToInt(List::size).sum();
        Method method = patients <= ValidationDefaults.LEAVE_ONE_OUT_PATIENTS ? Method.LEAVE_ONE_OUT : Method.TENFOLD;
        double horizon = settings.horizon();
        Optional<double[]> predicted =
                switch (method) {
                    case LEAVE_ONE_OUT -> CategoryPrediction.leaveOneOut(groups, horizon);
                    case TENFOLD -> CategoryPrediction.crossValidated(groups, horizon, ValidationDefaults.FOLDS);
                };
        if (predicted.isEmpty()) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>();
        double difference = 0;
        boolean all = true;
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).isEmpty()) {
                continue;
            }
            Optional<SurvivalAt> observed = KaplanMeier.estimate(
                            groups.get(g), settings.intervalType(), settings.confidence())
                    .at(horizon);
            double mean = predicted.get()[g];
            points.add(new Point(categories.get(g), groups.get(g).size(), mean, observed));
            all &= observed.isPresent();
            difference += groups.get(g).size()
                    * Math.abs(mean - observed.map(SurvivalAt::survival).orElse(mean));
        }
        return Optional.of(new Calibration(
                settings.horizonYears(),
                method,
                points,
                all ? OptionalDouble.of(difference / patients) : OptionalDouble.empty()));
    }
}
