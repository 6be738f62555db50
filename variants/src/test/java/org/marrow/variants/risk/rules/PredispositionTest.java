package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.variants.risk.PatientRisk;
import org.marrow.variants.risk.scheme.RiskLanguage;
import org.marrow.variants.risk.scheme.RiskMessages;
import org.marrow.variants.testing.Calls;
import org.marrow.variants.testing.SchemeCase;
import org.marrow.variants.testing.SchemeRow;
import org.marrow.variants.testing.ValidationPage;

class PredispositionTest {
    private static final String ID = "predisposition";
    private static final String NONE = "No reason found";
    private static final String ADVISED = "Constitutional test advised";
    private static final String USUAL = "DISEASE=AML; AGE=60";
    private static final String NEL = "public case set";
    private static final String RULE = "ELN 2022 tables 2 and 3, Drazer 2020";
    private static final String MEMORY = "from memory";

    private static final String NOTES = """
            The flag advises a constitutional test or finds no reason for one. It never says that a variant is constitutional: that takes
            cultured fibroblasts or hair follicles (allele fraction 30 to 60 %) or two relatives, and the flag
            `PREDISPOSITION_HOW_TO_CONFIRM` says so with every advice. The score counts the reasons. Genes with the driver
            `PREDISPOSITION_GENE_REMEMBERED` are named from memory; "Fanconi genes" and "RPS/RPL" of the rule are spelled out from memory too.
            RASopathy genes (CBL, KRAS, NF1, PTPN11) count below 18 years alone, because their variants in adults are nearly always
            acquired (option `PREDISPOSITION_RAS_IN_ADULTS`).
            """;

    private static SchemeCase one(String name, String findings, String expected, String source) {
        return new SchemeCase(ID, name, USUAL, findings, expected, source);
    }

