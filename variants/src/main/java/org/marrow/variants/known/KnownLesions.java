package org.marrow.variants.known;

import java.util.List;
import java.util.Optional;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.VariantCall;
import org.marrow.variants.lesion.MolecularLesions;

/**
 * Lesions that many different insertions and deletions make, so that no list of positions has them all (rules.md, 10.3): NPM1
 * frameshift of the last exon, FLT3-ITD, in-frame changes of the bZIP domain of CEBPA, and CALR exon 9.
 */
final class KnownLesions {
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
        if (lesions.calr().state() == TriState.PRESENT) {
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
}
