package org.marrow.variants.call;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.statistics.ExactLimits;
import org.marrow.core.variant.Variant;

/**
 * A variant as the caller found it. Molecules are read pairs, or reads without a mate; each counts once.
 *
 * @param quality Phred of the probability that the variant is an error, 0 to {@link CallDefaults#HIGHEST_QUALITY}
 * @param filters why it is not believed; empty when it passed
 * @param depth molecules that show any allele there
 * @param reference molecules that show the reference, by strand
 * @param alternate molecules that show the variant, by strand
 * @param fractionLimits exact 95 % limits of the variant's fraction
 * @param endDistance median bases between the variant and the nearer end of its reads
 * @param expectedErrors molecules that would show the variant by error
 * @param repeatCopies copies of the repeated unit in the reference where the variant adds or takes away some; 0 otherwise
 * @param phaseSet position of the first of several close variants that lie on the same molecules
 */
public record SmallVariant(
        Variant variant,
        double quality,
        List<CallFilter> filters,
        int depth,
        StrandCounts reference,
        StrandCounts alternate,
        ExactLimits fractionLimits,
        int endDistance,
        double expectedErrors,
        int repeatCopies,
        OptionalInt phaseSet) {
    public SmallVariant {
        InvalidValueException.check(quality >= 0, "quality", quality, "a number from 0");
        filters = List.copyOf(filters);
        InvalidValueException.check(
                depth >= reference.sum() + alternate.sum(),
                "depth",
                depth,
                "at least the molecules of the two alleles");
    }

    /** Molecules by the strand of their read; of two mates that both show it, by the first read's. */
    public record StrandCounts(int forward, int reverse) {
        public int sum() {
            return forward + reverse;
        }
    }

    /** The variant allele fraction, 0 to 1. */
    public double fraction() {
        return (double) alternate.sum() / depth;
    }

    public boolean passed() {
        return filters.isEmpty();
    }

    SmallVariant inPhase(int position) {
        return new SmallVariant(
                variant,
                quality,
                filters,
                depth,
                reference,
                alternate,
                fractionLimits,
                endDistance,
                expectedErrors,
                repeatCopies,
                OptionalInt.of(position));
    }

    /** The same variant with a further filter. */
    public SmallVariant with(CallFilter filter) {
        List<CallFilter> more = new ArrayList<>(filters);
        more.add(filter);
        return new SmallVariant(
                variant,
                quality,
                more,
                depth,
                reference,
                alternate,
                fractionLimits,
                endDistance,
                expectedErrors,
                repeatCopies,
                phaseSet);
    }
}
