package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A change of DNA or RNA.
 *
 * @param place empty for what is said of the whole sequence, such as {@code =} and {@code spl}
 */
public record NucleotideChange(boolean predicted, Optional<Place> place, NucleotideEdit edit) implements Change {
    public NucleotideChange {
        requireNonNull(place, "place");
        requireNonNull(edit, "edit");
    }

    @Override
    public Change asObserved() {
        return new NucleotideChange(false, place, edit);
    }

    @Override
    public String print(ProteinStyle style) {
        String text = place.map(Place::toString).orElse("") + edit;
        return predicted ? "(" + text + ")" : text;
    }
}
