package org.marrow.variants.call.longlesion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.risk.TriState;
import org.marrow.core.statistics.ExactLimits;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.TargetRegion;
import org.marrow.core.variant.Variant;
import org.marrow.variants.call.CallFilter;
import org.marrow.variants.call.SmallVariant;
import org.marrow.variants.call.SmallVariant.StrandCounts;
import org.marrow.variants.call.TargetCoverage;

final class IndelLesionsTest {
    private static final int FLT3 = 28608250;
    private static final int NPM1 = 170837543;
    private static final int CALR = 13054564;

    private static TargetCoverage target(String contig, int start, int end, String name, double limit) {
        return new TargetCoverage(
                new TargetRegion(contig, start, end, Optional.of(name)),
                900,
                1_000,
                1_000,
                0,
                OptionalDouble.of(limit),
                OptionalDouble.of(limit));
    }

    private static TargetCoverage partly(TargetCoverage whole) {
        return new TargetCoverage(whole.target(), 0, 1_000, 900, 5, OptionalDouble.empty(), OptionalDouble.of(0.01));
    }

    /** The regions on GRCh37 as a panel has them, FLT3 in two targets. */
    private static List<TargetCoverage> panel(double limit) {
        return List.of(
                target("chr13", 28608024, 28608128, "a", limit),
                target("chr13", 28608219, 28608351, "b", limit),
                target("chr5", 170837500, 170837600, "c", limit),
                target("chr19", 13054500, 13054750, "d", limit));
    }

    private static SmallVariant call(String contig, int position, int netBases, CallFilter... filters) {
        String longer = "A" + "C".repeat(Math.abs(netBases));
        Variant variant =
                netBases > 0 ? new Variant(contig, position, "A", longer) : new Variant(contig, position, longer, "A");
        return new SmallVariant(
                variant,
                40,
                List.of(filters),
                1_000,
                new StrandCounts(400, 400),
                new StrandCounts(100, 100),
                new ExactLimits(0.18, 0.23),
                20,
                0.1,
                0,
                OptionalInt.empty());
    }

    private static List<IndelFinding> find(List<TargetCoverage> coverage, SmallVariant... calls) {
        return IndelLesions.find(List.of(calls), coverage, Assembly.GRCH37);
    }

