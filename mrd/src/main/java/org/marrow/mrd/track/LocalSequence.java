package org.marrow.mrd.track;

import org.marrow.core.error.InvalidValueException;

/**
 * A stretch of reference around a marker.
 *
 * @param start position of its first base, from 1
 * @param bases upper case; {@code N} where unknown
 */
record LocalSequence(int start, String bases) {
    LocalSequence {
        InvalidValueException.check(start >= 1, "start", start, "a number from 1");
    }

    int end() {
        return start + bases.length() - 1;
    }

    /** The base at a position, {@code N} outside the stretch. */
    char at(int position) {
        return position < start || position > end() ? 'N' : bases.charAt(position - start);
    }

    boolean contains(int position) {
        return position >= start && position <= end();
    }

    /** The bases from {@code first} to {@code last}, both inclusive and inside the stretch. */
    String between(int first, int last) {
        return bases.substring(first - start, last - start + 1);
    }
}
