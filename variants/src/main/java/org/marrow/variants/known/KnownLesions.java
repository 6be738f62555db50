package org.marrow.variants.known;

import java.util.List;
import java.util.Optional;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.ContigNames;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;
import org.marrow.variants.lesion.MolecularLesions;

/**
 * Lesions that many different insertions and deletions make, so that no list of positions has them all (rules.md, 10.3): NPM1
 * frameshift of the last exon, FLT3-ITD, in-frame changes of the bZIP domain of CEBPA, and CALR exon 9.
 */
final class KnownLesions {
    /**
     * Coding part of CALR exon 9, c.1055 to c.1254 of NM_004343, ends included. Anchored on type 1 (c.1092_1143del behind
     * 13054564, GRCh37) and type 2 (c.1154 at 13054627 and 12943813), both verified; the exon's ends from memory.
     */
    private static final int CALR_EXON9_START_37 = 13054528;

    private static final int CALR_EXON9_END_37 = 13054727;
    private static final int CALR_EXON9_START_38 = 12943714;
    private static final int CALR_EXON9_END_38 = 12943913;

    /** First residue of exon 9, by the same anchors. */
    private static final int CALR_EXON9_FROM_RESIDUE = 352;

    /** Both types, 52 bases less and 5 more, leave the frame two bases on, which makes the new basic end. */
    private static final int CALR_FRAME = 2;

    private KnownLesions() {}

    static Optional<KnownMatch> match(VariantCall call, Assembly assembly) {
        MolecularLesions lesions = new MolecularLesions(
                new SampleVariants("call", assembly, new AssessedGenes.Unstated(), List.of(withoutFilters(call))));
        if (lesions.npm1().state() == TriState.PRESENT) {
            return Optional.of(match("NPM1", "last_exon_frameshift", EvidenceMark.VERIFIED));
        }
        if (lesions.flt3Itd().state() == TriState.PRESENT) {
            return Optional.of(match("FLT3", "ITD", EvidenceMark.VERIFIED));
        }
        if (lesions.cebpaBzipInFrame().state() == TriState.PRESENT) {
            return Optional.of(match("CEBPA", "bZIP_in_frame", EvidenceMark.FROM_MEMORY));
        }
        if (isCalr(call, assembly)) {
            return Optional.of(match("CALR", "exon9_frameshift", EvidenceMark.FROM_MEMORY));
        }
        return Optional.empty();
    }

    private static KnownMatch match(String gene, String change, EvidenceMark mark) {
        return new KnownMatch(gene, change, KnownMatch.By.CONSEQUENCE, mark);
    }

    /** A filter such as "population" must not hide what the call is. */
    private static VariantCall withoutFilters(VariantCall call) {
        return new VariantCall(
                call.variant(),
                call.gene(),
                call.consequence(),
                call.hgvsC(),
                call.hgvsP(),
                call.transcript(),
                call.depth(),
                call.altReads(),
                call.vaf(),
                List.of());
    }

    private static boolean isCalr(VariantCall call, Assembly assembly) {
        Variant variant = call.variant();
        if (variant.isSymbolic()) {
            return false;
        }
        int net = variant.alt().length() - variant.ref().length();
        boolean shifts = Math.floorMod(net, 3) == CALR_FRAME
                && (call.consequence() == Consequence.FRAMESHIFT || call.consequence() == Consequence.UNKNOWN);
        if (!shifts) {
            return false;
        }
        return switch (assembly) {
            case GRCH37 -> isGene(call, true) && overlaps(variant, CALR_EXON9_START_37, CALR_EXON9_END_37);
            case GRCH38 -> isGene(call, true) && overlaps(variant, CALR_EXON9_START_38, CALR_EXON9_END_38);
            case OTHER, UNKNOWN -> isGene(call, false) && firstResidue(call) >= CALR_EXON9_FROM_RESIDUE;
        };
    }

    private static boolean isGene(VariantCall call, boolean orUnnamed) {
        return call.gene().map("CALR"::equals).orElse(orUnnamed);
    }

    private static boolean overlaps(Variant variant, int start, int end) {
        // Of an insertion or deletion the first base is the one before it.
        return ContigNames.canonical(variant.contig()).equals("19")
                && variant.position() + 1 <= end
                && variant.position() + variant.ref().length() >= start;
    }

    /** The first number of the protein change; 0 when there is none. */
    private static int firstResidue(VariantCall call) {
        String digits = call.hgvsP().orElse("").replaceFirst("^\\D*(\\d{1,6}).*$", "$1");
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
