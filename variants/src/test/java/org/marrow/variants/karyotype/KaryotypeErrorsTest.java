package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Typical slips of the pen, and the very character that each is quoted at. */
class KaryotypeErrorsTest {

    private static KaryotypeException refused(String iscn) {
        KaryotypeException refused = catchThrowableOfType(KaryotypeException.class, () -> Karyotype.parse(iscn));
        assertThat(refused).as(iscn).isNotNull();
        return refused;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "46XX[20] | 3 | ',' | 'X'",
                "46;XX[20] | 3 | ',' | ';'",
                "46.XX[20] | 3 | ',' | '.'",
                "46,xx[20] | 4 | sex chromosomes | 'x'",
                "XX,46 | 1 | a number of chromosomes | 'X'",
                "4 6,XX | 2 | ',' | ' '",
                "46,XX(20) | 6 | ',', '[' | '('",
                "46,XX[20}] | 9 | ']' | '}'",
                "46,XX[ 20 | 10 | ']' | the end",
                "46,XX[20]46,XY[5] | 10 | ',', '[' | '4'",
                "46,XX[20]/XY[5] | 11 | a number of chromosomes | 'X'",
                "46,XX[20]/46[5] | 13 | ',' | '['",
                "46,XX,,+8 | 7 | an abnormality | ','",
                "46,XX,+8; -7 | 9 | ',', '[' | ';'",
                "46,XX,+8-7 | 11 | 'mar', 'r' or 'dmin' | the end",
                "46,XX,+23[5] | 8 | a chromosome from 1 to 22 | '23'",
                "46,XX,-0 | 8 | a chromosome from 1 to 22 | '0'",
                "46,XX,+Z | 8 | an abnormality | 'Z'",
                "46,XX,5 | 7 | '+' or '-' before | '5'",
                "46,XX,5p | 7 | '+' or '-' before | '5'",
                "46,XX,X | 7 | '+' or '-' before | 'X'",
                "46,XX,-5q | 9 | ',', '[' | 'q'",
                "46,XX,dle(5)(q13) | 7 | an abnormality | 'd'",
                "46,XX,DEL(5)(q13) | 7 | an abnormality | 'D'",
                "46,XX,del5(q13) | 7 | an abnormality | 'd'",
                "46,XX,del(5(q13) | 12 | ')', or ';' | '('",
                "46,XX,del(5)q13 | 13 | ',', '[' | 'q'",
                "46,XX,del(5)(q13q33 | 20 | a band | the end",
                "46,XX,del(5)(q13,q33) | 17 | a band | ','",
                "46,XX,del(5)(q13;q33) | 18 | bands of 1 chromosomes | 'q'",
                "46,XX,del(5)(13q33) | 14 | a band | '1'",
                "46,XX,del(5)() | 14 | a band | ')'",
                "46,XX,del(5)(Q13) | 14 | a band | 'Q'",
                "46,XX,del(5)(q13.) | 18 | the digits of a sub-band | ')'",
                "46,XX,del(5)(q13~) | 18 | the other end of a range | ')'",
                "46,XX,t(9,22)(q34;q11) | 10 | ')', or ';' | ','",
                "46,XX,t(9;22)(q34q11) | 14 | bands of 2 chromosomes | bands of 1",
                "46,XX,t(9;22)(q34:q11) | 18 | '::', '->' | ':'",
                "46,XX,t(9;32)(q34;q11) | 11 | a chromosome from 1 to 22 | '32'",
                "46,XX,t(9;)(q34;q11) | 11 | a chromosome from 1 to 22 | ')'",
                "46,XX,t(9;22(q34;q11) | 13 | ')', or ';' | '('",
                "46,XX,t(9q;22) | 14 | an arm of every chromosome | ')'",
                "46,XX,t(9;22q) | 13 | an arm of every chromosome | 'q'",
                "46,XX,del(5q)(q13) | 14 | no second list of bands | '('",
                "46,XX,inv(16)(p13.1;q22) | 21 | bands of 1 chromosomes | 'q'",
                "46,XX,+mar[3 | 13 | ']' | the end",
                "46,XX,+3~1mar | 8 | a range, the lower number first | '3~1'",
                "46,XX,+1~3del(5)(q13) | 11 | 'mar', 'r' or 'dmin' | 'd'",
                "46,XX,+8x100 | 10 | a number of copies from 1 to 99 | '100'",
                "46,XX,+8x | 10 | a number of copies | the end",
                "46,XX[5]/46,idemx0 | 18 | from 1 to 4 copies | '0'",
                "46,XX[5]/46,idemx5 | 18 | from 1 to 4 copies | '5'",
                "46,sl | 4 | a clone that is written before this one | none",
                "46,XX[5]/47,sdl2,+8 | 13 | a clone that is written before this one | none",
                "46,XX[5]/47,sdl0,+8 | 13 | a sideline that is written before | none",
                "46,XX/47,idem,-mar | 15 | the loss of an abnormal chromosome | '-mar'",
                "46<3>,XX | 5 | 'n' | '>'",
                "46<0n>,XX | 4 | a number of chromosome sets from 1 | '0'",
                "46<3n,XX | 6 | '>' | ','",
                "46~44,XX | 1 | a number of chromosomes, the lower | '4'",
                "46~,XX | 4 | a number of chromosomes | ','",
                "46,XX,del(5)(pter->q13::q33->qter | 34 | '::', '->' | the end",
                "46,XX,del(5)(pter->::q33) | 20 | a band | ':'",
                "46,XX,t(9;22)(9pter->9q34::22q11->92qter;22pter) | 35 | a chromosome from 1 to 22 | '92'",
                "46,XX.. | 6 | ',', '[' | '.'",
                "46,XX.fish(ABL1x2) | 6 | ',', '[' | '.'",
                "46,XX,+8 or | 12 | an abnormality | the end",
                "46,XX[5]///46,XY | 11 | a number of chromosomes | '/'",
            })
    void aSlipIsQuotedAtItsCharacter(String iscn, int position, String expected, String found) {
        KaryotypeException refused = refused(iscn);

        assertThat(refused.position()).isEqualTo(position);
        assertThat(refused.expected()).startsWith(expected);
        assertThat(refused.found()).isEqualTo(found);
    }

    @Test
    void aCaretStandsUnderTheCharacter() {
        assertThat(refused("46,XX,del(5(q13)")).hasMessage("""
                karyotype "46,XX,del(5(q13)", character 12: expected ')', or ';' between chromosomes, found '('
                  46,XX,del(5(q13)
                             ^""");
    }

    @Test
    void aCaretStandsOnePastTheEndOfATextThatStopsTooEarly() {
        assertThat(refused("46")).hasMessageEndingWith("\n  46\n    ^");
    }

    @Test
    void theLineAboveTheCaretIsShortenedAroundThePlace() {
        String before = "46,XX,+8,+9,+10,+11,+12,+13,+14,+15,+16,+17,+18,+19,+20,+21,+22,";
        String after = ",+1,+2,+3,+4,+5,+6,+7,+8,+9,+10,+11,+12,+13,+14,+15,+16,+17,+18";

        String[] lines = refused(before + "foo" + after).getMessage().split("\n");

        assertThat(lines[1]).startsWith("  ...").endsWith("...").hasSize(2 + 3 + 100 + 3);
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('f');
        assertThat(lines[2]).hasSize(2 + 3 + 50 + 1);
    }

    @Test
    void aTextOfJustTheShownLengthIsNotShortened() {
        String fifty = "46,XX" + ",+8".repeat(15);

        assertThat(fifty).hasSize(50);
        assertThat(refused(fifty + "?!").getMessage().split("\n")[1]).startsWith("  ...6,XX");
        assertThat(refused(fifty + "!").getMessage().split("\n")[1]).startsWith("  46,XX");
    }

    @Test
    void lineBreaksDoNotMoveTheCaret() {
        String[] lines = refused("46,XX[10]/\n46,XY,foo").getMessage().split("\n  ");

        assertThat(lines[1]).isEqualTo("46,XX[10]/ 46,XY,foo");
        assertThat(lines[2]).isEqualTo(" ".repeat(17) + "^");
    }

    @Test
    void blanksAndTypographicSignsDoNotMoveThePlace() {
        assertThat(refused(" 46 , XX , foo(5)").position()).isEqualTo(12);
        assertThat(refused("46,XX,del(5)(pter\u2192x)").position()).isEqualTo(19);
        assertThat(refused("46,XX,\u22127,foo").position()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "Normal", " NORMAL male", "normal 46,XX"})
    void aWordForNormalIsAnsweredWithHowToWriteIt(String text) {
        assertThat(refused(text)).hasMessageContaining("a normal one is 46,XX[20] or 46,XY[20]");
        assertThat(refused(text).position()).isEqualTo(text.indexOf(text.strip()) + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00e9chec",
                "\u00c9CHEC de culture",
                "Echec",
                "failed",
                "failure",
                "not done",
                "non fait",
                "NA",
                "n/a",
                "ND",
                "pas de mitose",
                "no metaphases"
            })
    void aWordForNoResultIsAnsweredWithLeavingItOut(String text) {
        assertThat(refused(text)).hasMessageContaining("which leaves it unknown");
        assertThat(refused(text).position()).isEqualTo(1);
    }

    @Test
    void shortWordsAreOnlyTheWholeText() {
        assertThat(refused("nab").expected()).isEqualTo("a number of chromosomes");
    }

    @Test
    void noKaryotypeAtAllIsRefusedAtItsFirstCharacter() {
        assertThat(refused("").position()).isEqualTo(1);
        assertThat(refused("   ").position()).isEqualTo(1);
        assertThat(refused(".").position()).isEqualTo(1);
        assertThat(refused("/46,XX").position()).isEqualTo(1);
    }
}
