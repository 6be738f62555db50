package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;
import static org.marrow.variants.karyotype.CytogeneticLesion.ABN_17P;
import static org.marrow.variants.karyotype.CytogeneticLesion.ABN_3Q;
import static org.marrow.variants.karyotype.CytogeneticLesion.BCR_ABL1;
import static org.marrow.variants.karyotype.CytogeneticLesion.CBFB_MYH11;
import static org.marrow.variants.karyotype.CytogeneticLesion.DEK_NUP214;
import static org.marrow.variants.karyotype.CytogeneticLesion.DEL_11Q;
import static org.marrow.variants.karyotype.CytogeneticLesion.DEL_17P;
import static org.marrow.variants.karyotype.CytogeneticLesion.DEL_5Q;
import static org.marrow.variants.karyotype.CytogeneticLesion.DEL_7Q;
import static org.marrow.variants.karyotype.CytogeneticLesion.GATA2_MECOM;
import static org.marrow.variants.karyotype.CytogeneticLesion.ISOCHROMOSOME_17Q;
import static org.marrow.variants.karyotype.CytogeneticLesion.KAT6A_CREBBP;
import static org.marrow.variants.karyotype.CytogeneticLesion.KMT2A_OTHER;
import static org.marrow.variants.karyotype.CytogeneticLesion.LOSS_Y;
import static org.marrow.variants.karyotype.CytogeneticLesion.MECOM_OTHER;
import static org.marrow.variants.karyotype.CytogeneticLesion.MLLT3_KMT2A;
import static org.marrow.variants.karyotype.CytogeneticLesion.MONOSOMY_17;
import static org.marrow.variants.karyotype.CytogeneticLesion.MONOSOMY_5;
import static org.marrow.variants.karyotype.CytogeneticLesion.MONOSOMY_7;
import static org.marrow.variants.karyotype.CytogeneticLesion.PML_RARA;
import static org.marrow.variants.karyotype.CytogeneticLesion.RUNX1_RUNX1T1;
import static org.marrow.variants.karyotype.CytogeneticLesion.TRISOMY_8;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.KaryotypePolicy.CloneCounting;
import org.marrow.variants.karyotype.KaryotypePolicy.CloneSize;

class KaryotypeFindingsTest {

    private static TriState lesion(String iscn, CytogeneticLesion lesion) {
        return KaryotypeFindings.of(iscn).lesion(lesion);
    }

    private static KaryotypeFindings within(String iscn) {
        return KaryotypeFindings.of(
                Karyotype.parse(iscn), new KaryotypePolicy(CloneCounting.WITHIN_CLONE, CloneSize.REQUIRED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The central cases of the public parser's suite, re-typed.
                "45,XY,-7 | ABSENT | ABSENT",
                "44,XY,-5,-7 | ABSENT | PRESENT",
                "45,XY,-7,del(5)(q13) | ABSENT | PRESENT",
                "46,XX,del(5)(q13),del(7)(q22) | ABSENT | ABSENT",
                "46,XX,del(5)(q13),del(7)(q22),+8 | PRESENT | ABSENT",
                "46,XX,del(5)(q13),del(7)(q22)[10]/46,idem,+8[5] | PRESENT | ABSENT",
                "46,XX,t(9;22)(q34;q11)[10]/46,XX,t(9;22)(q34;q11)[5]/46,XX,t(9;22)(q34;q11)[3] | ABSENT | ABSENT",
                "46,XX,del(5q)[10]/46,XX,t(9;22)(q34;q11)[5]/46,XX,inv(16)(p13q22)[3] | PRESENT | ABSENT",
                "45,XX,-7[10]/45,XX,-5[5] | ABSENT | PRESENT",
                "46,XY,-7,+mar | ABSENT | ABSENT",
                "45,X,-Y | ABSENT | ABSENT",
                "45,X,del(5)(q13) | ABSENT | ABSENT",
                "45,XX,-7,inv(16)(p13q22) | ABSENT | ABSENT",
                "45,XX,-7,i(17)(q10) | ABSENT | PRESENT",
                "45,XX,-7,+der(21) | ABSENT | PRESENT",
                // Sex chromosomes never count for a monosomal karyotype.
                "44,X,-Y,-7 | ABSENT | ABSENT",
                "43,X,-X,-7,-12 | PRESENT | PRESENT",
                "45,XX,-7,t(8;21)(q22;q22) | ABSENT | ABSENT",
                "45,XX,-7,+r | ABSENT | ABSENT",
                "45,XX,-7,r(7)(p22q36) | ABSENT | PRESENT",
            })
    void complexAndMonosomalFollowThePooledCount(String iscn, TriState complex, TriState monosomal) {
        KaryotypeFindings findings = KaryotypeFindings.of(iscn);

        assertThat(findings.threeOrMore()).isEqualTo(complex);
        assertThat(findings.monosomal()).isEqualTo(monosomal);
    }

    @Test
    void aNormalKaryotypeHasNothing() {
        for (String iscn : List.of("46,XX", "46,XY[20]", "46, XY [20]")) {
            KaryotypeFindings findings = KaryotypeFindings.of(iscn);
            assertThat(findings.count()).isZero();
            assertThat(findings.complexEln2022()).isEqualTo(ABSENT);
            assertThat(findings.monosomal()).isEqualTo(ABSENT);
            assertThat(findings.lesions().values()).containsOnly(ABSENT);
            assertThat(findings.notClonal()).isEmpty();
            assertThat(findings.policyMatters()).isFalse();
        }
    }

    @Test
    void independentClonesAddUpOnlyWhenPooled() {
        String three = "46,XX,del(5)(q13)[10]/47,XX,+8[5]/46,XX,del(20)(q12)[4]";

        assertThat(KaryotypeFindings.of(three).threeOrMore()).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of(three).policyMatters()).isTrue();
        assertThat(within(three).threeOrMore()).isEqualTo(ABSENT);
        assertThat(within(three).count()).isEqualTo(1);
        assertThat(within(three).policyMatters()).isTrue();
        assertThat(within("45,XX,-7[10]/45,XX,-5[5]").monosomal()).isEqualTo(ABSENT);
        assertThat(within("46,XX,del(5)(q13),del(7)(q22)[10]/47,idem,+8[5]").threeOrMore())
                .isEqualTo(PRESENT);
    }

