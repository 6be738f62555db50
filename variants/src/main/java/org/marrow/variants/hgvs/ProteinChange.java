package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.marrow.core.error.InvalidValueException;

/**
 * A change of a protein.
 *
 * @param place empty for what is said of the whole protein, such as {@code p.0} and {@code p.?}
 */
public record ProteinChange(boolean predicted, Optional<Residues> place, ProteinEdit edit) implements Change {
    public ProteinChange {
        requireNonNull(place, "place");
        requireNonNull(edit, "edit");
    }

    /** A residue of the reference, numbered from 1. */
    public record Residue(AminoAcid residue, int number) {
        public Residue {
            requireNonNull(residue, "residue");
            InvalidValueException.check(number >= 1, "number", number, "a number from 1");
        }
    }

    /**
     * One residue, or a range with both ends included.
     *
     * @param last empty for a single residue
     */
    public record Residues(Residue first, Optional<Residue> last) {
        public Residues {
            requireNonNull(first, "first");
            requireNonNull(last, "last");
        }

        /** Number of the last residue. */
        public int end() {
            return last.orElse(first).number();
        }
    }

    @Override
    public Change asObserved() {
        return new ProteinChange(false, place, edit);
    }

    @Override
    public String print(ProteinStyle style) {
        String at = place.map(range -> print(range.first(), style)
                        + range.last().map(end -> "_" + print(end, style)).orElse(""))
                .orElse("");
        String text = at + edit.print(style);
        return predicted ? "(" + text + ")" : text;
    }

    private static String print(Residue residue, ProteinStyle style) {
        return style.spell(residue.residue()) + residue.number();
    }
}
