package org.marrow.variants.risk.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A word of an expression.
 *
 * @param text without quotes
 * @param offset in the statement
 */
record RuleToken(Kind kind, String text, int offset) {
    enum Kind {
        /** A name, a key word or a value. */
        WORD,
        /** A name between backquotes or a value between double quotes; never a key word. */
        QUOTED,
        NUMBER,
        SYMBOL,
        END
    }

    static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "=");

    boolean is(String what) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(what);
    }

    boolean isComparison() {
        return kind == Kind.SYMBOL && COMPARISONS.contains(text);
    }

    /** As a message shows it. */
    String shown() {
        return kind == Kind.END ? "the end of the statement" : "'" + text + "'";
    }

    /** The tokens from a place on, with an END behind the last. */
    static List<RuleToken> of(RuleStatement statement, int from) {
        String text = statement.text();
        List<RuleToken> tokens = new ArrayList<>();
        int at = from;
        while (at < text.length()) {
            char letter = text.charAt(at);
            int end;
            if (Character.isWhitespace(letter)) {
                at++;
                continue;
            } else if (isNameStart(letter)) {
                end = endOfName(text, at);
                tokens.add(new RuleToken(Kind.WORD, text.substring(at, end), at));
            } else if (letter == '`' || letter == '"') {
                int close = text.indexOf(letter, at + 1);
                if (close < 0) {
                    throw statement.wrong(at, "a closing " + letter, "the end of the statement");
                }
                tokens.add(new RuleToken(Kind.QUOTED, text.substring(at + 1, close), at));
                end = close + 1;
            } else if (isDigit(letter) || (letter == '-' && isSign(tokens) && isDigitAt(text, at + 1))) {
                end = endOfNumber(text, at + 1);
                tokens.add(new RuleToken(Kind.NUMBER, text.substring(at, end), at));
            } else if ((letter == '<' || letter == '>') && at + 1 < text.length() && text.charAt(at + 1) == '=') {
                end = at + 2;
                tokens.add(new RuleToken(Kind.SYMBOL, text.substring(at, end), at));
            } else if ("<>=(),+-*/^".indexOf(letter) >= 0) {
                end = at + 1;
                tokens.add(new RuleToken(Kind.SYMBOL, text.substring(at, end), at));
            } else {
                throw statement.wrong(at, "a name, a number or one of < <= > >= = ( ) , + - * / ^", "'" + letter + "'");
            }
            at = end;
        }
        tokens.add(new RuleToken(Kind.END, "", text.length()));
        return tokens;
    }

    /** A minus belongs to the number where no number or name can stand before it. */
    private static boolean isSign(List<RuleToken> before) {
        if (before.isEmpty()) {
            return true;
        }
        RuleToken last = before.getLast();
        return last.isComparison()
                || (last.kind() == Kind.SYMBOL && !last.text().equals(")"));
    }

    private static boolean isNameStart(char letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || letter == '_';
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isDigitAt(String text, int at) {
        return at < text.length() && isDigit(text.charAt(at));
    }

    /** Letters, digits and underscores, and a double colon between two such parts. */
    private static int endOfName(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (isNameStart(letter) || isDigit(letter)) {
                at++;
            } else if (text.startsWith("::", at) && at + 2 < text.length() && isNameStart(text.charAt(at + 2))) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    private static int endOfNumber(String text, int from) {
        int at = from;
        while (isDigitAt(text, at)) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '.' && isDigitAt(text, at + 1)) {
            at++;
            while (isDigitAt(text, at)) {
                at++;
            }
        }
        return at;
    }
}
