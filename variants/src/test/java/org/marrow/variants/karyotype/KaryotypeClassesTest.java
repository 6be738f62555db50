package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.risk.TriState;
import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.risk.ipssr.IpssrCytogenetics;

/** The classes that schemes make of a whole karyotype, with a karyotype on each side of each boundary. */
class KaryotypeClassesTest {

    private static TriState derived(String iscn, DerivedLesion lesion) {
        return lesion.in(KaryotypeFindings.of(iscn));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46,XX[20] | Good",
                "45,X,-Y[20] | Very Good",
                "45,X,-Y[3]/46,XY[17] | Very Good",
                "45,X,-Y[2]/46,XY[18] | Good",
                "46,XX,del(11)(q13q23) | Very Good",
                "46,XX,del(5)(q13q33) | Good",
                "46,XX,5q- | Good",
                "46,XX,del(12)(p11p13) | Good",
                "46,XX,del(20)(q12) | Good",
                "46,XX,20q- | Good",
                "47,XX,del(5)(q13q33),+8 | Good",
                "46,XX,del(5)(q13q33),del(20)(q12) | Good",
                "46,XX,del(7)(q22) | Intermediate",
                "47,XX,+8 | Intermediate",
                "47,XX,+19 | Intermediate",
                "46,XX,i(17)(q10) | Intermediate",
                "45,X,-X | Intermediate",
                "46,XX,t(1;7)(p36;q11) | Intermediate",
                "47,XX,+8,del(20)(q12) | Intermediate",
                "47,XX,+8[10]/46,XX,del(20)(q12)[10] | Intermediate",
                "46,X,-Y,+8 | Intermediate",
                "45,XX,-7 | Poor",
                "46,XX,inv(3)(q21q26) | Poor",
                "46,XX,t(3;5)(q25;q34) | Poor",
                "46,XX,del(3)(q21) | Poor",
                "46,XX,-7,+8 | Poor",
                "47,XX,del(7)(q22),+8 | Poor",
                "46,XX,del(5)(q13),del(7)(q22) | Poor",
                "47,XX,del(5)(q13),+8,del(20)(q12) | Poor",
                "48,XX,del(5)(q13),+8,del(20)(q12),+21 | Very Poor",
                "46,XX,?del(5)(q13) | ",
                "45,XX,-7,inc | ",
                "nuc ish(EGR1x1,D5S23x2) | ",
            })
    void theIpssrGroupFollows(String iscn, String group) {
        assertThat(IpssrCytogenetics.of(KaryotypeFindings.of(iscn)).map(IpssrCytogenetics::label))
                .isEqualTo(Optional.ofNullable(group));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46,XX[20] | FAVOURABLE | ABSENT | ABSENT",
                "46,XX,del(13)(q12q14) | FAVOURABLE | ABSENT | ABSENT",
                "47,XX,+9 | FAVOURABLE | ABSENT | ABSENT",
                "46,XX,del(20)(q12) | FAVOURABLE | ABSENT | ABSENT",
                "46,XX,t(1;6)(q23;p21) | FAVOURABLE | ABSENT | ABSENT",
                "46,XX,dup(1)(q21q32) | FAVOURABLE | ABSENT | ABSENT",
                "46,XX,dir dup(1)(q21q32) | FAVOURABLE | ABSENT | ABSENT",
                "46,XX,inv dup(1)(q21q32) | FAVOURABLE | ABSENT | ABSENT",
                "46,XX,der(6)t(1;6)(q21;p21) | FAVOURABLE | ABSENT | ABSENT",
                "45,X,-Y | FAVOURABLE | ABSENT | ABSENT",
                "45,X,-X | FAVOURABLE | ABSENT | ABSENT",
                "47,XY,+Y | FAVOURABLE | ABSENT | ABSENT",
                "46,X,i(X)(q10) | FAVOURABLE | ABSENT | ABSENT",
                "46,X,t(X;8)(p11;q22) | UNFAVOURABLE | ABSENT | PRESENT",
                "46,XX,del(1)(p32) | UNFAVOURABLE | ABSENT | PRESENT",
                "46,XX,dup(2)(q21q32) | UNFAVOURABLE | ABSENT | PRESENT",
                "46,XX,t(2;6)(q23;p21) | UNFAVOURABLE | ABSENT | PRESENT",
                "46,XX,del(13)(q12q14),del(20)(q12) | UNFAVOURABLE | ABSENT | PRESENT",
                "47,XX,+8 | UNFAVOURABLE | PRESENT | PRESENT",
                "46,XX,del(7)(q22) | UNFAVOURABLE | PRESENT | PRESENT",
                "46,XX,del(5)(q13q33) | UNFAVOURABLE | PRESENT | PRESENT",
                "45,XX,-5 | UNFAVOURABLE | PRESENT | PRESENT",
                "45,XX,-17 | UNFAVOURABLE | ABSENT | PRESENT",
                "47,XX,+mar | UNFAVOURABLE | ABSENT | PRESENT",
                "46,XX,del(13)(q14),del(20)(q12),del(1)(p32) | UNFAVOURABLE | PRESENT | PRESENT",
                "45,XX,-7 | VERY_HIGH_RISK | PRESENT | PRESENT",
                "46,XX,i(17)(q10) | VERY_HIGH_RISK | PRESENT | PRESENT",
                "46,XX,i(17)(p10) | UNFAVOURABLE | ABSENT | PRESENT",
                "46,XX,inv(3)(q21q26) | VERY_HIGH_RISK | PRESENT | PRESENT",
                "46,XX,inv(3)(p12q13) | VERY_HIGH_RISK | PRESENT | PRESENT",
                "46,XX,inv(3)(p12p25) | UNFAVOURABLE | ABSENT | PRESENT",
                "46,XX,t(3;5)(q21;q31) | VERY_HIGH_RISK | ABSENT | PRESENT",
                "46,XX,t(3;5)(q22;q31) | UNFAVOURABLE | ABSENT | PRESENT",
                "46,XX,del(12)(p13) | VERY_HIGH_RISK | PRESENT | PRESENT",
                "46,XX,t(12;13)(p11.2;q14) | VERY_HIGH_RISK | ABSENT | PRESENT",
                "46,XX,t(12;13)(p12;q14) | UNFAVOURABLE | ABSENT | PRESENT",
                "46,XX,del(11)(q13) | VERY_HIGH_RISK | ABSENT | PRESENT",
                "46,XX,t(6;11)(q27;q23) | VERY_HIGH_RISK | PRESENT | PRESENT",
                "46,XX,t(9;11)(p21;q23) | VERY_HIGH_RISK | PRESENT | PRESENT",
                "46,XX,t(6;11)(q27;q22) | UNFAVOURABLE | ABSENT | PRESENT",
                "47,XX,+21 | VERY_HIGH_RISK | ABSENT | PRESENT",
                "47,XX,+19 | VERY_HIGH_RISK | ABSENT | PRESENT",
                "48,XX,+8,+9 | UNFAVOURABLE | PRESENT | PRESENT",
                "46,XX,+1,der(1;7)(q10;p10) | | PRESENT | UNKNOWN",
                "46,XX,der(7)t(1;7)(q21;q22) | | UNKNOWN | UNKNOWN",
                "47,XX,+8?c | | UNKNOWN | UNKNOWN",
                "46,XX,?del(20)(q12) | | ABSENT | UNKNOWN",
                "46,XX,?dup(1)(q21q32) | | ABSENT | UNKNOWN",
                "45,X,?-Y | | ABSENT | UNKNOWN",
                "45,XX,?-7 | | UNKNOWN | UNKNOWN",
                "46,XX,inc | | UNKNOWN | UNKNOWN",
                "45,XX,-7,inc | VERY_HIGH_RISK | PRESENT | PRESENT",
                "46,XX,del(20)(q12),del(13)(q14),inc | | UNKNOWN | PRESENT",
                "46,XX,del(20)(q12),inc | | UNKNOWN | UNKNOWN",
                "46,XX,+1~2mar | | ABSENT | UNKNOWN",
                "//46,XY[20] | | UNKNOWN | UNKNOWN",
                "46,XX[20].nuc ish(D8Z2x3) | FAVOURABLE | ABSENT | ABSENT",
            })
    void theMpnClassFollows(String iscn, MpnKaryotypeClass expected, TriState dipssPlus, TriState mipss70Plus) {
        assertThat(MpnKaryotypeClass.of(KaryotypeFindings.of(iscn))).isEqualTo(Optional.ofNullable(expected));
        assertThat(derived(iscn, DerivedLesion.DIPSS_PLUS_UNFAVOURABLE)).isEqualTo(dipssPlus);
        assertThat(derived(iscn, DerivedLesion.MIPSS70_PLUS_UNFAVOURABLE)).isEqualTo(mipss70Plus);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t(9;22)(q34;q11) | ",
                "t(9;22)(q34;q11),+8 | TRISOMY_8",
                "t(9;22)(q34;q11),+der(22)t(9;22)(q34;q11) | SECOND_PH",
                "t(9;22)(q34;q11),i(17)(q10) | ISOCHROMOSOME_17Q",
                "t(9;22)(q34;q11),+19 | TRISOMY_19",
                "t(9;22)(q34;q11),-7 | LOSS_7",
                "t(9;22)(q34;q11),del(7)(q22) | LOSS_7",
                "t(9;22)(q34;q11),t(6;11)(q27;q23) | ABN_11Q23",
                "t(9;22)(q34;q11),t(9;11)(p22;q23) | ABN_11Q23",
                "t(9;22)(q34;q11),t(3;21)(q26;q22) | ABN_3Q26",
                "t(9;22)(q34;q11),inv(3)(q21q26) | ABN_3Q26",
                "t(9;22)(q34;q11),+21,-Y | ",
                "t(9;22)(q34;q11),+21,-X,del(20)(q12) | COMPLEX",
                "+21,-X,del(20)(q12) | COMPLEX",
                "+21,del(20)(q12) | ",
            })
    void highRiskAdditionalAbnormalitiesOfCmlAreFound(String abnormalities, CmlHighRiskAbnormality expected) {
        KaryotypeFindings findings = KaryotypeFindings.of("46,XX," + abnormalities);
        List<CmlHighRiskAbnormality> found = Arrays.stream(CmlHighRiskAbnormality.values())
                .filter(a -> a.in(findings) == PRESENT)
                .toList();

        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(DerivedLesion.HIGH_RISK_ACA.in(findings)).isEqualTo(TriState.of(expected != null));
    }

    @Test
    void cmlAbnormalitiesOfAnIncompleteKaryotypeAreUnknown() {
        assertThat(derived("46,XX,t(9;22)(q34;q11),inc", DerivedLesion.HIGH_RISK_ACA))
                .isEqualTo(UNKNOWN);
        assertThat(CmlHighRiskAbnormality.COMPLEX.label()).isEqualTo("complex");
        assertThat(CmlHighRiskAbnormality.COMPLEX.in(KaryotypeFindings.of("46,XX,t(9;22)(q34;q11),inc")))
                .isEqualTo(UNKNOWN);
        assertThat(CmlHighRiskAbnormality.COMPLEX.in(
                        KaryotypeFindings.of("46,XX,t(9;22)(q34;q11),+21,del(20)(q12),+Ph")))
                .isEqualTo(PRESENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46,XX | ABSENT | ABSENT",
                "46,XX,del(5)(q13q33) | PRESENT | PRESENT",
                "45,XX,-5 | PRESENT | ABSENT",
                "46,XX,t(5;12)(q33;q24) | ABSENT | PRESENT",
                "46,XX,add(5)(q31) | UNKNOWN | PRESENT",
                "46,XX,der(5)t(5;17)(q13;q25) | PRESENT | PRESENT",
                "45,XX,-7 | PRESENT | PRESENT",
                "46,XX,del(7)(q22) | PRESENT | PRESENT",
                "46,XX,der(7)t(1;7)(q21;q22) | PRESENT | UNKNOWN",
                "47,XX,+8 | ABSENT | PRESENT",
                "46,XX,del(11)(q13) | PRESENT | ABSENT",
                "46,XX,del(12)(p13) | PRESENT | PRESENT",
                "46,XX,t(12;13)(p13;q14) | ABSENT | PRESENT",
                "46,XX,add(12)(p13) | UNKNOWN | PRESENT",
                "45,XX,-13 | PRESENT | ABSENT",
                "46,XX,del(13)(q14) | PRESENT | ABSENT",
                "46,XX,i(17)(q10) | PRESENT | PRESENT",
                "45,XX,-17 | PRESENT | PRESENT",
                "46,XX,del(17)(p13) | PRESENT | PRESENT",
                "46,XX,add(17)(p13) | UNKNOWN | PRESENT",
                "46,XX,t(3;17)(q12;p13) | ABSENT | ABSENT",
                "46,XX,del(20)(q12) | ABSENT | PRESENT",
                "46,X,idic(X)(q13) | PRESENT | PRESENT",
                "45,X,-Y | ABSENT | ABSENT",
                "48,XX,+9,+21 | ABSENT | ABSENT",
                "49,XX,+9,+21,+22 | PRESENT | PRESENT",
                "48,XX,t(8;21)(q22;q22),+9,+21 | PRESENT | ABSENT",
                "46,XX,inc | UNKNOWN | UNKNOWN",
            })
    void theMyelodysplasiaRelatedListsOfWhoAndIccDiffer(String iscn, TriState who, TriState icc) {
        assertThat(derived(iscn, DerivedLesion.MR_WHO2022)).isEqualTo(who);
        assertThat(derived(iscn, DerivedLesion.MR_ICC2022)).isEqualTo(icc);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50,XX,+4,+6,+10,+14 | ABSENT | ABSENT",
                "51,XX,+4,+6,+10,+14,+17 | PRESENT | ABSENT",
                "65<2n>,XX,+4,+6 | PRESENT | ABSENT",
                "66<2n>,XX,+4,+6 | ABSENT | ABSENT",
                "50~51,XX,+4[cp5] | UNKNOWN | ABSENT",
                "51~65,XX,+4[cp5] | PRESENT | ABSENT",
                "64~66,XX,+4[cp5] | UNKNOWN | ABSENT",
                "51,XX,+4,+6,+10,+14,+17[2]/46,XX[18] | PRESENT | ABSENT",
                "51,XX,+4,+6,+10,+14,+17[1]/46,XX[19] | ABSENT | ABSENT",
                "44,XX,-3,-7 | ABSENT | ABSENT",
                "43,XX,-3,-7,-17 | ABSENT | PRESENT",
                "43~44,XX,-3,-7,-17[cp5] | ABSENT | UNKNOWN",
                "43,XX,-3,-7,-17[3]/46,XX[17] | ABSENT | PRESENT",
                "43,XX,-3,-7,-17[2]/46,XX[18] | ABSENT | ABSENT",
                "46,XX[5]//43,XY,-3,-7,-17[15] | ABSENT | ABSENT",
                "27<1n>,X,+14,+18,+21,+X[5]/54<2n>,idemx2[5] | UNKNOWN | PRESENT",
                "//46,XX[20] | UNKNOWN | UNKNOWN",
                "nuc ish(TP53x1) | UNKNOWN | UNKNOWN",
            })
    void hyperdiploidyAndHypodiploidyGoByTheNumberOfChromosomes(String iscn, TriState hyper, TriState hypo) {
        assertThat(derived(iscn, DerivedLesion.HYPERDIPLOID_51_65)).isEqualTo(hyper);
        assertThat(derived(iscn, DerivedLesion.HYPODIPLOID_BELOW_44)).isEqualTo(hypo);
    }

    @Test
    void smallClonesGiveAClassWhereTheCloneSizeIsIgnored() {
        KaryotypePolicy believing =
                new KaryotypePolicy(KaryotypePolicy.CloneCounting.POOLED, KaryotypePolicy.CloneSize.IGNORED);
        KaryotypeFindings findings = KaryotypeFindings.of(Karyotype.parse("43,XX,-3,-7,-17[1]/46,XX[19]"), believing);

        assertThat(DerivedLesion.HYPODIPLOID_BELOW_44.in(findings)).isEqualTo(PRESENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48,XX,+8,+9,del(5)(q13),del(20)(q12) | 4 | ABSENT",
                "49,XX,+8,+9,+21,del(5)(q13),del(20)(q12) | 5 | PRESENT",
                "46,XX,+1~2mar,+8,+9,+21 | 5 | UNKNOWN",
                "46,XX,+8,+9,+21,inc | 3 | UNKNOWN",
            })
    void fiveAbnormalitiesAreCountedAsThreeAre(String iscn, int count, TriState five) {
        assertThat(KaryotypeFindings.of(iscn).count()).isEqualTo(count);
        assertThat(derived(iscn, DerivedLesion.COMPLEX_5)).isEqualTo(five);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Three and two abnormalities.
                "47,XX,del(5)(q13),del(7)(q22),+8 | PRESENT | PRESENT",
                "46,XX,del(5)(q13),del(7)(q22) | ABSENT | ABSENT",
                // Hyperdiploid karyotypes are exempt in 2022 alone.
                "49,XX,+8,+9,+13 | ABSENT | PRESENT",
                "49,XX,+8,+9,+13,del(20)(q12) | PRESENT | PRESENT",
                "49,XX,+8,+9,+13[10]/45,XX,-7[5] | PRESENT | PRESENT",
                "49,XX,+8,+9,+13[10]/46,XX[5] | ABSENT | PRESENT",
                // Abnormalities that define a class in both.
                "47,XX,t(8;21)(q22;q22),del(7)(q22),+8 | ABSENT | ABSENT",
                "47,XX,inv(16)(p13q22),del(7)(q22),+8 | ABSENT | ABSENT",
                "47,XX,t(9;11)(p21;q23),del(7)(q22),+8 | ABSENT | ABSENT",
                "47,XX,t(6;11)(q27;q23),del(7)(q22),+8 | ABSENT | ABSENT",
                "47,XX,t(6;9)(p23;q34),del(7)(q22),+8 | ABSENT | ABSENT",
                "47,XX,inv(3)(q21q26),del(7)(q22),+8 | ABSENT | ABSENT",
                "47,XX,t(9;22)(q34;q11),del(7)(q22),+8 | ABSENT | ABSENT",
                "47,XX,t(15;17)(q24;q21),del(7)(q22),+8 | ABSENT | ABSENT",
                // And in 2022 alone.
                "47,XX,t(8;16)(p11;p13),del(7)(q22),+8 | ABSENT | PRESENT",
                "47,XX,t(3;21)(q26;q22),del(7)(q22),+8 | ABSENT | PRESENT",
                "47,XX,t(8;21),del(7)(q22),+8 | UNKNOWN | UNKNOWN",
            })
    void complexDiffersBetweenTheEditionsOfEln(String iscn, TriState eln2022, TriState eln2017) {
        assertThat(KaryotypeFindings.of(iscn).complexEln2022()).isEqualTo(eln2022);
        assertThat(derived(iscn, DerivedLesion.COMPLEX_ELN2017)).isEqualTo(eln2017);
    }

    @Test
    void everyLesionHasANameOfItsOwnThatClinicalTablesMayUse() {
        List<String> labels = Arrays.stream(CytogeneticLesion.values())
                .map(CytogeneticLesion::label)
                .toList();
        List<String> derived =
                Arrays.stream(DerivedLesion.values()).map(DerivedLesion::label).toList();

        assertThat(labels).doesNotHaveDuplicates().doesNotContainAnyElementsOf(derived);
        assertThat(derived).doesNotHaveDuplicates().allMatch(label -> label.matches("[A-Za-z0-9_:+-]{1,64}"));
        assertThat(LesionNames.known()).containsAll(labels).containsAll(derived);
    }
}
