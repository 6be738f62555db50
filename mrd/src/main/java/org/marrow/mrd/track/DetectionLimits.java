package org.marrow.mrd.track;

import java.util.OptionalDouble;
import org.marrow.core.statistics.Binomial;

/**
 * What one marker in one sample can show, from its depth and background alone.
 *
 * @param criticalCount fewest alternate molecules that count as detected: no fewer than {@link
 *     TrackSettings#minAltMolecules()}, and by the model background alone reaches it with no more than {@link
 *     TrackDefaults#MODEL_SHARE} of {@link TrackSettings#falsePositiveRate()}
 * @param detection smallest variant allele fraction that is found with {@link TrackDefaults#DETECTION_PROBABILITY}; empty where
 *     even a pure sample would not be
 * @param quantification smallest fraction that is measured with {@link TrackDefaults#QUANTIFICATION_CV} or better and is not
 *     under {@code detection}; empty where that is
 */
record DetectionLimits(long criticalCount, OptionalDouble detection, OptionalDouble quantification) {

    /** @param depth molecules, 1 or more */
    static DetectionLimits of(long depth, ErrorRate background, TrackSettings settings) {
        long critical = criticalCount(depth, background, settings);
        if (critical > depth) {
            return new DetectionLimits(critical, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double detection = detection(depth, background, critical);
        double relativeVariance = TrackDefaults.QUANTIFICATION_CV * TrackDefaults.QUANTIFICATION_CV;
        // n molecules have a variance of n, and the background adds its own: n + v = (cv n)^2.
        double molecules =
                (1 + Math.sqrt(1 + 4 * relativeVariance * background.variance(depth))) / (2 * relativeVariance);
        double quantification = Math.max(detection, Math.min(1, molecules / depth));
        return new DetectionLimits(critical, OptionalDouble.of(detection), OptionalDouble.of(quantification));
    }

    private static long criticalCount(long depth, ErrorRate background, TrackSettings settings) {
        double most = settings.falsePositiveRate() * TrackDefaults.MODEL_SHARE;
        long tooFew = settings.minAltMolecules() - 1L;
        long enough = settings.minAltMolecules();
        while (enough <= depth && background.probabilityOfAtLeast(enough, depth) > most) {
            tooFew = enough;
            enough *= 2;
        }
        enough = Math.min(enough, depth + 1);
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (background.probabilityOfAtLeast(middle, depth) > most) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private static double detection(long depth, ErrorRate background, long critical) {
        double[] fromBackground = background.massesBelow(critical, depth);
        double missed = Math.log(1 - TrackDefaults.DETECTION_PROBABILITY);
        double low = Math.log(1e-3 / depth);
        double high = 0;
        for (int halving = 0; halving < 60; halving++) {
            double middle = 0.5 * (low + high);
            if (Math.log(probabilityOfMissing(Math.exp(middle), depth, fromBackground)) > missed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(high);
    }

    /** Probability that variant and background molecules together stay below the critical count. */
    private static double probabilityOfMissing(double fraction, long depth, double[] fromBackground) {
        double[] variant = new Binomial(depth, fraction).massesBelow(fromBackground.length);
        double cumulative = 0;
        double sum = 0;
        for (int count = 0; count < fromBackground.length; count++) {
            cumulative += variant[count];
            sum += cumulative * fromBackground[fromBackground.length - 1 - count];
        }
        return sum;
    }
}
