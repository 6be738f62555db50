package org.marrow.io.h5ad;

import java.util.Locale;
import org.marrow.core.cell.MatrixKind;

/**
 * What the numbers of a matrix look like. No h5ad says so itself, so the kind is read off the values:
 *
 * <ul>
 *   <li>{@link MatrixKind#COUNTS}: whole numbers from 0, not all of them 0;
 *   <li>{@link MatrixKind#LOG_NORMALISED}: from 0 to below {@link #LOG_NORMALISED_BELOW}, not all of them whole;
 *   <li>{@link MatrixKind#OTHER}: everything else, such as scaled values, which fall below 0.
 * </ul>
 */
final class MatrixLook {
    /**
     * A natural logarithm of 1 plus an expression value is below this: e^20 is 485 million, and the whole of a cell is scaled to
     * 10,000 or 1,000,000. Values that were normalised without the logarithm pass it as soon as one gene has 20 parts of its
     * cell's total.
     */
    static final float LOG_NORMALISED_BELOW = 20;

    private boolean whole = true;
    private float smallest = Float.POSITIVE_INFINITY;
    private float largest = Float.NEGATIVE_INFINITY;

    /** Takes more values, all finite. */
    void add(float[] values, int from, int to) {
        boolean allWhole = true;
        float low = smallest;
        float high = largest;
        for (int i = from; i < to; i++) {
            float value = values[i];
            // From 2^23 on every float is whole, and an int holds all below.
            allWhole &= value == (int) value || Math.abs(value) >= 1 << 23;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        whole &= allWhole;
        smallest = low;
        largest = high;
    }

    /** True when no further value can change that the matrix is neither counts nor log-normalised. */
    boolean isSettled() {
        return !whole && (smallest < 0 || largest >= LOG_NORMALISED_BELOW);
    }

    MatrixKind kind() {
        if (!anyNotZero() || smallest < 0) {
            return MatrixKind.OTHER;
        }
        if (whole) {
            return MatrixKind.COUNTS;
        }
        return largest < LOG_NORMALISED_BELOW ? MatrixKind.LOG_NORMALISED : MatrixKind.OTHER;
    }

    private boolean anyNotZero() {
        return smallest < 0 || largest > 0;
    }

    /** What was seen, as a phrase for a message. */
    String describe() {
        if (!anyNotZero()) {
            return "nothing but zeros";
        }
        return switch (kind()) {
            case COUNTS -> "counts (whole numbers up to " + shown(largest) + ")";
            case LOG_NORMALISED -> "log-normalised expression (from " + shown(smallest) + " to " + shown(largest) + ")";
            // Reading stopped there, so the range is not known.
            case OTHER ->
                smallest < 0
                        ? "scaled or centred values (such as " + shown(smallest) + ")"
                        : "values that are neither counts nor logarithms (such as " + shown(largest) + ")";
        };
    }

    private static String shown(float value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
