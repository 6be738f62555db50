package org.marrow.core.testing.sequencing;

import java.util.random.RandomGenerator;

/**
 * Base qualities as a MiSeq gives them in 2 x 150 to 2 x 300 runs: high and even at the beginning, falling toward the end, by read
 * more or less, with neighbours alike, and a tail of Q2 in one read of fifty [choice].
 */
final class ReadQualities {
    private static final double BEST = 37.6;
    private static final double MEAN_FALL = 9;
    private static final double NEIGHBOUR = 0.85;
    private static final double SCATTER = 1.3;
    private static final double DIP = 0.01;
    private static final double TAIL = 0.02;
    private static final int LONGEST = 300;

    private ReadQualities() {}

    static byte[] draw(int length, RandomGenerator random) {
        byte[] qualities = new byte[length];
        double fall = MEAN_FALL * Math.exp(0.6 * random.nextGaussian() - 0.18);
        double drift = 0;
        for (int i = 0; i < length; i++) {
            double along = (double) i / LONGEST;
            drift = NEIGHBOUR * drift + SCATTER * random.nextGaussian() * Math.min(1, 0.3 + along);
            double quality = BEST - fall * along * along * 3 + drift;
            if (random.nextDouble() < DIP) {
                quality -= 15 * random.nextDouble();
            }
            qualities[i] = (byte) Math.clamp(Math.round(quality), 2, 38);
        }
        if (random.nextDouble() < TAIL) {
            for (int i = length - random.nextInt(1, Math.max(2, length / 3)); i < length; i++) {
                qualities[i] = 2;
            }
        }
        return qualities;
    }
}
