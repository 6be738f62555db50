package org.marrow.variants.hgvs;

import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;

/** How often a unit is there. */
public sealed interface Count {

    /** From 0, since an allele may lack the unit. */
    record Exactly(int times) implements Count {
        public Exactly {
            InvalidValueException.check(times >= 0, "times", times, "a number from 0");
        }

        @Override
        public String toString() {
            return String.valueOf(times);
        }
    }

    /** {@code (600_800)}, {@code (200_?)}; an empty bound is unknown. */
    record Within(OptionalInt fewest, OptionalInt most) implements Count {
        @Override
        public String toString() {
            return "(" + text(fewest) + "_" + text(most) + ")";
        }

        private static String text(OptionalInt bound) {
            return bound.isPresent() ? String.valueOf(bound.getAsInt()) : "?";
        }
    }

    /** {@code ?}. */
    record Unknown() implements Count {
        @Override
        public String toString() {
            return "?";
        }
    }
}
