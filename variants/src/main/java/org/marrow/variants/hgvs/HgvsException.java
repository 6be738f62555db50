package org.marrow.variants.hgvs;

import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/** A name that cannot be read without guessing. It quotes the text and says where reading stopped. */
public final class HgvsException extends UserException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final int position;
    private final String expected;
    private final String found;

    /**
     * @param position of the character that could not be read, from 1; one past the end when the text stops too early
     * @param expected what HGVS has there, as a noun phrase
     * @param found what is there, as a noun phrase
     */
    public HgvsException(String name, int position, String expected, String found) {
        super(
                ErrorCode.VALUE,
                "HGVS name \"" + name + "\", character " + position + ": expected " + expected + ", found " + found);
        this.name = name;
        this.position = position;
        this.expected = expected;
        this.found = found;
    }

    public String name() {
        return name;
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
