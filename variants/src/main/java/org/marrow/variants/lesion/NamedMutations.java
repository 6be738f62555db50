package org.marrow.variants.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.VariantCall;

/** Mutations that schemes ask for by more than their gene: single residues, CALR by type, CEBPA on both alleles. */
final class NamedMutations {
    static final String CALR = "CALR";
    static final String CALR_TYPE1 = "CALR_TYPE1";
    static final String JAK2_V617F = "JAK2_V617F";
    static final String U2AF1_Q157 = "U2AF1_Q157";
    static final String PAX5_P80R = "PAX5_P80R";

    private static final Pattern V617F = Pattern.compile("p\\.\\(?(?:V|Val)617(?:F|Phe)\\)?");
    private static final Pattern Q157 = Pattern.compile("p\\.\\(?(?:Q|Gln)157[A-Z][a-z]{0,2}\\)?");
    private static final Pattern P80R = Pattern.compile("p\\.\\(?(?:P|Pro)80(?:R|Arg)\\)?");

    /** First residue of exon 9 of CALR; from memory. */
    private static final int CALR_EXON_9_FROM_RESIDUE = 352;

    /** Bases that type 1 of CALR deletes, and that type 2 inserts; the rules, section 10.3. */
    private static final int CALR_TYPE1_BASES = -52;

    private static final int CALR_TYPE2_BASES = 5;

    private final MolecularLesions lesions;

    NamedMutations(MolecularLesions lesions) {
        this.lesions = lesions;
    }

    List<LesionFinding> all() {
        List<LesionFinding> findings = new ArrayList<>();
        findings.add(residue(JAK2_V617F, "JAK2", V617F));
        findings.add(residue(U2AF1_Q157, "U2AF1", Q157));
        findings.add(residue(PAX5_P80R, "PAX5", P80R));
        findings.add(find(CALR, CALR, NamedMutations::isCalrOfExon9));
        findings.add(find(CALR_TYPE1, CALR, NamedMutations::isCalrType1));
        findings.add(lesions.cebpaBiallelic());
        findings.add(lesions.cebpaBzipMissenseLesion());
        return findings;
    }

    /** A missense change of one residue; a variant of the gene that names no residue may be it. */
    private LesionFinding residue(String name, String gene, Pattern change) {
        return find(name, gene, call -> {
            if (call.consequence() != Consequence.MISSENSE) {
                return TriState.ABSENT;
            }
            return call.hgvsP()
                    .map(protein -> TriState.of(change.matcher(protein).matches()))
                    .orElse(TriState.UNKNOWN);
        });
    }

    private LesionFinding find(String name, String gene, Function<VariantCall, TriState> match) {
        List<VariantCall> evidence = new ArrayList<>();
        TriState any = lesions.absence(gene);
        for (VariantCall call : lesions.altering(gene)) {
            TriState here = match.apply(call);
            if (here == TriState.PRESENT) {
                evidence.add(call);
            }
            if (here != TriState.ABSENT) {
                any = any == TriState.PRESENT ? any : here;
            }
        }
        return lesions.found(name, any, evidence);
    }

    private static TriState isCalrOfExon9(VariantCall call) {
        if (call.consequence() != Consequence.FRAMESHIFT) {
            return TriState.ABSENT;
        }
        return call.hgvsP()
                .flatMap(ProteinPosition::of)
                .map(position -> TriState.of(position.last() >= CALR_EXON_9_FROM_RESIDUE))
                .orElse(TriState.UNKNOWN);
    }

    /** Like type 1 are other deletions too, by their protein; they are not told here. */
    private static TriState isCalrType1(VariantCall call) {
        TriState exon9 = isCalrOfExon9(call);
        int net = MolecularLesions.netBases(call.variant());
        if (net == CALR_TYPE1_BASES) {
            return exon9;
        }
        return net == CALR_TYPE2_BASES ? TriState.ABSENT : exon9.and(TriState.UNKNOWN);
    }
}
