package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.marrow.core.error.InvalidValueException;

/** What happens to the residues of a protein. */
public sealed interface ProteinEdit {

    /** The edit as it stands behind its residues. */
    String print(ProteinStyle style);

    /**
     * One residue by another; a stop makes it a nonsense change.
     *
     * @param residues mostly one; several mean that it is one of them, {@code Gly56Ala^Ser^Cys}
     */
    record Substitution(List<AminoAcid> residues) implements ProteinEdit {
        public Substitution {
            residues = List.copyOf(residues);
            InvalidValueException.check(!residues.isEmpty(), "residues", "none", "at least one");
        }

        @Override
        public String print(ProteinStyle style) {
            return residues.stream().map(style::spell).collect(Collectors.joining("^"));
        }
    }

    record Insertion(InsertedResidues inserted) implements ProteinEdit {
        public Insertion {
            requireNonNull(inserted, "inserted");
        }

        @Override
        public String print(ProteinStyle style) {
            return "ins" + inserted.print(style);
        }
    }

    record DeletionInsertion(InsertedResidues inserted) implements ProteinEdit {
        public DeletionInsertion {
            requireNonNull(inserted, "inserted");
        }

        @Override
        public String print(ProteinStyle style) {
            return "delins" + inserted.print(style);
        }
    }

    /**
     * The reading frame is shifted from this residue on.
     *
     * @param first the residue that stands there instead; empty where the name does not say it
     * @param stop empty where the name does not say where the new frame ends
     */
    record Frameshift(Optional<AminoAcid> first, Optional<NewStop> stop) implements ProteinEdit {
        public Frameshift {
            requireNonNull(first, "first");
            requireNonNull(stop, "stop");
        }

        @Override
        public String print(ProteinStyle style) {
            return first.map(style::spell).orElse("") + "fs"
                    + stop.map(end -> style.stop().sign() + end).orElse("");
        }
    }

    /**
     * The protein gets longer before its first or behind its last residue.
     *
     * @param residue that stands at the place instead; empty where the name does not say it
     * @param toward which end
     * @param signed whether the residue at the new end is named: {@code Met} or the stop
     * @param added residues that are new; empty for {@code ?}
     */
    record Extension(Optional<AminoAcid> residue, Terminus toward, boolean signed, NewStop added)
            implements ProteinEdit {
        public Extension {
            requireNonNull(residue, "residue");
            requireNonNull(toward, "toward");
            requireNonNull(added, "added");
        }

        @Override
        public String print(ProteinStyle style) {
            String sign =
                    switch (toward) {
                        case START -> (signed ? style.spell(AminoAcid.MET) : "") + "-";
                        case END -> signed ? style.stop().sign() : "";
                    };
            return residue.map(style::spell).orElse("") + "ext" + sign + added;
        }
    }

    /** An end of a protein. */
    enum Terminus {
        START,
        END
    }

    /** How far behind its beginning a new stretch ends, in residues; empty for {@code ?}. */
    record NewStop(OptionalInt residues) {
        @Override
        public String toString() {
            return residues.isPresent() ? String.valueOf(residues.getAsInt()) : "?";
        }
    }

    record Repeat(Count count) implements ProteinEdit {
        public Repeat {
            requireNonNull(count, "count");
        }

        @Override
        public String print(ProteinStyle style) {
            return "[" + count + "]";
        }
    }

    /** Edits without a detail of their own. */
    enum Plain implements ProteinEdit {
        DELETION("del"),
        DUPLICATION("dup"),
        UNCHANGED("="),
        /** Nobody knows what happens. */
        UNKNOWN("?"),
        NO_PROTEIN("0"),
        PROBABLY_NO_PROTEIN("0?");

        private final String text;

        Plain(String text) {
            this.text = text;
        }

        @Override
        public String print(ProteinStyle style) {
            return text;
        }
    }

    /** What an insertion brings in. */
    sealed interface InsertedResidues {
        String print(ProteinStyle style);

        record Sequence(List<AminoAcid> residues) implements InsertedResidues {
            public Sequence {
                residues = List.copyOf(residues);
            }

            @Override
            public String print(ProteinStyle style) {
                return residues.stream().map(style::spell).collect(Collectors.joining());
            }
        }

        /** So many residues that nobody names: {@code ins17}, or {@code ins(17)}. */
        record Length(int residues, boolean parenthesised) implements InsertedResidues {
            @Override
            public String print(ProteinStyle style) {
                return parenthesised ? "(" + residues + ")" : String.valueOf(residues);
            }
        }

        /** {@code Xaa[23]}. */
        record Repeated(AminoAcid residue, Count count) implements InsertedResidues {
            @Override
            public String print(ProteinStyle style) {
                return style.spell(residue) + "[" + count + "]";
            }
        }
    }
}
