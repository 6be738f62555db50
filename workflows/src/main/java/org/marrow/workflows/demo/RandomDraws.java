package org.marrow.workflows.demo;

import java.util.SplittableRandom;

/** Draws from the distributions that the simulator needs, from one explicit seed. */
final class RandomDraws {
    /** Poisson means are drawn in pieces of this size, since the product method underflows for large ones. */
    private static final double POISSON_PIECE = 30;

    private final SplittableRandom random;

    RandomDraws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A generator of its own for one part of the cohort, so that parts can be made in any order. */
    RandomDraws split() {
        return new RandomDraws(random.nextLong());
    }

    double uniform() {
        return random.nextDouble();
    }

    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double normal(double mean, double deviation) {
        double first = 1 - random.nextDouble();
        double second = random.nextDouble();
        return mean + deviation * StrictMath.sqrt(-2 * StrictMath.log(first)) * StrictMath.cos(2 * Math.PI * second);
    }

    /** Log-normal with the given median and standard deviation of the natural logarithm. */
    double logNormal(double median, double deviation) {
        return median * StrictMath.exp(normal(0, deviation));
    }

    long poisson(double mean) {
        long total = 0;
        double left = mean;
        while (left > 0) {
            double piece = Math.min(left, POISSON_PIECE);
            left -= piece;
            double limit = StrictMath.exp(-piece);
            double product = random.nextDouble();
            while (product > limit) {
                total++;
                product *= random.nextDouble();
            }
        }
        return total;
    }

    /** Negative binomial: a Poisson whose mean is itself gamma distributed; variance is mean + dispersion * mean^2. */
    long negativeBinomial(double mean, double dispersion) {
        return poisson(gamma(1 / dispersion) * mean * dispersion);
    }

    /** Gamma with scale 1, by Marsaglia and Tsang's method (ACM TOMS 26:363, 2000). */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal(0, 1);
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            double u = 1 - random.nextDouble();
            if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
