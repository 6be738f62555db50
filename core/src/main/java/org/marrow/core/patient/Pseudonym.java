package org.marrow.core.patient;

import java.util.regex.Pattern;
import org.marrow.core.error.InvalidValueException;

/**
 * A patient's pseudonym. Its letters are safe in file names, addresses and shell words, so that no place that shows or uses
 * one has to escape it to be safe.
 *
 * @param value 1 to 64 of letters, digits, {@code . _ -}, beginning with a letter or digit
 */
public record Pseudonym(String value) implements Comparable<Pseudonym> {
    static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    static final String EXPECTED = "1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit";

    public Pseudonym {
        InvalidValueException.check(value != null && SAFE.matcher(value).matches(), "patient", value, EXPECTED);
    }

    @Override
    public int compareTo(Pseudonym other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
