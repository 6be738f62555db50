package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A karyotype as the report gives it.
 *
 * @param text as it was read
 * @param clones in the order of the report
 * @param incomplete when the report says that more is abnormal than it could name ({@code inc})
 */
public record Karyotype(String text, List<KaryotypeClone> clones, boolean incomplete) {
    public Karyotype {
        requireNonNull(text, "text");
        clones = List.copyOf(clones);
    }

    /**
     * Reads the short form of ISCN: clones, {@code idem}, {@code sl} and {@code sdl}, cell numbers, composite karyotypes, gains,
     * losses, markers and the structural abnormalities. Not read, and refused: {@code ish} and array results, the detailed form
     * with {@code ::}, alternatives with {@code or}, and old spellings such as {@code 5q-}.
     *
     * @throws KaryotypeException at the first character that cannot be read without guessing
     */
    public static Karyotype parse(String text) {
        return new KaryotypeReader(text).read();
    }
}
