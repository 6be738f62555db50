package org.marrow.variants.hgvs;

import java.util.List;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;

/**
 * All that a name describes: mostly one change, else {@code [a];[b]} on two molecules or {@code a(;)b} of unknown phase.
 *
 * @param phases what stands between the alleles, one fewer than they are
 */
public record Alleles(List<Allele> alleles, List<Phase> phases) {
    public Alleles {
        alleles = List.copyOf(alleles);
        phases = List.copyOf(phases);
        InvalidValueException.check(!alleles.isEmpty(), "alleles", "none", "at least one");
        InvalidValueException.check(
                phases.size() == alleles.size() - 1, "phases", phases.size(), "one between two alleles");
    }

    public static Alleles of(Change change) {
        return new Alleles(List.of(Allele.of(change)), List.of());
    }

    Optional<Change> onlyChange() {
        boolean single = alleles.size() == 1 && alleles.getFirst().changes().size() == 1;
        return single ? Optional.of(alleles.getFirst().changes().getFirst()) : Optional.empty();
    }

    String print(ProteinStyle style) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < alleles.size(); i++) {
            text.append(i == 0 ? "" : phases.get(i - 1).sign())
                    .append(alleles.get(i).print(style));
        }
        return text.toString();
    }
}
