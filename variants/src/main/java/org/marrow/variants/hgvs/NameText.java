package org.marrow.variants.hgvs;

import java.util.List;

/** A place in a name that moves from left to right. */
final class NameText {
    private static final int MOST_DIGITS = 9;

    private final String text;
    private int next;

    NameText(String text) {
        this.text = text;
    }

    /** Offset of the next character, from 0. */
    int offset() {
        return next;
    }

    void returnTo(int offset) {
        next = offset;
    }

    boolean atEnd() {
        return next == text.length();
    }

    /** The next character; 0 at the end. */
    char peek() {
        return atEnd() ? 0 : text.charAt(next);
    }

    boolean startsWith(String wanted) {
        return text.startsWith(wanted, next);
    }

    boolean accept(String wanted) {
        if (!startsWith(wanted)) {
            return false;
        }
        next += wanted.length();
        return true;
    }

    /** The first of the words that stands here; empty when none does. */
    String acceptAny(List<String> words) {
        for (String word : words) {
            if (accept(word)) {
                return word;
            }
        }
        return "";
    }

    void require(String wanted) {
        if (!accept(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
    }

    /** As many of these characters as stand here, perhaps none. */
    String run(String characters) {
        int start = next;
        while (!atEnd() && characters.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return text.substring(start, next);
    }

    boolean atDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    /** A number from 0 without leading zeros. */
    int number(String what) {
        int start = next;
        String digits = run("0123456789");
        if (digits.isEmpty()) {
            throw unexpected(what);
        }
        if (digits.length() > 1 && digits.startsWith("0")) {
            throw refused(start, what + " without leading zeros", "'" + digits + "'");
        }
        if (digits.length() > MOST_DIGITS) {
            throw refused(start, what + " of at most " + MOST_DIGITS + " digits", "'" + digits + "'");
        }
        return Integer.parseInt(digits);
    }

    /** A number from 1. */
    int positive(String what) {
        int start = next;
        int number = number(what);
        if (number == 0) {
            throw refused(start, what + " from 1", "'0'");
        }
        return number;
    }

    HgvsException unexpected(String expected) {
        return refused(next, expected, next >= text.length() ? "the end" : "'" + text.charAt(next) + "'");
    }

    HgvsException refused(int offset, String expected, String found) {
        return new HgvsException(text, offset + 1, expected, found);
    }

    String whole() {
        return text;
    }
}
