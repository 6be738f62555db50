package org.marrow.variants.hgvs;

import java.util.OptionalInt;

/** Reads how often a unit is there. */
final class CountReader {
    private static final String WHAT = "a number";

    private CountReader() {}

    /** {@code 23}, {@code ?} or {@code (600_800)}. */
    static Count count(NameText text) {
        if (text.accept("?")) {
            return new Count.Unknown();
        }
        if (text.accept("(")) {
            return within(text);
        }
        return new Count.Exactly(text.number(WHAT));
    }

    /** What stands behind an opening parenthesis: a number, a question mark or a range, and the closing one. */
    static Count inParentheses(NameText text) {
        int start = text.offset();
        OptionalInt first = bound(text);
        if (text.peek() == '_') {
            text.returnTo(start);
            return within(text);
        }
        text.require(")");
        return first.isPresent() ? new Count.Exactly(first.getAsInt()) : new Count.Unknown();
    }

    private static Count within(NameText text) {
        OptionalInt fewest = bound(text);
        text.require("_");
        OptionalInt most = bound(text);
        text.require(")");
        return new Count.Within(fewest, most);
    }

    private static OptionalInt bound(NameText text) {
        return text.accept("?") ? OptionalInt.empty() : OptionalInt.of(text.number(WHAT));
    }
}