    private static IndelFinding of(List<IndelFinding> findings, NamedIndel lesion) {
        List<IndelFinding> own =
                findings.stream().filter(one -> one.lesion() == lesion).toList();
        assertThat(own).hasSize(1);
        return own.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "chr13, 28608250, 2, FLT3_ITD, ABSENT",
        "chr13, 28608250, 3, FLT3_ITD, PRESENT",
        "13, 28608250, 300, FLT3_ITD, PRESENT",
        "chr13, 28608250, 303, FLT3_ITD, UNKNOWN",
        "chr13, 28608250, 22, FLT3_ITD, UNKNOWN",
        "chr13, 28608250, -21, FLT3_ITD, ABSENT",
        "chr13, 28607999, 21, FLT3_ITD, ABSENT",
        "chr13, 28608000, 21, FLT3_ITD, PRESENT",
        "chr13, 28608400, 21, FLT3_ITD, PRESENT",
        "chr13, 28608401, 21, FLT3_ITD, ABSENT",
        "chr12, 28608250, 21, FLT3_ITD, ABSENT",
        "chr5, 170837543, 3, NPM1, ABSENT",
        "chr5, 170837543, 4, NPM1, PRESENT",
        "chr5, 170837543, 5, NPM1, UNKNOWN",
        "chr19, 13054564, -51, CALR_TYPE1, ABSENT",
        "chr19, 13054564, -52, CALR_TYPE1, PRESENT",
        "chr19, 13054564, -53, CALR_TYPE1, ABSENT",
        "chr19, 13054627, 4, CALR_TYPE2, ABSENT",
        "chr19, 13054627, 5, CALR_TYPE2, PRESENT",
        "chr19, 13054627, 6, CALR_TYPE2, ABSENT",
        "chr19, 13054627, 5, CALR_TYPE1, ABSENT",
    })
    void lengthAndPlaceDecide(String contig, int position, int netBases, NamedIndel lesion, TriState state) {
        assertThat(of(find(panel(0.01), call(contig, position, netBases)), lesion)
                        .state())
                .isEqualTo(state);
    }

    @Test
    void aPresentLesionHasItsVariantAndLength() {
        SmallVariant deletion = call("chr19", CALR, -52);

        IndelFinding found = of(find(panel(0.01), deletion), NamedIndel.CALR_TYPE1);

        assertThat(found.variant()).contains(deletion);
        assertThat(found.length()).hasValue(-52);
        assertThat(found.detectionLimit()).hasValue(0.01);
        assertThat(found.targets()).extracting(TargetRegion::start).containsExactly(13054500);
    }

    @Test
    void twoDuplicationsOfOneSampleAreBothListed() {
        List<IndelFinding> found = find(panel(0.01), call("chr13", FLT3, 21), call("chr13", FLT3 + 9, 48)).stream()
                .filter(one -> one.lesion() == NamedIndel.FLT3_ITD)
                .toList();

        assertThat(found).extracting(one -> one.length().orElse(0)).containsExactly(21, 48);
        assertThat(found).allMatch(one -> one.state() == TriState.PRESENT);
    }

    @Test
    void aCallThatFailsAFilterIsNeitherPresentNorAbsent() {
        IndelFinding found = of(find(panel(0.01), call("chr5", NPM1, 4, CallFilter.STRAND_BIAS)), NamedIndel.NPM1);

        assertThat(found.state()).isEqualTo(TriState.UNKNOWN);
        assertThat(found.note()).contains("strand_bias");
    }

    @Test
    void aFailedCallOfAnotherLengthDoesNotUnsettleAbsence() {
        assertThat(of(find(panel(0.01), call("chr5", NPM1, 1, CallFilter.LOW_QUAL)), NamedIndel.NPM1)
                        .state())
                .isEqualTo(TriState.ABSENT);
    }

    @Test
    void nothingIsAbsentWhereTheLimitOfDetectionIsTooHigh() {
        assertThat(find(panel(0.05))).allMatch(one -> one.state() == TriState.ABSENT);
        assertThat(find(panel(0.0501)))
                .allMatch(one -> one.state() == TriState.UNKNOWN)
                .allMatch(one -> one.note().contains("above 0.05"));
    }

    @Test
    void nothingIsAbsentWithoutATarget() {
        assertThat(find(List.of()))
                .hasSize(NamedIndel.values().length)
                .allMatch(one -> one.state() == TriState.UNKNOWN && one.note().equals("no target of this region"));
    }

    @Test
    void aTargetThatLacksOneBaseOfTheRegionLeavesItUnknown() {
        assertThat(of(find(List.of(target("5", 170837531, 170837569, "c", 0.01))), NamedIndel.NPM1)
                        .state())
                .isEqualTo(TriState.ABSENT);
        assertThat(of(find(List.of(target("5", 170837531, 170837568, "c", 0.01))), NamedIndel.NPM1)
                        .state())
                .isEqualTo(TriState.UNKNOWN);
        assertThat(of(find(List.of(target("5", 170837532, 170837569, "c", 0.01))), NamedIndel.NPM1)
                        .state())
                .isEqualTo(TriState.UNKNOWN);
    }

    @Test
    void tilesMayMeetButLeaveNoGap() {
        TargetCoverage left = target("5", 170837500, 170837550, "c1", 0.01);
        assertThat(of(find(List.of(target("5", 170837551, 170837600, "c2", 0.02), left)), NamedIndel.NPM1)
                        .detectionLimit())
                .hasValue(0.02);
        assertThat(of(find(List.of(left, target("5", 170837552, 170837600, "c2", 0.02))), NamedIndel.NPM1)
                        .note())
                .contains("not wholly covered");
    }

    @Test
    void aPositionWithoutMoleculesLeavesTheLesionUnknown() {
        List<TargetCoverage> coverage = new ArrayList<>(panel(0.01));
        coverage.set(1, partly(coverage.get(1)));

        IndelFinding found = of(find(coverage), NamedIndel.FLT3_ITD);

        assertThat(found.state()).isEqualTo(TriState.UNKNOWN);
        assertThat(found.detectionLimit()).isEmpty();
        assertThat(of(find(coverage), NamedIndel.NPM1).state()).isEqualTo(TriState.ABSENT);
    }

    @Test
    void oneOfTheTwoExonsOfFlt3IsNotEnoughForAbsent() {
        assertThat(of(find(panel(0.01).subList(1, 4)), NamedIndel.FLT3_ITD).state())
                .isEqualTo(TriState.UNKNOWN);
    }

    @Test
    void theOtherAssemblyHasPlacesOfItsOwn() {
        List<TargetCoverage> coverage = List.of(target("chr5", 171410500, 171410600, "c", 0.01));

        List<IndelFinding> found = IndelLesions.find(List.of(call("chr5", 171410539, 4)), coverage, Assembly.GRCH38);

        assertThat(of(found, NamedIndel.NPM1).state()).isEqualTo(TriState.PRESENT);
        assertThat(of(find(panel(0.01), call("chr5", 171410539, 4)), NamedIndel.NPM1)
                        .state())
                .isEqualTo(TriState.ABSENT);
    }

    @Test
    void onAPanelsOwnContigsTheNamesOfTargetsDecide() {
        List<TargetCoverage> coverage = List.of(
                target("t1", 100, 200, "FLT3_e14", 0.01),
                target("t1", 300, 400, "FLT3_e15", 0.01),
                target("t2", 100, 200, "NPM1 exon 12", 0.01),
                target("t3", 100, 200, "CALR", 0.01));

        List<IndelFinding> found = IndelLesions.find(
                List.of(call("t1", 99, 21), call("t1", 98, 24), call("t2", 201, 4)), coverage, Assembly.OTHER);

        IndelFinding itd = of(found, NamedIndel.FLT3_ITD);
        assertThat(itd.state()).isEqualTo(TriState.PRESENT);
        assertThat(itd.length()).hasValue(21);
        assertThat(of(found, NamedIndel.NPM1).state()).isEqualTo(TriState.ABSENT);
        assertThat(of(found, NamedIndel.CALR_TYPE1).note()).isEqualTo("no target of this region");
    }

    @Test
    void namesOfOneExonOfFlt3AreNotEnoughForAbsent() {
        List<TargetCoverage> coverage = List.of(target("t1", 100, 200, "FLT3_e14", 0.01));

        assertThat(of(IndelLesions.find(List.of(), coverage, Assembly.UNKNOWN), NamedIndel.FLT3_ITD)
                        .state())
                .isEqualTo(TriState.UNKNOWN);
    }
}
