package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.variants.karyotype.KaryotypeRemark.Code;

/** The stated number of chromosomes against what gains and losses add up to. */
class ChromosomeNumberTest {

    private static Optional<String> contradicting(String iscn) {
        return Karyotype.parse(iscn).clones().getLast().contradictingNumber().map(ChromosomeNumber::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "46,XX",
                "45,X",
                "47,XXY",
                "48,XXYY",
                "45,XX,-7",
                "47,XX,+8",
                "46,XX,-7,+8",
                "45,X,-Y",
                "46,X,-Y,+8",
                "45,XY,-Y",
                "45,X,-X",
                "47,XY,+Y",
                "47,XX,+X",
                "48,XX,+8,+8",
                "48,XX,+8x2",
                "44,XX,-7x2",
                "46,X,t(X;8)(p11;q22)",
                "46,XX,t(X;8)(p11;q22)",
                "46,X,idic(X)(q13)",
                "46,X,i(Y)(p10)",
                "46,XX,t(8;21)(q22;q22)",
                "46,XX,i(17)(q10)",
                "45,XX,der(5;17)(p10;q10)",
                "45,XX,dic(5;17)(q11;p11)",
                "45,XX,psu dic(5;17)(q11;p11)",
                "45,XX,rob(13;14)(q10;q10)c",
                "44,XX,trc(4;12;9)(q31;q22;p13)",
                "45,XX,tas(1;2)(p36;q37)",
                "46,XX,+1,der(1;7)(q10;p10)",
                "46,XX,idic(17)(p11)",
                "46,XX,der(7)t(1;7)(q21;q22)",
                "47,XX,+der(7)t(1;7)(q21;q22)",
                "47,XX,+der(5;17)(p10;q10)",
                "47,XX,+mar",
                "48,XX,+2mar",
                "47,XX,+r",
                "46,XX,r(7)(p22q36)",
                "46,XX,10~20dmin",
                "46,XX,+dmin",
                "46,XX,hsr(8)(q24)",
                "46,XX,fra(3)(p14)",
                "47,XX,+1~3mar",
                "49,XX,+1~3mar",
                "47,XX,mar",
                "48,XX,+8,+21c",
                "47,XX,+21c",
                "47,XX,+8?c",
                "46,XX,?+8",
                "47,XX,?+8",
                "45,XX,?-7",
                "46,XX,?-7",
                "46,XX,+8 or del(5)(q13)",
                "47,XX,+8 or del(5)(q13)",
                "46~48,XX,+8",
                "45~47,XX,+8",
                "92,XXXX",
                "92,XXYY",
                "69,XXX",
                "67,XXX,-5,-7",
                "91<4n>,XXXX,-7",
                "23<1n>,X",
                "26<1n>,X,+14,+18,+21",
                "26,X,+14,+18,+21",
                "115<5n>,XXXXX",
                "44,U",
                "12,X?",
                "40~49,XX,-7,+8[cp5]",
                "40,XX,-7[cp5]",
                "40,XX,-7,inc",
            })
    void thisAddsUp(String iscn) {
        assertThat(contradicting(iscn)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "47,XX | 46",
                "45,XX | 46",
                "46,XX,-7 | 45",
                "46,XX,+8 | 47",
                "47,XX,+8,+9 | 48",
                "46,XX,+8x2 | 48",
                "46,X,-Y | 45",
                "44,X,-Y | 45",
                "47,XY,-Y | 45 to 46",
                "47,X,t(X;8)(p11;q22) | 45 to 46",
                "47,XX,t(X;8)(p11;q22) | 46",
                "46,XX,der(5;17)(p10;q10) | 45",
                "45,XX,trc(4;12;9)(q31;q22;p13) | 44",
                "46,XX,+1~3mar | 47 to 49",
                "50,XX,+1~3mar | 47 to 49",
                "48,XX,?+8 | 46 to 47",
                "44,XX,?-7 | 45 to 46",
                "48,XX,+8 or del(5)(q13) | 46 to 47",
                "46,XX,+8?c | 47",
                "48~49,XX,+8 | 47",
                "45~46,XX,+8 | 47",
                "91,XXXX | 92",
                "58,XX,-7 | 67",
                "23,XX,-7 | 45",
                "46,XX,dmin,+r | 47",
                "45,XX,mar | 47",
            })
    void thisDoesNot(String iscn, String sum) {
        assertThat(contradicting(iscn)).contains(sum);
    }

