package org.marrow.mrd.track;

import org.marrow.core.mrd.ConfidenceInterval;
import org.marrow.core.statistics.ExactLimits;

/**
 * The interval of a variant allele fraction.
 *
 * <p>Clopper and Pearson's limits are exact for the fraction of molecules that show the variant. Where background may make up a
 * noticeable part of these, the true fraction is lower, by an amount that is itself uncertain; then the lower end is taken down
 * by as many molecules as background exceeds with half of the remaining probability only. The upper end stays: background never
 * hides a variant.
 */
final class VafInterval {
    private VafInterval() {}

    /**
     * @param isDetected the lower end is 0 where it is not
     */
    static ConfidenceInterval of(AlleleCounts molecules, boolean isDetected, ErrorRate background) {
        long depth = molecules.depth();
        long alternate = molecules.alternate();
        ExactLimits exact = ExactLimits.clopperPearson((double) alternate, (double) depth, TrackDefaults.CONFIDENCE);
        if (!isDetected) {
            return new ConfidenceInterval(0, exact.upper(), TrackDefaults.CONFIDENCE, "Clopper-Pearson");
        }
        long fromBackground = background.mostLikelyAtMost(depth, alternate);
        if (fromBackground <= TrackDefaults.NOTICEABLE_BACKGROUND_DEVIATIONS * Math.sqrt((double) alternate)) {
            return new ConfidenceInterval(exact.lower(), exact.upper(), TrackDefaults.CONFIDENCE, "Clopper-Pearson");
        }
        double lower = exact.lower() - (double) fromBackground / depth;
        return new ConfidenceInterval(
                Math.max(0, lower),
                exact.upper(),
                TrackDefaults.CONFIDENCE,
                "Clopper-Pearson, lower end less the background");
    }
}
