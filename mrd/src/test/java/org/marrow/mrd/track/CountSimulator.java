package org.marrow.mrd.track;

import java.util.SplittableRandom;

/**
 * Draws error counts by models that the caller does not know. It shares no code with the caller: sums of draws only, no
 * distribution function.
 */
final class CountSimulator {
    private final SplittableRandom random;

    CountSimulator(long seed) {
        random = new SplittableRandom(seed);
    }

    /** How the error rate of one position differs from the mean of all. */
    enum Positions {
        ALIKE {
            @Override
            double factor(CountSimulator simulator) {
                return 1;
            }
        },
        /** Rates of an exponential distribution. */
        EXPONENTIAL {
            @Override
            double factor(CountSimulator simulator) {
                return -Math.log(1 - simulator.random.nextDouble());
            }
        },
        /** Log-normal with a standard deviation of 1 of the logarithm. */
        LOG_NORMAL {
            @Override
            double factor(CountSimulator simulator) {
                return Math.exp(simulator.random.nextGaussian() - 0.5);
            }
        },
        /** One position in twenty has ten times the rate of the others. */
        HOT_SPOTS {
            @Override
            double factor(CountSimulator simulator) {
                return (simulator.random.nextDouble() < 0.05 ? 10 : 1) / 1.45;
            }
        },
        /** Damage triples the rate on one of the strands, and strands are not covered evenly. */
        STRAND_DAMAGE {
            @Override
            double factor(CountSimulator simulator) {
                double damagedShare = simulator.random.nextDouble();
                return (1 + 2 * damagedShare) / 2;
            }
        };

        abstract double factor(CountSimulator simulator);

        /** For a single depth and error rate. Hot spots are known to exceed the stated rate: 1.25 % in ten thousand samples. */
        double highestFalsePositiveRate() {
            return this == HOT_SPOTS ? 0.02 : 0.01;
        }
    }

    int uniform(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /** Successes among trials, by jumping from one success to the next. */
    long binomial(long trials, double probability) {
        if (probability <= 0) {
            return 0;
        }
        double logMiss = Math.log1p(-probability);
        long successes = 0;
        double position = 0;
        while (true) {
            position += Math.floor(Math.log(1 - random.nextDouble()) / logMiss) + 1;
            if (position > trials) {
                return successes;
            }
            successes++;
        }
    }
}
