package org.marrow.io.maf;

import static org.marrow.io.maf.MafColumns.NO_BASES;

import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.Variant;

/**
 * Between MAF's alleles and VCF's. MAF writes no base before an insertion or deletion; VCF does. The reference is not at hand
 * here, so the base is written as {@code N}: a MAF insertion of {@code TG} between 100 and 101 becomes {@code 100 N>NTG}, and a
 * deletion of {@code CA} from 100 becomes {@code 99 NCA>N}.
 *
 * <p>The other way, bases that both alleles share are taken off, first those before the change, as vcf2maf and the GDC do.
 */
record MafAlleles(int start, int end, String type, String reference, String alternate) {
    private static final String ANCHOR = "N";

    /** @throws InvalidValueException when the alleles are not bases */
    static Variant toVariant(String contig, int start, String reference, String alternate) {
        if (reference.equals(NO_BASES)) {
            return new Variant(contig, start, ANCHOR, ANCHOR + alternate);
        }
        if (alternate.equals(NO_BASES)) {
            InvalidValueException.check(
                    start >= 2, MafColumns.START, start, "2 or more, as a base is needed before a deletion");
            return new Variant(contig, start - 1, ANCHOR + reference, ANCHOR);
        }
        return new Variant(contig, start, reference, alternate);
    }

    /** @throws InvalidValueException when {@code variant} is symbolic, as MAF holds only bases */
    static MafAlleles of(Variant variant) {
        InvalidValueException.check(!variant.isSymbolic(), "variant", variant.describe(), "alleles of bases");
        String ref = variant.ref();
        String alt = variant.alt();
        int shared = 0;
        while (shared < Math.min(ref.length(), alt.length()) && ref.charAt(shared) == alt.charAt(shared)) {
            shared++;
        }
        int refEnd = ref.length();
        int altEnd = alt.length();
        while (refEnd > shared && altEnd > shared && ref.charAt(refEnd - 1) == alt.charAt(altEnd - 1)) {
            refEnd--;
            altEnd--;
        }
        String left = ref.substring(shared, refEnd);
        String right = alt.substring(shared, altEnd);
        int first = variant.position() + shared;
        if (left.isEmpty()) {
            // The first base of a contig has none before it, and MAF cannot say that something is put in there.
            InvalidValueException.check(first >= 2, "variant", variant.describe(), "an insertion behind a base");
            return new MafAlleles(first - 1, first, "INS", NO_BASES, right);
        }
        int last = first + left.length() - 1;
        if (right.isEmpty()) {
            return new MafAlleles(first, last, "DEL", left, NO_BASES);
        }
        return new MafAlleles(first, last, type(left.length(), right.length()), left, right);
    }

    /** Whether bases are added on the whole, by which MAF tells two kinds of frameshift apart. */
    boolean adds() {
        return type.equals("INS");
    }

    /** Bases that are added or removed on the whole. */
    int netBases() {
        int removed = reference.equals(NO_BASES) ? 0 : reference.length();
        int added = alternate.equals(NO_BASES) ? 0 : alternate.length();
        return added - removed;
    }

    private static String type(int refBases, int altBases) {
        if (refBases != altBases) {
            return refBases < altBases ? "INS" : "DEL";
        }
        return switch (refBases) {
            case 1 -> "SNP";
            case 2 -> "DNP";
            case 3 -> "TNP";
            default -> "ONP";
        };
    }
}
