package org.marrow.variants.karyotype;

import java.util.List;

/**
 * A place in a karyotype text that moves from left to right.
 *
 * <p>Blanks and line breaks are passed over, except between two letters or digits, where they part words: {@code 4 6,XX} is not
 * {@code 46,XX}. The signs that word processors put in place of ASCII are turned back. Places of errors are those of the text as
 * it was given.
 */
final class KaryotypeText {
    /** What {@link #peek()} gives at the end. */
    static final char END = 0;

    private static final int MOST_DIGITS = 4;

    private final String text;

    /** What is read: ASCII where the text means it, and no blanks but those that part words. */
    private final StringBuilder plain = new StringBuilder();

    /** Offset in the text of each character that is read, and of the end. */
    private final int[] places;

    private int next;

    KaryotypeText(String text) {
        this.text = text;
        // An arrow is one character and is read as two.
        places = new int[2 * text.length() + 1];
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char found = text.charAt(i);
            if (isBlank(found)) {
                blank = true;
                continue;
            }
            String read = ascii(found);
            if (blank && !plain.isEmpty() && isOfWord(plain.charAt(plain.length() - 1)) && isOfWord(found)) {
                add(' ', i - 1);
            }
            for (int j = 0; j < read.length(); j++) {
                add(read.charAt(j), i);
            }
            blank = false;
            places[plain.length()] = i + 1;
        }
    }

    private void add(char read, int place) {
        places[plain.length()] = place;
        plain.append(read);
    }

    /** Letters and digits, and the sign after the name of a locus such as {@code IGH@}. */
    private static boolean isOfWord(char found) {
        return Character.isLetterOrDigit(found) || found == '@';
    }

    private static boolean isBlank(char found) {
        // A byte order mark and a zero-width blank come with copied text.
        return Character.isWhitespace(found) || Character.isSpaceChar(found) || found == '\ufeff' || found == '\u200b';
    }

    private static String ascii(char found) {
        return switch (found) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> "-";
            case '\u223c', '\uff5e' -> "~";
            case '\u00d7' -> "x";
            case '\u2018', '\u2019', '\u2032' -> "'";
            case '\u2044', '\u2215' -> "/";
            case '\u2192' -> "->";
            default -> String.valueOf(found);
        };
    }

    /** Place of the next character, to return to or to name in an error. */
    int offset() {
        return next;
    }

    void returnTo(int offset) {
        next = offset;
    }

    char peek() {
        return next < plain.length() ? plain.charAt(next) : END;
    }

    boolean atEnd() {
        return next >= plain.length();
    }

    boolean accept(char wanted) {
        if (peek() != wanted || atEnd()) {
            return false;
        }
        next++;
        return true;
    }

    boolean accept(String wanted) {
        if (!isAt(wanted)) {
            return false;
        }
        next += wanted.length();
        return true;
    }

    boolean isAt(String wanted) {
        return next + wanted.length() <= plain.length()
                && plain.substring(next, next + wanted.length()).equals(wanted);
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

    /** A blank between two words, where it may stand or not. */
    void skipBlank() {
        accept(' ');
    }

    boolean atDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    boolean atLetter() {
        return Character.isLetter(peek());
    }

    String digits() {
        int start = next;
        while (atDigit()) {
            next++;
        }
        return plain.substring(start, next);
    }

    /** A whole number of at most four digits. */
    int number(String what) {
        int start = next;
        String digits = digits();
        if (digits.isEmpty()) {
            throw unexpected(what);
        }
        if (digits.length() > MOST_DIGITS) {
            throw refused(start, what + " of at most four digits", "'" + digits + "'");
        }
        return Integer.parseInt(digits);
    }

    void require(char wanted) {
        if (!accept(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
    }

    /** Whether this comes before the next of {@code stops}, or before the end where none follows. */
    boolean comesBefore(String wanted, char stop) {
        int at = plain.indexOf(wanted, next);
        int stopAt = plain.indexOf(String.valueOf(stop), next);
        return at >= 0 && (stopAt < 0 || at < stopAt);
    }

    String since(int offset) {
        return plain.substring(offset, next);
    }

    /** Everything not yet read. */
    String rest() {
        return plain.substring(next);
    }

    KaryotypeException unexpected(String expected) {
        return unexpectedAt(next, expected);
    }

    KaryotypeException unexpectedAt(int offset, String expected) {
        int place = places[offset];
        boolean end = offset >= plain.length();
        return new KaryotypeException(text, place + 1, expected, end ? "the end" : "'" + text.charAt(place) + "'");
    }

    KaryotypeException refused(int offset, String expected, String found) {
        return new KaryotypeException(text, places[offset] + 1, expected, found);
    }

    String whole() {
        return text;
    }
}
