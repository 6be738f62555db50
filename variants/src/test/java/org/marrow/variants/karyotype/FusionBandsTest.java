package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.TriState;

/** Fusions by their bands, the band beside each of them, and the derivative that carries them. */
class FusionBandsTest {

    private static TriState state(String abnormality, CytogeneticLesion lesion) {
        return KaryotypeFindings.of("46,XX," + abnormality).lesion(lesion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUNX1_RUNX1T1 | t(8;21)(q22;q22) | t(8;21)(q21;q22) | t(8;21)(q22;q21)",
                "RUNX1_RUNX1T1 | t(8;21)(q22.1;q22.3) | t(8;21)(q23;q22) | t(8;21)(p22;q22)",
                "CBFB_MYH11 | inv(16)(p13q22) | inv(16)(p12q22) | inv(16)(p13q23)",
                "CBFB_MYH11 | t(16;16)(p13.1;q22) | t(16;16)(p13.1;q21) | t(16;16)(q13;q22)",
                "MLLT3_KMT2A | t(9;11)(p21;q23) | t(9;11)(p23;q23) | t(9;11)(p21;q22)",
                "MLLT3_KMT2A | t(9;11)(p22;q23.3) | t(9;11)(p13;q23) | t(9;11)(q22;q23)",
                "DEK_NUP214 | t(6;9)(p23;q34) | t(6;9)(p21;q34) | t(6;9)(p23;q33)",
                "DEK_NUP214 | t(6;9)(p22.3;q34.1) | t(6;9)(p24;q34) | t(6;9)(p23;q22)",
                "BCR_ABL1 | t(9;22)(q34;q11) | t(9;22)(q33;q11) | t(9;22)(q34;q12)",
                "BCR_ABL1 | ins(22;9)(q11.2;q34q34) | t(9;22)(p34;q11) | t(9;22)(q34;p11)",
                "KAT6A_CREBBP | t(8;16)(p11;p13) | t(8;16)(p12;p13) | t(8;16)(p11;p12)",
                "GATA2_MECOM | inv(3)(q21q26) | inv(3)(q13q26) | inv(3)(q21q25)",
                "GATA2_MECOM | t(3;3)(q21.3;q26.2) | t(3;3)(q22;q26) | t(3;3)(q21;q27)",
                "PML_RARA | t(15;17)(q22;q12) | t(15;17)(q21;q12) | t(15;17)(q22;q22)",
                "PML_RARA | t(15;17)(q24;q21) | t(15;17)(q25;q21) | t(15;17)(q24;q25)",
                "PML_RARA | t(15;17)(q24;q11) | t(15;17)(q23;q21) | t(15;17)(q24;p11)",
                "RBM15_MRTFA | t(1;22)(p13;q13) | t(1;22)(p12;q13) | t(1;22)(p13;q12)",
                "CBFA2T3_GLIS2 | inv(16)(p13.3q24.3) | inv(16)(p13q23) | inv(16)(p12q24)",
                "PICALM_MLLT10 | t(10;11)(p12;q14) | t(10;11)(p11;q14) | t(10;11)(p12;q13)",
                "PICALM_MLLT10 | t(10;11)(p13;q21) | t(10;11)(p14;q21) | t(10;11)(p13;q22)",
                "FUS_ERG | t(16;21)(p11;q22) | t(16;21)(p12;q22) | t(16;21)(p11;q21)",
                "RUNX1_CBFA2T3 | t(16;21)(q24;q22) | t(16;21)(q23;q22) | t(16;21)(q24;q21)",
                "ETV6_MNX1 | t(7;12)(q36;p13) | t(7;12)(q35;p13) | t(7;12)(q36;p12)",
                "NPM1_MLF1 | t(3;5)(q25;q34) | t(3;5)(q24;q34) | t(3;5)(q25;q33)",
                "NPM1_MLF1 | t(3;5)(q25.1;q35.1) | t(3;5)(q26;q35) | t(3;5)(p25;q35)",
                "PRDM16_RPN1 | t(1;3)(p36;q21) | t(1;3)(p35;q21) | t(1;3)(p36;q22)",
                "ETV6_RUNX1 | t(12;21)(p13;q22) | t(12;21)(p12;q22) | t(12;21)(p13;q21)",
                "TCF3_PBX1 | t(1;19)(q23;p13) | t(1;19)(q22;p13) | t(1;19)(q23;p12)",
                "TCF3_HLF | t(17;19)(q22;p13) | t(17;19)(q23;p13) | t(17;19)(q22;q13)",
                "TCF3_HLF | t(17;19)(q21;p13) | t(17;19)(q12;p13) | t(17;19)(q21;p12)",
                "KMT2A_AFF1 | t(4;11)(q21;q23) | t(4;11)(q22;q23) | t(4;11)(q21;q22)",
                "KMT2A_OTHER | t(6;11)(q27;q23) | t(6;11)(q27;q22) | t(6;11)(q27;q24)",
                "MECOM_OTHER | t(3;21)(q26;q22) | t(3;21)(q25;q22) | t(3;21)(q27;q22)",
                "MYC_R | t(8;14)(q24;q32) | t(8;14)(q23;q32) | t(8;14)(q22;q32)",
                "MYC_R | t(2;8)(p12;q24) | t(2;8)(p12;q23) | t(2;8)(p12;p24)",
                "MYC_R | t(2;8)(p11;q24) | t(2;8)(p12;q22) | t(2;8)(p12;q21)",
                "MYC_R | t(8;22)(q24;q11) | t(8;22)(q23;q11) | t(8;22)(p24;q11)",
                "IGH_R | t(14;18)(q32;q21) | t(14;18)(q31;q21) | t(14;18)(p32;q21)",
                "NUP98_R | t(7;11)(p15;p15) | t(7;11)(p15;p14) | t(7;11)(p15;q15)",
                "NUP98_R | t(5;11)(q35;p15.5) | t(5;11)(q35;p14) | t(5;11)(q35;p13)",
                "NUP98_R | t(11;12)(p15;p13) | t(11;12)(p14;p13) | t(11;12)(q15;p13)",
                "NUP98_R | t(2;11)(q31;p15) | t(2;11)(q31;p14) | t(2;11)(q31;p13)",
                "NUP98_R | t(1;11)(q24;p15) | t(1;11)(q24;p14) | t(1;11)(q24;p13)",
                "NUP98_R | inv(11)(p15q22) | inv(11)(p14q22) | inv(11)(p15q21)",
                "NUP98_R | t(11;20)(p15;q12) | t(11;20)(p14;q12) | t(11;20)(p13;q12)",
                "NUP98_R | t(4;11)(q21;p15) | t(4;11)(q21;p14) | t(4;11)(q21;p13)",
                "NUP98_R | t(10;11)(q23;p15) | t(10;11)(q23;p14) | t(10;11)(q23;p13)",
                "RARA_OTHER | t(5;17)(q35;q21) | t(5;17)(q35;q22) | t(5;17)(q35;q12)",
                "RARA_OTHER | t(11;17)(q13;q21) | t(11;17)(q13;q22) | t(11;17)(q13;q12)",
                "RARA_OTHER | t(11;17)(q23.2;q21) | t(11;17)(q23.2;q22) | t(11;17)(q23.3;q21)",
                "RARA_OTHER | t(4;17)(q12;q21) | t(4;17)(q12;q22) | t(4;17)(q12;q25)",
                "RARA_OTHER | t(X;17)(p11;q21) | t(X;17)(p11;q22) | t(X;17)(p11;q25)",
                "RARA_OTHER | t(2;17)(q32;q21) | t(2;17)(q32;q22) | t(15;17)(q24;q21)",
                "RARA_OTHER | t(3;17)(q26;q21) | t(3;17)(q26;q22) | t(3;17)(q26;q25)",
                "RARA_OTHER | t(7;17)(q11;q21) | t(7;17)(q11;q22) | t(7;17)(q11;q25)",
                "RARA_OTHER | t(1;17)(q42;q21) | t(1;17)(q42;q22) | t(1;17)(q42;q25)",
            })
    void aFusionNeedsBothItsBands(CytogeneticLesion lesion, String fusion, String beside, String besideToo) {
        assertThat(state(fusion, lesion)).as(fusion).isEqualTo(PRESENT);
        assertThat(state("?" + fusion, lesion)).as("?" + fusion).isEqualTo(UNKNOWN);
        assertThat(state(beside, lesion)).as(beside).isEqualTo(ABSENT);
        assertThat(state(besideToo, lesion)).as(besideToo).isEqualTo(ABSENT);
        String withoutBands = fusion.substring(0, fusion.indexOf(")(") + 1);
        assertThat(state(withoutBands, lesion)).as(withoutBands).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUNX1_RUNX1T1 | der(8)t(8;21)(q22;q22) | der(21)t(8;21)(q22;q22)",
                "PML_RARA | der(15)t(15;17)(q24;q21) | der(17)t(15;17)(q24;q21)",
                "MLLT3_KMT2A | der(11)t(9;11)(p21;q23) | der(9)t(9;11)(p21;q23)",
                "DEK_NUP214 | der(6)t(6;9)(p23;q34) | der(9)t(6;9)(p23;q34)",
                "BCR_ABL1 | der(22)t(9;22)(q34;q11) | der(9)t(9;22)(q34;q11)",
                "RBM15_MRTFA | der(22)t(1;22)(p13;q13) | der(1)t(1;22)(p13;q13)",
                "ETV6_RUNX1 | der(21)t(12;21)(p13;q22) | der(12)t(12;21)(p13;q22)",
                "TCF3_PBX1 | der(19)t(1;19)(q23;p13) | der(1)t(1;19)(q23;p13)",
                "TCF3_HLF | der(19)t(17;19)(q22;p13) | der(17)t(17;19)(q22;p13)",
                "KMT2A_AFF1 | der(11)t(4;11)(q21;q23) | der(4)t(4;11)(q21;q23)",
                "KMT2A_OTHER | der(11)t(6;11)(q27;q23) | der(6)t(6;11)(q27;q23)",
            })
    void theOtherDerivativeAloneDoesNotShowTheFusion(CytogeneticLesion lesion, String carrier, String other) {
        assertThat(state(carrier, lesion)).isEqualTo(PRESENT);
        assertThat(state(other, lesion)).isEqualTo(UNKNOWN);
    }

    @Test
    void anotherPartnerOfASharedBandLeavesTheGeneOpen() {
        assertThat(state("t(11;16)(p15;q24)", CytogeneticLesion.NUP98_R)).isEqualTo(UNKNOWN);
        assertThat(state("inv(11)(p15q13)", CytogeneticLesion.NUP98_R)).isEqualTo(ABSENT);
        assertThat(state("t(3;17)(q21;q21)", CytogeneticLesion.RARA_OTHER)).isEqualTo(UNKNOWN);
        assertThat(state("t(8;12)(q24;p13)", CytogeneticLesion.MYC_R)).isEqualTo(UNKNOWN);
    }

    @Test
    void subBandsTellKmt2aFromRara() {
        assertThat(state("t(11;17)(q23;q21)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(UNKNOWN);
        assertThat(state("t(11;17)(q23;q21)", CytogeneticLesion.RARA_OTHER)).isEqualTo(UNKNOWN);
        assertThat(state("t(11;17)(q23.3;q21)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(PRESENT);
        assertThat(state("t(11;17)(q23.3;q21)", CytogeneticLesion.RARA_OTHER)).isEqualTo(ABSENT);
        assertThat(state("t(11;17)(q23.2;q21)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(UNKNOWN);
        assertThat(state("t(11;17)(q23;q25)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(PRESENT);
        assertThat(state("t(6;11)(q27;q23.1)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(UNKNOWN);
        assertThat(state("t(6;11)(q27;q23.3)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(PRESENT);
    }

    @Test
    void breaksOf11q23OtherThanExchangesLeaveKmt2aOpenWhereTheyMayRearrangeIt() {
        assertThat(state("add(11)(q23)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(UNKNOWN);
        assertThat(state("inv(11)(p15q23)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(UNKNOWN);
        assertThat(state("dic(11;17)(q23;p11)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(UNKNOWN);
        assertThat(state("add(11)(q22)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(ABSENT);
        assertThat(state("del(11)(q23)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(ABSENT);
        assertThat(state("dup(11)(q13q23)", CytogeneticLesion.KMT2A_OTHER)).isEqualTo(ABSENT);
        assertThat(state("inv ins(11)(q13q23q25)", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(PRESENT);
        assertThat(state("dir ins(10;11)(p12;q13q23)", CytogeneticLesion.KMT2A_OTHER))
                .isEqualTo(PRESENT);
    }

    @Test
    void partnersOf14q32ThatMayBeOtherGenesLeaveIghOpen() {
        assertThat(state("t(5;14)(q35;q32)", CytogeneticLesion.IGH_R)).isEqualTo(UNKNOWN);
        assertThat(state("t(5;14)(q34;q32)", CytogeneticLesion.IGH_R)).isEqualTo(PRESENT);
        assertThat(state("t(5;14)(q35;q32.33)", CytogeneticLesion.IGH_R)).isEqualTo(PRESENT);
        assertThat(state("t(14;14)(q11;q32)", CytogeneticLesion.IGH_R)).isEqualTo(UNKNOWN);
        assertThat(state("t(14;14)(q11;q32.3)", CytogeneticLesion.IGH_R)).isEqualTo(PRESENT);
        assertThat(state("inv(14)(q11q32)", CytogeneticLesion.IGH_R)).isEqualTo(UNKNOWN);
        assertThat(state("t(8;14)(q24;q32.1)", CytogeneticLesion.IGH_R)).isEqualTo(UNKNOWN);
        assertThat(state("t(8;14)(q24;q32.2)", CytogeneticLesion.IGH_R)).isEqualTo(UNKNOWN);
        assertThat(state("t(8;14)(q24;q32.3)", CytogeneticLesion.IGH_R)).isEqualTo(PRESENT);
    }

    @Test
    void theDetailedFormShowsAFusionWhereTheBandsLieSideBySide() {
        CytogeneticLesion bcr = CytogeneticLesion.BCR_ABL1;
        assertThat(state("der(22)(22pter->22q11::9q34->9qter)", bcr)).isEqualTo(PRESENT);
        assertThat(state("der(22)(22pter\u219222q11.2::9q34.1\u21929qter)", bcr))
                .isEqualTo(PRESENT);
        assertThat(state("der(22)(9qter->9q34::22q11->22pter)", bcr)).isEqualTo(PRESENT);
        assertThat(state("der(22)(22pter->22q12::9q34->9qter)", bcr)).isEqualTo(ABSENT);
        assertThat(state("der(22)(22pter->22q11::5q13->5q31::9q34->9qter)", bcr))
                .isEqualTo(ABSENT);
        assertThat(state("t(9;22)(9pter->9q34::22q11->22qter;22pter->22q11::9q34->9qter)", bcr))
                .isEqualTo(PRESENT);
        assertThat(state("del(5)(pter->q13::q33->qter)", CytogeneticLesion.DEL_5Q))
                .isEqualTo(PRESENT);
        assertThat(state("del(5)(pter->q13:)", CytogeneticLesion.DEL_5Q)).isEqualTo(PRESENT);
        assertThat(state("del(5)(:p13->qter)", CytogeneticLesion.DEL_5Q)).isEqualTo(ABSENT);
        assertThat(state("i(17)(qter->q10::q10->qter)", CytogeneticLesion.ISOCHROMOSOME_17Q))
                .isEqualTo(PRESENT);
    }

    @Test
    void iamp21IsOnlyWhatTheReportCallsSo() {
        assertThat(state("iAMP21", CytogeneticLesion.IAMP21)).isEqualTo(PRESENT);
        assertThat(state("der(21)iAMP21", CytogeneticLesion.IAMP21)).isEqualTo(PRESENT);
        assertThat(state("?iAMP21", CytogeneticLesion.IAMP21)).isEqualTo(UNKNOWN);
        assertThat(state("dup(21)(q11q22)", CytogeneticLesion.IAMP21)).isEqualTo(ABSENT);
        assertThat(state("add(21)(q22)", CytogeneticLesion.IAMP21)).isEqualTo(ABSENT);
        assertThat(KaryotypeFindings.of("46,XX,iAMP21").count()).isEqualTo(1);
    }

    @Test
    void theSecondPhiladelphiaChromosomeStandsBesideTheFirst() {
        CytogeneticLesion second = CytogeneticLesion.SECOND_PH;
        assertThat(state("t(9;22)(q34;q11)", second)).isEqualTo(ABSENT);
        assertThat(state("t(9;22)(q34;q11),+der(22)t(9;22)(q34;q11)", second)).isEqualTo(PRESENT);
        assertThat(state("t(9;22)(q34;q11),+der(22)t(9;22)", second)).isEqualTo(PRESENT);
        assertThat(state("t(9;22)(q34;q11),+Ph", second)).isEqualTo(PRESENT);
        assertThat(state("t(9;22)(q34;q11),+Ph1", second)).isEqualTo(PRESENT);
        assertThat(state("t(9;22)(q34;q11),der(22)t(9;22)(q34;q11)", second)).isEqualTo(PRESENT);
        assertThat(state("der(22)t(9;22)(q34;q11)", second)).isEqualTo(ABSENT);
        assertThat(state("der(22)t(9;22)(q34;q11)x2", second)).isEqualTo(PRESENT);
        assertThat(state("ider(22)(q10)t(9;22)(q34;q11)", second)).isEqualTo(PRESENT);
        assertThat(state("t(9;22)(q34;q11),+der(9)t(9;22)(q34;q11)", second)).isEqualTo(ABSENT);
        assertThat(state("+22", second)).isEqualTo(ABSENT);
        assertThat(state("+der(22)t(9;22)", second)).isEqualTo(UNKNOWN);
    }

    @Test
    void onlyTheDicentricXOfBandQ13Counts() {
        CytogeneticLesion idic = CytogeneticLesion.IDIC_XQ13;
        assertThat(KaryotypeFindings.of("46,X,idic(X)(q13)").lesion(idic)).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("46,X,psu idic(X)(q13.1)").lesion(idic)).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("46,X,idic(X)(q12)").lesion(idic)).isEqualTo(ABSENT);
        assertThat(KaryotypeFindings.of("46,X,idic(X)(p13)").lesion(idic)).isEqualTo(ABSENT);
        assertThat(KaryotypeFindings.of("46,X,i(X)(q13)").lesion(idic)).isEqualTo(ABSENT);
        assertThat(KaryotypeFindings.of("46,X,idic(X)").lesion(idic)).isEqualTo(UNKNOWN);
    }

    @Test
    void bandsThatWereNotReadInASourceSaySo() {
        assertThat(CytogeneticLesion.CBFA2T3_GLIS2.mark()).isEqualTo(EvidenceMark.FROM_MEMORY);
        assertThat(CytogeneticLesion.PICALM_MLLT10.mark()).isEqualTo(EvidenceMark.FROM_MEMORY);
        assertThat(CytogeneticLesion.FUS_ERG.mark()).isEqualTo(EvidenceMark.FROM_MEMORY);
        assertThat(CytogeneticLesion.RUNX1_RUNX1T1.mark()).isEqualTo(EvidenceMark.VERIFIED);
        assertThat(DerivedLesion.HIGH_RISK_ACA.mark()).isEqualTo(EvidenceMark.FROM_MEMORY);
        assertThat(DerivedLesion.MR_WHO2022.mark()).isEqualTo(EvidenceMark.VERIFIED);
    }
}
