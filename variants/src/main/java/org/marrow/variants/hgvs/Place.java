package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The bases that a change is about: one, or a range with both ends included.
 *
 * @param last empty for a single base
 */
public record Place(End first, Optional<End> last) {
    public Place {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
    }

    public static Place of(Position position) {
        return new Place(new End.Certain(position), Optional.empty());
    }

    public static Place of(Position first, Position last) {
        return new Place(new End.Certain(first), Optional.of(new End.Certain(last)));
    }

    @Override
    public String toString() {
        return first + last.map(end -> "_" + end).orElse("");
    }

    /** One end of a range. */
    public sealed interface End {

        record Certain(Position position) implements End {
            public Certain {
                requireNonNull(position, "position");
            }

            @Override
            public String toString() {
                return position.toString();
            }
        }

        /** Somewhere from one base to another, as in {@code (4071+1_4072-1)}. */
        record Within(Position from, Position to) implements End {
            public Within {
                requireNonNull(from, "from");
                requireNonNull(to, "to");
            }

            @Override
            public String toString() {
                return "(" + from + "_" + to + ")";
            }
        }
    }
}
