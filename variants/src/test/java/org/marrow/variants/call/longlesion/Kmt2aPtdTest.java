package org.marrow.variants.call.longlesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.TargetRegion;
import org.marrow.variants.call.TargetCoverage;

final class Kmt2aPtdTest {
    /** R: qt(0.975, c(1, 4)). */
    private static final double T_1 = 12.706204736174694;

    private static final double T_4 = 2.776445105197794;

    private static TargetCoverage exon(int exon, double depth) {
        return target("KMT2A_e" + exon, 1_000 * exon, depth);
    }

    private static TargetCoverage target(String name, int start, double depth) {
        TargetRegion region = new TargetRegion("11", start, start + 99, Optional.of(name));
        OptionalDouble limit = OptionalDouble.of(0.01);
        return new TargetCoverage(region, (int) depth, (int) depth, depth, 0, limit, limit);
    }

    /** Four targets of a ratio, with no spread within either side. */
    private static List<TargetCoverage> even(double ratio) {
        return List.of(exon(3, 1e9 * ratio), exon(4, 1e9 * ratio), exon(21, 1e9), exon(27, 1e9));
    }

    private static List<String> regions(List<TargetCoverage> coverage) {
        return coverage.stream().map(one -> one.target().describe()).toList();
    }

    private static List<PtdControl> controls(double... ratios) {
        List<PtdControl> controls = new ArrayList<>();
        for (double ratio : ratios) {
            controls.add(new PtdControl("n" + controls.size(), ratio, regions(even(1))));
        }
        return controls;
    }

    /** Log ratios -0.02, -0.01, 0, 0.01, 0.02 about a capture that favours the first exons by 1.1: variance 0.00025. */
    private static List<PtdControl> fiveControls() {
        return controls(1.1 * Math.exp(-0.02), 1.1 * Math.exp(-0.01), 1.1, 1.1 * Math.exp(0.01), 1.1 * Math.exp(0.02));
    }

    private static final double HALF_WIDTH = T_4 * Math.sqrt(0.00025 * 1.2);

    @Test
    void theRatioIsThatOfTheMeansAndItsIntervalComesFromTheSpreadBetweenTargets() {
        List<TargetCoverage> coverage = List.of(exon(3, 1_400), exon(9, 1_600), exon(20, 900), exon(27, 1_100));

        LogRatio ratio = Kmt2aPtd.assess(coverage, List.of()).ratio().orElseThrow();

        // Variances of the logarithms 20000 / (2 * 1500^2) and 20000 / (2 * 1000^2); Welch's freedom of them.
        double above = 20_000 / (2 * 1_500.0 * 1_500.0);
        double below = 20_000 / (2 * 1_000.0 * 1_000.0);
        double freedom = (above + below) * (above + below) / (above * above + below * below);
        double half = LogRatio.studentQuantile(freedom) * Math.sqrt(above + below);
        assertThat(ratio.value()).isCloseTo(1.5, within(1e-12));
        assertThat(ratio.low()).isCloseTo(1.5 * Math.exp(-half), within(1e-9));
        assertThat(ratio.high()).isCloseTo(1.5 * Math.exp(half), within(1e-9));
    }

    @Test
    void studentsQuantilesAreThoseOfR() {
        assertThat(LogRatio.studentQuantile(1)).isCloseTo(T_1, within(1e-8));
        assertThat(LogRatio.studentQuantile(4)).isCloseTo(T_4, within(1e-10));
        assertThat(LogRatio.studentQuantile(1e6)).isCloseTo(1.959966, within(1e-5));
    }

    @Test
    void targetsWithoutAnySpreadStillHaveThatOfCounting() {
        List<TargetCoverage> coverage = List.of(exon(3, 100), exon(4, 100), exon(21, 100), exon(27, 100));

        LogRatio ratio = Kmt2aPtd.assess(coverage, List.of()).ratio().orElseThrow();

        // Each side 1 / 200; both alike, so Welch's freedom is 2 and R's qt(0.975, 2) 4.302653.
        assertThat(ratio.high()).isCloseTo(Math.exp(4.302652729911275 * 0.1), within(1e-8));
    }

    @Test
    void withoutControlsADuplicationIsNeverPresent() {
        Kmt2aPtd ptd = Kmt2aPtd.assess(even(1.5), List.of());

        assertThat(ptd.state()).isEqualTo(TriState.UNKNOWN);
        assertThat(ptd.ratio()).isPresent();
        assertThat(ptd.normalised()).isEmpty();
        assertThat(ptd.z()).isEmpty();
        assertThat(ptd.note()).contains("exons 3,4 over 21,27", "not normalised for capture", "no controls given");
    }

    @Test
    void theLowerLimitOverControlsDecides() {
        double atLimit = 1.1 * 1.25 * Math.exp(HALF_WIDTH);

        Kmt2aPtd above = Kmt2aPtd.assess(even(atLimit * 1.000001), fiveControls());
        Kmt2aPtd below = Kmt2aPtd.assess(even(atLimit / 1.000001), fiveControls());

        assertThat(above.state()).isEqualTo(TriState.PRESENT);
        assertThat(above.note()).contains("a loss of the last exons gives the same ratio");
        assertThat(below.state()).isEqualTo(TriState.UNKNOWN);
        assertThat(below.normalised().orElseThrow().low()).isCloseTo(1.25, within(1e-5));
        assertThat(below.z().orElseThrow()).isCloseTo((Math.log(1.25) + HALF_WIDTH) / Math.sqrt(0.00025), within(1e-3));
        assertThat(below.note()).contains("does not exclude");
    }

