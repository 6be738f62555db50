package org.marrow.variants.call;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.TargetRegion;

/**
 * What a user may change of {@link CallDefaults}.
 *
 * @param minBaseQuality Phred, 0 to 93
 * @param minMappingQuality Phred, 0 to 254
 * @param passQuality Phred; a variant whose error probability is above it fails the filter {@code low_qual}
 * @param minFraction 0 to 1; a variant of a lower fraction fails the filter {@code low_fraction}
 * @param primers stretches that primers copy, so that bases of fragments which begin or end in them are the primer's
 * @param threads 1 or more
 */
public record CallSettings(
        int minBaseQuality,
        int minMappingQuality,
        double passQuality,
        double minFraction,
        List<TargetRegion> primers,
        int threads) {
    public CallSettings {
        InvalidValueException.check(
                minBaseQuality >= 0 && minBaseQuality <= 93, "minBaseQuality", minBaseQuality, "a number from 0 to 93");
        InvalidValueException.check(
                minMappingQuality >= 0 && minMappingQuality <= 254,
                "minMappingQuality",
                minMappingQuality,
                "a number from 0 to 254");
        InvalidValueException.check(passQuality >= 0, "passQuality", passQuality, "a number from 0");
        InvalidValueException.check(
                minFraction >= 0 && minFraction <= 1, "minFraction", minFraction, "a fraction from 0 to 1");
        requireNonNull(primers, "primers");
        primers = List.copyOf(primers);
        InvalidValueException.check(threads >= 1, "threads", threads, "a number from 1");
    }

    /** The defaults, without primers. */
    public static CallSettings defaults(int threads) {
        return new CallSettings(
                CallDefaults.MIN_BASE_QUALITY,
                CallDefaults.MIN_MAPPING_QUALITY,
                CallDefaults.PASS_QUALITY,
                CallDefaults.MIN_FRACTION,
                List.of(),
                threads);
    }
}
