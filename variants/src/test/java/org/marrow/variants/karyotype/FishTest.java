package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.FishSignal.Relation;
import org.marrow.variants.karyotype.KaryotypeRemark.Code;
import org.marrow.variants.karyotype.ReportPart.Hybridisation;
import org.marrow.variants.karyotype.ReportPart.Unread;

/** In situ hybridisation: what it proves, what it leaves open, and what is left unread. */
class FishTest {

    private static TriState state(String iscn, CytogeneticLesion lesion) {
        return KaryotypeFindings.of(iscn).lesion(lesion);
    }

    private static Hybridisation hybridisation(String iscn) {
        return (Hybridisation) Karyotype.parse(iscn).parts().getFirst();
    }

    @Test
    void signalsRelationsAndCellsAreKept() {
        Hybridisation read = hybridisation("46,XX[20].nuc ish(ABL1x3,BCRx3~4)(ABL1 con BCRx2)[180/200]");

        assertThat(read.interphase()).isTrue();
        assertThat(read.clonesBefore()).isEqualTo(1);
        assertThat(read.text()).isEqualTo("nuc ish(ABL1x3,BCRx3~4)(ABL1 con BCRx2)[180/200]");
        FishPattern pattern = read.patterns().getFirst();
        assertThat(pattern.cells()).isEqualTo(OptionalInt.of(180));
        assertThat(pattern.scored()).isEqualTo(OptionalInt.of(200));
        assertThat(pattern.groups())
                .containsExactly(
                        List.of(
                                new FishSignal(List.of("ABL1"), Relation.ALONE, 3, 3),
                                new FishSignal(List.of("BCR"), Relation.ALONE, 3, 4)),
                        List.of(new FishSignal(List.of("ABL1", "BCR"), Relation.CONNECTED, 2, 2)));
    }

    @Test
    void signalsOnChromosomesArePlusesAndMinuses() {
        Hybridisation read = hybridisation("ish t(9;22)(q34;q11.2)(ABL1-;BCR++,ABL1+)[10]");

        assertThat(read.interphase()).isFalse();
        FishPattern pattern = read.patterns().getFirst();
        assertThat(pattern.chromosome().orElseThrow().key()).isEqualTo("t(9;22)(q34;q11.2)");
        assertThat(pattern.cells()).isEqualTo(OptionalInt.of(10));
        assertThat(pattern.scored()).isEmpty();
        assertThat(pattern.groups())
                .containsExactly(
                        List.of(new FishSignal(List.of("ABL1"), Relation.ALONE, 0, 0)),
                        List.of(
                                new FishSignal(List.of("BCR"), Relation.ALONE, 2, 2),
                                new FishSignal(List.of("ABL1"), Relation.ALONE, 1, 1)));
    }

    @Test
    void severalPatternsPlacesAndSharedNumbersAreRead() {
        Hybridisation read = hybridisation(
                "nuc ish 9q34(ABL1x2),22q11.2(BCRx2)[400],(D7Z1,D7S486) x2[200]/(D5S23/D5S721x2,RUNX1 amp)[5]");

        assertThat(read.patterns()).hasSize(3);
        assertThat(read.patterns().get(0).groups()).hasSize(2);
        assertThat(read.patterns().get(1).signals())
                .containsExactly(
                        new FishSignal(List.of("D7Z1"), Relation.ALONE, 2, 2),
                        new FishSignal(List.of("D7S486"), Relation.ALONE, 2, 2));
        assertThat(read.patterns().get(2).signals())
                .containsExactly(
                        new FishSignal(List.of("D5S23", "D5S721"), Relation.ALONE, 2, 2),
                        new FishSignal(List.of("RUNX1"), Relation.AMPLIFIED, 0, 0));
    }

