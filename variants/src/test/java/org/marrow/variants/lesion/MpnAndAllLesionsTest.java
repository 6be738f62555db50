package org.marrow.variants.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.Consequence;
import org.marrow.variants.testing.Calls;

/** The lesions of the MPN and ALL schemes: CALR and its type, JAK2 V617F, U2AF1 Q157, PAX5 P80R. */
class MpnAndAllLesionsTest {
    /** First base of the 52 that type 1 loses, on GRCh37. */
    private static final int TYPE_1 = 13054564;

    private static Calls calr(int position, int deleted, int inserted) {
        return Calls.in("CALR")
                .is(Consequence.FRAMESHIFT)
                .at("chr19", position, "A" + "C".repeat(deleted), "A" + "T".repeat(inserted));
    }

    private static MolecularLesions exome(Calls... calls) {
        return new MolecularLesions(Calls.exome(calls));
    }

    private static TriState named(MolecularLesions lesions, String name) {
        return lesions.all().stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @ParameterizedTest
    @CsvSource({
        // Bases lost, bases gained, CALR, type 1.
        "52, 0, PRESENT, PRESENT",
        "0, 5, PRESENT, ABSENT",
        // Like one of them or the other: the sources do not say which.
        "46, 0, PRESENT, UNKNOWN",
        "34, 0, PRESENT, UNKNOWN",
        "0, 2, PRESENT, UNKNOWN",
        // Another frame.
        "53, 0, UNKNOWN, UNKNOWN",
        "0, 4, UNKNOWN, UNKNOWN",
    })
    void calrIsToldByItsFrame(int lost, int gained, TriState calr, TriState type1) {
        MolecularLesions lesions = exome(calr(TYPE_1, lost, gained));

        assertThat(lesions.calr().state()).isEqualTo(calr);
        assertThat(lesions.calrType1().state()).isEqualTo(type1);
    }

    @Test
    void aFrameshiftElsewhereInCalrIsNoneOfThem() {
        MolecularLesions lesions = exome(calr(13049494, 52, 0));

        assertThat(lesions.calr().state()).isEqualTo(ABSENT);
        assertThat(lesions.calrType1().state()).isEqualTo(ABSENT);
    }

    @Test
    void anInFrameDeletionOfExon9IsNoneOfThem() {
        Calls inFrame = Calls.in("CALR").is(Consequence.INFRAME_DELETION).at("chr19", TYPE_1, "A" + "C".repeat(9), "A");

        assertThat(exome(inFrame).calr().state()).isEqualTo(ABSENT);
    }

    @Test
    void type1BesideType2IsType1() {
        assertThat(exome(calr(TYPE_1, 52, 0), calr(13054627, 0, 5)).calrType1().state())
                .isEqualTo(PRESENT);
        assertThat(exome(calr(13054627, 0, 5), calr(TYPE_1, 52, 0)).calrType1().state())
                .isEqualTo(PRESENT);
    }

    @Test
    void withoutAnAssemblyTheResidueTellsTheExon() {
        Calls last = Calls.in("CALR")
                .is(Consequence.FRAMESHIFT)
                .protein("p.L367Tfs*46")
                .at("19", 5, "A" + "C".repeat(52), "A");
        Calls early = Calls.in("CALR")
                .is(Consequence.FRAMESHIFT)
                .protein("p.K351fs*46")
                .at("19", 5, "A" + "C".repeat(52), "A");
        Calls first = Calls.in("CALR")
                .is(Consequence.FRAMESHIFT)
                .protein("p.A352fs*46")
                .at("19", 5, "A" + "C".repeat(52), "A");
        Calls silent = Calls.in("CALR").is(Consequence.FRAMESHIFT).at("19", 5, "A" + "C".repeat(52), "A");

        assertThat(unplaced(last).calrType1().state()).isEqualTo(PRESENT);
        assertThat(unplaced(first).calrType1().state()).isEqualTo(PRESENT);
        assertThat(unplaced(early).calr().state()).isEqualTo(ABSENT);
        assertThat(unplaced(silent).calr().state()).isEqualTo(UNKNOWN);
    }

    private static MolecularLesions unplaced(Calls call) {
        return new MolecularLesions(Calls.sample(Assembly.OTHER, new AssessedGenes.Exome(), call));
    }

    @Test
    void withoutVariantsCalrIsWhatThePanelSays() {
        assertThat(exome().calr().state()).isEqualTo(ABSENT);
        assertThat(exome().calrType1().state()).isEqualTo(ABSENT);
        assertThat(new MolecularLesions(Calls.unstated()).calr().state()).isEqualTo(UNKNOWN);
        assertThat(new MolecularLesions(Calls.unstated()).calrType1().state()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "JAK2, p.V617F, JAK2_V617F, PRESENT",
        "JAK2, p.V617I, JAK2_V617F, ABSENT",
        "JAK2, p.K539L, JAK2_V617F, ABSENT",
        "PAX5, p.P80R, PAX5_P80R, PRESENT",
        "PAX5, p.P80L, PAX5_P80R, ABSENT",
        "U2AF1, p.Q157P, U2AF1_Q157, PRESENT",
        "U2AF1, p.Q157R, U2AF1_Q157, PRESENT",
        "U2AF1, p.S34F, U2AF1_Q157, ABSENT",
        "U2AF1, p.E156K, U2AF1_Q157, ABSENT",
        "U2AF1, p.R158L, U2AF1_Q157, ABSENT",
    })
    void singleExchangesAreLesions(String gene, String change, String lesion, TriState expected) {
        assertThat(named(exome(Calls.in(gene).protein(change)), lesion)).isEqualTo(expected);
    }

    @Test
    void anExchangeOfU2af1WithoutAPlaceMayBeCodon157() {
        assertThat(exome(Calls.in("U2AF1")).u2af1Q157().state()).isEqualTo(UNKNOWN);
        assertThat(exome().u2af1Q157().state()).isEqualTo(ABSENT);
    }
}
