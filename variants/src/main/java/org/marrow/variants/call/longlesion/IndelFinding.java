package org.marrow.variants.call.longlesion;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.TargetRegion;
import org.marrow.variants.call.SmallVariant;

/**
 * One named indel of a sample; a lesion that is there in two forms has two of these.
 *
 * @param variant what was called; empty when nothing was
 * @param detectionLimit smallest fraction of an SNV that is called at the worst position of the region; empty where it was not
 *     wholly seen
 * @param targets that touch the region
 * @param note what limits the result; may be empty
 */
public record IndelFinding(
        NamedIndel lesion,
        TriState state,
        Optional<SmallVariant> variant,
        OptionalDouble detectionLimit,
        List<TargetRegion> targets,
        String note) {
    public IndelFinding {
        requireNonNull(variant, "variant");
        requireNonNull(detectionLimit, "detectionLimit");
        targets = List.copyOf(targets);
        InvalidValueException.check(
                state != TriState.PRESENT || variant.isPresent(),
                "variant",
                variant,
                "what a present lesion is seen by");
        InvalidValueException.check(
                state != TriState.ABSENT || detectionLimit.isPresent(),
                "detectionLimit",
                detectionLimit,
                "the limit down to which a lesion is absent");
    }

    /** Bases that the alternate allele is longer than the reference; negative for a deletion. */
    public OptionalInt length() {
        return variant.map(call -> OptionalInt.of(netBases(call))).orElse(OptionalInt.empty());
    }

    static int netBases(SmallVariant call) {
        return call.variant().alt().length() - call.variant().ref().length();
    }
}
