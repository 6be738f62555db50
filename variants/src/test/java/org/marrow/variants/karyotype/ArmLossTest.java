package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.risk.TriState;

/** Arms deleted, lost, or broken in another way. */
class ArmLossTest {

    private static TriState state(String abnormalities, CytogeneticLesion lesion) {
        return KaryotypeFindings.of("46,XX," + abnormalities).lesion(lesion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "del(5)(q13q33) | PRESENT | PRESENT | PRESENT",
                "5q- | PRESENT | PRESENT | PRESENT",
                "5p- | ABSENT | ABSENT | ABSENT",
                "5q+ | UNKNOWN | UNKNOWN | PRESENT",
                "del(5q) | PRESENT | PRESENT | PRESENT",
                "del(5) | UNKNOWN | UNKNOWN | UNKNOWN",
                "del(5)(q13~22) | PRESENT | PRESENT | PRESENT",
                "+del(5)(q13) | UNKNOWN | UNKNOWN | UNKNOWN",
                "-5 | ABSENT | PRESENT | ABSENT",
                "?-5 | ABSENT | UNKNOWN | ABSENT",
                "i(5)(p10) | PRESENT | PRESENT | PRESENT",
                "i(5)(q10) | ABSENT | ABSENT | ABSENT",
                "ider(5)(p10)t(5;7)(p15;q22) | PRESENT | PRESENT | PRESENT",
                "idic(5)(q13) | PRESENT | PRESENT | PRESENT",
                "psu idic(5)(q13) | PRESENT | PRESENT | PRESENT",
                "der(5;17)(p10;q10) | PRESENT | PRESENT | PRESENT",
                "der(5;17)(q10;p10) | ABSENT | ABSENT | ABSENT",
                "rob(5;17)(p10;q10) | PRESENT | PRESENT | PRESENT",
                "der(5)t(5;17)(q13;q25) | UNKNOWN | PRESENT | PRESENT",
                "+der(5)t(5;17)(q13;q25) | UNKNOWN | UNKNOWN | PRESENT",
                "der(17)t(5;17)(q13;q25) | ABSENT | ABSENT | PRESENT",
                "der(5)t(5;17)(p13;q25) | ABSENT | ABSENT | ABSENT",
                "der(5)t(5;17)(q?13;q25) | UNKNOWN | UNKNOWN | PRESENT",
                "der(5)t(5;17)(q;q) | UNKNOWN | UNKNOWN | PRESENT",
                "der(5)t(5;17)(?;q25) | UNKNOWN | UNKNOWN | UNKNOWN",
                "der(5)t(5;17;8)(q13;q25;q22) | UNKNOWN | UNKNOWN | PRESENT",
                "der(5)t(5;17)(q13;q25)del(5)(p13) | UNKNOWN | UNKNOWN | PRESENT",
                "der(5)t(5;17)(q13;q25),der(17)t(5;17)(q13;q25) | ABSENT | ABSENT | PRESENT",
                "der(5)t(5;17)(q13;q25),der(17)t(5;17)(q31;q25) | UNKNOWN | PRESENT | PRESENT",
                "der(5)t(5;17)(q13;q25),t(5;17)(q13;q25) | UNKNOWN | PRESENT | PRESENT",
                "dic(5;17)(q13;p11) | UNKNOWN | PRESENT | UNKNOWN",
                "psu dic(5;17)(q13;p11) | UNKNOWN | PRESENT | UNKNOWN",
                "dic(5;17)(p13;p11) | ABSENT | ABSENT | ABSENT",
                "dic(5;17)(q?;p11) | UNKNOWN | UNKNOWN | UNKNOWN",
                "dic(5;17) | UNKNOWN | UNKNOWN | UNKNOWN",
                "add(5)(q31) | UNKNOWN | UNKNOWN | PRESENT",
                "add(5)(p15) | ABSENT | ABSENT | ABSENT",
                "r(5)(p15q33) | UNKNOWN | UNKNOWN | UNKNOWN",
                "t(5;12)(q33;p13) | ABSENT | ABSENT | PRESENT",
                "t(5;12)(p15;p13) | ABSENT | ABSENT | ABSENT",
                "t(5;12) | ABSENT | ABSENT | UNKNOWN",
                "t(?;12)(?;p13) | ABSENT | ABSENT | UNKNOWN",
                "del(?)(q13) | UNKNOWN | UNKNOWN | UNKNOWN",
                "inv(5)(q13q33) | ABSENT | ABSENT | ABSENT",
                "ins(5;2)(q14;q22q32) | ABSENT | ABSENT | ABSENT",
                "dup(5)(q13q33) | ABSENT | ABSENT | ABSENT",
                "dup(5) | ABSENT | ABSENT | ABSENT",
                "trp(5)(q13q33) | ABSENT | ABSENT | ABSENT",
                "hsr(5)(q31) | ABSENT | ABSENT | ABSENT",
                "fra(5)(q31) | ABSENT | ABSENT | ABSENT",
                "+5 | ABSENT | ABSENT | ABSENT",
            })
    void theLongArmOf5IsDeletedLostOrBroken(String abnormalities, TriState deleted, TriState lost, TriState broken) {
        assertThat(state(abnormalities, CytogeneticLesion.DEL_5Q)).isEqualTo(deleted);
        assertThat(state(abnormalities, CytogeneticLesion.LOSS_5Q)).isEqualTo(lost);
        assertThat(state(abnormalities, CytogeneticLesion.ABN_5Q)).isEqualTo(broken);
    }

