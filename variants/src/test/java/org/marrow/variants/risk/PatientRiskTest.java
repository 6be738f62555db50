package org.marrow.variants.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.variants.karyotype.KaryotypeException;
import org.marrow.variants.karyotype.KaryotypePolicy;
import org.marrow.variants.karyotype.KaryotypePolicy.CloneCounting;
import org.marrow.variants.karyotype.KaryotypePolicy.CloneSize;
import org.marrow.variants.risk.scheme.PatientFindings;
import org.marrow.variants.testing.Calls;

class PatientRiskTest {
    private static final Calls NPM1 = Calls.in("NPM1")
            .at("5", 170837543, "C", "CTCTG")
            .is(Consequence.FRAMESHIFT)
            .protein("p.W288fs")
            .vaf(0.4);

    private static ClinicalValues clinical(String karyotype, Map<String, TriState> lesions) {
        return clinical(karyotype, null, OptionalDouble.of(70), lesions);
    }

    private static ClinicalValues clinical(
            String karyotype, String group, OptionalDouble age, Map<String, TriState> lesions) {
        return new ClinicalValues(
                age,
                OptionalDouble.of(9.6),
                OptionalDouble.of(120),
                OptionalDouble.of(1.2),
                OptionalDouble.of(4),
                Optional.ofNullable(karyotype),
                Optional.ofNullable(group),
                lesions);
    }

    private static RiskResult eln(ClinicalValues clinical, SampleVariants variants) {
        return PatientRisk.assess(Disease.AML, clinical, Optional.of(variants)).getFirst();
    }

