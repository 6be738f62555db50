package org.marrow.core.variant;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.EvidenceMark;

/**
 * A variant of a list of known ones, such as a hotspot.
 *
 * @param gene HGNC symbol
 * @param change of the protein in one-letter form without {@code p.}, such as {@code R882H}
 * @param contig chromosome without a prefix
 * @param positions of the first base of {@code ref}, from 1, in the assemblies that the list names
 * @param ref bases of the plus strand; {@code -} where only bases are put in
 * @param alt bases of the plus strand; {@code -} where bases are only taken out
 * @param mark how well the list's positions are founded
 */
public record KnownVariant(
        String gene,
        String change,
        String contig,
        Map<Assembly, Integer> positions,
        String ref,
        String alt,
        EvidenceMark mark) {
    /** An allele of no bases, as MAF and the lists made from it write it. */
    public static final String NO_BASES = "-";

    public KnownVariant {
        InvalidValueException.check(gene != null && !gene.isBlank(), "gene", gene, "a gene symbol");
        InvalidValueException.check(change != null && !change.isBlank(), "protein", change, "a protein change");
        InvalidValueException.check(contig != null && !contig.isBlank(), "chr", contig, "a chromosome");
        InvalidValueException.check(isAllele(ref), "ref", ref, "bases of A, C, G, T, or -");
        InvalidValueException.check(isAllele(alt) && !alt.equals(ref), "alt", alt, "other bases of A, C, G, T, or -");
        requireNonNull(mark, "mark");
        Map<Assembly, Integer> copy = new EnumMap<>(Assembly.class);
        copy.putAll(positions);
        positions = Collections.unmodifiableMap(copy);
        positions
                .values()
                .forEach(position ->
                        InvalidValueException.check(position >= 1, "position", position, "a number from 1"));
    }

    private static boolean isAllele(String text) {
        return text != null && text.matches("[ACGT]+|-");
    }

    /** The variant in one assembly, trimmed; empty when the list has no position there. */
    public Optional<TrimmedVariant> in(Assembly assembly) {
        Integer position = positions.get(assembly);
        if (position == null) {
            return Optional.empty();
        }
        // A MAF puts an insertion behind the base that it names.
        int first = ref.equals(NO_BASES) ? position + 1 : position;
        return Optional.of(TrimmedVariant.of(contig, first, bases(ref), bases(alt)));
    }

    private static String bases(String allele) {
        return allele.equals(NO_BASES) ? "" : allele;
    }
}
