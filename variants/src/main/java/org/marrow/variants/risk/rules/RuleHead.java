package org.marrow.variants.risk.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.marrow.core.risk.EvidenceMark;

/** Reads the words before the expression of one statement, from left to right. */
final class RuleHead {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,63}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,63}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private final RuleStatement statement;
    private int at;

    RuleHead(RuleStatement statement) {
        this.statement = statement;
    }

    int offset() {
        skipBlanks();
        return at;
    }

    private void skipBlanks() {
        while (at < statement.text().length()
                && Character.isWhitespace(statement.text().charAt(at))) {
            at++;
        }
    }

    /** The next word; empty at the end. */
    String word() {
        skipBlanks();
        int start = at;
        while (at < statement.text().length()
                && !Character.isWhitespace(statement.text().charAt(at))) {
            at++;
        }
        return statement.text().substring(start, at);
    }

    /** A word of some form. */
    private String word(Pattern form, String expected) {
        int start = offset();
        String word = word();
        if (!form.matcher(word).matches()) {
            throw statement.wrong(start, expected, shown(word));
        }
        return word;
    }

    String code() {
        return word(CODE, "a code of upper-case letters, digits and '_'");
    }

    String name() {
        return word(NAME, "a name of letters, digits and '_'");
    }

    String number() {
        return word(NUMBER, "a number");
    }

    EvidenceMark mark() {
        return constant(EvidenceMark.values());
    }

    /** One of some constants, written small and with hyphens. */
    <E extends Enum<E>> E constant(E[] constants) {
        int start = offset();
        String word = word();
        return Arrays.stream(constants)
                .filter(one -> written(one).equals(word))
                .findFirst()
                .orElseThrow(() -> statement.wrong(
                        start,
                        "one of "
                                + Arrays.stream(constants)
                                        .map(RuleHead::written)
                                        .collect(Collectors.joining(", ")),
                        shown(word)));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void require(String expected) {
        int start = offset();
        String word = word();
        if (!word.equals(expected)) {
            throw statement.wrong(start, "'" + expected + "'", shown(word));
        }
    }

    /** The text up to one of some words, which is taken too; that word is the second of the two. */
    List<String> upTo(List<String> ends) {
        int start = offset();
        int end = start;
        while (true) {
            int before = offset();
            String word = word();
            if (ends.contains(word)) {
                return List.of(statement.text().substring(start, end).strip(), word);
            }
            if (word.isEmpty()) {
                throw statement.wrong(
                        before,
                        ends.stream().map(one -> "'" + one + "'").collect(Collectors.joining(" or ")),
                        "the end of the statement");
            }
            end = at;
        }
    }

    /** All that is left. */
    String rest() {
        String rest = statement.text().substring(offset()).strip();
        if (rest.isEmpty()) {
            throw statement.wrong(at, "something", "the end of the statement");
        }
        at = statement.text().length();
        return rest;
    }

    void requireEnd() {
        if (offset() < statement.text().length()) {
            throw statement.wrong(
                    at, "the end of the statement", shown(statement.text().substring(at)));
        }
    }

    private static String shown(String word) {
        return word.isEmpty() ? "the end of the statement" : "'" + word + "'";
    }
}
