package org.marrow.variants.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.variants.testing.Calls;

class MolecularLesionsTest {

    private static MolecularLesions lesions(SampleVariants sample) {
        return new MolecularLesions(sample);
    }

    private static MolecularLesions exome(Calls... calls) {
        return lesions(Calls.exome(calls));
    }

    private static Calls npm1(int position, String ref, String alt) {
        return Calls.in("NPM1").at("5", position, ref, alt).is(Consequence.FRAMESHIFT);
    }

    private static Calls flt3(int position, String ref, String alt) {
        return Calls.in("FLT3").at("13", position, ref, alt).is(Consequence.INFRAME_INSERTION);
    }

    @ParameterizedTest
    @EnumSource(Consequence.class)
    void aGeneIsMutatedByWhatAltersItsProteinAndByNothingElse(Consequence consequence) {
        TriState state = exome(Calls.in("RUNX1").is(consequence)).gene("RUNX1").state();

        TriState otherwise = consequence == Consequence.UNKNOWN ? UNKNOWN : ABSENT;
        assertThat(state).isEqualTo(consequence.altersProtein() ? PRESENT : otherwise);
    }

    @Test
    void aGeneThatWasNotLookedAtIsUnknownAndOneThatWasIsAbsent() {
        SampleVariants panel = Calls.panel(Set.of("ASXL1", "RUNX1"), Calls.in("TET2"));

        assertThat(lesions(panel).gene("ASXL1").state()).isEqualTo(ABSENT);
        assertThat(lesions(panel).gene("BCOR").state()).isEqualTo(UNKNOWN);
        assertThat(lesions(panel).gene("TET2").state()).isEqualTo(PRESENT);
        assertThat(lesions(Calls.unstated()).gene("ASXL1").state()).isEqualTo(UNKNOWN);
        assertThat(exome().gene("ASXL1").state()).isEqualTo(ABSENT);
    }

    @Test
    void aCallThatFailedItsFiltersDoesNotCount() {
        MolecularLesions lesions = exome(Calls.in("RUNX1").failing("LowQual"));

        assertThat(lesions.gene("RUNX1").state()).isEqualTo(ABSENT);
    }

    @Test
    void aCallWithoutAnnotationMayLieInAnyGene() {
        MolecularLesions lesions = exome(Calls.withoutGene().is(Consequence.UNKNOWN), Calls.in("RUNX1"));

        assertThat(lesions.gene("ASXL1").state()).isEqualTo(UNKNOWN);
        assertThat(lesions.gene("RUNX1").state()).isEqualTo(PRESENT);
        assertThat(exome(Calls.withoutGene().is(Consequence.OTHER))
                        .gene("ASXL1")
                        .state())
                .isEqualTo(ABSENT);
    }

    @Test
    void theEvidenceNamesTheVariantsAndTheirFractions() {
        LesionFinding finding = exome(
                        Calls.in("RUNX1")
                                .protein("p.R201*")
                                .is(Consequence.STOP_GAINED)
                                .vaf(0.4),
                        Calls.in("RUNX1").protein("p.S291fs").is(Consequence.FRAMESHIFT))
                .gene("RUNX1");

        assertThat(finding.evidence()).contains("RUNX1 p.R201*, VAF 0.4; RUNX1 p.S291fs");
        assertThat(finding.source()).isEqualTo("sample-1");
        assertThat(finding.name()).isEqualTo("RUNX1");
        assertThat(exome().gene("RUNX1").evidence()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Type A left-aligned and as TCGA writes it, then types B and D.
        "170837543, C, CTCTG",
        "170837547, G, GTCTG",
        "170837543, C, CCATG",
        "170837547, G, GCCTG",
        "170837545, T, TTGCA",
        "170837531, A, ATCTG",
        "170837569, A, ATCTG",
    })
    void fourInsertedBasesOfTheLastExonAreAnNpm1Mutation(int position, String ref, String alt) {
        assertThat(exome(npm1(position, ref, alt)).npm1().state()).isEqualTo(PRESENT);
    }

    @ParameterizedTest
    @CsvSource({"170837530, A, ATCTG", "170837570, A, ATCTG", "170834736, A, AGAGGAGG"})
    void aFrameshiftOfAnotherExonIsNot(int position, String ref, String alt) {
        LesionFinding finding =
                exome(npm1(position, ref, alt).protein("p.W288fs")).npm1();

        assertThat(finding.state()).isEqualTo(ABSENT);
        assertThat(finding.evidence()).isEmpty();
    }

