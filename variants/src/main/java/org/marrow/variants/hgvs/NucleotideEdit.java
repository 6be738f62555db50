package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happens to the bases of a {@link Place}. Bases are in capitals for DNA, in lower case for RNA. */
public sealed interface NucleotideEdit {

    /** Bases that a name repeats though the place tells them: {@code delAG}, or {@code del27} by their number. */
    sealed interface Stated {
        record Bases(String bases) implements Stated {
            @Override
            public String toString() {
                return bases;
            }
        }

        record Length(int bases) implements Stated {
            @Override
            public String toString() {
                return String.valueOf(bases);
            }
        }
    }

    /** One base by another; old names have several on both sides, which HGVS now calls a deletion-insertion. */
    record Substitution(String reference, String alternate) implements NucleotideEdit {
        @Override
        public String toString() {
            return reference + ">" + alternate;
        }
    }

    record Deletion(Optional<Stated> deleted) implements NucleotideEdit {
        @Override
        public String toString() {
            return "del" + text(deleted);
        }
    }

    record Duplication(Optional<Stated> duplicated) implements NucleotideEdit {
        @Override
        public String toString() {
            return "dup" + text(duplicated);
        }
    }

    record Inversion(Optional<Stated> inverted) implements NucleotideEdit {
        @Override
        public String toString() {
            return "inv" + text(inverted);
        }
    }

    /** Between the two bases of its place. */
    record Insertion(Inserted inserted) implements NucleotideEdit {
        public Insertion {
            requireNonNull(inserted, "inserted");
        }

        @Override
        public String toString() {
            return "ins" + inserted;
        }
    }

    record DeletionInsertion(Optional<Stated> deleted, Inserted inserted) implements NucleotideEdit {
        public DeletionInsertion {
            requireNonNull(inserted, "inserted");
        }

        @Override
        public String toString() {
            return "del" + text(deleted) + "ins" + inserted;
        }
    }

    /** Replaced by a stretch of a similar sequence; HGVS now writes it as a deletion-insertion. */
    record Conversion(Inserted source) implements NucleotideEdit {
        public Conversion {
            requireNonNull(source, "source");
        }

        @Override
        public String toString() {
            return "con" + source;
        }
    }

    /**
     * As in the reference.
     *
     * @param bases may be empty
     */
    record Identity(String bases) implements NucleotideEdit {
        @Override
        public String toString() {
            return bases + "=";
        }
    }

    /** {@code CAG[23]}, or several units one behind the other. */
    record Repeat(List<Unit> units) implements NucleotideEdit {
        public Repeat {
            units = List.copyOf(units);
        }

        /** A unit's bases may be empty, when the place tells them. */
        public record Unit(String bases, Count count) {
            @Override
            public String toString() {
                return bases + "[" + count + "]";
            }
        }

        @Override
        public String toString() {
            return units.stream().map(Unit::toString).collect(Collectors.joining());
        }
    }

    /** What is said of a whole sequence. */
    enum Whole implements NucleotideEdit {
        UNKNOWN("?"),
        NO_PRODUCT("0"),
        PROBABLY_NO_PRODUCT("0?"),
        SPLICING("spl"),
        PERHAPS_SPLICING("spl?");

        private final String text;

        Whole(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static String text(Optional<Stated> stated) {
        return stated.map(Stated::toString).orElse("");
    }
}
