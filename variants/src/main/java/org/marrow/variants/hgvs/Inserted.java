package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an insertion brings in. */
public sealed interface Inserted {

    record Bases(String bases) implements Inserted {
        @Override
        public String toString() {
            return bases;
        }
    }

    /** So many bases that nobody names, {@code ins25}. */
    record Length(int bases) implements Inserted {
        @Override
        public String toString() {
            return String.valueOf(bases);
        }
    }

    /** So many bases, in parentheses: {@code ins(25)}, {@code ins(80_100)}, {@code ins(?)}. */
    record UncertainLength(Count bases) implements Inserted {
        @Override
        public String toString() {
            return bases instanceof Count.Within ? bases.toString() : "(" + bases + ")";
        }
    }

    /** {@code N[25]}. */
    record Repeated(String bases, Count count) implements Inserted {
        @Override
        public String toString() {
            return bases + "[" + count + "]";
        }
    }

    /**
     * A stretch of a sequence, {@code 850_900}, {@code 850_900inv} or {@code NC_000022.10:g.35788169_35788352}.
     *
     * @param reference empty for the sequence that the name counts on
     * @param kind empty where the name does not say it
     */
    record Stretch(Optional<HgvsReference> reference, Optional<SequenceKind> kind, Place place, boolean inverted)
            implements Inserted {
        public Stretch {
            requireNonNull(place, "place");
        }

        @Override
        public String toString() {
            return reference.map(sequence -> sequence + ":").orElse("")
                    + kind.map(one -> one.letter() + ".").orElse("")
                    + place
                    + (inverted ? "inv" : "");
        }
    }

    /** Several one behind the other, {@code [A;401_419]}. */
    record Composite(List<Inserted> parts) implements Inserted {
        public Composite {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Inserted::toString).collect(Collectors.joining(";", "[", "]"));
        }
    }
}