    @Test
    void oldGeneNamesAreReadAsThoseOfToday() {
        assertThat(hybridisation("nuc ish(MLLx2)(5'MLL sep 3'MLLx1)")
                        .patterns()
                        .getFirst()
                        .signals())
                .extracting(FishSignal::loci)
                .containsExactly(List.of("KMT2A"), List.of("5'KMT2A", "3'KMT2A"));
        assertThat(state("nuc ish(TEL con AML1x1)[5]", CytogeneticLesion.ETV6_RUNX1))
                .isEqualTo(PRESENT);
        assertThat(state("nuc ish(IGH@x2)(5\u2019IGH@ sep 3\u2019IGH@x1)", CytogeneticLesion.IGH_R))
                .isEqualTo(PRESENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUNX1_RUNX1T1 | RUNX1T1 con RUNX1",
                "CBFB_MYH11 | CBFB con MYH11",
                "MLLT3_KMT2A | KMT2A con MLLT3",
                "KMT2A_AFF1 | KMT2A con AFF1",
                "KMT2A_OTHER | KMT2A con AFF1",
                "KMT2A_OTHER | KMT2A con MLLT1",
                "DEK_NUP214 | DEK con NUP214",
                "BCR_ABL1 | ABL1 con BCR",
                "KAT6A_CREBBP | KAT6A con CREBBP",
                "GATA2_MECOM | RPN1 con MECOM",
                "GATA2_MECOM | GATA2 con MECOM",
                "MECOM_OTHER | MECOM con RUNX1",
                "PML_RARA | PML con RARA",
                "RARA_OTHER | ZBTB16 con RARA",
                "NUP98_R | NUP98 con NSD1",
                "RBM15_MRTFA | RBM15 con MKL1",
                "CBFA2T3_GLIS2 | CBFA2T3 con GLIS2",
                "PICALM_MLLT10 | PICALM con MLLT10",
                "FUS_ERG | FUS con ERG",
                "RUNX1_CBFA2T3 | RUNX1 con CBFA2T3",
                "ETV6_MNX1 | ETV6 con MNX1",
                "NPM1_MLF1 | NPM1 con MLF1",
                "PRDM16_RPN1 | PRDM16 con RPN1",
                "ETV6_RUNX1 | ETV6 con RUNX1",
                "TCF3_PBX1 | TCF3 con PBX1",
                "TCF3_HLF | TCF3 con HLF",
                "IGH_R | IGH con MYC",
                "MYC_R | IGH con MYC",
            })
    void genesSideBySideAreTheFusion(CytogeneticLesion lesion, String connected) {
        assertThat(state("46,XX[20].nuc ish(" + connected + "x2)[180/200]", lesion))
                .isEqualTo(PRESENT);
        assertThat(state("46,XX[20].nuc ish(" + connected + "x0)[180/200]", lesion))
                .isEqualTo(ABSENT);
        assertThat(state("nuc ish(" + connected + "x0)[180/200]", lesion)).isEqualTo(UNKNOWN);
        assertThat(state("nuc ish(" + connected + "x0~1)[180/200]", lesion)).isEqualTo(UNKNOWN);
        assertThat(state("nuc ish(" + connected + "x1)[0/200]", lesion)).isEqualTo(UNKNOWN);
        assertThat(state("nuc ish(" + connected + "x1)[1/200]", lesion)).isEqualTo(PRESENT);
    }

