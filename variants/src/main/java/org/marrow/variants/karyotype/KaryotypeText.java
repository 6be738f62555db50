package org.marrow.variants.karyotype;

import java.util.List;

/** A place in a karyotype text that moves from left to right. */
final class KaryotypeText {
    private final String text;
    private int next;

    KaryotypeText(String text) {
        this.text = text;
    }

    /** Offset of the next character, from 0. */
    int offset() {
        return next;
    }

    void returnTo(int offset) {
        next = offset;
    }

    /** The next character with the signs that word processors put in place of ASCII turned back; 0 at the end. */
    char peek() {
        if (next >= text.length()) {
            return 0;
        }
        return switch (text.charAt(next)) {
            case '\u2212', '\u2013' -> '-';
            case '\u223c' -> '~';
            case '\u00d7' -> 'x';
            default -> text.charAt(next);
        };
    }

    boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        next++;
        return true;
    }

    boolean accept(String wanted) {
        if (!text.startsWith(wanted, next)) {
            return false;
        }
        next += wanted.length();
        return true;
    }

    /** The first of the words that stands here, or an empty text. */
    String acceptAny(List<String> words) {
        for (String word : words) {
            if (accept(word)) {
                return word;
            }
        }
        return "";
    }

    void skipBlanks() {
        while (Character.isWhitespace(peek())) {
            next++;
        }
    }

    boolean atDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    boolean atLetter() {
        return Character.isLetter(peek());
    }

    String digits() {
        StringBuilder digits = new StringBuilder();
        while (atDigit()) {
            digits.append(peek());
            next++;
        }
        return digits.toString();
    }

    /** A whole number of at most four digits. */
    int number(String what) {
        int start = next;
        String digits = digits();
        if (digits.isEmpty()) {
            throw unexpected(what);
        }
        if (digits.length() > 4) {
            throw new KaryotypeException(text, start + 1, what + " of at most four digits", "'" + digits + "'");
        }
        return Integer.parseInt(digits);
    }

    void require(char wanted) {
        if (!accept(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
    }

    KaryotypeException unexpected(String expected) {
        return unexpectedAt(next, expected);
    }

    KaryotypeException unexpectedAt(int offset, String expected) {
        String found = offset >= text.length() ? "the end" : "'" + text.charAt(offset) + "'";
        return new KaryotypeException(text, offset + 1, expected, found);
    }

    KaryotypeException refused(int offset, String expected, String found) {
        return new KaryotypeException(text, offset + 1, expected, found);
    }

    String whole() {
        return text;
    }
}