    @Test
    void npm1IsFoundOnGrch38AndWithChrPrefixToo() {
        Calls call = Calls.in("NPM1").at("chr5", 171410539, "C", "CTCTG").is(Consequence.FRAMESHIFT);

        assertThat(lesions(Calls.sample(Assembly.GRCH38, new AssessedGenes.Exome(), call))
                        .npm1()
                        .state())
                .isEqualTo(PRESENT);
        assertThat(exome(call).npm1().state()).isEqualTo(ABSENT);
    }

    @Test
    void npm1IsFoundWithoutAnnotationByItsPlace() {
        MolecularLesions bare = exome(Calls.withoutGene()
                .at("5", 170837543, "C", "CTCTG")
                .is(Consequence.UNKNOWN)
                .vaf(0.35));

        assertThat(bare.npm1().state()).isEqualTo(PRESENT);
        assertThat(bare.npm1().evidence()).contains("5:170837543 C>CTCTG, VAF 0.35");
        assertThat(exome(Calls.withoutGene().at("5", 170837543, "C", "CTCT").is(Consequence.UNKNOWN))
                        .npm1()
                        .state())
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "p.W288fs, PRESENT",
        "p.WQ288fs, PRESENT",
        "p.-287fs, PRESENT",
        "p.W288Cfs*12, PRESENT",
        "p.(Trp288CysfsTer12), PRESENT",
        "p.D283fs, PRESENT",
        "p.S282fs, ABSENT",
        "p.I269fs, ABSENT",
        "p.?, UNKNOWN",
    })
    void withoutAPlaceTheProteinChangeTellsTheExon(String change, TriState expected) {
        Calls call = npm1(100, "C", "CTCTG").protein(change);

        assertThat(lesions(Calls.sample(Assembly.UNKNOWN, new AssessedGenes.Exome(), call))
                        .npm1()
                        .state())
                .isEqualTo(expected);
        assertThat(lesions(Calls.sample(Assembly.OTHER, new AssessedGenes.Exome(), call))
                        .npm1()
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void anotherReadingFrameOfTheLastExonLeavesNpm1Unknown() {
        assertThat(exome(npm1(170837543, "C", "CTC")).npm1().state()).isEqualTo(UNKNOWN);
        assertThat(exome(npm1(170837543, "CTC", "C")).npm1().state()).isEqualTo(PRESENT);
        assertThat(exome(npm1(170837543, "C", "CTC"), npm1(170837543, "C", "CTCTG"))
                        .npm1()
                        .state())
                .isEqualTo(PRESENT);
        assertThat(exome(npm1(170837543, "C", "CTCTG"), npm1(170837543, "C", "CTC"))
                        .npm1()
                        .state())
                .isEqualTo(PRESENT);
    }

    @Test
    void anNpm1MissenseVariantIsNotNpm1Mutated() {
        Calls k263r = Calls.in("NPM1").at("5", 170834720, "A", "G").protein("p.K263R");

        assertThat(exome(k263r).npm1().state()).isEqualTo(ABSENT);
        assertThat(lesions(Calls.unstated(k263r)).npm1().state()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        // In frame, by the ends of the region, by the shortest length, and out of frame.
        "28608217, C, CCAACTC, PRESENT",
        "28608256, T, TTCA, PRESENT",
        "28608000, T, TTCA, PRESENT",
        "28607999, T, TTCA, UNKNOWN",
        "28608400, T, TTCA, PRESENT",
        "28608401, T, TTCA, UNKNOWN",
        "28608256, T, TTC, UNKNOWN",
        "28608256, T, TTCAT, UNKNOWN",
        "28608258, CATATTCATATTCTCTGA, GGGGTGGGGGGG, UNKNOWN",
        "28608258, CAT, CATGGGTTT, PRESENT",
        "28608256, T, <DUP>, PRESENT",
        "28608256, T, <DUP:TANDEM>, PRESENT",
        "28608256, T, <INS>, PRESENT",
        "28608256, T, <DEL>, UNKNOWN",
    })
    void anInFrameInsertionOfExons14And15IsAnItd(int position, String ref, String alt, TriState expected) {
        assertThat(exome(flt3(position, ref, alt)).flt3Itd().state()).isEqualTo(expected);
        assertThat(exome(flt3(position, ref, alt).is(Consequence.SPLICE_SITE))
                        .flt3Itd()
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void anItdIsNeverAbsentBecauseLongOnesAreMissed() {
        assertThat(exome().flt3Itd().state()).isEqualTo(UNKNOWN);
        assertThat(exome(Calls.in("FLT3").protein("p.D835Y")).flt3Itd().state()).isEqualTo(UNKNOWN);
    }

    @Test
    void anItdIsFoundOnGrch38AndWithoutAnnotation() {
        Calls bare = Calls.withoutGene().at("chr13", 28033909, "T", "TTCATAT").is(Consequence.UNKNOWN);

        assertThat(lesions(Calls.sample(Assembly.GRCH38, new AssessedGenes.Exome(), bare))
                        .flt3Itd()
                        .state())
                .isEqualTo(PRESENT);
        assertThat(exome(bare).flt3Itd().state()).isEqualTo(UNKNOWN);
        assertThat(exome(Calls.in("OTHER").at("13", 28608256, "T", "TTCA").is(Consequence.INFRAME_INSERTION))
                        .flt3Itd()
                        .state())
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "p.D600_L601insFREYEYD, PRESENT",
        "p.Asp600_Leu601insPhe, PRESENT",
        "p.568_569insA, PRESENT",
        "p.567_568insA, UNKNOWN",
        "p.647_648insA, PRESENT",
        "p.648_649insA, UNKNOWN",
        "p.?, UNKNOWN",
    })
    void withoutAPlaceTheProteinChangeTellsTheItd(String change, TriState expected) {
        Calls call = flt3(5, "T", "TTCA").protein(change);

        assertThat(lesions(Calls.sample(Assembly.UNKNOWN, new AssessedGenes.Exome(), call))
                        .flt3Itd()
                        .state())
                .isEqualTo(expected);
        assertThat(lesions(Calls.sample(
                                Assembly.UNKNOWN,
                                new AssessedGenes.Exome(),
                                Calls.withoutGene().at("13", 5, "T", "TTCA").protein(change)))
                        .flt3Itd()
                        .state())
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "p.D835Y, MISSENSE, PRESENT",
        "p.I836del, INFRAME_DELETION, PRESENT",
        "p.D829N, MISSENSE, PRESENT",
        "p.A828T, MISSENSE, ABSENT",
        "p.Y856F, MISSENSE, PRESENT",
        "p.P857S, MISSENSE, ABSENT",
        "p.D835fs, FRAMESHIFT, ABSENT",
        "p.?, MISSENSE, UNKNOWN",
    })
    void aTkdMutationLiesInTheActivationLoop(String change, Consequence consequence, TriState expected) {
        assertThat(exome(Calls.in("FLT3").protein(change).is(consequence))
                        .flt3Tkd()
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void anItdIsNotATkdAndAnUnknownGeneLeavesTkdUnknown() {
        assertThat(exome(flt3(28608256, "T", "TTCA")).flt3Tkd().state()).isEqualTo(ABSENT);
        assertThat(lesions(Calls.unstated()).flt3Tkd().state()).isEqualTo(UNKNOWN);
        assertThat(exome(Calls.in("FLT3").protein("p.D835Y")).flt3Tkd().evidence())
                .contains("FLT3 p.D835Y");
        assertThat(exome(Calls.in("FLT3").protein("p.D835Y"), Calls.in("FLT3"))
                        .flt3Tkd()
                        .state())
                .isEqualTo(PRESENT);
    }

    @ParameterizedTest
    @CsvSource({
        // As TCGA writes them.
        "p.317_318insM, INFRAME_INSERTION, PRESENT",
        "p.310_311TQ>TKQNPQ, INFRAME_INSERTION, PRESENT",
        "p.T318del, INFRAME_DELETION, PRESENT",
        "p.307_309NVE>K, INFRAME_DELETION, PRESENT",
        "p.277_278insA, INFRAME_INSERTION, PRESENT",
        "p.276_277insA, INFRAME_INSERTION, ABSENT",
        "p.345_346insA, INFRAME_INSERTION, PRESENT",
        "p.346_347insA, INFRAME_INSERTION, ABSENT",
        "p.R286fs, FRAMESHIFT, ABSENT",
        "p.R300C, MISSENSE, ABSENT",
        "p.P23fs, FRAMESHIFT, ABSENT",
    })
    void cebpaCountsWhenInFrameAndWithinTheBzipDomain(String change, Consequence consequence, TriState expected) {
        assertThat(exome(Calls.in("CEBPA").protein(change).is(consequence))
                        .cebpaBzipInFrame()
                        .state())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "33792368, T, TTCA, PRESENT",
        "33792286, T, TTCA, PRESENT",
        "33792285, T, TTCA, ABSENT",
        "33792489, T, TTCA, PRESENT",
        "33792490, T, TTCA, ABSENT",
    })
    void cebpaIsPlacedOnTheGenomeWhereTheProteinChangeIsMissing(
            int position, String ref, String alt, TriState expected) {
        assertThat(exome(Calls.in("CEBPA").at("19", position, ref, alt).is(Consequence.INFRAME_INSERTION))
                        .cebpaBzipInFrame()
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void aCebpaInsertionWithNoPlaceAtAllIsUnknown() {
        Calls call = Calls.in("CEBPA").at("19", 10, "T", "TTCA").is(Consequence.INFRAME_INSERTION);

        assertThat(lesions(Calls.sample(Assembly.UNKNOWN, new AssessedGenes.Exome(), call))
                        .cebpaBzipInFrame()
                        .state())
                .isEqualTo(UNKNOWN);
        assertThat(exome(Calls.withoutGene().at("19", 33792395, "T", "TTCA").is(Consequence.UNKNOWN))
                        .cebpaBzipInFrame()
                        .state())
                .isEqualTo(PRESENT);
        assertThat(exome(Calls.withoutGene().at("19", 33792395, "T", "TTC").is(Consequence.UNKNOWN))
                        .cebpaBzipInFrame()
                        .state())
                .isEqualTo(UNKNOWN);
        assertThat(exome(Calls.withoutGene().at("19", 33792395, "T", "G").is(Consequence.UNKNOWN))
                        .cebpaBzipInFrame()
                        .evidence())
                .isEmpty();
    }

    @Test
    void aMissenseVariantOfTheBzipDomainIsTold() {
        assertThat(exome(Calls.in("CEBPA").protein("p.R300C"))
                        .cebpaBzipMissense()
                        .evidence())
                .contains("CEBPA p.R300C");
        assertThat(exome(Calls.in("CEBPA").protein("p.A44P"))
                        .cebpaBzipMissense()
                        .state())
                .isEqualTo(TriState.ABSENT);
        assertThat(exome(Calls.in("CEBPA").protein("p.T318del").is(Consequence.INFRAME_DELETION))
                        .cebpaBzipMissense()
                        .state())
                .isEqualTo(TriState.ABSENT);
    }

    @Test
    void tp53IsGivenWithItsFractions() {
        Tp53Finding two = exome(
                        Calls.in("TP53").protein("p.R273H").vaf(0.2),
                        Calls.in("TP53").protein("p.R175H").vaf(0.46),
                        Calls.in("TP53").is(Consequence.SYNONYMOUS).vaf(0.9))
                .tp53();

        assertThat(two.mutated()).isEqualTo(PRESENT);
        assertThat(two.calls()).hasSize(2);
        assertThat(two.maxVaf()).hasValue(0.46);
        assertThat(two.vafIsComplete()).isTrue();
        assertThat(two.countIsComplete()).isTrue();
    }

    @Test
    void aTp53FractionOfZeroIsNotMeasured() {
        Tp53Finding finding =
                exome(Calls.in("TP53").vaf(0), Calls.in("TP53").vaf(0.05)).tp53();

        assertThat(finding.vafIsComplete()).isFalse();
        assertThat(finding.maxVaf()).hasValue(0.05);
        assertThat(exome(Calls.in("TP53")).tp53().maxVaf()).isEmpty();
        assertThat(exome(Calls.in("TP53")).tp53().vafIsComplete()).isFalse();
        assertThat(exome(Calls.in("TP53").protein("p.R273H").vaf(0))
                        .gene("TP53")
                        .evidence())
                .contains("TP53 p.R273H");
    }

    @Test
    void tp53OfAGeneThatWasNotLookedAtIsUnknown() {
        assertThat(lesions(Calls.unstated()).tp53().mutated()).isEqualTo(UNKNOWN);
        assertThat(exome().tp53().mutated()).isEqualTo(ABSENT);
        Tp53Finding one = lesions(Calls.unstated(Calls.in("TP53").vaf(0.3))).tp53();
        assertThat(one.mutated()).isEqualTo(PRESENT);
        assertThat(one.countIsComplete()).isFalse();
    }

    @Test
    void everyLesionIsListedOnceAndKmt2aPtdIsNot() {
        assertThat(exome().all()).extracting(LesionFinding::name).doesNotHaveDuplicates();
        assertThat(exome().all())
                .extracting(LesionFinding::name)
                .contains("NPM1", "FLT3_ITD", "FLT3_TKD", "CEBPA_BZIP_INFRAME", "TP53", "ZRSR2")
                .doesNotContain("KMT2A_PTD", "TP53_LOH");
        assertThat(LesionNames.known())
                .containsAll(exome().all().stream().map(LesionFinding::name).toList());
    }
}
