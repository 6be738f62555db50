package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;

/** A base of a sequence. */
public sealed interface Position {

    /** From where the number counts. */
    enum Datum {
        /** From the first base of the sequence, or from the start codon of a coding one. */
        START(""),
        /** Backwards from the base before the start codon: {@code -1} is the last base of the 5' UTR. */
        BEFORE_START("-"),
        /** From the base behind the stop codon: {@code *1} is the first base of the 3' UTR. */
        BEHIND_STOP("*");

        private final String sign;

        Datum(String sign) {
            this.sign = sign;
        }
    }

    /**
     * Distance into an intron from the exon base that is named.
     *
     * @param downstream true for {@code +}
     * @param bases from 1; empty for {@code +?}
     */
    record Offset(boolean downstream, OptionalInt bases) {
        public Offset {
            InvalidValueException.check(bases.orElse(1) >= 1, "offset", bases, "a number from 1");
        }

        @Override
        public String toString() {
            return (downstream ? "+" : "-") + (bases.isPresent() ? String.valueOf(bases.getAsInt()) : "?");
        }
    }

    /** A base by its number, from 1. */
    record Numbered(Datum datum, int number, Optional<Offset> offset) implements Position {
        public Numbered {
            requireNonNull(datum, "datum");
            requireNonNull(offset, "offset");
            InvalidValueException.check(number >= 1, "number", number, "a number from 1");
        }

        /** A base of the sequence itself, before and behind nothing. */
        public static Numbered of(int number) {
            return new Numbered(Datum.START, number, Optional.empty());
        }

        @Override
        public String toString() {
            return datum.sign + number + offset.map(Offset::toString).orElse("");
        }

        /** Whether this lies behind the other, as far as the numbers alone tell. */
        boolean isBehind(Numbered other) {
            if (datum != other.datum) {
                return rank(datum) > rank(other.datum);
            }
            if (number != other.number) {
                return datum == Datum.BEFORE_START ? number < other.number : number > other.number;
            }
            return known(offset) && known(other.offset) && signed(offset) > signed(other.offset);
        }

        private static int rank(Datum datum) {
            return switch (datum) {
                case BEFORE_START -> 0;
                case START -> 1;
                case BEHIND_STOP -> 2;
            };
        }

        private static boolean known(Optional<Offset> offset) {
            return offset.isEmpty() || offset.get().bases().isPresent();
        }

        private static int signed(Optional<Offset> offset) {
            return offset.map(one -> one.downstream()
                            ? one.bases().orElseThrow()
                            : -one.bases().orElseThrow())
                    .orElse(0);
        }
    }

    /** {@code ?}. */
    record Unknown() implements Position {
        @Override
        public String toString() {
            return "?";
        }
    }
}