    static List<SchemeCase> cases() {
        List<SchemeCase> cases = new ArrayList<>(List.of(
                one(
                        "NEL-1",
                        "RUNX1_vaf=0.48",
                        ADVISED + ", flag PREDISPOSITION_HETEROZYGOUS_BAND",
                        NEL + ": RUNX1 R166* 48 %"),
                one(
                        "NEL-2",
                        "DDX41_vaf=0.48; DDX41_R525H_vaf=0.09",
                        ADVISED + ", flag PREDISPOSITION_DDX41_SECOND_HIT",
                        NEL + ": DDX41 D140fs 48 % and R525H 9 %"),
                one(
                        "NEL-3",
                        "DDX41_vaf=0.08; DDX41_R525H_vaf=0.08",
                        ADVISED + ", flag PREDISPOSITION_DDX41_R525H_ALONE",
                        NEL + ": DDX41 R525H 8 % alone"),
                one(
                        "NEL-4",
                        "CEBPA_vaf=0.46; CEBPA_NTERM=1; CEBPA_BZIP_INFRAME=1",
                        ADVISED + ", flag PREDISPOSITION_CEBPA_PHASE",
                        NEL + ": CEBPA N-term 44 % and bZIP 46 %"),
                one("NEL-5", "MPL_S505N_vaf=0.49", ADVISED, NEL + ": MPL S505N 49 %"),
                one(
                        "NEL-6",
                        "TP53_vaf=0.46; del17p=1",
                        NONE + ", flag PREDISPOSITION_TP53_LOST",
                        NEL + ": TP53 R273H 46 % and del(17p)"),
                one("N-1", "", NONE, RULE),
                one("T-1", "TP53_vaf=0.46", ADVISED, RULE),
                one("T-2", "TP53_vaf=0.30", NONE, RULE),
                one("T-3", "TP53_vaf=0.46; TP53_LOH=1", NONE, RULE),
                one("T-4", "TP53_vaf=0.46; -17=1", NONE, RULE),
                one("T-5", "TP53_vaf=0.46; loss17p=1", NONE, RULE),
                one("M-1", "MPL_S505N_vaf=0.30", NONE, RULE),
                one("M-2", "MPL_S505N_vaf=0.31", ADVISED, RULE),
                one("D-1", "DDX41_vaf=0.45; -5=1", ADVISED + ", flag PREDISPOSITION_ARM_LOST", "derived"),
                one("D-2", "ETV6_vaf=0.45; del12p=1", ADVISED + ", flag PREDISPOSITION_ARM_LOST", "derived"),
                one("H-1", "VARIANT_IN_REMISSION=1", ADVISED + ", flag PREDISPOSITION_HOW_TO_CONFIRM", RULE),
                one("H-2", "TWO_CANCERS=1", ADVISED, RULE),
                one("H-3", "AFFECTED_RELATIVE=1", ADVISED, RULE),
                one("H-4", "DISEASE=MDS; AGE=40", ADVISED, RULE),
                one("H-5", "DISEASE=MDS; AGE=41", NONE, RULE),
                one("H-6", "DISEASE=AML; AGE=30", NONE, RULE)));
        for (String gene : List.of(
                "CEBPA", "DDX41", "RUNX1", "ANKRD26", "ETV6", "GATA2", "ELANE", "G6PC3", "GFI1", "HAX1", "JAGN1",
                "TCIRG1", "VPS45")) {
            cases.add(one("G-" + gene, gene + "_vaf=0.301", ADVISED, RULE));
            cases.add(one("G30-" + gene, gene + "_vaf=0.30", NONE, RULE));
        }
        for (String gene : List.of(
                "SAMD9", "SAMD9L", "TERT", "TERC", "DKC1", "TINF2", "RTEL1", "ACD", "SBDS", "EFL1", "DNAJC21", "FANCA",
                "BRCA2", "RPS19", "RPL5", "SRP72", "MBD4", "ERCC6L2", "BLM", "PAX5", "IKZF1", "SH2B3")) {
            cases.add(one("G-" + gene, gene + "_vaf=0.301", ADVISED + ", flag RULE_FROM_MEMORY", MEMORY));
            cases.add(one("G30-" + gene, gene + "_vaf=0.30", NONE, MEMORY));
        }
        for (String gene : List.of("CBL", "KRAS", "NF1", "PTPN11")) {
            cases.add(one("R-" + gene, gene + "_vaf=0.301; AGE=17.9", ADVISED + ", flag RULE_FROM_MEMORY", MEMORY));
            cases.add(one("R30-" + gene, gene + "_vaf=0.30; AGE=17.9", NONE, MEMORY));
            cases.add(one("R18-" + gene, gene + "_vaf=0.45; AGE=18", NONE, "open: childhood alone"));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseHasItsAdvice(SchemeCase one) {
        assertThat(one.got()).isEqualTo(one.expected());
    }

    @Test
    void thePageListsTheCases() throws IOException {
        ValidationPage.check(NOTES + "\n\n" + SchemeCase.assumption(cases()), cases());
    }

    @ParameterizedTest
    @CsvSource({"0.39, false", "0.40, true", "0.60, true", "0.61, false"})
    void theHeterozygousBandHasBothItsEnds(String vaf, boolean told) {
        assertThat(codes(row("GATA2_vaf=" + vaf)).anyMatch("PREDISPOSITION_HETEROZYGOUS_BAND"::equals))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0.30, true", "0.31, false"})
    void r525hIsTheSecondHitBesideAnotherVariantOnlyWhileItIsLow(String vaf, boolean told) {
        RiskResult result = row("DDX41_vaf=0.48; DDX41_R525H_vaf=" + vaf);

        assertThat(codes(result).anyMatch("PREDISPOSITION_DDX41_SECOND_HIT"::equals))
                .isEqualTo(told);
        assertThat(codes(result)).doesNotContain("PREDISPOSITION_DDX41_R525H_ALONE");
    }

    @Test
    void everyReasonIsADriverOfItsOwn() {
        RiskResult result = row("RUNX1_vaf=0.48; SAMD9_vaf=0.5; AFFECTED_RELATIVE=1");

        assertThat(result.drivers())
                .extracting(RiskDriver::name, RiskDriver::rule, RiskDriver::mark)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("RUNX1", "PREDISPOSITION_GENE", EvidenceMark.VERIFIED),
                        org.assertj.core.groups.Tuple.tuple(
                                "SAMD9", "PREDISPOSITION_GENE_REMEMBERED", EvidenceMark.FROM_MEMORY),
                        org.assertj.core.groups.Tuple.tuple(
                                "AFFECTED_RELATIVE", "PREDISPOSITION_RELATIVE", EvidenceMark.VERIFIED));
        assertThat(result.score().orElseThrow().mean()).isEqualTo(3);
    }

    @Test
    void eachAdviceSaysHowToConfirmAndNoneWithoutAReason() {
        for (SchemeCase one : cases()) {
            RiskResult result = one.result();
            assertThat(codes(result).anyMatch("PREDISPOSITION_HOW_TO_CONFIRM"::equals))
                    .as(one.name())
                    .isEqualTo(result.category().equals(Optional.of(ADVISED)));
        }
    }

    @Test
    void noTextCallsAVariantConstitutionalOrGermline() {
        for (RiskLanguage language : RiskLanguage.values()) {
            RiskMessages.all(language).forEach((code, text) -> {
                if (code.startsWith("PREDISPOSITION_") || code.startsWith("CATEGORY_CONST")) {
                    assertThat(text.toLowerCase(Locale.ROOT)).as(code).doesNotContain("germline", "germinal");
                }
            });
        }
        assertThat(RiskMessages.text(RiskLanguage.ENGLISH, "PREDISPOSITION_HOW_TO_CONFIRM"))
                .contains("30 to 60 %", "fibroblasts", "two or more relatives");
    }

    @Test
    void tp53WaitsForTheKaryotypeAndTheOtherAllele() {
        RiskResult result = row("TP53_vaf=0.46; del17p=NA; TP53_LOH=NA");

        assertThat(result.category()).isEmpty();
        assertThat(result.possible()).containsExactly(NONE, ADVISED);
        assertThat(result.settledBy()).containsExactly("KARYOTYPE", "TP53_LOH_ASSAY");
    }

    @Test
    void oneReasonSettlesItWhateverIsMissing() {
        RiskResult result = SchemeRow.unknown(ID).with("RUNX1_vaf=0.48").assess();

        assertThat(result.category()).contains(ADVISED);
        assertThat(result.settledBy()).isEmpty();
    }

    @Test
    void genesThatNobodyLookedAtLeaveItOpen() {
        RiskResult result = row("GATA2_vaf=NA; SAMD9_vaf=NA; GATA2=NA; SAMD9=NA");

        assertThat(result.category()).isEmpty();
        assertThat(result.missing()).containsExactly("GATA2", "SAMD9");
        assertThat(result.settledBy()).containsExactly("GENE_PANEL");
    }

    @Test
    void itWorksFromThePatientsOwnVariants() {
        assertThat(ofPatient(Calls.in("RUNX1")
                                .protein("p.R166*")
                                .is(Consequence.STOP_GAINED)
                                .vaf(0.48))
                        .category())
                .contains(ADVISED);
        RiskResult ddx41 = ofPatient(
                Calls.in("DDX41").protein("p.D140fs").is(Consequence.FRAMESHIFT).vaf(0.48),
                Calls.in("DDX41").protein("p.R525H").vaf(0.09));
        assertThat(ddx41.category()).contains(ADVISED);
        assertThat(codes(ddx41)).contains("PREDISPOSITION_DDX41_SECOND_HIT");
        assertThat(codes(ofPatient(Calls.in("DDX41").protein("p.R525H").vaf(0.08))))
                .contains("PREDISPOSITION_DDX41_R525H_ALONE");
        RiskResult cebpa = ofPatient(
                Calls.in("CEBPA")
                        .protein("p.H24Afs*84")
                        .is(Consequence.FRAMESHIFT)
                        .vaf(0.44),
                Calls.in("CEBPA")
                        .protein("p.K313dup")
                        .is(Consequence.INFRAME_INSERTION)
                        .vaf(0.46));
        assertThat(cebpa.category()).contains(ADVISED);
        assertThat(codes(cebpa)).contains("PREDISPOSITION_CEBPA_PHASE");
        assertThat(ofPatient(Calls.in("MPL").protein("p.S505N").vaf(0.49)).category())
                .contains(ADVISED);
        assertThat(ofPatient(Calls.in("MPL").protein("p.W515L").vaf(0.49)).category())
                .isEmpty();
    }

    @Test
    void aVariantOfWhichTheFractionIsUnknownLeavesItOpen() {
        RiskResult result = ofPatient(Calls.in("RUNX1"));

        assertThat(result.possible()).containsExactly(NONE, ADVISED);
        assertThat(result.missing()).contains("RUNX1_vaf");
    }

    @Test
    void mdsOfAYoungPatientIsKnownByTheDiagnosis() {
        ClinicalValues young = new ClinicalValues(
                OptionalDouble.of(40),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());

        assertThat(of(PatientRisk.assess(Disease.MDS, young, Optional.empty())).category())
                .contains(ADVISED);
        assertThat(of(PatientRisk.assess(Disease.AML, young, Optional.empty())).category())
                .isEmpty();
    }

    private static RiskResult ofPatient(Calls... calls) {
        SampleVariants sample = Calls.exome(calls);
        return of(PatientRisk.assess(Disease.AML, ClinicalValues.unknown(), Optional.of(sample)));
    }

    private static RiskResult of(List<RiskResult> results) {
        return results.stream()
                .filter(result -> result.scheme().id().equals(ID))
                .findFirst()
                .orElseThrow();
    }

    private static RiskResult row(String findings) {
        return SchemeRow.nothingFound(ID).with(USUAL).with(findings).assess();
    }

    private static Stream<String> codes(RiskResult result) {
        return result.flags().stream().map(RiskFlag::code);
    }
}
