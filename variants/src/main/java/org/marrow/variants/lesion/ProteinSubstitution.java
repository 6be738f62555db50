package org.marrow.variants.lesion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exchange of one residue for another, such as {@code p.R525H}.
 *
 * @param from one-letter code
 * @param position from 1
 * @param to one-letter code
 */
record ProteinSubstitution(char from, int position, char to) {
    private static final Pattern WRITTEN = Pattern.compile("(?:p\\.)?\\(?([A-Z])(\\d{1,5})([A-Z])\\)?");

    /** Whether a protein change in one-letter form, with or without parentheses, is this one. */
    boolean isWrittenAs(String hgvsP) {
        Matcher matcher = WRITTEN.matcher(hgvsP);
        return matcher.matches()
                && matcher.group(1).charAt(0) == from
                && Integer.parseInt(matcher.group(2)) == position
                && matcher.group(3).charAt(0) == to;
    }
}