    @Test
    void theShortArmOf17IsLostWithItsChromosomeInAnIsochromosomeOrBeyondABreak() {
        for (String lost : new String[] {
            "-17",
            "del(17)(p13)",
            "17p-",
            "i(17)(q10)",
            "i(17q)",
            "idic(17)(p11)",
            "der(5;17)(p10;q10)",
            "der(17)t(5;17)(q13;p13)",
            "dic(5;17)(q13;p11)",
            "ider(17)(q10)t(15;17)(q22;q21)"
        }) {
            assertThat(state(lost, CytogeneticLesion.LOSS_17P)).as(lost).isEqualTo(PRESENT);
        }
        assertThat(state("add(17)(p11)", CytogeneticLesion.LOSS_17P)).isEqualTo(UNKNOWN);
        assertThat(state("add(17)(p11)", CytogeneticLesion.ADD_17P)).isEqualTo(PRESENT);
        assertThat(state("add(17)(q25)", CytogeneticLesion.ADD_17P)).isEqualTo(ABSENT);
        assertThat(state("add(17)", CytogeneticLesion.ADD_17P)).isEqualTo(UNKNOWN);
        assertThat(state("add(?)(p11)", CytogeneticLesion.ADD_17P)).isEqualTo(UNKNOWN);
        assertThat(state("t(3;17)(q21;p13)", CytogeneticLesion.LOSS_17P)).isEqualTo(ABSENT);
        assertThat(state("i(17)(p10)", CytogeneticLesion.LOSS_17P)).isEqualTo(ABSENT);
    }

