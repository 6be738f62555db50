package org.marrow.variants.lesion;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.marrow.core.risk.TriState;

/**
 * What one source says of one lesion.
 *
 * @param name one of {@link LesionNames}
 * @param evidence what shows it, such as {@code NPM1 p.W288fs, VAF 0.4}; empty when there is nothing to show
 * @param source where it comes from, such as {@code karyotype} or a sample's name
 */
public record LesionFinding(String name, TriState state, Optional<String> evidence, String source) {
    public LesionFinding {
        requireNonNull(name, "name");
        requireNonNull(state, "state");
        requireNonNull(evidence, "evidence");
        requireNonNull(source, "source");
    }

    public static LesionFinding of(String name, TriState state, String source) {
        return new LesionFinding(name, state, Optional.empty(), source);
    }
}
