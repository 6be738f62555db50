package org.marrow.core.cell;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.InvalidValueException;

/** A column of {@code obs} or {@code var}. Arrays are shared, not copied, and not to be changed. */
public sealed interface CellColumn {

    int size();

    /** Numbers; NaN where the value is missing. */
    record Numbers(double[] values) implements CellColumn {
        public Numbers {
            requireNonNull(values, "values");
        }

        @Override
        public int size() {
            return values.length;
        }
    }

    /** Whole numbers; {@code missing} is null when none is missing. */
    record Integers(long[] values, boolean @Nullable [] missing) implements CellColumn {
        public Integers {
            requireNonNull(values, "values");
        }

        @Override
        public int size() {
            return values.length;
        }
    }

    /** Truth values; {@code missing} is null when none is missing. */
    record Booleans(boolean[] values, boolean @Nullable [] missing) implements CellColumn {
        public Booleans {
            requireNonNull(values, "values");
        }

        @Override
        public int size() {
            return values.length;
        }
    }

    /** Free text; null where it is missing. */
    record Texts(@Nullable String[] values) implements CellColumn {
        public Texts {
            requireNonNull(values, "values");
        }

        @Override
        public int size() {
            return values.length;
        }
    }

    /** Categories; a code of -1 means that the value is missing. */
    record Categories(int[] codes, List<String> categories, boolean ordered) implements CellColumn {
        public Categories {
            requireNonNull(codes, "codes");
            categories = List.copyOf(categories);
            for (int code : codes) {
                InvalidValueException.check(
                        code >= -1 && code < categories.size(),
                        "code",
                        code,
                        "-1 or a number below " + categories.size());
            }
        }

        @Override
        public int size() {
            return codes.length;
        }
    }
}