    @Test
    void lossesCountFromThreeCellsAndGainsFromTwo() {
        assertThat(lesion("45,XX,-7[3]/46,XX[17]", MONOSOMY_7)).isEqualTo(PRESENT);
        assertThat(lesion("45,XX,-7[2]/46,XX[18]", MONOSOMY_7)).isEqualTo(ABSENT);
        assertThat(lesion("47,XX,+8[2]/46,XX[18]", TRISOMY_8)).isEqualTo(PRESENT);
        assertThat(lesion("47,XX,+8[1]/46,XX[19]", TRISOMY_8)).isEqualTo(ABSENT);
        assertThat(KaryotypeFindings.of("45,XX,-7[2]/46,XX[18]").notClonal()).containsExactly("-7");
        assertThat(KaryotypeFindings.of("45,XX,-7[2]/46,XX[18]").count()).isZero();
    }

    @Test
    void cellsOfSubclonesAddUpForTheCloneSize() {
        assertThat(lesion("45,XX,-7[2]/46,idem,+8[1]", MONOSOMY_7)).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("45,XX,-7[2]/46,idem,+8[1]").notClonal())
                .containsExactly("+8");
    }

    @Test
    void theCloneSizeCanBeIgnored() {
        KaryotypeFindings findings = KaryotypeFindings.of(
                Karyotype.parse("45,XX,-7[1]"), new KaryotypePolicy(CloneCounting.POOLED, CloneSize.IGNORED));

        assertThat(findings.lesion(MONOSOMY_7)).isEqualTo(PRESENT);
        assertThat(findings.notClonal()).isEmpty();
    }

    @Test
    void cellNumbersOfSingleAbnormalitiesInACompositeKaryotypeDecide() {
        KaryotypeFindings findings = KaryotypeFindings.of("44~47,XX,-7[2],+8[2],del(5)(q13)[6][cp10]");

        assertThat(findings.lesion(MONOSOMY_7)).isEqualTo(ABSENT);
        assertThat(findings.lesion(TRISOMY_8)).isEqualTo(PRESENT);
        assertThat(findings.lesion(DEL_5Q)).isEqualTo(PRESENT);
        assertThat(findings.count()).isEqualTo(2);
    }

    @Test
    void fusionsAreReadFromBreakpoints() {
        assertThat(lesion("46,XX,t(8;21)(q22;q22)", RUNX1_RUNX1T1)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(8;21)(q22;q22.1)", RUNX1_RUNX1T1)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(8;16;21)(q22;q24;q22)", RUNX1_RUNX1T1)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(8;21)(q24;q22)", RUNX1_RUNX1T1)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,inv(16)(p13.1q22)", CBFB_MYH11)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(16;16)(p13;q22)", CBFB_MYH11)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,del(16)(q22)", CBFB_MYH11)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,t(9;11)(p21.3;q23.3)", MLLT3_KMT2A)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(9;11)(p22;q23)", MLLT3_KMT2A)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(9;11)(p21;q23)", KMT2A_OTHER)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,t(6;11)(q27;q23)", KMT2A_OTHER)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(6;11)(q27;q23)", MLLT3_KMT2A)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,ins(10;11)(p12;q23q13)", KMT2A_OTHER)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,add(11)(q23)", KMT2A_OTHER)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,del(11)(q23)", KMT2A_OTHER)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,t(6;9)(p23;q34)", DEK_NUP214)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(9;22)(q34;q11.2)", BCR_ABL1)).isEqualTo(PRESENT);
        assertThat(lesion("47,XX,t(9;22)(q34;q11),+der(22)t(9;22)", BCR_ABL1)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,der(22)t(9;22)(q34;q11)", BCR_ABL1)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(8;16)(p11;p13)", KAT6A_CREBBP)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,inv(3)(q21q26.2)", GATA2_MECOM)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(3;3)(q21.3;q26.2)", GATA2_MECOM)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(3;3)(q21.3;q26.2)", MECOM_OTHER)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,t(3;21)(q26.2;q22)", MECOM_OTHER)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(3;21)(q26.2;q22)", GATA2_MECOM)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,t(15;17)(q24;q21)", PML_RARA)).isEqualTo(PRESENT);
    }

    @Test
    void aTranslocationWithoutBandsIsUnknown() {
        assertThat(lesion("46,XX,t(8;21)", RUNX1_RUNX1T1)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,t(9;11)", KMT2A_OTHER)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,t(8;21)", CBFB_MYH11)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,t(?;21)(?;q22)", RUNX1_RUNX1T1)).isEqualTo(UNKNOWN);
    }

    @Test
    void aQuestionMarkLeavesTheLesionUnknownAndCountsTheAbnormality() {
        assertThat(lesion("46,XX,?t(8;21)(q22;q22)", RUNX1_RUNX1T1)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,t(8;21)(q?22;q22)", RUNX1_RUNX1T1)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,t(8;21)(q22~q24;q22)", RUNX1_RUNX1T1)).isEqualTo(UNKNOWN);
        assertThat(lesion("45,XX,?-7", MONOSOMY_7)).isEqualTo(UNKNOWN);
        assertThat(lesion("45,XX,-?7", MONOSOMY_7)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,del(?5)(q13)", DEL_5Q)).isEqualTo(UNKNOWN);
        assertThat(KaryotypeFindings.of("46,XX,?t(8;21)(q22;q22)").count()).isEqualTo(1);
    }

    @Test
    void losesOfAnArmAreDeletionsAndIsochromosomesOfTheOther() {
        assertThat(lesion("46,XX,del(5)(q13q33)", DEL_5Q)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,del(5q)", DEL_5Q)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,del(5)(q?)", DEL_5Q)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,del(5)(p13)", DEL_5Q)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,del(5)", DEL_5Q)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,i(5)(p10)", DEL_5Q)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,i(5)(q10)", DEL_5Q)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,add(5)(q31)", DEL_5Q)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,add(5)(p15)", DEL_5Q)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,der(5)t(5;17)(q13;q21)", DEL_5Q)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,t(5;12)(q33;p13)", DEL_5Q)).isEqualTo(ABSENT);
        assertThat(lesion("45,XX,der(5;17)(p10;q10)", DEL_5Q)).isEqualTo(PRESENT);
        assertThat(lesion("45,XX,der(5;17)(p10;q10)", DEL_17P)).isEqualTo(PRESENT);
        assertThat(lesion("45,XX,der(5;17)(q10;q10)", DEL_5Q)).isEqualTo(ABSENT);
        assertThat(lesion("47,XX,+del(7)(q22)", DEL_7Q)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,del(7)(q22)", MONOSOMY_7)).isEqualTo(ABSENT);
        assertThat(lesion("45,XX,-7", DEL_7Q)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,r(5)(p15q33)", DEL_5Q)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,del(11)(q13)", DEL_11Q)).isEqualTo(PRESENT);
        assertThat(lesion("45,XX,dic(5;17)(q11;p11)", DEL_5Q)).isEqualTo(UNKNOWN);
    }

    @Test
    void anythingThatBreaksOrLosesTheShortArmOf17IsAbnormal17p() {
        assertThat(lesion("46,XX,del(17)(p13)", ABN_17P)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,add(17)(p11)", ABN_17P)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(3;17)(q21;p13)", ABN_17P)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,i(17)(q10)", ABN_17P)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,i(17q)", ISOCHROMOSOME_17Q)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,i(17)(p10)", ABN_17P)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,i(17)", ISOCHROMOSOME_17Q)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,idic(17)(p11)", DEL_17P)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,add(17)(p11)", DEL_17P)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,der(17)t(5;17)(q13;q21)", ABN_17P)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,der(17)t(5;17)(q13;p13)", ABN_17P)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,der(17)t(5;17)(q13;?)", ABN_17P)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,der(17)t(5;17)", ABN_17P)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,der(17)", ABN_17P)).isEqualTo(UNKNOWN);
        assertThat(lesion("46,XX,t(15;17)(q22;q21)", ABN_17P)).isEqualTo(ABSENT);
        assertThat(lesion("45,XX,-17", ABN_17P)).isEqualTo(ABSENT);
        assertThat(lesion("45,XX,-17", MONOSOMY_17)).isEqualTo(PRESENT);
    }

    @Test
    void ipssrReadsAny3qInversionTranslocationOrDeletion() {
        assertThat(lesion("46,XX,inv(3)(q21q26)", ABN_3Q)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(3;5)(q25;q34)", ABN_3Q)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,del(3)(q21)", ABN_3Q)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX,t(3;5)(p25;q34)", ABN_3Q)).isEqualTo(ABSENT);
        assertThat(lesion("46,XX,t(3;5)", ABN_3Q)).isEqualTo(UNKNOWN);
    }

    @Test
    void eln2022DoesNotCallAHyperdiploidKaryotypeOfTrisomiesComplex() {
        assertThat(KaryotypeFindings.of("50,XX,+8,+9,+13,+21").complexEln2022()).isEqualTo(ABSENT);
        assertThat(KaryotypeFindings.of("49,XX,+8,+9,+13").complexEln2022()).isEqualTo(ABSENT);
        assertThat(KaryotypeFindings.of("49,XX,+8,+9,+13").threeOrMore()).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("49,XX,+8,+9,+13,del(20)(q12)").complexEln2022())
                .isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("49,XX,+8,+9,+mar").complexEln2022()).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("50,XX,+8,+9,+13,+mar").complexEln2022())
                .isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("47,XX,+8,+9,-12").complexEln2022()).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("46,XX,+8,+9,+13,-2,-3,-4").complexEln2022())
                .isEqualTo(PRESENT);
    }

    @Test
    void eln2022DoesNotCountComplexBesideAClassDefiningAbnormality() {
        assertThat(KaryotypeFindings.of("47,XX,t(6;11)(q27;q23),+8,del(20)(q12)")
                        .complexEln2022())
                .isEqualTo(ABSENT);
        assertThat(KaryotypeFindings.of("47,XX,t(6;11),+8,del(20)(q12)").complexEln2022())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void anIncompleteKaryotypeShowsWhatItNamesAndLeavesTheRestUnknown() {
        KaryotypeFindings findings = KaryotypeFindings.of("45,XX,-7,inc[4]");

        assertThat(findings.lesion(MONOSOMY_7)).isEqualTo(PRESENT);
        assertThat(findings.lesion(MONOSOMY_5)).isEqualTo(UNKNOWN);
        assertThat(findings.threeOrMore()).isEqualTo(UNKNOWN);
        assertThat(findings.complexEln2022()).isEqualTo(UNKNOWN);
        assertThat(findings.monosomal()).isEqualTo(UNKNOWN);
        assertThat(KaryotypeFindings.of("49,XX,+8,+9,+13,inc").complexEln2022()).isEqualTo(UNKNOWN);
    }

    @Test
    void constitutionalAbnormalitiesNeverCount() {
        KaryotypeFindings findings = KaryotypeFindings.of("48,XX,+8,+21c[20]");

        assertThat(findings.count()).isEqualTo(1);
        assertThat(KaryotypeFindings.of("46,XX,inv(9)(p12q13)c").count()).isZero();
        assertThat(KaryotypeFindings.of("46,XX,inv(9)(p12q13)mat").count()).isZero();
        assertThat(KaryotypeFindings.of("47,XXYc").count()).isZero();
    }

    @Test
    void donorCellsAreNotThePatients() {
        assertThat(lesion("45,XX,-7[4]//46,XY[16]", MONOSOMY_7)).isEqualTo(PRESENT);
        assertThat(lesion("46,XX[4]//45,XY,-7[16]", MONOSOMY_7)).isEqualTo(ABSENT);
        KaryotypeFindings donorOnly = KaryotypeFindings.of("//46,XY[20]");
        assertThat(donorOnly.lesions().values()).containsOnly(UNKNOWN);
        assertThat(donorOnly.threeOrMore()).isEqualTo(UNKNOWN);
        assertThat(donorOnly.monosomal()).isEqualTo(UNKNOWN);
    }

    @Test
    void aSubcloneMayLoseWhatItsStemlineGained() {
        assertThat(KaryotypeFindings.of("47,XX,+8[10]/46,sl,-8[5]").abnormalities())
                .extracting(Abnormality::key)
                .containsExactly("+8");
        Karyotype karyotype = Karyotype.parse("46,XX,del(5)(q13),+8[10]/45,idem,-del(5)(q13)[5]");
        assertThat(karyotype.clones().get(1).abnormalities())
                .extracting(Abnormality::key)
                .containsExactly("+8");
    }

    @Test
    void sidelinesAreCountedFromTheSecondClone() {
        Karyotype karyotype =
                Karyotype.parse("46,XX,t(8;21)(q22;q22)[5]/47,sl,+8[4]/48,sdl,+9[3]/48,sdl1,+13[2]/47,sdl2,-8[3]");

        assertThat(karyotype.clones().get(2).abnormalities())
                .extracting(Abnormality::key)
                .containsExactly("t(8;21)(q22;q22)", "+8", "+9");
        assertThat(karyotype.clones().get(3).abnormalities())
                .extracting(Abnormality::key)
                .containsExactly("t(8;21)(q22;q22)", "+8", "+13");
        assertThat(karyotype.clones().get(4).abnormalities())
                .extracting(Abnormality::key)
                .containsExactly("t(8;21)(q22;q22)", "+9");
        assertThat(karyotype.clones().get(4).sexChromosomes()).isEqualTo("XX");
    }

    @Test
    void aGainWrittenTwiceCountsTwiceAndACopyNumberCountsAsOften() {
        assertThat(KaryotypeFindings.of("48,XX,+8,+8").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("48,XX,+8x2").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("48,XX,+8[5]/49,XX,+8,+8[5]").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("49,XX,+3mar").count()).isEqualTo(3);
        assertThat(KaryotypeFindings.of("48,XX,+mar1,+mar2").count()).isEqualTo(2);
    }

    @Test
    void lossesFromThreeSetsAreNotMonosomies() {
        KaryotypeFindings triploid = KaryotypeFindings.of("67,XXX,-5,-7");
        assertThat(triploid.lesion(MONOSOMY_7)).isEqualTo(UNKNOWN);
        assertThat(triploid.monosomal()).isEqualTo(UNKNOWN);
        assertThat(KaryotypeFindings.of("44<2n>,XX,-5,-7").lesion(MONOSOMY_7)).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("44<3n>,XX,-5,-7").lesion(MONOSOMY_7)).isEqualTo(UNKNOWN);
        assertThat(KaryotypeFindings.of("57,XX,-7").lesion(MONOSOMY_7)).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("58,XX,-7").lesion(MONOSOMY_7)).isEqualTo(UNKNOWN);
    }

    @Test
    void lossOfYIsSeen() {
        assertThat(lesion("45,X,-Y[15]/46,XY[5]", LOSS_Y)).isEqualTo(PRESENT);
        assertThat(lesion("45,X,\u2212Y", LOSS_Y)).isEqualTo(PRESENT);
    }

    @Test
    void theEvidenceOfALesionIsTheAbnormalityItWasReadFrom() {
        assertThat(KaryotypeFindings.of("45,XX,del(5)(q13),-7").evidence(DEL_5Q))
                .map(Abnormality::key)
                .contains("del(5)(q13)");
        assertThat(KaryotypeFindings.of("45,XX,-7").evidence(DEL_5Q)).isEmpty();
    }
}