    @Test
    void aCaptureThatFavoursTheFirstExonsIsTakenOut() {
        Kmt2aPtd ptd = Kmt2aPtd.assess(even(1.1), fiveControls());

        assertThat(ptd.state()).isEqualTo(TriState.UNKNOWN);
        assertThat(ptd.normalised().orElseThrow().value()).isCloseTo(1, within(1e-9));
        assertThat(ptd.z().orElseThrow()).isCloseTo(0, within(1e-6));
        // exp(0.0481) = 1.0493: one allele of 9.9 % of cells.
        assertThat(ptd.note()).endsWith("in 10 % of cells");
    }

    @Test
    void fourControlsAreTooFewAndFiveAreNot() {
        Kmt2aPtd four = Kmt2aPtd.assess(even(1.5), controls(1, 1.01, 0.99, 1));
        Kmt2aPtd five = Kmt2aPtd.assess(even(1.5), controls(1, 1.01, 0.99, 1, 1));

        assertThat(four.state()).isEqualTo(TriState.UNKNOWN);
        assertThat(four.normalised()).isEmpty();
        assertThat(four.note()).contains("4 of 4 controls", "at least 5");
        assertThat(five.state()).isEqualTo(TriState.PRESENT);
    }

    @Test
    void controlsOverOtherTargetsDoNotCount() {
        List<PtdControl> controls = new ArrayList<>(controls(1, 1.01, 0.99, 1, 1));
        controls.add(new PtdControl("other", 3, List.of("11:1-2")));
        Kmt2aPtd six = Kmt2aPtd.assess(even(1.5), controls);
        controls.remove(0);
        Kmt2aPtd five = Kmt2aPtd.assess(even(1.5), controls);

        assertThat(six.state()).isEqualTo(TriState.PRESENT);
        assertThat(six.note()).contains("against 5 controls, 1 more are over other targets");
        assertThat(five.note()).contains("4 of 5 controls are over the same targets");
    }

    @Test
    void aThinSampleIsNoSurerThanItsMolecules() {
        List<TargetCoverage> thin = List.of(exon(3, 90), exon(4, 90), exon(21, 60), exon(27, 60));

        Kmt2aPtd ptd = Kmt2aPtd.assess(thin, controls(1, 1.001, 0.999, 1, 1));

        double counting = 1.0 / 180 + 1.0 / 120;
        assertThat(ptd.normalised().orElseThrow().value()).isCloseTo(1.5, within(1e-3));
        assertThat(ptd.normalised().orElseThrow().low())
                .isCloseTo(1.5 * Math.exp(-T_4 * Math.sqrt(1.2 * counting)), within(1e-3));
        assertThat(ptd.state()).isEqualTo(TriState.UNKNOWN);
    }

    @Test
    void oneTargetOnEitherSideIsNotAssessable() {
        for (List<TargetCoverage> few : List.of(
                List.of(exon(3, 1_000), exon(21, 1_000), exon(27, 1_000)),
                List.of(exon(3, 1_000), exon(4, 1_000), exon(27, 1_000)))) {
            Kmt2aPtd ptd = Kmt2aPtd.assess(few, fiveControls());
            assertThat(ptd.state()).isEqualTo(TriState.UNKNOWN);
            assertThat(ptd.ratio()).isEmpty();
            assertThat(ptd.note()).startsWith("not assessable").contains("at least 2");
        }
    }

    @Test
    void aPanelWithoutTheGeneIsNotAssessable() {
        Kmt2aPtd ptd = Kmt2aPtd.assess(List.of(target("FLT3_e3", 1, 1_000), target("KMT2A", 500, 1_000)), List.of());

        assertThat(ptd.ratio()).isEmpty();
        assertThat(ptd.targets()).isEmpty();
        assertThat(ptd.note()).contains("0 targets named as KMT2A exons 2 to 10 and 0 from exon 20");
    }

    @Test
    void aTargetBelowTheLeastDepthIsLeftOut() {
        List<TargetCoverage> enough = List.of(exon(3, 50), exon(4, 1_000), exon(21, 1_000), exon(27, 1_000));
        List<TargetCoverage> tooFew = List.of(exon(3, 49.99), exon(4, 1_000), exon(21, 1_000), exon(27, 1_000));

        assertThat(Kmt2aPtd.assess(enough, List.of()).ratio()).isPresent();
        Kmt2aPtd ptd = Kmt2aPtd.assess(tooFew, List.of());
        assertThat(ptd.ratio()).isEmpty();
        assertThat(ptd.note()).contains("left out for their depth: 1");
    }

    @Test
    void exonsTwoToTenAndFromTwentyAreTakenAndNoOthers() {
        List<TargetCoverage> coverage = new ArrayList<>();
        for (int exon : new int[] {1, 2, 10, 11, 19, 20, 36}) {
            coverage.add(exon(exon, 1_000));
        }

        assertThat(Kmt2aPtd.assess(coverage, List.of()).note()).contains("exons 2,10 over 20,36");
    }

    @Test
    void aTargetThatIsListedTwiceCountsOnce() {
        List<TargetCoverage> coverage = List.of(exon(3, 1_000), exon(3, 1_000), exon(21, 1_000), exon(27, 1_000));

        assertThat(Kmt2aPtd.assess(coverage, List.of()).ratio()).isEmpty();
    }

    @Test
    void absentIsNoResultOfARatio() {
        assertThatThrownBy(() -> new Kmt2aPtd(
                        TriState.ABSENT, Optional.empty(), Optional.empty(), OptionalDouble.empty(), List.of(), ""))
                .isInstanceOf(InvalidValueException.class);
    }
}
