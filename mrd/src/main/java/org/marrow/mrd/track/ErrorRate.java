package org.marrow.mrd.track;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.statistics.BetaBinomial;
import org.marrow.core.statistics.Binomial;
import org.marrow.core.statistics.CountDistribution;

/**
 * How often a molecule shows the alternate allele without carrying it.
 *
 * <p>Positions differ in it, some by far, so the rate of this one position is not the mean of its neighbours. {@code spread} says
 * what it may be instead.
 *
 * @param mean best guess, errors for each molecule
 * @param upperBound that the mean stays below with {@link TrackDefaults#BACKGROUND_CONFIDENCE}
 * @param spread what the position's own rate may be; the weights sum to 1
 * @param basis how it was obtained, as a phrase
 */
public record ErrorRate(double mean, double upperBound, List<Possibility> spread, String basis) {
    /** Where half of the molecules are wrong nothing is a measurement any more. */
    static final double HIGHEST = 0.5;

    public ErrorRate {
        InvalidValueException.check(mean > 0 && mean <= HIGHEST, "mean", mean, "greater than 0 to " + HIGHEST);
        InvalidValueException.check(
                upperBound >= mean && upperBound <= HIGHEST,
                "upperBound",
                upperBound,
                "a number from " + mean + " to " + HIGHEST);
        spread = List.copyOf(spread);
        double sum = 0;
        for (Possibility possibility : spread) {
            sum += possibility.weight();
        }
        InvalidValueException.check(Math.abs(sum - 1) < 1e-9, "spread", sum, "weights that sum to 1");
        requireNonNull(basis, "basis");
    }

    /**
     * One possibility for the position's own rate: a beta distribution.
     *
     * @param relativeMean its mean, as a multiple of the mean of all positions
     * @param shape its first parameter, the inverse square of its coefficient of variation; infinite for a single value
     * @param weight 0 to 1
     */
    public record Possibility(double relativeMean, double shape, double weight) {
        public Possibility {
            InvalidValueException.check(
                    relativeMean > 0 && relativeMean < Double.POSITIVE_INFINITY,
                    "relativeMean",
                    relativeMean,
                    "a number greater than 0");
            InvalidValueException.check(shape > 0, "shape", shape, "a number greater than 0");
            InvalidValueException.check(weight >= 0 && weight <= 1, "weight", weight, "a number from 0 to 1");
        }

        private CountDistribution molecules(long depth, double mean) {
            double rate = Math.min(HIGHEST, relativeMean * mean);
            return Double.isInfinite(shape)
                    ? new Binomial(depth, rate)
                    : new BetaBinomial(depth, shape, shape * (1 - rate) / rate);
        }
    }

    /** Probability that background alone shows at least {@code count} alternate molecules, by the upper bound. */
    double probabilityOfAtLeast(long count, long depth) {
        double sum = 0;
        for (Possibility possibility : spread) {
            sum += possibility.weight()
                    * Math.exp(possibility.molecules(depth, upperBound).logSurvival(count));
        }
        return Math.min(1, sum);
    }

    /** Probabilities of 0, 1, ... {@code below - 1} alternate molecules from background, by the best guess. */
    double[] massesBelow(long below, long depth) {
        double[] masses = new double[Math.toIntExact(below)];
        for (Possibility possibility : spread) {
            double[] each = possibility.molecules(depth, mean).massesBelow(masses.length);
            for (int count = 0; count < masses.length; count++) {
                masses[count] += possibility.weight() * each[count];
            }
        }
        return masses;
    }

    /**
     * Alternate molecules that background exceeds with no more than half of what {@link TrackDefaults#CONFIDENCE} leaves, by the
     * upper bound.
     *
     * @param most never more than this
     */
    long mostLikelyAtMost(long depth, long most) {
        double outside = 0.5 * (1 - TrackDefaults.CONFIDENCE);
        long low = 0;
        long high = most;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (probabilityOfAtLeast(middle + 1, depth) <= outside) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Variance of the number of alternate molecules from background, by the best guess. */
    double variance(long depth) {
        double first = 0;
        double second = 0;
        for (Possibility possibility : spread) {
            double expected = depth * Math.min(HIGHEST, possibility.relativeMean() * mean);
            first += possibility.weight() * expected;
            second += possibility.weight() * (expected + expected * expected * (1 + 1 / possibility.shape()));
        }
        return second - first * first;
    }

    /** The same background over several places at any of which it may happen. */
    ErrorRate times(int places) {
        return new ErrorRate(Math.min(HIGHEST, mean * places), Math.min(HIGHEST, upperBound * places), spread, basis);
    }
}
