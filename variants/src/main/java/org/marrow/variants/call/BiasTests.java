package org.marrow.variants.call;

import org.marrow.core.statistics.Binomial;
import org.marrow.core.statistics.GammaFunction;

/** How improbable it is that the molecules of a variant lie as they do, if they lay as those of the reference. */
final class BiasTests {
    private BiasTests() {}

    /** Fisher's exact test of two rows of counts, both sides. */
    static double fisher(SmallVariant.StrandCounts one, SmallVariant.StrandCounts other) {
        int forward = one.forward() + other.forward();
        int total = one.sum() + other.sum();
        int row = one.sum();
        double observed = logHypergeometric(one.forward(), row, forward, total);
        double sum = 0;
        for (int count = Math.max(0, row + forward - total); count <= Math.min(row, forward); count++) {
            double log = logHypergeometric(count, row, forward, total);
            // Equal but for rounding.
            if (log <= observed + 1e-7) {
                sum += Math.exp(log);
            }
        }
        return Math.min(1, sum);
    }

    private static double logHypergeometric(int count, int row, int column, int total) {
        return logChoose(column, count) + logChoose(total - column, row - count) - logChoose(total, row);
    }

    private static double logChoose(int n, int k) {
        return GammaFunction.logGamma(n + 1.0) - GammaFunction.logGamma(k + 1.0) - GammaFunction.logGamma(n - k + 1.0);
    }

    /** Probability of at least {@code near} of {@code molecules} near an end, when each is with {@code probability}. */
    static double nearEnds(int near, int molecules, double probability) {
        return Math.exp(new Binomial(molecules, Math.clamp(probability, 0, 1)).logSurvival(near));
    }
}