    @Test
    void bothGenesSeenApartInOneHybridisationAreNoFusion() {
        assertThat(state("nuc ish(ABL1,BCR)x2[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(ABSENT);
        assertThat(state("nuc ish(ABL1x3,BCRx2)[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(ABSENT);
        assertThat(state("nuc ish(ABL1x2)[200],(BCRx2)[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(UNKNOWN);
        assertThat(state("nuc ish(ABL1x2),(BCRx2)[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(UNKNOWN);
        assertThat(state("nuc ish(ABL1x2,BCRx0)[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(UNKNOWN);
        assertThat(state("46,XX,inc.nuc ish(ABL1,BCR)x2[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(ABSENT);
        assertThat(state("nuc ish(ABL1,BCR)x2[20]/(ABL1x3,BCRx3)(ABL1 con BCRx2)[180]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(PRESENT);
        assertThat(state("nuc ish(ABL1 con BCRx2)[180]/(ABL1,BCR)x2[20]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(PRESENT);
    }

    @Test
    void aFusionSoughtAndNotSeenIsAbsentWhereBothGenesAreSeen() {
        assertThat(state("nuc ish(ABL1x2,BCRx2)(ABL1 con BCRx0)[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(ABSENT);
        assertThat(state("nuc ish(ABL1x2,BCRx2)(ABL1 con BCRx0~1)[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(UNKNOWN);
        assertThat(state("nuc ish(ABL1 con PMLx1,BCR con RARAx1)[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(UNKNOWN);
        assertThat(state("nuc ish(5'KMT2A,3'KMT2A)x2(5'KMT2A con 3'KMT2Ax2)[200]", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(ABSENT);
    }

    @Test
    void aBrokenGeneIsRearrangedAndItsPartnerOpen() {
        String apart = "nuc ish(KMT2Ax2)(5'KMT2A sep 3'KMT2Ax1)[120/200]";
        assertThat(state(apart, CytogeneticLesion.KMT2A_OTHER)).isEqualTo(PRESENT);
        assertThat(state("46,XX[20]." + apart, CytogeneticLesion.KMT2A_OTHER)).isEqualTo(PRESENT);
        assertThat(state("46,XX[20]." + apart, CytogeneticLesion.MLLT3_KMT2A)).isEqualTo(UNKNOWN);
        assertThat(state("46,XX[20]." + apart, CytogeneticLesion.KMT2A_AFF1)).isEqualTo(UNKNOWN);
        assertThat(state("46,XX[20]." + apart, CytogeneticLesion.GATA2_MECOM)).isEqualTo(ABSENT);
        assertThat(state("46,XX[20].nuc ish(5'KMT2A sep 3'KMT2Ax0)", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(ABSENT);
        assertThat(state("46,XX[20].nuc ish(KMT2A sep 3'KMT2Ax1)", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(ABSENT);
        assertThat(state("46,XX[20].nuc ish(5'ETV6 sep 3'KMT2Ax1)", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(ABSENT);
    }

    @Test
    void thePartnerThatTheChromosomesShowExplainsABrokenGene() {
        String apart = ".nuc ish(KMT2Ax2)(5'KMT2A sep 3'KMT2Ax1)[120/200]";
        String mllt3 = "46,XX,t(9;11)(p22;q23)[20]" + apart;
        assertThat(state(mllt3, CytogeneticLesion.MLLT3_KMT2A)).isEqualTo(PRESENT);
        assertThat(state(mllt3, CytogeneticLesion.KMT2A_OTHER)).isEqualTo(ABSENT);
        assertThat(state(mllt3, CytogeneticLesion.KMT2A_AFF1)).isEqualTo(ABSENT);
        String other = "46,XX,t(6;11)(q27;q23)[20]" + apart;
        assertThat(state(other, CytogeneticLesion.KMT2A_OTHER)).isEqualTo(PRESENT);
        assertThat(state(other, CytogeneticLesion.MLLT3_KMT2A)).isEqualTo(ABSENT);
        String byProbe = "46,XX[20].nuc ish(KMT2Ax2)(5'KMT2A sep 3'KMT2Ax1)[120/200],(KMT2A con MLLT3x1)[120/200]";
        assertThat(state(byProbe, CytogeneticLesion.MLLT3_KMT2A)).isEqualTo(PRESENT);
        assertThat(state(byProbe, CytogeneticLesion.KMT2A_OTHER)).isEqualTo(ABSENT);
        assertThat(state(byProbe, CytogeneticLesion.KMT2A_AFF1)).isEqualTo(ABSENT);
    }

    @ParameterizedTest
    @CsvSource({
        "KMT2A, KMT2A_OTHER, PRESENT, MLLT3_KMT2A",
        "MECOM, MECOM_OTHER, PRESENT, GATA2_MECOM",
        "NUP98, NUP98_R, PRESENT, ",
        "IGH, IGH_R, PRESENT, ",
        "MYC, MYC_R, PRESENT, ",
        "RARA, PML_RARA, UNKNOWN, RARA_OTHER",
        "CBFB, CBFB_MYH11, UNKNOWN, ",
        "TCF3, TCF3_PBX1, UNKNOWN, TCF3_HLF",
    })
    void eachBreakApartProbeIsOfItsGene(
            String gene, CytogeneticLesion lesion, TriState apart, CytogeneticLesion alsoOpen) {
        String separated = "46,XX[20].nuc ish(%1$sx2)(5'%1$s sep 3'%1$sx1)[50/200]".formatted(gene);
        String whole = "nuc ish(5'%1$s con 3'%1$sx2)[200]".formatted(gene);
        assertThat(state(separated, lesion)).isEqualTo(apart);
        assertThat(state(whole, lesion)).isEqualTo(ABSENT);
        if (alsoOpen != null) {
            assertThat(state(separated, alsoOpen)).isEqualTo(UNKNOWN);
            assertThat(state(whole, alsoOpen)).isEqualTo(ABSENT);
        }
    }

    @Test
    void oneWholeCopyDoesNotShowThatTheGeneIsWhole() {
        assertThat(state("nuc ish(5'KMT2A con 3'KMT2Ax1)", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(UNKNOWN);
        assertThat(state("nuc ish(5'KMT2A con 3'KMT2Ax1)(5'KMT2A sep 3'KMT2Ax1)", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(PRESENT);
        assertThat(state("nuc ish(5'KMT2A con 3'KMT2Ax2)(5'KMT2A sep 3'KMT2Ax1)", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(PRESENT);
        assertThat(state("nuc ish(5'KMT2A con 3'KMT2Ax2)(5'KMT2A sep 3'KMT2Ax0)", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEL_5Q | EGR1x1,D5S23x2 | PRESENT",
                "DEL_5Q | EGR1x1,D5S23x1 | ABSENT",
                "DEL_5Q | EGR1x1 | UNKNOWN",
                "DEL_5Q | EGR1x2,D5S23x2 | UNKNOWN",
                "DEL_5Q | EGR1x1,CSF1Rx2 | PRESENT",
                "DEL_5Q | EGR1x2,D5S23x1 | UNKNOWN",
                "MONOSOMY_5 | EGR1x1,D5S23x1 | PRESENT",
                "MONOSOMY_5 | EGR1x1,D5S23x2 | ABSENT",
                "MONOSOMY_5 | EGR1x1 | UNKNOWN",
                "MONOSOMY_5 | EGR1x1,CSF1Rx1 | UNKNOWN",
                "MONOSOMY_5 | EGR1x1,D5S23x3 | UNKNOWN",
                "LOSS_5Q | EGR1x1 | PRESENT",
                "LOSS_5Q | D5S23x1 | UNKNOWN",
                "LOSS_5Q | EGR1x2 | UNKNOWN",
                "MONOSOMY_7 | D7Z1x1 | PRESENT",
                "MONOSOMY_7 | D7Z1x1,D7S486x1 | PRESENT",
                "MONOSOMY_7 | D7Z1x1,D7S486x2 | ABSENT",
                "MONOSOMY_7 | D7Z1x2,D7S486x1 | ABSENT",
                "MONOSOMY_7 | D7S486x1 | UNKNOWN",
                "MONOSOMY_7 | D7Z1x1~2 | UNKNOWN",
                "DEL_7Q | D7Z1x2,D7S486x1 | PRESENT",
                "DEL_7Q | D7Z1x1,D7S486x1 | ABSENT",
                "DEL_7Q | CEP7x2,D7S522x1 | PRESENT",
                "LOSS_7Q | D7Z1x1 | PRESENT",
                "LOSS_7Q | D7S486x1 | PRESENT",
                "LOSS_7Q | D7Z1x2 | UNKNOWN",
                "DEL_17P | TP53x1,D17Z1x2 | PRESENT",
                "DEL_17P | TP53x1,NF1x2 | PRESENT",
                "DEL_17P | TP53x1 | UNKNOWN",
                "LOSS_17P | TP53x1 | PRESENT",
                "LOSS_17P | P53x1 | PRESENT",
                "LOSS_17P | NF1x1 | UNKNOWN",
                "MONOSOMY_17 | TP53x1,D17Z1x1 | PRESENT",
                "DEL_11Q | ATMx1,D11Z1x2 | PRESENT",
                "DEL_12P | ETV6x1,D12Z3x2 | PRESENT",
                "LOSS_12P | ETV6x1 | PRESENT",
                "DEL_13Q | D13S319x1,LAMP1x2 | PRESENT",
                "DEL_13Q | D13S319x1 | UNKNOWN",
                "MONOSOMY_13 | D13S319x1,LAMP1x2 | ABSENT",
                "MONOSOMY_13 | D13S319x1,LAMP1x1 | UNKNOWN",
                "DEL_20Q | D20S108x1,D20Z1x2 | PRESENT",
                "DEL_20Q | D20S108x1 | UNKNOWN",
                "TRISOMY_8 | D8Z2x3 | PRESENT",
                "TRISOMY_8 | CEP8x3 | PRESENT",
                "TRISOMY_8 | D8Z2x2 | ABSENT",
                "TRISOMY_8 | D8Z2x4 | UNKNOWN",
                "TRISOMY_8 | D8Z2x2~3 | UNKNOWN",
                "TRISOMY_8 | MYCx3 | UNKNOWN",
                "TRISOMY_9 | D9Z1x3 | PRESENT",
                "TRISOMY_9 | CDKN2Ax3 | UNKNOWN",
                "TRISOMY_21 | RUNX1x3 | UNKNOWN",
                "IAMP21 | RUNX1x5~10 | UNKNOWN",
            })
    void numbersOfSignalsShowLossesAndGains(CytogeneticLesion lesion, String signals, TriState expected) {
        assertThat(state("nuc ish(" + signals + ")[50/200]", lesion)).isEqualTo(expected);
    }

    @Test
    void anAbnormalPatternBesideANormalOneIsPresent() {
        assertThat(state("nuc ish(D8Z2x2)[180]/(D8Z2x3)[20]", CytogeneticLesion.TRISOMY_8))
                .isEqualTo(PRESENT);
        assertThat(state("nuc ish(D8Z2x3)[20]/(D8Z2x2)[180]", CytogeneticLesion.TRISOMY_8))
                .isEqualTo(PRESENT);
        assertThat(state("nuc ish(D8Z2x3)[0]/(D8Z2x2)[200]", CytogeneticLesion.TRISOMY_8))
                .isEqualTo(ABSENT);
    }

    @Test
    void chromosomesWithSignalsShowFusionsAndDeletions() {
        assertThat(state("ish t(9;22)(ABL1+,BCR+)", CytogeneticLesion.BCR_ABL1)).isEqualTo(PRESENT);
        assertThat(state("ish t(9;22)(ABL1-;BCR+,ABL1+)", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(PRESENT);
        assertThat(state("ish t(9;22)(ABL1+;BCR+)", CytogeneticLesion.BCR_ABL1)).isEqualTo(UNKNOWN);
        assertThat(state("ish ?t(9;22)(ABL1+,BCR+)", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(UNKNOWN);
        assertThat(state("ish t(9;22)c(ABL1+,BCR+)", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(UNKNOWN);
        assertThat(state("ish ins(22;9)(q11.2;q34q34)(BCR+,ABL1+)", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(PRESENT);
        assertThat(state("ish t(9;22)(q34;q11)(ABL1+)", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(PRESENT);
        assertThat(state("ish del(17)(TP53-)", CytogeneticLesion.DEL_17P)).isEqualTo(PRESENT);
        assertThat(state("ish del(17)(TP53-)", CytogeneticLesion.LOSS_17P)).isEqualTo(PRESENT);
        assertThat(state("ish del(17)(TP53+)", CytogeneticLesion.DEL_17P)).isEqualTo(UNKNOWN);
        assertThat(state("ish del(17)(EGR1-)", CytogeneticLesion.DEL_5Q)).isEqualTo(UNKNOWN);
        assertThat(state("ish del(17)(D17Z1-)", CytogeneticLesion.MONOSOMY_17)).isEqualTo(UNKNOWN);
        assertThat(state("ish del(17)(wcp17-)", CytogeneticLesion.DEL_17P)).isEqualTo(UNKNOWN);
        assertThat(state("ish der(17)t(5;17)(TP53-)", CytogeneticLesion.DEL_17P))
                .isEqualTo(UNKNOWN);
        assertThat(state("ish inv(16)(p13q22)(5'CBFB+)", CytogeneticLesion.CBFB_MYH11))
                .isEqualTo(PRESENT);
    }

    @Test
    void whatOnlyHybridisationShowsIsRemarkedOnce() {
        KaryotypeFindings findings = KaryotypeFindings.of("46,XX[20].nuc ish(TP53x1,D17Z1x2)[50/200]");

        assertThat(findings.remarks())
                .containsExactly(new KaryotypeRemark(
                        Code.FISH_BEYOND_KARYOTYPE, "del17p, loss17p: nuc ish(TP53x1,D17Z1x2)[50/200]"));
        assertThat(findings.evidenceText(CytogeneticLesion.DEL_17P)).contains("nuc ish(TP53x1,D17Z1x2)[50/200]");
        assertThat(findings.evidence(CytogeneticLesion.DEL_17P)).isEmpty();
        assertThat(findings.count()).isZero();
        assertThat(KaryotypeFindings.of("nuc ish(TP53x1,D17Z1x2)[50/200]").remarks())
                .isEmpty();
        assertThat(KaryotypeFindings.of("46,XX,del(17)(p13).nuc ish(TP53x1,D17Z1x2)")
                        .remarks())
                .isEmpty();
    }

    @Test
    void chromosomesAreBelievedAgainstAProbeThatFindsNothing() {
        KaryotypeFindings findings = KaryotypeFindings.of("46,XX,t(9;22)(q34;q11)[20].nuc ish(ABL1,BCR)x2[200]");

        assertThat(findings.lesion(CytogeneticLesion.BCR_ABL1)).isEqualTo(PRESENT);
        assertThat(findings.remarks()).containsExactly(new KaryotypeRemark(Code.FISH_AGAINST_KARYOTYPE, "BCR::ABL1"));
        assertThat(findings.evidenceText(CytogeneticLesion.BCR_ABL1)).contains("t(9;22)(q34;q11)");
    }

    @Test
    void aProbeSettlesWhatTheChromosomesLeaveOpen() {
        assertThat(state("46,XX,t(9;22)[20].nuc ish(ABL1,BCR)x2[200]", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(ABSENT);
        assertThat(state("46,XX,t(9;22)[20].nuc ish(ABL1 con BCRx1)", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("46,XX,t(9;22)[20].nuc ish(ABL1 con BCRx1)")
                        .evidenceText(CytogeneticLesion.BCR_ABL1))
                .contains("nuc ish(ABL1 con BCRx1)");
    }

    @Test
    void conventionalCytogeneticsCanBeHadAlone() {
        KaryotypeFindings findings = KaryotypeFindings.of("47,XX,+8[20].nuc ish(EGR1x1,D5S23x2)[50/200]");

        assertThat(findings.lesion(CytogeneticLesion.DEL_5Q)).isEqualTo(PRESENT);
        assertThat(findings.withoutFish().lesion(CytogeneticLesion.DEL_5Q)).isEqualTo(ABSENT);
        assertThat(findings.withoutFish().lesion(CytogeneticLesion.TRISOMY_8)).isEqualTo(PRESENT);
        assertThat(findings.withoutFish().karyotype().text())
                .isEqualTo(findings.karyotype().text());
        assertThat(findings.withoutFish().policy()).isEqualTo(findings.policy());
    }

    @Test
    void donorsCellsProveNothingOfThePatient() {
        String both = "46,XY[3].nuc ish(ABL1 con BCRx1)[5]//46,XX[17].nuc ish(PML con RARAx2)[50]";
        assertThat(state(both, CytogeneticLesion.BCR_ABL1)).isEqualTo(PRESENT);
        assertThat(state(both, CytogeneticLesion.PML_RARA)).isEqualTo(ABSENT);
        assertThat(state("//46,XX[20].nuc ish(ABL1 con BCRx1)", CytogeneticLesion.BCR_ABL1))
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arr[GRCh37] 5q22.1q33.1(111,000,000_150,000,000)x1",
                "arr(1-22)x2,(XY)x1",
                "arr[hg19] (X,1-22)x2",
                "seq[GRCh38] t(8;21)(q22;q22)",
                "ogm[GRCh38] t(8;21)(q22;q22)",
                "rev ish enh(8)(q24)",
                "nuc ish",
                "nuc ish()",
                "nuc ish(ABL1)",
                "nuc ish(ABL1x2",
                "nuc ish(ABL1x2)[",
                "nuc ish(ABL1x2)[5",
                "nuc ish(ABL1x2)[]",
                "nuc ish(ABL1x2)[5/]",
                "nuc ish(ABL1x2)[1234567]",
                "nuc ish(ABL1x2)[1/1234567]",
                "nuc ish(ABL1x3~2)",
                "nuc ish(ABL1x2)garbage",
                "nuc ish(ABL1x2)x",
                "nuc ish(ABL1x)",
                "nuc ish(ABL1,BCR)x1000",
                "nuc ish(ABL1x1000)",
                "nuc ish(ABL1 con BCR sep RARAx1)",
                "nuc ish(ABL1x2),",
                "nuc ish(ABL1x2,(BCRx2)",
                "ish",
                "ish t(9;22)",
                "ish t(9;22)(q34)(ABL1+)",
                "ish foo(9)(ABL1+)",
                "ish Xcen",
            })
    void whatIsNotUnderstoodIsKeptUnreadAndRemarked(String part) {
        KaryotypeFindings findings = KaryotypeFindings.of("46,XX[20]." + part);

        assertThat(findings.karyotype().parts()).hasSize(1).allMatch(Unread.class::isInstance);
        assertThat(findings.remarks()).extracting(KaryotypeRemark::code).containsExactly(Code.KARYOTYPE_PART_NOT_READ);
        assertThat(findings.remarks().getFirst().detail())
                .isEqualTo(findings.karyotype().parts().getFirst().text());
        assertThat(findings.lesions().values()).containsOnly(ABSENT);
        assertThat(KaryotypeFindings.of(part).lesions().values()).containsOnly(UNKNOWN);
    }

    @Test
    void anUnreadPartEndsAtTheNextPartOrClone() {
        Karyotype read = Karyotype.parse(
                "46,XX[10].arr(5)x1.nuc ish(TP53x1)[5].seq[x]/47,XX,+8[5].arr(8)x3//46,XY[5].arr(Y)x1.");

        assertThat(read.parts())
                .extracting(ReportPart::text)
                .containsExactly("arr(5)x1", "nuc ish(TP53x1)[5]", "seq[x]", "arr(8)x3", "arr(Y)x1.");
        assertThat(read.parts()).extracting(ReportPart::clonesBefore).containsExactly(1, 1, 1, 2, 3);
        assertThat(read.clones()).hasSize(3);
        assertThat(read.canonical())
                .isEqualTo("46,XX[10].arr(5)x1.nuc ish(TP53x1)[5].seq[x]/47,XX,+8[5].arr(8)x3//46,XY[5].arr(Y)x1.");
    }

    @Test
    void partsBeforeClonesAndWithoutAFullStopAreRead() {
        assertThat(Karyotype.parse("nuc ish(TP53x1)[5]/46,XX[20]").clones()).hasSize(1);
        assertThat(Karyotype.parse("nuc ish(TP53x1)[5]//46,XX[20]")
                        .clones()
                        .getFirst()
                        .donor())
                .isTrue();
        assertThat(Karyotype.parse("46,XX[20] nuc ish(TP53x1)[5]").parts()).hasSize(1);
        assertThat(Karyotype.parse("46,XX[20]\nnuc ish(TP53x1)[5]").parts()).hasSize(1);
        assertThat(Karyotype.parse("46,XX[20]. nuc ish (TP53x1) [5] .").canonical())
                .isEqualTo("46,XX[20].nuc ish(TP53x1)[5]");
    }
}