    @Test
    void aMismatchIsRemarkedWithBothNumbersAndReadAllTheSame() {
        KaryotypeFindings findings = KaryotypeFindings.of("46,XX[10]/46~47,XX,-7,-8[5]");

        assertThat(findings.remarks())
                .containsExactly(new KaryotypeRemark(
                        Code.KARYOTYPE_NUMBER_MISMATCH, "46 to 47 stated, 44 by gains and losses: 46~47,XX,-7,-8[5]"));
        assertThat(findings.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46,XX | 2",
                "57,XX | 2",
                "58,XX | 3",
                "80,XXX | 3",
                "81,XXXX | 4",
                "103,XXXX | 4",
                "104,XXXXX | 5",
                "126,XXXXX | 5",
                "127,XXXXXX | 6",
                "149,XXXXXX | 6",
                "150,XXXXXXX | 7",
                "172,XXXXXXX | 7",
                "173,XXXXXXXX | 8",
                "58,XX,+X,+4,+6,+8,+10,+14,+14,+17,+18,+18,+21,+21 | 2",
                "58<3n>,XX,+X,+4,+6,+8,+10,+14,+14,+17,+18,+18,+21,+21 | 3",
                "26,X,+14,+18,+21 | 1",
                "25,X,+14,+18,+21 | 2",
                "26,X,+14,+18,+21[cp5] | 2",
                "34,XX,-1,-2,-3,-4,-5,-6,-7,-8,-9,-10,-11,-12 | 2",
                "46<2n>,XX | 2",
                "46<2n+>,XX | 2",
                "46<2n->,XX | 2",
                "46<4n>,XX | 4",
            })
    void theSetsOfChromosomesFollowFromTheNumberOrFromWhatAddsUp(String iscn, int ploidy) {
        assertThat(Karyotype.parse(iscn).clones().getFirst().ploidy()).isEqualTo(ploidy);
    }

    @Test
    void aNearHaploidCloneIsCountedByWhatItLacksOfTwoSets() {
        KaryotypeFindings findings = KaryotypeFindings.of("26<1n>,X,+14,+18,+21,t(1;2)(p36;q37)[10]");

        assertThat(findings.count()).isEqualTo(20);
        assertThat(findings.abnormalities())
                .extracting(Abnormality::key)
                .startsWith("-1", "-2")
                .endsWith("t(1;2)(p36;q37)");
        assertThat(findings.abnormalities()).extracting(Abnormality::key).doesNotContain("-14", "+14");
        assertThat(KaryotypeFindings.of("28<1n>,X,+14,+14,+18,+21,+21[10]").abnormalities())
                .extracting(Abnormality::key)
                .contains("+14", "+21")
                .doesNotContain("-14");
        assertThat(KaryotypeFindings.of("22<1n>,X,-7[10]").abnormalities())
                .filteredOn(a -> a.key().equals("-7"))
                .extracting(Abnormality::copies)
                .containsExactly(2);
    }

    @Test
    void aDoubledCloneIsCountedAsBeforeItsDoubling() {
        assertThat(KaryotypeFindings.of("92,XXYY,t(8;21)(q22;q22)x2").count()).isEqualTo(1);
        assertThat(KaryotypeFindings.of("92,XXYY,t(8;21)(q22;q22)").count()).isEqualTo(1);
        assertThat(KaryotypeFindings.of("92,XXYY,t(8;21)(q22;q22)x3").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("46,XY,t(8;21)(q22;q22)x2").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("69,XXX,t(8;21)(q22;q22)x2").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("138<6n>,XXXXXX,t(8;21)(q22;q22)x3").count())
                .isEqualTo(1);
    }

    @Test
    void aGainThatOnlyMakesRoomForAWholeArmDerivativeIsNotCounted() {
        assertThat(KaryotypeFindings.of("46,XX,+1,der(1;7)(q10;p10)").count()).isEqualTo(1);
        assertThat(KaryotypeFindings.of("46,XX,+7,der(1;7)(q10;p10)").count()).isEqualTo(1);
        assertThat(KaryotypeFindings.of("46,XX,+1,dic(1;7)(p11;q11.2)").count()).isEqualTo(1);
        assertThat(KaryotypeFindings.of("46,XX,+1,dic(1;7)(p12;q11)").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("46,XX,+8,der(1;7)(q10;p10)").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("47,XX,+1,+1,der(1;7)(q10;p10)").count())
                .isEqualTo(3);
        assertThat(KaryotypeFindings.of("47,XX,+1x2,der(1;7)(q10;p10)").count()).isEqualTo(3);
        assertThat(KaryotypeFindings.of("48,XX,+1,+der(1;7)(q10;p10)").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("46,XX,+1,der(1;7)(q21;p10)").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("46,XX,+1,der(1;7)").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("46,XX,-1,der(1;7)(q10;p10)").count()).isEqualTo(2);
        assertThat(KaryotypeFindings.of("47,XX,+1,t(1;7)(q10;p10)").count()).isEqualTo(2);
    }

    @Test
    void aRangeBeginsWithItsLowerNumber() {
        assertThatThrownBy(() -> new ChromosomeNumber(3, 2)).hasMessageContaining("the lower number first");
        assertThat(new ChromosomeNumber(2, 2)).hasToString("2");
        assertThat(new ChromosomeNumber(2, 3)).hasToString("2 to 3");
    }
}
