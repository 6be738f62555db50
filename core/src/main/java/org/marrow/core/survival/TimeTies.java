package org.marrow.core.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes times equal that differ by rounding alone. Subtracting dates or changing units can give 0.1 + 0.2 and 0.3; taken as two
 * times they would change every rank statistic. Rule and tolerance are those of R's {@code aeqSurv}, which {@code survfit},
 * {@code survdiff}, {@code coxph} and {@code concordance} apply first.
 */
public final class TimeTies {
    /** Absolute, and relative to the mean of the distinct times. Source: R survival, {@code aeqSurv}. */
    static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

    private TimeTies() {}

    /** The same observations in the same order, near times replaced by the earliest of them. */
    public static List<Observation> merge(List<Observation> observations) {
        double[] times = observations.stream()
                .mapToDouble(Observation::time)
                .sorted()
                .distinct()
                .toArray();
        double mean = Arrays.stream(times).average().orElse(0);
        double[] cuts = new double[times.length];
        int kept = 0;
        for (int i = 0; i < times.length; i++) {
            double step = i == 0 ? Double.POSITIVE_INFINITY : times[i] - times[i - 1];
            if (step > TOLERANCE && !(step / mean <= TOLERANCE)) {
                cuts[kept++] = times[i];
            }
        }
        if (kept == times.length) {
            return List.copyOf(observations);
        }
        List<Observation> merged = new ArrayList<>(observations.size());
        for (Observation one : observations) {
            int place = Arrays.binarySearch(cuts, 0, kept, one.time());
            merged.add(new Observation(cuts[place >= 0 ? place : -place - 2], one.event()));
        }
        return List.copyOf(merged);
    }
}
