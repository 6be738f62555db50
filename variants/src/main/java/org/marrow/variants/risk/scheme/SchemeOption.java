package org.marrow.variants.risk.scheme;

import static java.util.Objects.requireNonNull;

import org.marrow.core.risk.EvidenceMark;

/**
 * What the source of a scheme leaves open and a centre may decide otherwise.
 *
 * @param name stable, upper case; the code of its text
 * @param on whether it is on
 * @param meaning what "on" means, in an English sentence
 */
public record SchemeOption(String name, boolean on, String meaning, EvidenceMark mark) {
    public SchemeOption {
        requireNonNull(name, "name");
        requireNonNull(meaning, "meaning");
        requireNonNull(mark, "mark");
    }
}
