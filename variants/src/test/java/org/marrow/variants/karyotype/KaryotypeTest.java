package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.ErrorCode;

class KaryotypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "46,XX",
                "46,XY[20]",
                "47,XY,+8,i(17)(q10)[12]/46,XY[8]",
                "46,XX,dup(1)(q21q32)",
                "46,XY,ins(5;2)(p14;q22q32)",
                "46,XX,inv ins(2)(q13p13p23)",
                "45,XY,psu dic(5;17)(q11;p11)",
                "46,X,idic(X)(q13)",
                "47,XXYc,+8",
                "45,Xc",
                "46,X,t(X;8)(p11;q22)",
                "46,XX,der(9)del(9)(p12)t(9;22)(q34;q11.2)add(22)(q13)",
                "44~48,XX,-5,+1~3mar,1~20dmin[cp12]",
                "46,XX,hsr(11)(q23)",
                "46,XX,del(5)(q13.1q33.3)",
                "46,XX,del(5)(q?22)",
                "46,XX,del(5)(q2?)",
                "46,XX,del(5)(q13-31)",
                "46,XX,add(12)(p1?3)",
                "46,XX,del(20)(q11.?2)",
                "92,XXYY[3]/46,XY[17]",
                "46,XX,t(16;16)(p13;q22)dn",
                "mos 47,XX,+8[3]/46,XX[17]",
                "46,U[20]",
                "46,XX,t(9;22)(q34;q11)[4]/92,slx2[3]",
                "46,XX,trp(1)(q21q32),qdp(8)(q22q24)",
                "45,XX,rob(13;14)(q10;q10)c",
                "46,XX,del(7)(cenq22)",
                "46,XX,del(7)(q22qter)",
                " 46,XX , del(5)(q13) [10] / 46,XX [10] ",
            })
    void realReportsAreRead(String iscn) {
        assertThat(Karyotype.parse(iscn).text()).isEqualTo(iscn);
    }

    @Test
    void aCloneKeepsNumberSexAbnormalitiesAndCells() {
        KaryotypeClone clone =
                Karyotype.parse("44~46,XY,-7,t(8;21)(q22;q22.1)[cp12]").clones().getFirst();

        assertThat(clone.lowestNumber()).isEqualTo(44);
        assertThat(clone.highestNumber()).isEqualTo(46);
        assertThat(clone.sexChromosomes()).isEqualTo("XY");
        assertThat(clone.cells()).isEqualTo(OptionalInt.of(12));
        assertThat(clone.composite()).isTrue();
        assertThat(clone.donor()).isFalse();
        assertThat(clone.abnormalities()).extracting(Abnormality::key).containsExactly("-7", "t(8;21)(q22;q22.1)");
    }

    @Test
    void aDerivativeKeepsItsRearrangements() {
        Abnormality derivative = Karyotype.parse("46,XX,+der(22)t(9;22)(q34;q11)")
                .clones()
                .getFirst()
                .abnormalities()
                .getFirst();

        assertThat(derivative.kind()).isEqualTo(Abnormality.Kind.STRUCTURAL);
        assertThat(derivative.sign()).isEqualTo(1);
        assertThat(derivative.chromosomes()).containsExactly("22");
        assertThat(derivative.rearrangements()).extracting(Rearrangement::type).containsExactly("der", "t");
        assertThat(derivative.rearrangements().get(1).breakpoints())
                .containsExactly(new Breakpoint("9", "q", "34", false), new Breakpoint("22", "q", "11", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | 1 | a number of chromosomes | the end",
                "46XX | 3 | ',' | 'X'",
                "46 | 3 | ',' | the end",
                "46, | 4 | sex chromosomes | the end",
                "46,XX,del(5)(q13 | 17 | a band | the end",
                "46,XX,del(5(q13) | 12 | ')' | '('",
                "46,XX,del(25)(q13) | 11 | a chromosome from 1 to 22 | '25'",
                "46,XX,+23 | 8 | a chromosome from 1 to 22 | '23'",
                "46,XX,+0 | 8 | a chromosome from 1 to 22 | '0'",
                "46,XX,8 | 7 | '+' or '-' | '8'",
                "46,XX,5q | 7 | '+' or '-' | '5'",
                "46,XX,foo(5) | 7 | an abnormality | 'f'",
                "46,XX,t(8;21)(q22) | 14 | bands of 2 chromosomes | bands of 1",
                "46,XX,del(5)(q13;q22) | 18 | bands of 1 chromosomes | 'q'",
                "46,XX,del(5)(q13.) | 18 | the digits of a sub-band | ')'",
                "46,XX,del(5q)(q13) | 14 | no second list of bands | '('",
                "46,XX.foo | 6 | ',', '[', '/' or the end | '.'",
                "46,XX[x] | 7 | a number of cells | 'x'",
                "46,XX[20 | 9 | ']' | the end",
                "46,XX[20]/ | 11 | a number of chromosomes | the end",
                "46,idem,+8 | 4 | a clone that is written before this one | none",
                "46,XX[9]/46,sdl,+8 | 13 | a sideline that is written before | none",
                "46,XX,-del(5)(q13) | 7 | the loss of an abnormal chromosome | '-del(5)(q13)'",
                "48-46,XX | 1 | a number of chromosomes | '4'",
                "0,XX | 1 | a number of chromosomes | '0'",
                "46,XX,+1~3x | 11 | 'mar', 'r' or 'dmin' | 'x'",
                "46,XX,+8x0 | 10 | a number of copies from 1 to 99 | '0'",
                "46,XX,del(5)(13) | 14 | a band | '1'",
                "46,XX,del()(q13) | 11 | a chromosome | ')'",
                "123456,XX | 1 | a number of chromosomes of at most four digits | '123456'",
                "46,XX,del(5)(q13)t(5;7)(q13;q22) | 18 | ',', '[', '/' or the end | 't'",
                "46<2x>,XX | 5 | 'n' | 'x'",
            })
    void whatCannotBeReadIsRefusedWithItsPlace(String iscn, int position, String expected, String found) {
        KaryotypeException refused = catchThrowableOfType(KaryotypeException.class, () -> Karyotype.parse(iscn));

        assertThat(refused.code()).isEqualTo(ErrorCode.VALUE);
        assertThat(refused.karyotype()).isEqualTo(iscn);
        assertThat(refused.position()).isEqualTo(position);
        assertThat(refused.expected()).startsWith(expected);
        assertThat(refused.found()).isEqualTo(found);
        assertThat(refused)
                .hasMessageContaining("\"" + iscn + "\"")
                .hasMessageContaining("character " + position)
                .hasMessageContaining(expected)
                .hasMessageContaining(found);
    }

    @Test
    void recordsRefuseWhatCannotBe() {
        assertThatThrownBy(() -> new KaryotypeClone(
                        46, 45, 2, "XX", java.util.List.of(), OptionalInt.empty(), false, false, false))
                .hasMessageContaining("the lower number first");
    }
}
