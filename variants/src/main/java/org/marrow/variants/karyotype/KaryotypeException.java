package org.marrow.variants.karyotype;

import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/** A karyotype that cannot be read without guessing. It quotes the text and shows where reading stopped. */
public final class KaryotypeException extends UserException {
    private static final long serialVersionUID = 1L;

    /** Characters shown on each side of the place, so that the line under it stays in view. */
    private static final int SHOWN = 50;

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
                "karyotype \"" + karyotype + "\", character " + position + ": expected " + expected + ", found " + found
                        + "\n" + pointer(karyotype, position));
        this.karyotype = karyotype;
        this.position = position;
        this.expected = expected;
        this.found = found;
    }

    /** The text around the place with a caret under it, as two lines. */
    private static String pointer(String karyotype, int position) {
        int at = position - 1;
        int from = Math.max(0, at - SHOWN);
        int to = Math.min(karyotype.length(), at + SHOWN);
        StringBuilder shown = new StringBuilder();
        for (int i = from; i < to; i++) {
            char found = karyotype.charAt(i);
            shown.append(Character.isWhitespace(found) ? ' ' : found);
        }
        String before = from > 0 ? "..." : "";
        String after = to < karyotype.length() ? "..." : "";
        return "  " + before + shown + after + "\n  " + " ".repeat(before.length() + at - from) + "^";
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
