package org.marrow.mrd.track;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.marrow.core.statistics.GammaFunction;
import org.marrow.core.statistics.IncompleteGamma;
import org.marrow.mrd.track.ErrorRate.Possibility;

/** Errors of one kind, such as C>T, counted at positions that carry no variant. */
final class BackgroundSample {

    /**
     * The shapes that are weighed against each other: rates of positions that differ by a coefficient of variation of 2.8, 2,
     * 1.4, 1, 0.7, 0.5 and 0. Equal before any error is seen.
     */
    static final List<Double> SHAPES = List.of(0.125, 0.25, 0.5, 1.0, 2.0, 4.0, Double.POSITIVE_INFINITY);

    /** A shape that is less likely than this is left out. */
    private static final double NEGLIGIBLE_WEIGHT = 0.005;

    private final List<Site> sites = new ArrayList<>();
    private long bases;
    private long errors;

    private record Site(long bases, long errors) {}

    /** Adds a position where {@code siteErrors} of {@code siteBases} molecules show the error. */
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

    /** Errors for each base, with the prior of {@link TrackDefaults#PRIOR_ERRORS} in {@link TrackDefaults#PRIOR_BASES}. */
    private double mean() {
        return Math.clamp(
                (errors + TrackDefaults.PRIOR_ERRORS) / (bases + TrackDefaults.PRIOR_BASES),
                TrackDefaults.LOWEST_ERROR_RATE,
                ErrorRate.HIGHEST);
    }

    /**
     * The rate of one more position of this kind.
     *
     * <p>Each shape is weighed by how well it explains the counts of all kinds, each kind around its own mean. Under one shape
     * the new position is like any of those counted, whose own rate is then known as well as its count tells it, or like none of
     * them. So where a few positions are far noisier than the others, the new one is held to be such a position as often as they
     * occur. Where positions differ, many errors at few of them tell less of the mean than as many errors spread evenly; the
     * upper bound takes that into account.
     *
     * @param allKinds of the same window, this one among them
     */
    ErrorRate rate(List<BackgroundSample> allKinds, String basis) {
        double[] weights = weights(allKinds);
        List<Possibility> spread = new ArrayList<>();
        double squaredVariation = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                squaredVariation += weights[i] / SHAPES.get(i);
                spread.addAll(possibilities(SHAPES.get(i), weights[i], allKinds));
            }
        }
        double information =
                1 / (1 / (errors + TrackDefaults.PRIOR_ERRORS) + squaredVariation / Math.max(1, sites.size()));
        double factor = IncompleteGamma.quantile(information, TrackDefaults.BACKGROUND_CONFIDENCE) / information;
        double mean = mean();
        return new ErrorRate(mean, Math.min(ErrorRate.HIGHEST, mean * Math.max(1, factor)), spread, basis);
    }

    /** Of each shape; sums to 1. */
    private static double[] weights(List<BackgroundSample> kinds) {
        double[] weights = new double[SHAPES.size()];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            for (BackgroundSample kind : kinds) {
                weights[i] += kind.logLikelihood(SHAPES.get(i));
            }
            best = Math.max(best, weights[i]);
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(weights[i] - best);
            sum += weights[i];
        }
        double kept = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] / sum < NEGLIGIBLE_WEIGHT ? 0 : weights[i] / sum;
            kept += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= kept;
        }
        return weights;
    }

    private static List<Possibility> possibilities(double shape, double weight, List<BackgroundSample> kinds) {
        if (Double.isInfinite(shape)) {
            return List.of(new Possibility(1, shape, weight));
        }
        int known = kinds.stream().mapToInt(BackgroundSample::sites).sum();
        double share = weight / (known + 1);
        List<Possibility> possibilities = new ArrayList<>();
        possibilities.add(new Possibility(1, shape, share));
        for (BackgroundSample kind : kinds) {
            // Positions with as many errors are told apart by little; together they are one possibility.
            TreeMap<Long, List<Site>> byErrors = new TreeMap<>();
            for (Site site : kind.sites) {
                byErrors.computeIfAbsent(site.errors(), count -> new ArrayList<>())
                        .add(site);
            }
            byErrors.forEach((count, alike) -> {
                long together = alike.stream().mapToLong(Site::bases).sum();
                double expected = kind.mean() * together / alike.size();
                possibilities.add(
                        new Possibility((shape + count) / (shape + expected), shape + count, share * alike.size()));
            });
        }
        return possibilities;
    }

    /** Of the counts, each Poisson around a gamma-distributed rate; the part that all shapes share is left out. */
    private double logLikelihood(double shape) {
        double mean = mean();
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
