package org.marrow.mrd.track;

import java.util.ArrayList;
import java.util.List;
import org.marrow.core.statistics.GammaFunction;
import org.marrow.core.statistics.IncompleteGamma;
import org.marrow.mrd.track.ErrorRate.WeightedShape;

/** Errors counted at positions that carry no variant, and the rate that they show. */
final class BackgroundSample {

    /**
     * The shapes that are weighed against each other: rates that differ by a coefficient of variation of 2.8, 2, 1.4, 1, 0.7,
     * 0.5 and 0. Equal before any error is seen.
     */
    static final List<Double> SHAPES = List.of(0.125, 0.25, 0.5, 1.0, 2.0, 4.0, Double.POSITIVE_INFINITY);

    private final List<Site> sites = new ArrayList<>();
    private long bases;
    private long errors;

    private record Site(long bases, long errors) {}

    /** Adds a position where {@code errors} of {@code bases} molecules show the error. */
    void add(long siteBases, long siteErrors) {
        if (siteBases > 0) {
            sites.add(new Site(siteBases, siteErrors));
            bases += siteBases;
            errors += siteErrors;
        }
    }

    long bases() {
        return bases;
    }

    long errors() {
        return errors;
    }

    int sites() {
        return sites.size();
    }

    /**
     * The rate of one more position of the same kind.
     *
     * <p>The mean is that of a gamma posterior with the prior of {@link TrackDefaults#PRIOR_ERRORS} in {@link
     * TrackDefaults#PRIOR_BASES}. Each shape is weighed by how well it explains the counts. Where positions differ, many errors
     * at few positions tell less of the mean than as many errors spread evenly; the upper bound takes that into account.
     */
    ErrorRate rate(String basis) {
        double mean = Math.clamp(
                (errors + TrackDefaults.PRIOR_ERRORS) / (bases + TrackDefaults.PRIOR_BASES),
                TrackDefaults.LOWEST_ERROR_RATE,
                ErrorRate.HIGHEST);
        double[] logLikelihoods = new double[SHAPES.size()];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logLikelihoods.length; i++) {
            logLikelihoods[i] = logLikelihood(SHAPES.get(i), mean);
            best = Math.max(best, logLikelihoods[i]);
        }
        double sum = 0;
        for (int i = 0; i < logLikelihoods.length; i++) {
            logLikelihoods[i] = Math.exp(logLikelihoods[i] - best);
            sum += logLikelihoods[i];
        }
        List<WeightedShape> spread = new ArrayList<>();
        double squaredVariation = 0;
        for (int i = 0; i < logLikelihoods.length; i++) {
            double weight = logLikelihoods[i] / sum;
            spread.add(new WeightedShape(SHAPES.get(i), weight));
            squaredVariation += weight / SHAPES.get(i);
        }
        double information =
                1 / (1 / (errors + TrackDefaults.PRIOR_ERRORS) + squaredVariation / Math.max(1, sites.size()));
        double factor = IncompleteGamma.quantile(information, TrackDefaults.BACKGROUND_CONFIDENCE) / information;
        return new ErrorRate(mean, Math.min(ErrorRate.HIGHEST, mean * Math.max(1, factor)), spread, basis);
    }

    /** Of the counts, each Poisson around a gamma-distributed rate; the part that all shapes share is left out. */
    private double logLikelihood(double shape, double mean) {
        double sum = 0;
        for (Site site : sites) {
            double expected = site.bases() * mean;
            if (Double.isInfinite(shape)) {
                sum += site.errors() * Math.log(expected) - expected;
            } else {
                sum += GammaFunction.logGamma(site.errors() + shape)
                        - GammaFunction.logGamma(shape)
                        + site.errors() * Math.log(expected / (expected + shape))
                        - shape * Math.log1p(expected / shape);
            }
        }
        return sum;
    }
}
