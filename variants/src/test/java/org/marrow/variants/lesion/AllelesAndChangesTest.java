package org.marrow.variants.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Consequence;
import org.marrow.variants.testing.Calls;

/** The lesions of WHO, ELN 2017 and the predisposition flag: CEBPA on both alleles, single exchanges, fractions. */
class AllelesAndChangesTest {

    private static MolecularLesions exome(Calls... calls) {
        return new MolecularLesions(Calls.exome(calls));
    }

    private static Calls cebpa(String change, Consequence consequence, double vaf) {
        return Calls.in("CEBPA").protein(change).is(consequence).vaf(vaf);
    }

    private static TriState change(MolecularLesions lesions, String name) {
        return lesions.all().stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @ParameterizedTest
    @CsvSource({
        "p.H24Afs*84, FRAMESHIFT, PRESENT",
        "p.Q83*, STOP_GAINED, PRESENT",
        "p.P119fs, FRAMESHIFT, PRESENT",
        "p.M120fs, FRAMESHIFT, ABSENT",
        "p.A44P, MISSENSE, ABSENT",
        "p.H195_P196dup, INFRAME_INSERTION, ABSENT",
    })
    void cebpaIsTruncatedBeforeItsShortForm(String change, Consequence consequence, TriState expected) {
        assertThat(exome(cebpa(change, consequence, 0.4)).cebpaNTerminal().state())
                .isEqualTo(expected);
    }

    @Test
    void aTruncationWithoutAPlaceMayBeNTerminal() {
        assertThat(exome(Calls.in("CEBPA").is(Consequence.FRAMESHIFT))
                        .cebpaNTerminal()
                        .state())
                .isEqualTo(UNKNOWN);
        assertThat(exome().cebpaNTerminal().state()).isEqualTo(ABSENT);
        assertThat(new MolecularLesions(Calls.unstated()).cebpaNTerminal().state())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void anNTerminalTruncationWithABzipVariantIsBiallelic() {
        Calls first = cebpa("p.H24Afs*84", Consequence.FRAMESHIFT, 0.44);
        Calls inFrame = cebpa("p.K313dup", Consequence.INFRAME_INSERTION, 0.46);
        Calls missense = cebpa("p.R300C", Consequence.MISSENSE, 0.46);
        Calls middle = cebpa("p.G200S", Consequence.MISSENSE, 0.46);

        assertThat(exome(first, inFrame).cebpaBiallelic().state()).isEqualTo(PRESENT);
        assertThat(exome(first, missense).cebpaBiallelic().state()).isEqualTo(PRESENT);
        assertThat(exome(first, middle).cebpaBiallelic().state()).isEqualTo(UNKNOWN);
        assertThat(exome(inFrame, missense).cebpaBiallelic().state()).isEqualTo(UNKNOWN);
        assertThat(exome(first, inFrame).cebpaBiallelic().evidence())
                .contains("CEBPA p.H24Afs*84, VAF 0.44; CEBPA p.K313dup, VAF 0.46");
    }

    @ParameterizedTest
    @CsvSource({"0.10, ABSENT", "0.60, ABSENT", "0.61, UNKNOWN", "0.95, UNKNOWN", "0, UNKNOWN"})
    void oneCebpaVariantIsOfOneAlleleUnlessTheOtherMayBeLost(double vaf, TriState expected) {
        assertThat(exome(cebpa("p.K313dup", Consequence.INFRAME_INSERTION, vaf))
                        .cebpaBiallelic()
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void oneCebpaVariantOfAGeneThatWasNotLookedAtMayHaveASecond() {
        assertThat(new MolecularLesions(Calls.unstated(cebpa("p.K313dup", Consequence.INFRAME_INSERTION, 0.4)))
                        .cebpaBiallelic()
                        .state())
                .isEqualTo(UNKNOWN);
        assertThat(exome().cebpaBiallelic().state()).isEqualTo(ABSENT);
    }

    @ParameterizedTest
    @CsvSource({
        "DDX41, p.R525H, DDX41_R525H, PRESENT",
        "DDX41, p.(R525H), DDX41_R525H, PRESENT",
        "DDX41, p.R525C, DDX41_R525H, ABSENT",
        "DDX41, p.R524H, DDX41_R525H, ABSENT",
        "DDX41, p.K525H, DDX41_R525H, ABSENT",
        "MPL, p.S505N, MPL_S505N, PRESENT",
        "MPL, p.W515L, MPL_S505N, ABSENT",
        "RUNX1, p.R525H, DDX41_R525H, ABSENT",
    })
    void anExchangeIsKnownByItsGeneAndItsResidues(String gene, String change, String lesion, TriState expected) {
        assertThat(change(exome(Calls.in(gene).protein(change)), lesion)).isEqualTo(expected);
    }

    @Test
    void anExchangeIsAbsentOnlyWhereTheGeneWasLookedAtAndEveryMissenseVariantIsNamed() {
        assertThat(change(exome(Calls.in("DDX41")), "DDX41_R525H")).isEqualTo(UNKNOWN);
        assertThat(change(exome(Calls.in("DDX41").is(Consequence.FRAMESHIFT)), "DDX41_R525H"))
                .isEqualTo(ABSENT);
        assertThat(change(new MolecularLesions(Calls.panel(Set.of("TP53"))), "DDX41_R525H"))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void theFractionOfALesionIsThatOfItsOwnVariants() {
        MolecularLesions lesions = exome(
                Calls.in("DDX41").protein("p.D140fs").is(Consequence.FRAMESHIFT).vaf(0.48),
                Calls.in("DDX41").protein("p.R525H").vaf(0.09),
                Calls.in("DDX41").is(Consequence.SYNONYMOUS).vaf(0.9));

        assertThat(lesions.fraction("DDX41")).contains(new VariantFraction(0.48, true, true));
        assertThat(lesions.fraction("DDX41_R525H")).contains(new VariantFraction(0.09, true, true));
        assertThat(lesions.fraction("MPL_S505N")).isEmpty();
        assertThat(lesions.fraction("RUNX1")).isEmpty();
    }

    @Test
    void aFractionIsTheLeastOfWhatItMayBeWhileAVariantMayBeHidden() {
        assertThat(new MolecularLesions(Calls.unstated(Calls.in("RUNX1").vaf(0.2))).fraction("RUNX1"))
                .contains(new VariantFraction(0.2, false, true));
        assertThat(exome(Calls.in("RUNX1").vaf(0.2), Calls.in("RUNX1")).fraction("RUNX1"))
                .contains(new VariantFraction(0.2, true, false));
        assertThat(exome(Calls.in("RUNX1").vaf(0)).fraction("RUNX1")).contains(new VariantFraction(0, true, false));
    }
}
