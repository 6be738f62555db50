package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A variant by the nomenclature of the Human Genome Variation Society (varnomen.hgvs.org, version 21), such as
 * {@code NM_002520.7:c.860_863dup} or {@code p.(Trp288CysfsTer12)}. What was read prints back as it was written, letter for
 * letter; docs/validation/hgvs.md says what is read.
 *
 * <p>Nothing here knows a sequence: whether the bases of a name are those of its reference cannot be said.
 *
 * @param reference empty where the name begins with its kind, as in {@code c.35G>A}
 * @param kind what positions count on
 * @param alleles one change, or several with what is known of their phase
 * @param style how residues are spelled; counts only for proteins
 */
public record HgvsName(Optional<HgvsReference> reference, SequenceKind kind, Alleles alleles, ProteinStyle style) {

    public HgvsName {
        requireNonNull(reference, "reference");
        requireNonNull(kind, "kind");
        requireNonNull(alleles, "alleles");
        requireNonNull(style, "style");
    }

    /**
     * Reads a name.
     *
     * @throws HgvsException at the first character that HGVS does not have there
     */
    public static HgvsName parse(String text) {
        return new NameReader(text).read();
    }

    /** The one change, empty when the name describes several. */
    public Optional<Change> onlyChange() {
        return alleles.onlyChange();
    }

    /** The same without the sequence that it counts on. */
    public HgvsName withoutReference() {
        return new HgvsName(Optional.empty(), kind, alleles, style);
    }

    /** The same with residues spelled another way. */
    public HgvsName with(ProteinStyle other) {
        return new HgvsName(reference, kind, alleles, other);
    }

    /** The same without the parentheses that say "predicted, not shown by an experiment". */
    public HgvsName withoutPrediction() {
        List<Allele> plain = alleles.alleles().stream()
                .map(allele -> new Allele(
                        allele.changes().stream().map(Change::asObserved).toList(),
                        allele.phases(),
                        allele.bracketed()))
                .toList();
        return new HgvsName(reference, kind, new Alleles(plain, alleles.phases()), style);
    }

    @Override
    public String toString() {
        return reference.map(sequence -> sequence + ":").orElse("") + kind.letter() + "." + alleles.print(style);
    }
}
