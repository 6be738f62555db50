package org.marrow.io.maf;

import static org.marrow.io.maf.MafColumns.NO_BASES;

import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.Variant;

/**
 * Between MAF's alleles and VCF's. MAF writes no base before an insertion or deletion; VCF does. The reference is not at hand
 * here, so the base is written as {@code N}: a MAF insertion of {@code TG} between 100 and 101 becomes {@code 100 N>NTG}, and a
 * deletion of {@code CA} from 100 becomes {@code 99 NCA>N}.
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
        int position = variant.position();
        if (ref.length() == 1 && alt.length() > 1 && alt.startsWith(ref)) {
            return new MafAlleles(position, position + 1, "INS", NO_BASES, alt.substring(1));
        }
        if (alt.length() == 1 && ref.length() > 1 && ref.startsWith(alt)) {
            int first = position + 1;
            return new MafAlleles(first, first + ref.length() - 2, "DEL", ref.substring(1), NO_BASES);
        }
        int last = position + ref.length() - 1;
        return new MafAlleles(position, last, type(ref.length(), alt.length()), ref, alt);
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