    @ParameterizedTest
    @CsvSource({
        "DEL_7Q, del(7)(q22), del(7)(p15)",
        "LOSS_7Q, -7, -8",
        "LOSS_7Q, der(7)t(1;7)(q21;q22), der(1)t(1;7)(q21;q22)",
        "DEL_11Q, del(11)(q13q23), del(11)(p13)",
        "DEL_12P, del(12)(p12), del(12)(q15)",
        "LOSS_12P, -12, -13",
        "LOSS_12P, dic(9;12)(p13;p13), dic(9;12)(p13;q13)",
        "ABN_12P, t(7;12)(q36;p13), t(7;12)(q36;q13)",
        "ABN_12P, add(12)(p13), add(12)(q24)",
        "DEL_13Q, del(13)(q12q14), del(14)(q12q14)",
        "MONOSOMY_13, -13, -14",
        "DEL_17P, 17p-, 17q-",
        "DEL_20Q, 20q-, 20p-",
        "TRISOMY_8, +8, -8",
        "TRISOMY_9, +9, +8",
        "TRISOMY_19, +19, +20",
        "TRISOMY_21, +21, +22",
        "MONOSOMY_5, -5, +5",
        "MONOSOMY_7, -7, +7",
        "MONOSOMY_17, -17, +17",
        "ISOCHROMOSOME_17Q, i(17)(q10), i(17)(p10)",
        "ISOCHROMOSOME_17Q, i(17q), idic(17)(p11)",
        "ABN_3Q, inv(3)(q21q26), inv(3)(p21p25)",
        "ABN_3Q, t(3;5)(q21;q31), t(3;5)(p21;q31)",
        "ABN_3Q, del(3)(q21), del(3)(p21)",
        "ABN_3Q, ins(3;3)(q26;q21q26), ins(3;3)(q27;q21q25)",
        "ABN_17P, add(17)(p11), add(17)(q11)",
        "ABN_17P, i(17)(q10), i(17)(p10)",
    })
    void aLesionIsOfItsOwnChromosomeAndArm(CytogeneticLesion lesion, String present, String absent) {
        assertThat(state(present, lesion)).as(present).isEqualTo(PRESENT);
        assertThat(state(absent, lesion)).as(absent).isEqualTo(ABSENT);
    }

    @Test
    void alternativesThatAreBothTheLesionAreTheLesion() {
        assertThat(state("del(5)(q13q33) or del(5)(q22q35)", CytogeneticLesion.DEL_5Q))
                .isEqualTo(PRESENT);
        assertThat(state("del(5)(q13)or del(7)(q22)", CytogeneticLesion.DEL_5Q)).isEqualTo(UNKNOWN);
        assertThat(state("del(5)(q13)or del(7)(q22)", CytogeneticLesion.DEL_7Q)).isEqualTo(UNKNOWN);
        assertThat(state("del(5)(q13)or del(7)(q22)", CytogeneticLesion.DEL_11Q))
                .isEqualTo(ABSENT);
        assertThat(state("+8 or +9", CytogeneticLesion.TRISOMY_8)).isEqualTo(UNKNOWN);
        assertThat(state("t(8;21)(q22 or q24;q22)", CytogeneticLesion.RUNX1_RUNX1T1))
                .isEqualTo(UNKNOWN);
        assertThat(state("del(5)(q13)or del(5)(q22)or add(5)(q31)", CytogeneticLesion.DEL_5Q))
                .isEqualTo(UNKNOWN);
        assertThat(KaryotypeFindings.of("46,XX,del(5)(q13)or del(7)(q22)").count())
                .isEqualTo(1);
    }

    @Test
    void whatMayBeConstitutionalIsUnknownAndMayNotCount() {
        KaryotypeFindings findings = KaryotypeFindings.of("46,XX,del(5)(q13)?c,del(7)(q22),+8,-9");

        assertThat(findings.lesion(CytogeneticLesion.DEL_5Q)).isEqualTo(UNKNOWN);
        assertThat(findings.lesion(CytogeneticLesion.DEL_7Q)).isEqualTo(PRESENT);
        assertThat(findings.count()).isEqualTo(4);
        assertThat(findings.leastCount()).isEqualTo(3);
        assertThat(findings.threeOrMore()).isEqualTo(PRESENT);
        assertThat(KaryotypeFindings.of("46,XX,del(5)(q13)?c,del(7)(q22),t(1;2)(p36;q37)")
                        .threeOrMore())
                .isEqualTo(UNKNOWN);
        assertThat(KaryotypeFindings.of("45,XX,-7,del(5)(q13)?c").monosomal()).isEqualTo(UNKNOWN);
        assertThat(KaryotypeFindings.of("45,XX,-7?c,del(5)(q13)").monosomal()).isEqualTo(UNKNOWN);
    }
}
