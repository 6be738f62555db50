package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The abnormalities of a clone that is being read, with those of its stemline. */
final class CloneItems {
    private final KaryotypeText in;
    private final List<KaryotypeClone> before;
    private final List<Abnormality> inherited = new ArrayList<>();
    private final List<Abnormality> own = new ArrayList<>();
    private String sexChromosomes;
    private boolean incomplete;

    /**
     * @param copies how often the stemline's chromosomes are there, 2 after {@code slx2}
     * @param before clones that the report has already described
     */
    CloneItems(
            KaryotypeText in,
            @Nullable KaryotypeClone stemline,
            int copies,
            String sexChromosomes,
            List<KaryotypeClone> before) {
        this.in = in;
        this.before = before;
        this.sexChromosomes = sexChromosomes;
        if (stemline != null) {
            incomplete = stemline.incomplete();
            for (Abnormality abnormality : stemline.abnormalities()) {
                // The stemline's numbers of cells are not this clone's.
                inherited.add(abnormality
                        .withCells(OptionalInt.empty())
                        .withCopies(abnormality.copies() * copies, abnormality.mostCopies() * copies));
            }
        }
    }

    String sexChromosomes() {
        return sexChromosomes;
    }

    boolean incomplete() {
        return incomplete;
    }

    void setIncomplete() {
        incomplete = true;
    }

    List<Abnormality> abnormalities() {
        List<Abnormality> all = new ArrayList<>(inherited);
        all.addAll(own);
        return all;
    }

    /** What a subclone loses of what its stemline had gained, or the other way round, is gone rather than abnormal twice. */
    void add(Abnormality read, int start) {
        Abnormality described = describe(read);
        for (int i = 0; i < inherited.size(); i++) {
            if (undoes(described, inherited.get(i))) {
                undo(i, described);
                return;
            }
        }
        if (described.kind() != Abnormality.Kind.NUMERICAL && described.sign() < 0) {
            throw in.refused(
                    start, "the loss of an abnormal chromosome that the stemline has", "'" + described.key() + "'");
        }
        own.add(described);
    }

    private static boolean undoes(Abnormality read, Abnormality inherited) {
        if (read.kind() == Abnormality.Kind.NUMERICAL) {
            // Losing a chromosome 21 in constitutional trisomy is a change of its own.
            return inherited.kind() == read.kind()
                    && inherited.sign() == -read.sign()
                    && inherited.chromosomes().equals(read.chromosomes())
                    && !inherited.constitutional();
        }
        return read.sign() < 0 && inherited.name().equals(read.name());
    }

    private void undo(int index, Abnormality read) {
        Abnormality before = inherited.get(index);
        int left = before.copies() - read.copies();
        if (left > 0) {
            inherited.set(index, before.withCopies(left, Math.max(left, before.mostCopies() - read.copies())));
            return;
        }
        inherited.remove(index);
        if (before.isLossOf("X") || before.isLossOf("Y")) {
            // The sex chromosome that the stemline's text leaves out is there again.
            String suffix = sexChromosomes.endsWith("c") ? "c" : "";
            String letters = sexChromosomes.substring(0, sexChromosomes.length() - suffix.length());
            sexChromosomes = letters + before.chromosomes().getFirst() + suffix;
        }
    }

    /** Bands that the report gave before need not be repeated; they are filled in where only one set of them was given. */
    private Abnormality describe(Abnormality read) {
        List<Rearrangement> described = new ArrayList<>();
        boolean changed = false;
        for (Rearrangement rearrangement : read.rearrangements()) {
            Set<Rearrangement> known = known(rearrangement);
            boolean one = known.size() == 1;
            described.add(one ? known.iterator().next() : rearrangement);
            changed |= one;
        }
        return changed && read.alternatives().isEmpty() ? read.withRearrangements(described) : read;
    }

    private Set<Rearrangement> known(Rearrangement wanted) {
        List<Abnormality> earlier = new ArrayList<>(abnormalities());
        before.forEach(clone -> earlier.addAll(clone.abnormalities()));
        Set<Rearrangement> known = new LinkedHashSet<>();
        for (Abnormality abnormality : earlier) {
            abnormality.rearrangements().stream().filter(wanted::repeats).forEach(known::add);
        }
        return known;
    }
}
