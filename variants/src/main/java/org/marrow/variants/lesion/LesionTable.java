package org.marrow.variants.lesion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marrow.core.risk.TriState;

/**
 * What several sources say of a patient's lesions. A lesion that any source shows is present, because each source misses some; it
 * is absent when one looked and none found it.
 */
public final class LesionTable {
    private final Map<String, List<LesionFinding>> byName = new TreeMap<>();

    public LesionTable(List<LesionFinding> findings) {
        for (LesionFinding finding : findings) {
            byName.computeIfAbsent(finding.name(), name -> new ArrayList<>()).add(finding);
        }
    }

    public TriState state(String name) {
        return deciding(name).map(LesionFinding::state).orElse(TriState.UNKNOWN);
    }

    /** The finding that decides the state: the first that shows the lesion, else the first that looked for it. */
    public Optional<LesionFinding> deciding(String name) {
        List<LesionFinding> all = byName.getOrDefault(name, List.of());
        return first(all, TriState.PRESENT)
                .or(() -> first(all, TriState.ABSENT))
                .or(() -> first(all, TriState.UNKNOWN));
    }

    /** Lesions that one source shows and another looked for in vain: a sentence by the lesion's name, sorted. */
    public SortedMap<String, String> disagreements() {
        SortedMap<String, String> sentences = new TreeMap<>();
        byName.forEach((name, all) -> {
            Optional<LesionFinding> present = first(all, TriState.PRESENT);
            Optional<LesionFinding> absent = first(all, TriState.ABSENT);
            if (present.isPresent() && absent.isPresent()) {
                sentences.put(
                        name,
                        name + ": present by " + present.get().source() + ", absent by "
                                + absent.get().source() + "; taken as present");
            }
        });
        return Collections.unmodifiableSortedMap(sentences);
    }

    private static Optional<LesionFinding> first(List<LesionFinding> findings, TriState state) {
        return findings.stream().filter(finding -> finding.state() == state).findFirst();
    }
}
