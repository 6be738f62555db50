package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.variants.karyotype.Abnormality.Kind;
import org.marrow.variants.karyotype.Abnormality.Origin;

/** What clones inherit, lose and repeat, and how abnormalities are written in one spelling. */
class CloneInheritanceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46,XX,t(8;21)(q22;q22)[5]/47,idem,+8[4] | 46,XX,t(8;21)(q22;q22)[5]/47,XX,t(8;21)(q22;q22),+8[4]",
                "46,XX,del(5)(q13)[5]/47,XX,sl,+8[4] | 46,XX,del(5)(q13)[5]/47,XX,del(5)(q13),+8[4]",
                "46,XX,del(5)(q13)[5]/47,sl,+8[4]/48,sdl,+9[3] | 46,XX,del(5)(q13)[5]/47,XX,del(5)(q13),+8[4]/48,XX,del(5)(q13),+8,+9[3]",
                "47,XX,+8[5]/46,idem,-8[4] | 47,XX,+8[5]/46,XX[4]",
                "48,XX,+8x2[5]/47,idem,-8[4] | 48,XX,+8x2[5]/47,XX,+8[4]",
                "48,XX,+8,+8[5]/47,idem,-8[4] | 48,XX,+8,+8[5]/47,XX,+8[4]",
                "45,XX,-7[5]/46,idem,+7[4] | 45,XX,-7[5]/46,XX[4]",
                "45,X,-Y[5]/46,idem,+Y[4] | 45,X,-Y[5]/46,XY[4]",
                "45,X,-X[5]/46,idem,+X[4] | 45,X,-X[5]/46,XX[4]",
                "46,XX,+8,-8 | 46,XX,+8,-8",
                "47,XX,+21c[5]/46,idem,-21[4] | 47,XX,+21c[5]/46,XX,+21c,-21[4]",
                "47,XX,+mar[5]/46,idem,-mar[4] | 47,XX,+mar[5]/46,XX[4]",
                "49,XX,+3mar[5]/48,idem,-mar[4] | 49,XX,+3mar[5]/48,XX,+2mar[4]",
                "47~49,XX,+1~3mar[5]/46~48,idem,-mar[4] | 47~49,XX,+1~3mar[5]/46~48,XX[4]",
                "48~50,XX,+2~4mar[5]/47~49,idem,-mar[4] | 48~50,XX,+2~4mar[5]/47~49,XX,+1~3mar[4]",
                "46,XX,del(5)(q13)[5]/46,idem,-del(5)(q13),+5[4] | 46,XX,del(5)(q13)[5]/46,XX,+5[4]",
                "47,XX,t(9;22)(q34;q11),+der(22)t(9;22)[5]/46,idem,-der(22)t(9;22)[4] | 47,XX,t(9;22)(q34;q11),+der(22)t(9;22)(q34;q11)[5]/46,XX,t(9;22)(q34;q11)[4]",
                "46,XX,t(9;22)(q34;q11)[5]/47,XX,t(9;22),+8[4] | 46,XX,t(9;22)(q34;q11)[5]/47,XX,t(9;22)(q34;q11),+8[4]",
                "46,XX,del(5)(q13),del(5)(q31)[5]/46,XX,del(5)[4] | 46,XX,del(5)(q13),del(5)(q31)[5]/46,XX,del(5)[4]",
                "46,XX,del(5)[5]/46,XX,del(5)(q13)[4] | 46,XX,del(5)[5]/46,XX,del(5)(q13)[4]",
                "46,XX,t(8;21)(q22;q22)[5]/92,idemx2[4] | 46,XX,t(8;21)(q22;q22)[5]/92,XXXX,t(8;21)(q22;q22)x2[4]",
                "47,XXYc,+8[5]/94,slx2[4] | 47,XXYc,+8[5]/94,XXYXXYc,+8x2[4]",
                "45~47,XX,-7[4],+8[3],del(5)(q13)[5][cp9]/48,idem,+9[2] | 45~47,XX,-7[4],+8[3],del(5)(q13)[5][cp9]/48,XX,-7,+8,del(5)(q13),+9[2]",
                "46,XX,inc[5]/47,idem,+8[4] | 46,XX,inc[5]/47,XX,+8,inc[4]",
                "46,XX[5]//46,XY[15] | 46,XX[5]//46,XY[15]",
                "46,XX[5]//46,XY[10]/47,XY,+8[5] | 46,XX[5]//46,XY[10]/47,XY,+8[5]",
                "//46,XY[10]/47,XY,+8[5] | //46,XY[10]/47,XY,+8[5]",
                "46,XX[5]// | 46,XX[5]",
                "46<2n>,XX | 46,XX",
                "46<3n>,XXX | 46<3n>,XXX",
                "MARK46 | ",
            })
    void clonesAreWrittenOutInFull(String iscn, String canonical) {
        if (canonical == null) {
            assertThatThrownBy(() -> Karyotype.parse(iscn)).isInstanceOf(KaryotypeException.class);
        } else {
            assertThat(Karyotype.parse(iscn).canonical()).isEqualTo(canonical);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5q- | del(5)(q)",
                "5q - | del(5)(q)",
                "17p- | del(17)(p)",
                "Xq- | del(X)(q)",
                "Yp+ | add(Y)(p)",
                "14q+ | add(14)(q)",
                "del(5q) | del(5)(q)",
                "del (5) (q13 q33) | del(5)(q13q33)",
                "i(17q) | i(17)(q)",
                "+Ph | +der(22)t(9;22)(q34;q11)",
                "\u22127 | -7",
                "\u20137 | -7",
                "+8\u00d72 | +8x2",
                "+8 x2 | +8x2",
                "+21 c | +21c",
                "inv(9)(p12q13)pat | inv(9)(p12q13)c",
                "inv(9)(p12q13) dn | inv(9)(p12q13)c",
                "inv(9)(p12q13)inh | inv(9)(p12q13)c",
                "inv(9)(p12q13)dpat | inv(9)(p12q13)c",
                "inv(9)(p12q13)dinh | inv(9)(p12q13)c",
                "-?7 | ?-7",
                "+8? | ?+8",
                "+?mar | ?+mar",
                "+mar? | ?+mar",
                "+8?c | +8?c",
                "2~5mar | 2~5mar",
                "+2-5mar | +2~5mar",
                "+0~3mar | +1~3mar",
                "+0mar | +mar",
                "+2marx3 | +6mar",
                "+mar1x2 | +2mar1",
                "10~20dmin | 10~20dmin",
                "+r3 | +r3",
                "t(3;3)(q21;q26) | t(3;3)(q21;q26)",
                "t(X;8)(p11;q22) | t(X;8)(p11;q22)",
                "t(?X;8)(p11;q22) | ?t(?;8)(p11;q22)",
                "t(8;?Y)(q22;q11) | ?t(8;?)(q22;q11)",
                "der(?5)t(5;7)(q13;q22) | ?der(?)t(5;7)(q13;q22)",
                "del(5)(q13.1q33.3) | del(5)(q13.1q33.3)",
                "del(5)(q?) | del(5)(q?)",
                "del(5)(?) | del(5)(?)",
                "del(5)(?q13) | del(5)(q?13)",
                "del(5)(q1?3) | del(5)(q?1)",
                "del(5)(q13?) | del(5)(q?13)",
                "del(5)(q13.?2) | del(5)(q?13)",
                "del(5)(q13.1?) | del(5)(q?13.1)",
                "del(5)(q13~31) | del(5)(q?13)",
                "del(5)(q13-q31) | del(5)(q?13)",
                "del(5)(q13.1~q31.2) | del(5)(q?13.1)",
                "del(5)(q13 or q14) | del(5)(q?13)",
                "del(5)(q13orq14) | del(5)(q?13)",
                "del(7)(cenq22) | del(7)(cenq22)",
                "del(7)(?cenq22) | del(7)(?cenq22)",
                "del(7)(q22qter) | del(7)(q22qter)",
                "del(7)(q22q?ter) | del(7)(q22q?ter)",
                "rec(6)dup(6p)inv(6)(p22q25) | rec(6)dup(6)(p)inv(6)(p22q25)",
                "inv dup(8)(q21q24) | inv dup(8)(q21q24)",
                "dic r(1;7)(p11q31;p11q31) | dic r(1;7)(p11q31;p11q31)",
                "psu dic r(1)(p11q31) | psu dic r(1)(p11q31)",
                "der(21)iAMP21 | der(21)iAMP21",
                "+8or+9 | +8 or +9",
                "+8 or +9 or del(5)(q13) | +8 or +9 or del(5)(q13)",
                "+2mar or del(5)(q13) | +2mar or del(5)(q13)",
                "del(5)(pter\u2192q13::q33\u2192qter) | del(5)(pter->q13::q33->qter)",
                "del(5)(pter->q13:) | del(5)(pter->q13:)",
                "r(5)(::p15->q33::) | ",
            })
    void anAbnormalityHasOneSpelling(String written, String canonical) {
        if (canonical == null) {
            assertThatThrownBy(() -> Karyotype.parse("46,XX," + written)).isInstanceOf(KaryotypeException.class);
        } else {
            assertThat(Karyotype.parse("46,XX," + written).canonical()).isEqualTo("46,XX," + canonical);
        }
    }

    @Test
    void kindsAndOriginsAreTold() {
        List<Abnormality> read = Karyotype.parse("46,XX,+8,del(5)(q13),+mar,dmin,fra(16)(q22),upd(15)mat,+21c,+9?c")
                .clones()
                .getFirst()
                .abnormalities();

        assertThat(read)
                .extracting(Abnormality::kind)
                .containsExactly(
                        Kind.NUMERICAL,
                        Kind.STRUCTURAL,
                        Kind.MARKER,
                        Kind.MARKER,
                        Kind.VARIANT,
                        Kind.VARIANT,
                        Kind.NUMERICAL,
                        Kind.NUMERICAL);
        assertThat(read.get(5).origin()).isEqualTo(Origin.CONSTITUTIONAL);
        assertThat(read.get(6).constitutional()).isTrue();
        assertThat(read.get(7).origin()).isEqualTo(Origin.DOUBTFUL);
        assertThat(read.get(7).constitutional()).isFalse();
        assertThat(read.get(7).uncertain()).isTrue();
        assertThat(read.get(0).uncertain()).isFalse();
    }

    @Test
    void cellsOfTheCloneAreReadInEveryForm() {
        assertThat(Karyotype.parse("46,XX[20]").clones().getFirst().cells()).isEqualTo(OptionalInt.of(20));
        assertThat(Karyotype.parse("46,XX[18/20]").clones().getFirst().cells()).isEqualTo(OptionalInt.of(18));
        assertThat(Karyotype.parse("46,XX[cp12]").clones().getFirst().composite())
                .isTrue();
        assertThat(Karyotype.parse("46,XX [cp 12]").clones().getFirst().cells()).isEqualTo(OptionalInt.of(12));
        assertThat(Karyotype.parse("46,XX[12cp]").clones().getFirst().composite())
                .isTrue();
        assertThat(Karyotype.parse("46,XX[12 cp]").clones().getFirst().composite())
                .isTrue();
        assertThat(Karyotype.parse("46,XX[12]").clones().getFirst().composite()).isFalse();
        assertThat(Karyotype.parse("46,XX").clones().getFirst().cells()).isEmpty();
    }

    @Test
    void cellsOfAnAbnormalityStandBeforeACommaOrTheClonesOwn() {
        List<Abnormality> read =
                Karyotype.parse("46,XX,-7[4],+8[3][cp9]").clones().getFirst().abnormalities();

        assertThat(read).extracting(Abnormality::cells).containsExactly(OptionalInt.of(4), OptionalInt.of(3));
        assertThat(Karyotype.parse("46,XX,-7[4],+8[3]").clones().getFirst().cells())
                .isEqualTo(OptionalInt.of(3));
    }

    @Test
    void incompleteIsToldOfItsCloneAndOfThePatient() {
        assertThat(Karyotype.parse("46,XX,inc[3]/46,XX[5]").incomplete()).isTrue();
        assertThat(Karyotype.parse("46,XX[3]/46,XX,inc[5]").clones().getFirst().incomplete())
                .isFalse();
        assertThat(Karyotype.parse("46,XX[3]//46,XY,inc[5]").incomplete()).isFalse();
    }

    @Test
    void lineBreaksAndTheHabitsOfFrenchReportsAreRead() {
        assertThat(Karyotype.parse("46, XY, t(9 ; 22)(q34 ; q11) [15] /\n 46, XY [5].")
                        .canonical())
                .isEqualTo("46,XY,t(9;22)(q34;q11)[15]/46,XY[5]");
        assertThat(Karyotype.parse("\ufeff46,XY\u00a0[20]\u202f.").canonical()).isEqualTo("46,XY[20]");
        assertThat(Karyotype.parse("mos 45,X[5]/46,XX[15]").canonical()).isEqualTo("45,X[5]/46,XX[15]");
        assertThat(Karyotype.parse("chi46,XX[5]/46,XY[15]").canonical()).isEqualTo("46,XX[5]/46,XY[15]");
    }

    @Test
    void stemlinesCanOnlyBeCopiedSoOften() {
        assertThat(Karyotype.parse("46,XX[5]/184,idemx4").clones().get(1).sexChromosomes())
                .isEqualTo("XXXXXXXX");
        assertThatThrownBy(() -> Karyotype.parse("46,XX/92,slx2/184,sdlx2/368,sdlx2/736,sdlx2/999,sdlx2"))
                .isInstanceOf(KaryotypeException.class)
                .hasMessageContaining("a stemline of fewer copies");
        assertThatThrownBy(() -> Karyotype.parse("46,XX,9999dminx99/92,XX,slx4/92,XX,sdlx4/92,XX,sdlx4"))
                .isInstanceOf(KaryotypeException.class)
                .hasMessageContaining("a stemline of fewer copies");
    }

    @Test
    void recordsRefuseWhatCannotBe() {
        Abnormality loss = Abnormality.wholeChromosome(-1, "7");
        assertThatThrownBy(() -> Abnormality.wholeChromosome(2, "7")).hasMessageContaining("-1, 0 or 1");
        assertThatThrownBy(() -> Abnormality.wholeChromosome(-2, "7")).hasMessageContaining("-1, 0 or 1");
        assertThatThrownBy(() -> loss.withCopies(0, 1)).hasMessageContaining("a number from 1");
        assertThatThrownBy(() -> loss.withCopies(2, 1)).hasMessageContaining("the lower number first");
        assertThatThrownBy(() -> new FishSignal(List.of("ABL1"), FishSignal.Relation.ALONE, -1, 1))
                .hasMessageContaining("a number from 0");
        assertThatThrownBy(() -> new FishSignal(List.of("ABL1"), FishSignal.Relation.ALONE, 2, 1))
                .hasMessageContaining("the lower number first");
        assertThatThrownBy(
                        () -> new KaryotypeClone(0, 45, 2, "XX", List.of(), OptionalInt.empty(), false, false, false))
                .hasMessageContaining("a number from 1");
        assertThatThrownBy(
                        () -> new KaryotypeClone(45, 45, 0, "XX", List.of(), OptionalInt.empty(), false, false, false))
                .hasMessageContaining("a number from 1");
    }
}
