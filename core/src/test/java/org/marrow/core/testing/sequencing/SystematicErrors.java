package org.marrow.core.testing.sequencing;

import java.util.random.RandomGenerator;

/**
 * What the positions of one template show by themselves in one run: for each position and strand one wrong base and its rate,
 * log-normal over positions. A control sample of another run has its own.
 */
public final class SystematicErrors {
    private static final double HIGHEST_RATE = 0.05;
    private final double[][] rates;
    private final byte[][] letters;

    SystematicErrors(int length, SequencingErrors errors, RandomGenerator random) {
        rates = new double[2][length];
        letters = new byte[2][length];
        double spread = errors.systematicSpread();
        for (int strand = 0; strand < 2; strand++) {
            for (int i = 0; i < length; i++) {
                // Less half the variance, so that the mean of the rates is the mean that was asked for.
                double rate = errors.systematic() * Math.exp(spread * random.nextGaussian() - spread * spread / 2);
                rates[strand][i] = Math.min(HIGHEST_RATE, rate);
                letters[strand][i] = Nucleotides.LETTERS[random.nextInt(4)];
            }
        }
    }

    /** The rate at a position of the template, from 0, on the strand that is read. */
    public double rate(int position, boolean reverse) {
        double[] ofStrand = rates[reverse ? 1 : 0];
        return position < ofStrand.length ? ofStrand[position] : 0;
    }

    /** The wrong base that it shows, in the direction of the template. */
    byte letter(int position, boolean reverse) {
        return letters[reverse ? 1 : 0][position];
    }
}
