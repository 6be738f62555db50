package org.marrow.variants.call.longlesion;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marrow.core.error.InvalidValueException;

/**
 * The gene and exon that the name of a target says, such as {@code KMT2A_e3}, {@code KMT2A:exon 3}, {@code KMT2A exon 27},
 * {@code KMT2A_NM_001197104_ex03} or {@code KMT2A_e27_tile4}: the gene symbol comes first, and the exon's number follows the word
 * {@code e}, {@code ex} or {@code exon}. A bare number is none, since it may be that of a tile, and neither is a name with two exons.
 *
 * @param gene HGNC symbol in upper case
 * @param exon from 1, as the panel's maker counts
 */
public record ExonName(String gene, int exon) {
    private static final Pattern GENE = Pattern.compile("([A-Za-z][A-Za-z0-9]*)[^A-Za-z0-9]");
    private static final Pattern EXON =
            Pattern.compile("(?<![A-Za-z0-9])(?:exon|ex|e)[ _:.-]?0*([1-9][0-9]{0,2})(?![A-Za-z0-9])");

    public ExonName {
        InvalidValueException.check(!gene.isBlank(), "gene", gene, "a gene symbol");
        InvalidValueException.check(exon >= 1, "exon", exon, "a number from 1");
    }

    /** Reads the name of a target; empty where it does not name one exon of one gene. */
    public static Optional<ExonName> of(String name) {
        Matcher gene = GENE.matcher(name);
        if (!gene.lookingAt()) {
            return Optional.empty();
        }
        Matcher exons = EXON.matcher(name.substring(gene.end()).toLowerCase(Locale.ROOT));
        Optional<ExonName> found = Optional.empty();
        while (exons.find()) {
            ExonName one = new ExonName(gene.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(exons.group(1)));
            if (found.isPresent() && !found.get().equals(one)) {
                return Optional.empty();
            }
            found = Optional.of(one);
        }
        return found;
    }
}
