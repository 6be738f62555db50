package org.marrow.core.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.marrow.core.statistics.Normal;

/**
 * The product-limit estimate of survival. Source: Kaplan EL, Meier P. J Am Stat Assoc 1958;53:457-481; standard error: Greenwood M.
 * Reports on Public Health and Medical Subjects 1926;33:1-26.
 */
public final class KaplanMeier {
    private KaplanMeier() {}

    /**
     * Estimates one group.
     *
     * @param observations in any order; may be none
     * @param confidence such as 0.95
     */
    public static SurvivalCurve estimate(List<Observation> observations, IntervalType intervalType, double confidence) {
        List<Observation> sorted =
                observations.stream().sorted(Observation.BY_TIME).toList();
        double z = Normal.quantile(1 - (1 - confidence) / 2);
        List<CurvePoint> points = new ArrayList<>();
        double survival = 1;
        double logVariance = 0;
        int next = 0;
        while (next < sorted.size()) {
            double time = sorted.get(next).time();
            int atRisk = sorted.size() - next;
            int events = 0;
            int censored = 0;
            for (; next < sorted.size() && sorted.get(next).time() == time; next++) {
                if (sorted.get(next).event()) {
                    events++;
                } else {
                    censored++;
                }
            }
            if (events == atRisk) {
                points.add(lastOfAll(time, atRisk, events));
                break;
            }
            double left = (double) atRisk - events;
            survival *= left / atRisk;
            logVariance += events / (atRisk * left);
            double logError = Math.sqrt(logVariance);
            points.add(new CurvePoint(
                    time,
                    atRisk,
                    events,
                    censored,
                    survival,
                    OptionalDouble.of(survival * logError),
                    intervalType.at(survival, logError, -z),
                    intervalType.at(survival, logError, z)));
        }
        return new SurvivalCurve(intervalType, confidence, points);
    }

    /** Follow-up as a curve: how long patients would be seen if nobody died (the reverse Kaplan-Meier estimate). */
    public static SurvivalCurve followUp(List<Observation> observations, IntervalType intervalType, double confidence) {
        return estimate(
                observations.stream()
                        .map(one -> new Observation(one.time(), !one.event()))
                        .toList(),
                intervalType,
                confidence);
    }

    private static CurvePoint lastOfAll(double time, int atRisk, int events) {
        OptionalDouble undefined = OptionalDouble.empty();
        return new CurvePoint(time, atRisk, events, 0, 0, undefined, undefined, undefined);
    }
}
