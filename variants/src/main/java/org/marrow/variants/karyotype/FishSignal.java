package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.marrow.core.error.InvalidValueException;

/**
 * Signals of one colour, or of several that lie together or apart.
 *
 * @param loci probes, such as {@code ABL1}, {@code 5'KMT2A} or {@code D7Z1}; genes by the symbols of today
 * @param relation how they lie to each other
 * @param lowest number of signals, from 0; a plus is 1
 * @param highest number of signals; equal to the lowest unless the report gives a range
 */
public record FishSignal(List<String> loci, Relation relation, int lowest, int highest) {
    /** How the probes lie to each other. */
    public enum Relation {
        /** One probe, or several of one colour. */
        ALONE,
        /** Joined, as two genes of a fusion are ({@code con}). */
        CONNECTED,
        /** Parted, as the two sides of a broken gene are ({@code sep}). */
        SEPARATED,
        /** Amplified, without a number ({@code amp}). */
        AMPLIFIED
    }

    public FishSignal {
        loci = List.copyOf(loci);
        requireNonNull(relation, "relation");
        InvalidValueException.check(lowest >= 0, "signals", lowest, "a number from 0");
        InvalidValueException.check(highest >= lowest, "signals", highest, "a range, the lower number first");
    }

    boolean is(int number) {
        return lowest == number && highest == number;
    }

    boolean isOf(String locus) {
        return loci.contains(locus);
    }
}
