package org.marrow.variants.karyotype;

import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/** A karyotype that cannot be read without guessing. It quotes the text and says where reading stopped. */
public final class KaryotypeException extends UserException {
    private static final long serialVersionUID = 1L;

    private final String karyotype;
    private final int position;
    private final String expected;
    private final String found;

    /**
     * @param position of the character that could not be read, from 1; one past the end when the text stops too early
     * @param expected what ISCN has there, as a noun phrase
     * @param found what is there, as a noun phrase
     */
    public KaryotypeException(String karyotype, int position, String expected, String found) {
        super(
                ErrorCode.VALUE,
                "karyotype \"" + karyotype + "\", character " + position + ": expected " + expected + ", found "
                        + found);
        this.karyotype = karyotype;
        this.position = position;
        this.expected = expected;
        this.found = found;
    }

    public String karyotype() {
        return karyotype;
    }

    public int position() {
        return position;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
