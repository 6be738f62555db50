package org.marrow.variants.lesion;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The residues that a protein change names: {@code p.W288fs}, {@code p.(Trp288CysfsTer12)}, {@code p.D600_L601insFREYEYD},
 * {@code p.310_311TQ>TKQNPQ}, {@code p.-287fs}.
 *
 * @param first from 1
 * @param last at least {@code first}
 */
record ProteinPosition(int first, int last) {
    private static final Pattern RESIDUES = Pattern.compile("(\\d{1,5})(?:_[A-Za-z*]*(\\d{1,5}))?");

    /** Empty when the text names no residue. */
    static Optional<ProteinPosition> of(String hgvsP) {
        Matcher matcher = RESIDUES.matcher(hgvsP);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        return Optional.of(new ProteinPosition(first, Math.max(first, last)));
    }

    boolean overlaps(int from, int to) {
        return first <= to && last >= from;
    }
}
