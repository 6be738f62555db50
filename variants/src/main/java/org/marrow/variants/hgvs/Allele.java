package org.marrow.variants.hgvs;

import java.util.List;
import org.marrow.core.error.InvalidValueException;

/**
 * Changes of one molecule: {@code [76A>C;83G>C]}, or a single one.
 *
 * @param phases what stands between the changes, one fewer than they are
 * @param bracketed whether square brackets are written; several changes always have them
 */
public record Allele(List<Change> changes, List<Phase> phases, boolean bracketed) {
    public Allele {
        changes = List.copyOf(changes);
        phases = List.copyOf(phases);
        InvalidValueException.check(!changes.isEmpty(), "changes", "none", "at least one");
        InvalidValueException.check(
                phases.size() == changes.size() - 1, "phases", phases.size(), "one between two changes");
        InvalidValueException.check(
                bracketed || changes.size() == 1, "bracketed", bracketed, "brackets around several");
    }

    static Allele of(Change change) {
        return new Allele(List.of(change), List.of(), false);
    }

    String print(ProteinStyle style) {
        StringBuilder text = new StringBuilder(bracketed ? "[" : "");
        for (int i = 0; i < changes.size(); i++) {
            text.append(i == 0 ? "" : phases.get(i - 1).sign())
                    .append(changes.get(i).print(style));
        }
        return text.append(bracketed ? "]" : "").toString();
    }
}
