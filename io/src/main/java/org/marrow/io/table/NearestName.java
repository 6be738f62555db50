package org.marrow.io.table;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {
    /** One slip in so many letters is forgiven. */
    private static final int LETTERS_PER_SLIP = 3;

    private NearestName() {}

    /**
     * The candidate with the fewest single-letter edits to {@code written}, two neighbours swapped being one, letter case and {@code _ - .} and blanks aside;
     * empty when all are too far. The first of equals wins.
     */
    public static Optional<String> of(String written, Collection<String> candidates) {
        String plain = plain(written);
        int fewest = Math.max(1, plain.length() / LETTERS_PER_SLIP) + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : candidates) {
            int edits = edits(plain, plain(candidate), fewest);
            if (edits < fewest) {
                fewest = edits;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** {@code "; did you mean 'date'?"}, or nothing when no candidate is near. */
    public static String hint(String written, Collection<String> candidates) {
        return of(written, candidates)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    /** Optimal string alignment distance, or {@code limit} when it is that or more. */
    private static int edits(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) >= limit) {
            return limit;
        }
        int[] before = new int[other.length() + 1];
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    current[j] = Math.min(current[j], before[j - 2] + 1);
                }
            }
            before = previous;
            previous = current;
        }
        return Math.min(previous[other.length()], limit);
    }
}
