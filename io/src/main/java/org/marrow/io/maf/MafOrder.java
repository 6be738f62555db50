package org.marrow.io.maf;

import java.util.Comparator;
import org.marrow.core.variant.VariantCall;

/** By contig, with numbers in names by their value, then by position and alleles, so that line order does not matter. */
final class MafOrder {
    private static final int MAX_DIGITS = 9;

    static final Comparator<VariantCall> OF_CALLS = Comparator.comparing(
                    (VariantCall call) -> call.variant().contig(), MafOrder::compareContigs)
            .thenComparing(call -> call.variant().position())
            .thenComparing(call -> call.variant().ref())
            .thenComparing(call -> call.variant().alt())
            .thenComparing(call -> call.gene().orElse(""))
            .thenComparing(call -> call.transcript().orElse(""))
            .thenComparing(VariantCall::toString);

    static final Comparator<MafRecord> OF_RECORDS =
            Comparator.comparing(MafRecord::call, OF_CALLS).thenComparing(MafRecord::toString);

    private MafOrder() {}

    private static int compareContigs(String one, String other) {
        int byNumber = Integer.compare(number(one), number(other));
        return byNumber != 0 ? byNumber : one.compareTo(other);
    }

    /** The number of {@code 7} or {@code chr7}; the highest for other names. */
    private static int number(String contig) {
        String digits = contig.startsWith("chr") ? contig.substring(3) : contig;
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return isNumber ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }
}
