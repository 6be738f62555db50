package org.marrow.mrd.track;

import org.marrow.core.error.InvalidValueException;

/**
 * What a user may change of {@link TrackDefaults}.
 *
 * @param minBaseQuality Phred, 0 to 93
 * @param minMappingQuality Phred, 0 to 254
 * @param minDepthMolecules 1 or more
 * @param minAltMolecules 1 or more
 * @param falsePositiveRate of each marker, between 0 and 1
 */
public record TrackSettings(
        int minBaseQuality,
        int minMappingQuality,
        int minDepthMolecules,
        int minAltMolecules,
        double falsePositiveRate) {
    public TrackSettings {
        InvalidValueException.check(
                minBaseQuality >= 0 && minBaseQuality <= 93, "minBaseQuality", minBaseQuality, "a number from 0 to 93");
        InvalidValueException.check(
                minMappingQuality >= 0 && minMappingQuality <= 254,
                "minMappingQuality",
                minMappingQuality,
                "a number from 0 to 254");
        InvalidValueException.check(minDepthMolecules >= 1, "minDepthMolecules", minDepthMolecules, "a number from 1");
        InvalidValueException.check(minAltMolecules >= 1, "minAltMolecules", minAltMolecules, "a number from 1");
        InvalidValueException.check(
                falsePositiveRate > 0 && falsePositiveRate < 1,
                "falsePositiveRate",
                falsePositiveRate,
                "between 0 and 1");
    }

    public static TrackSettings defaults() {
        return new TrackSettings(
                TrackDefaults.MIN_BASE_QUALITY,
                TrackDefaults.MIN_MAPPING_QUALITY,
                TrackDefaults.MIN_DEPTH_MOLECULES,
                TrackDefaults.MIN_ALT_MOLECULES,
                TrackDefaults.FALSE_POSITIVE_RATE);
    }
}