    private static RiskResult mds(String scheme, ClinicalValues clinical, Optional<SampleVariants> variants) {
        return PatientRisk.assess(Disease.MDS, clinical, variants).stream()
                .filter(result -> result.scheme().id().equals(scheme))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> flags(RiskResult result) {
        return result.flags().stream().map(RiskFlag::code).toList();
    }

    @Test
    void everyDiseaseHasItsSchemes() {
        assertThat(schemes(Disease.AML))
                .startsWith("eln2022")
                .contains("eln2017")
                .doesNotContain("ipssr");
        assertThat(schemes(Disease.MDS)).startsWith("ipssr", "ipssra", "ipssm").doesNotContain("eln2022");
        assertThat(schemes(Disease.CML)).contains("elts");
        assertThat(schemes(Disease.MPN)).contains("dipss");
        assertThat(schemes(Disease.OTHER)).isEmpty();
        assertThat(PatientRisk.assess(Disease.MDS, ClinicalValues.unknown(), Optional.empty()))
                .extracting(result -> result.scheme().id())
                .contains("ipssr", "ipssm")
                .doesNotContain("ipssra");
    }

    private static List<String> schemes(Disease disease) {
        return PatientRisk.assess(disease, clinical("46,XX", Map.of()), Optional.empty()).stream()
                .map(result -> result.scheme().id())
                .toList();
    }

    @Test
    void anExomeWithoutKaryotypeGivesARangeAndNamesTheKaryotype() {
        RiskResult result = eln(ClinicalValues.unknown(), Calls.exome(NPM1));

        assertThat(result.category()).isEmpty();
        assertThat(result.range()).contains(new CategoryRange("Favorable", "Adverse"));
        assertThat(result.settledBy()).containsExactly("KARYOTYPE", "FLT3_ITD_ASSAY");
        assertThat(result.drivers()).extracting(RiskDriver::name).containsExactly("NPM1");
        assertThat(result.missing()).contains("FLT3_ITD", "complex").doesNotContain("ASXL1", "TP53");
        assertThat(flags(result)).containsExactly("PATHOGENICITY_NOT_CURATED");
        assertThat(result.inputs())
                .contains(
                        new RiskInput("NPM1", Optional.of("present: NPM1 p.W288fs, VAF 0.4"), Optional.of("sample-1")))
                .contains(new RiskInput("ASXL1", Optional.of("absent"), Optional.of("sample-1")));
    }

    @Test
    void karyotypeAssayAndPanelTogetherSettleIt() {
        RiskResult result = eln(clinical("46,XX[20]", Map.of("FLT3_ITD", ABSENT)), Calls.exome(NPM1));

        assertThat(result.category()).contains("Favorable");
        assertThat(result.missing()).isEmpty();
        assertThat(result.inputs())
                .contains(new RiskInput("FLT3_ITD", Optional.of("absent"), Optional.of("clinical table")))
                .contains(new RiskInput("-7", Optional.of("absent"), Optional.of("karyotype")));
    }

    @Test
    void aKaryotypeThatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> eln(clinical("normal", Map.of()), Calls.exome()))
                .isInstanceOf(KaryotypeException.class);
    }

    @Test
    void sourcesThatDisagreeAreToldAndTheFindingIsBelieved() {
        RiskResult result = eln(clinical("46,XX[20]", Map.of("del5q", PRESENT)), Calls.exome());

        assertThat(result.category()).contains("Adverse");
        assertThat(flags(result)).contains("INPUTS_DISAGREE");
        assertThat(result.flags().getFirst().explanation())
                .endsWith("(del5q: present by clinical table, absent by karyotype; taken as present)");
    }

    @Test
    void aBreakApartProbeAndTheKaryotypeThatNamesThePartnerAgree() {
        RiskResult kmt2a = eln(clinical("46,XX,t(9;11)(p21.3;q23.3)[20]", Map.of("KMT2A_r", PRESENT)), Calls.exome());
        assertThat(kmt2a.category()).contains("Intermediate");
        assertThat(flags(kmt2a)).isEmpty();
        RiskResult mecom = eln(clinical("46,XX,inv(3)(q21.3q26.2)[20]", Map.of("MECOM_r", PRESENT)), Calls.exome());
        assertThat(mecom.category()).contains("Adverse");
        assertThat(flags(mecom)).isEmpty();
        assertThat(flags(eln(clinical("46,XX[20]", Map.of("KMT2A_r", PRESENT)), Calls.exome())))
                .containsExactly("INPUTS_DISAGREE");
        assertThat(flags(eln(clinical("46,XX[20]", Map.of("MECOM_r", PRESENT)), Calls.exome())))
                .containsExactly("INPUTS_DISAGREE");
    }

    @Test
    void anotherCountingPolicyChangesTheFindings() {
        ClinicalValues twoClones = clinical("45,XX,-8[10]/45,XX,-9[5]", Map.of());

        assertThat(PatientFindings.assemble(twoClones, Optional.empty()).lesion("monosomal"))
                .isEqualTo(PRESENT);
        assertThat(PatientFindings.assemble(
                                twoClones,
                                Optional.empty(),
                                new KaryotypePolicy(CloneCounting.WITHIN_CLONE, CloneSize.REQUIRED))
                        .lesion("monosomal"))
                .isEqualTo(ABSENT);
    }

    @Test
    void aLesionNameThatNothingReadsIsTold() {
        RiskResult result = eln(clinical("46,XX[20]", Map.of("FLT3ITD", PRESENT)), Calls.exome());

        assertThat(flags(result)).containsExactly("LESION_NAME_NOT_USED");
        assertThat(result.flags().getFirst().explanation()).endsWith("(FLT3ITD)");
        assertThat(result.missing()).containsExactly("FLT3_ITD");
    }

    @Test
    void karyotypeCaveatsAreTold() {
        assertThat(flags(eln(clinical("45,XX,-7[2]/46,XX[18]", Map.of()), Calls.exome())))
                .containsExactly("ABNORMALITY_NOT_CLONAL");
        assertThat(flags(eln(clinical("45,XX,-8[10]/45,XX,-9[5]", Map.of()), Calls.exome())))
                .containsExactly("CLONE_COUNTING_MATTERS");
    }

    @Test
    void complexOfATableCountsUnlessTheKaryotypeExcludesIt() {
        assertThat(eln(clinical(null, Map.of("complex", PRESENT)), Calls.exome())
                        .inputs())
                .contains(new RiskInput("complex", Optional.of("present"), Optional.of("clinical table")));
        RiskResult hyperdiploid = eln(clinical("49,XX,+8,+9,+13[20]", Map.of("complex", PRESENT)), Calls.exome());
        assertThat(hyperdiploid.category()).contains("Intermediate");
        assertThat(flags(hyperdiploid)).isEmpty();
        RiskResult byArray = eln(clinical("46,XX[20]", Map.of("complex", PRESENT)), Calls.exome());
        assertThat(byArray.category()).contains("Adverse");
        assertThat(flags(byArray)).contains("INPUTS_DISAGREE");
    }

    @Test
    void tp53ComesFromTheVariantsElseFromTheTable() {
        RiskResult adverse = eln(
                clinical("46,XX[20]", Map.of()),
                Calls.exome(Calls.in("TP53").protein("p.R273H").vaf(0.1)));
        assertThat(adverse.category()).contains("Adverse");
        assertThat(adverse.inputs())
                .contains(
                        new RiskInput("TP53", Optional.of("present: TP53 p.R273H, VAF 0.1"), Optional.of("sample-1")));
        assertThat(eln(
                                clinical("46,XX[20]", Map.of()),
                                Calls.exome(Calls.in("TP53").vaf(0.099)))
                        .category())
                .contains("Intermediate");
        assertThat(eln(clinical("46,XX[20]", Map.of()), Calls.exome(Calls.in("TP53")))
                        .settledBy())
                .containsExactly("TP53_VAF");
        RiskResult table = eln(clinical("46,XX[20]", Map.of("TP53", PRESENT)), Calls.exome());
        assertThat(table.settledBy()).containsExactly("TP53_VAF");
        assertThat(table.inputs())
                .contains(new RiskInput("TP53", Optional.of("present"), Optional.of("clinical table")));
        RiskResult panel = eln(
                clinical("46,XX[20]", Map.of()),
                Calls.panel(Set.of(), Calls.in("TP53").vaf(0.05)));
        assertThat(panel.settledBy()).containsExactly("FLT3_ITD_ASSAY", "GENE_PANEL");
        assertThat(panel.missing()).contains("TP53").doesNotContain("TP53_vaf");
        assertThat(eln(clinical("46,XX[20]", Map.of("TP53", ABSENT)), Calls.unstated())
                        .missing())
                .doesNotContain("TP53");
        // A second variant without a fraction may be the larger one.
        RiskResult two = eln(
                clinical("46,XX[20]", Map.of()),
                Calls.exome(Calls.in("TP53").vaf(0.05), Calls.in("TP53").protein("p.R175H")));
        assertThat(two.settledBy()).containsExactly("TP53_VAF");
        assertThat(two.inputs())
                .contains(new RiskInput(
                        "TP53",
                        Optional.of("present: TP53 1:1000 A>G, VAF 0.05; TP53 p.R175H"),
                        Optional.of("sample-1")));
    }

    @Test
    void aCebpaMissenseVariantOfTheBzipDomainIsTold() {
        RiskResult result = eln(
                clinical("46,XX[20]", Map.of()), Calls.exome(Calls.in("CEBPA").protein("p.R300C")));

        assertThat(flags(result)).containsExactly("PATHOGENICITY_NOT_CURATED", "CEBPA_BZIP_MISSENSE");
        assertThat(result.flags().get(1).explanation()).endsWith("(CEBPA p.R300C)");
        assertThat(result.category()).contains("Intermediate");
    }

    @Test
    void anMdsPatientIsAssessedFromKaryotypeTableAndVariants() {
        ClinicalValues clinical = clinical("46,XX,del(5)(q13)[20]", Map.of("KMT2A_PTD", ABSENT, "FLT3-ITD", ABSENT));
        SampleVariants variants = Calls.exome(
                Calls.in("SF3B1").protein("p.K700E").vaf(0.4),
                Calls.in("TP53").protein("p.R273H").vaf(0.2));
        RiskResult ipssr = mds("ipssr", clinical, Optional.of(variants));
        RiskResult ipssm = mds("ipssm", clinical, Optional.of(variants));

        assertThat(ipssr.category()).contains("Low");
        assertThat(ipssr.score()).contains(ScoreRange.exact(3));
        assertThat(ipssr.inputs()).contains(new RiskInput("CYTO_IPSSR", Optional.of("Good"), Optional.of("karyotype")));
        assertThat(ipssm.missing()).containsExactly("TP53loh");
        assertThat(ipssm.settledBy()).containsExactly("TP53_LOH_ASSAY");
        assertThat(ipssm.drivers()).extracting(RiskDriver::name).contains("SF3B1_5q");
        assertThat(ipssm.inputs())
                .contains(
                        new RiskInput("TP53mut", Optional.of("present: 1, TP53 p.R273H"), Optional.of("sample-1")),
                        new RiskInput("TP53maxvaf", Optional.of("0.2"), Optional.of("sample-1")),
                        new RiskInput("SF3B1", Optional.of("present: SF3B1 p.K700E, VAF 0.4"), Optional.of("sample-1")),
                        new RiskInput("del5q", Optional.of("present: del(5)(q13)"), Optional.of("karyotype")),
                        new RiskInput("MLL_PTD", Optional.of("absent"), Optional.of("clinical table")),
                        new RiskInput("complex", Optional.of("absent"), Optional.of("karyotype")));
        assertThat(flags(ipssm)).contains("PATHOGENICITY_NOT_CURATED", "IPSSM_RANGE_ABOVE_LIMIT");
        assertThat(ipssm.flags().getFirst().explanation()).endsWith("(TP53mut, SF3B1)");
    }

    @Test
    void theReportsOwnGroupGoesBeforeTheKaryotypes() {
        ClinicalValues clinical = clinical("46,XX[20]", "Poor", OptionalDouble.empty(), Map.of());

        assertThat(mds("ipssr", clinical, Optional.empty()).score()).contains(ScoreRange.exact(5));
        assertThat(flags(mds("ipssr", clinical, Optional.empty()))).containsExactly("INPUTS_DISAGREE");
        assertThat(flags(mds("ipssm", clinical, Optional.empty()))).contains("INPUTS_DISAGREE");
        assertThat(mds("ipssr", clinical, Optional.empty()).inputs())
                .contains(new RiskInput("CYTO_IPSSR", Optional.of("Poor"), Optional.of("clinical table")));
        assertThat(flags(mds(
                        "ipssr", clinical("46,XX[20]", "Good", OptionalDouble.empty(), Map.of()), Optional.empty())))
                .isEmpty();
        assertThatThrownBy(
                        () -> mds("ipssr", clinical(null, "good", OptionalDouble.empty(), Map.of()), Optional.empty()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("cytogenetics_ipssr: expected one of Very Good, Good, Intermediate, Poor, Very Poor, found"
                        + " good");
    }

    @Test
    void ipssmNeedsItsFlt3FromEitherColumn() {
        assertThat(flt3(Map.of("FLT3_ITD", PRESENT), Calls.unstated())).isEqualTo("present");
        assertThat(flt3(Map.of("FLT3", PRESENT), Calls.unstated())).isEqualTo("present");
        assertThat(flt3(Map.of("FLT3", ABSENT), Calls.unstated())).isEqualTo("absent");
        assertThat(flt3(Map.of("FLT3_ITD", ABSENT), Calls.unstated())).isEqualTo("missing");
        assertThat(flt3(Map.of("FLT3_ITD", ABSENT), Calls.exome())).isEqualTo("absent");
        assertThat(flt3(Map.of(), Calls.exome())).isEqualTo("missing");
        assertThat(flt3(Map.of(), Calls.exome(Calls.in("FLT3").protein("p.D835Y"))))
                .isEqualTo("present: FLT3 p.D835Y");
        assertThat(flt3(Map.of("FLT3", ABSENT), Calls.exome(Calls.in("FLT3").protein("p.D835Y"))))
                .isEqualTo("present: FLT3 p.D835Y");
    }

    private static String flt3(Map<String, TriState> lesions, SampleVariants variants) {
        return mds("ipssm", clinical("46,XX[20]", lesions), Optional.of(variants)).inputs().stream()
                .filter(input -> input.name().equals("FLT3"))
                .findFirst()
                .flatMap(RiskInput::value)
                .orElse("missing");
    }

    @Test
    void ipssmCountsTp53MutationsOnlyWhereTheGeneWasLookedAt() {
        Calls one = Calls.in("TP53").protein("p.R273H").vaf(0.2);
        Calls other = Calls.in("TP53").protein("p.R175H").vaf(0.3);

        assertThat(tp53(Map.of(), Calls.exome())).isEqualTo("absent");
        assertThat(tp53(Map.of(), Calls.exome(one))).isEqualTo("present: 1, TP53 p.R273H");
        assertThat(tp53(Map.of(), Calls.unstated(one))).isEqualTo("missing");
        assertThat(tp53(Map.of(), Calls.unstated(one, other)))
                .isEqualTo("present: 2 or more, TP53 p.R273H; TP53 p.R175H");
        assertThat(tp53(Map.of("TP53", ABSENT), Calls.unstated())).isEqualTo("absent");
        assertThat(tp53(Map.of("TP53", PRESENT), Calls.unstated())).isEqualTo("missing");
    }

    private static String tp53(Map<String, TriState> lesions, SampleVariants variants) {
        RiskResult result = mds("ipssm", clinical("46,XX[20]", lesions), Optional.of(variants));
        if (result.missing().contains("TP53mut")) {
            return "missing";
        }
        return result.inputs().stream()
                .filter(input -> input.name().equals("TP53mut"))
                .findFirst()
                .flatMap(RiskInput::value)
                .orElseThrow();
    }

    @Test
    void aTableMayGiveOneColumnForTwoLesions() {
        RiskResult both = eln(clinical(null, Map.of("del17_17p", ABSENT, "del7_7q", ABSENT)), Calls.exome());
        assertThat(both.missing()).doesNotContain("-7", "-17").contains("abn17p");
        Map<String, TriState> parts = new HashMap<>(Map.of("-7", ABSENT, "del7q", ABSENT, "monosomy17", PRESENT));
        RiskResult ipssm = mds("ipssm", clinical(null, parts), Optional.empty());
        assertThat(ipssm.missing()).doesNotContain("del7_7q", "del17_17p").contains("del5q");
        parts.remove("del7q");
        assertThat(mds("ipssm", clinical(null, parts), Optional.empty()).missing())
                .contains("del7_7q");
    }

    @Test
    void theOrderOfVariantsChangesNothing() {
        Calls[] calls = {
            NPM1,
            Calls.in("ASXL1").protein("p.G646fs").is(Consequence.FRAMESHIFT).vaf(0.3),
            Calls.in("TP53").vaf(0.05)
        };
        Calls[] reversed = {calls[2], calls[1], calls[0]};

        assertThat(eln(clinical("46,XX[20]", Map.of()), Calls.exome(calls)))
                .isEqualTo(eln(clinical("46,XX[20]", Map.of()), Calls.exome(reversed)));
    }
}
