package org.marrow.variants.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;
import org.marrow.core.variant.TargetRegion;
import org.marrow.core.variant.Variant;

final class TargetedCallerTest {
    private static final int DEPTH_1000 = 6_000;

    private static List<String> passed(List<SmallVariant> variants) {
        return variants.stream()
                .filter(SmallVariant::passed)
                .map(call -> call.variant().describe())
                .toList();
    }

    @Test
    void aSubstitutionInOnePerCentOfMoleculesIsFoundAndNothingElse() {
        Panel panel = new Panel(1).fragments(DEPTH_1000);
        char alt = panel.other(600);
        panel.with(12, 600, 1, String.valueOf(alt)).errors(4e-4);

        List<SmallVariant> variants = panel.call();

        assertThat(passed(variants))
                .containsExactly("t:600 " + panel.reference().charAt(599) + ">" + alt);
        SmallVariant call =
                variants.stream().filter(SmallVariant::passed).findFirst().orElseThrow();
        assertThat(call.alternate().sum()).isBetween(11, 13);
        assertThat(call.fractionLimits().lower()).isLessThan(call.fraction());
        assertThat(call.fractionLimits().upper()).isGreaterThan(call.fraction());
        assertThat(call.quality()).isGreaterThan(30);
    }

    @Test
    void aDeletionIsWrittenAtItsLeftmostPlace() {
        StringBuilder reference = new StringBuilder(new Panel(2).reference());
        reference.replace(599, 606, "GAAAAAC");
        Panel panel = new Panel(2, reference.toString())
                .fragments(DEPTH_1000)
                .with(60, 604, 1, "")
                .errors(4e-4);

        assertThat(passed(panel.call())).containsExactly("t:600 GA>G");
    }

    @Test
    void anInsertionOfThirtyBasesIsFoundByReadsThatShowItAndByReadsThatAreClippedAtIt() {
        Panel panel = new Panel(3).fragments(DEPTH_1000);
        String inserted = new Panel(33).reference().substring(0, 30);
        String changed = panel.reference().substring(0, 600)
                + inserted
                + panel.reference().substring(600);
        panel.with(4, 601, 0, inserted);
        for (int i = 0; i < 8; i++) {
            // Ten bases of reference, then the insertion, then the rest, all clipped by the aligner but the end.
            int from = 600 - 15 - i;
            List<CigarElement> cigar = List.of(
                    new CigarElement(15 + i + 30, CigarOperator.SOFT_CLIP),
                    new CigarElement(Panel.READ_BASES - 45 - i, CigarOperator.MATCH));
            panel.read("c" + i, i % 2 == 0 ? 0 : 0x10, 601, cigar, changed.substring(from, from + Panel.READ_BASES));
        }

        List<SmallVariant> variants = panel.errors(4e-4).call();

        assertThat(passed(variants)).hasSize(1);
        assertThat(variants.get(0).variant().alt()).hasSize(31);
        assertThat(variants.get(0).alternate().sum()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void aTandemDuplicationLongerThanTheReadIsFoundByItsJunction() {
        Panel panel = new Panel(4).fragments(DEPTH_1000);
        String copy = panel.reference().substring(499, 620);
        for (int i = 0; i < 12; i++) {
            int left = 40 + i;
            String bases = panel.reference().substring(620 - left, 620) + copy.substring(0, Panel.READ_BASES - left);
            List<CigarElement> cigar = List.of(
                    new CigarElement(left, CigarOperator.MATCH),
                    new CigarElement(Panel.READ_BASES - left, CigarOperator.SOFT_CLIP));
            panel.read("d" + i, i % 2 == 0 ? 0 : 0x10, 621 - left, cigar, bases);
        }

        List<SmallVariant> passed =
                panel.call().stream().filter(SmallVariant::passed).toList();

        assertThat(passed).hasSize(1);
        assertThat(passed.get(0).variant().alt()).hasSize(122);
        assertThat(passed.get(0).alternate().sum()).isEqualTo(12);
        assertThat(passed.get(0).fraction()).isLessThan(0.1);
    }

    @Test
    void adjacentSubstitutionsOnTheSameMoleculesAreOneVariantAndOthersAreTwo() {
        Panel panel = new Panel(5).fragments(DEPTH_1000);
        String both = "" + panel.other(600) + panel.other(601);
        panel.with(60, 600, 2, both);
        String left = String.valueOf(panel.other(700));
        String right = String.valueOf(panel.other(701));
        panel.with(60, 700, 1, left).with(60, 701, 1, right);

        List<SmallVariant> variants = panel.errors(4e-4).call();

        assertThat(passed(variants))
                .containsExactly(
                        "t:600 " + panel.reference().substring(599, 601) + ">" + both,
                        "t:700 " + panel.reference().charAt(699) + ">" + left,
                        "t:701 " + panel.reference().charAt(700) + ">" + right);
    }

    @Test
    void closeVariantsOnTheSameMoleculesAreMarkedAsInPhase() {
        Panel panel = new Panel(6).fragments(DEPTH_1000);
        String changed = panel.other(600) + panel.reference().substring(600, 602) + panel.other(603);
        List<SmallVariant> variants = panel.with(60, 600, 4, changed).call();

        assertThat(variants).hasSize(2);
        assertThat(variants).allMatch(call -> call.phaseSet().orElse(0) == 600);
    }

    @Test
    void twoMatesOverOnePositionAreOneMoleculeWhenTheyAgreeAndNoneWhenTheyDoNot() {
        Panel panel = new Panel(7).fragments(DEPTH_1000);
        int before = coverage(panel).lowestDepth();
        int at = 600;
        List<CigarElement> whole = List.of(new CigarElement(600, CigarOperator.MATCH));
        String bases = panel.reference().substring(300, 900);
        panel.read("same", 0x43, 301, whole, bases).read("same", 0x93, 301, whole, bases);
        assertThat(coverage(panel).lowestDepth()).isEqualTo(before + 1);

        String different = bases.substring(0, at - 301) + panel.other(at) + bases.substring(at - 300);
        panel.read("two", 0x43, 301, whole, bases).read("two", 0x93, 301, whole, different);
        assertThat(depthAt(panel, at)).isEqualTo(depthAt(panel, at + 1) - missing(panel, at));
    }

    /** Molecules by which the position after one differs from it, without the pair that disagrees. */
    private static int missing(Panel panel, int at) {
        Panel without = new Panel(7, panel.reference());
        panel.reads().stream()
                .filter(read -> !read.name().equals("two"))
                .forEach(read -> without.reads().add(read));
        return depthAt(without, at + 1) - depthAt(without, at) + 1;
    }

    private static int depthAt(Panel panel, int position) {
        return panel.call(CallSettings.defaults(1), Panel.target(position, position))
                .coverage()
                .get(0)
                .lowestDepth();
    }

    private static TargetCoverage coverage(Panel panel) {
        return panel.call(CallSettings.defaults(1), Panel.target(301, 900))
                .coverage()
                .get(0);
    }

    @Test
    void readsThatDoNotCountAreCountedByTheirFate() {
        Panel panel = new Panel(8);
        List<CigarElement> cigar = List.of(new CigarElement(Panel.READ_BASES, CigarOperator.MATCH));
        String bases = panel.reference().substring(400, 500);
        panel.read("used", 0, 401, cigar, bases)
                .read("duplicate", 0x400, 401, cigar, bases)
                .read("secondary", 0x100, 401, cigar, bases)
                .read("supplementary", 0x800, 401, cigar, bases)
                .read("failed", 0x200, 401, cigar, bases);
        panel.reads().add(withMappingQuality(panel.reads().get(0), 0));
        panel.reads().add(withMappingQuality(panel.reads().get(0), CallDefaults.MIN_MAPPING_QUALITY - 1));
        panel.reads().add(withMappingQuality(panel.reads().get(0), CallDefaults.MIN_MAPPING_QUALITY));

        CallResult result = panel.call(CallSettings.defaults(1), Panel.target(401, 500), Panel.target(901, 902));

        assertThat(result.fates())
                .containsEntry(ReadFate.USED, 2L)
                .containsEntry(ReadFate.DUPLICATE, 1L)
                .containsEntry(ReadFate.SECONDARY, 1L)
                .containsEntry(ReadFate.SUPPLEMENTARY, 1L)
                .containsEntry(ReadFate.FAILED_QUALITY, 1L)
                .containsEntry(ReadFate.MAPPING_QUALITY_ZERO, 1L)
                .containsEntry(ReadFate.LOW_MAPPING_QUALITY, 1L);
        assertThat(result.coverage().get(0).lowestDepth()).isEqualTo(2);
        assertThat(result.coverage().get(1).status()).isEqualTo(TargetCoverage.Status.NOT_COVERED);
        assertThat(result.coverage().get(1).medianDepthLimit()).isEmpty();
    }

    private static AlignedRead withMappingQuality(AlignedRead read, int quality) {
        return new AlignedRead(
                read.name() + quality,
                read.flags(),
                read.contig(),
                read.start(),
                quality,
                read.cigar(),
                read.bases(),
                read.qualities());
    }

    @Test
    void anyNumberOfThreadsAndAnySplitOfTheTargetsGivesTheSameVariants() {
        Panel panel = new Panel(9).fragments(DEPTH_1000);
        panel.with(20, 450, 1, String.valueOf(panel.other(450)))
                .with(20, 600, 3, "")
                .with(20, 800, 0, "ACGTTGCA")
                .errors(4e-4);

        List<SmallVariant> whole = panel.call();

        assertThat(passed(whole)).hasSize(3);
        TargetRegion[] parts = {Panel.target(700, 900), Panel.target(301, 599), Panel.target(590, 699)};
        for (int threads : new int[] {1, 2, 5}) {
            assertThat(panel.call(CallSettings.defaults(threads), Panel.target(301, 900))
                            .variants())
                    .isEqualTo(whole);
            assertThat(panel.call(CallSettings.defaults(threads), parts).variants())
                    .isEqualTo(whole);
        }
    }

    @Test
    void theOrderOfReadsWithinAPositionDoesNotMatter() {
        Panel panel = new Panel(10).fragments(DEPTH_1000);
        panel.with(20, 450, 1, String.valueOf(panel.other(450)))
                .with(15, 600, 3, "")
                .errors(4e-4);
        Panel turned = new Panel(10, panel.reference());
        List<AlignedRead> reads = new ArrayList<>(panel.reads());
        Collections.reverse(reads);
        turned.reads().addAll(reads);

        assertThat(turned.call()).isEqualTo(panel.call());
    }

    @Test
    void basesWithinThePrimerOfTheirOwnFragmentDoNotCountAndThoseOfOthersDo() {
        Panel panel = new Panel(11);
        List<CigarElement> cigar = List.of(new CigarElement(Panel.READ_BASES, CigarOperator.MATCH));
        panel.read("own", 0, 401, cigar, panel.reference().substring(400, 500));
        panel.read("across", 0, 351, cigar, panel.reference().substring(350, 450));
        TargetRegion primer = new TargetRegion(Panel.CONTIG, 401, 420, Optional.empty());
        CallSettings settings = new CallSettings(
                CallDefaults.MIN_BASE_QUALITY,
                CallDefaults.MIN_MAPPING_QUALITY,
                CallDefaults.PASS_QUALITY,
                CallDefaults.MIN_FRACTION,
                List.of(primer),
                1);

        CallResult result = panel.call(settings, Panel.target(420, 420), Panel.target(421, 421));

        assertThat(result.coverage().get(0).lowestDepth()).isEqualTo(1);
        assertThat(result.coverage().get(1).lowestDepth()).isEqualTo(2);
    }

    @Test
    void aFractionThatIsSurelyBelowOnePerCentDoesNotPass() {
        Panel panel = new Panel(12).fragments(5 * DEPTH_1000);
        panel.with(15, 600, 1, String.valueOf(panel.other(600))).errors(1e-4);

        List<SmallVariant> found = panel.call().stream()
                .filter(call -> call.variant().position() == 600)
                .toList();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).filters()).containsExactly(CallFilter.LOW_FRACTION);
    }

    @Test
    void errorsOfOneStrandAreNotBelieved() {
        Panel panel = new Panel(13).fragments(DEPTH_1000);
        char alt = panel.other(600);
        int changed = 0;
        for (AlignedRead read : panel.reads()) {
            if (read.isReverse() && read.start() < 590 && read.end() > 610 && changed < 25) {
                read.bases()[600 - read.start()] = (byte) alt;
                changed++;
            }
        }

        List<SmallVariant> found = panel.errors(4e-4).call().stream()
                .filter(call -> call.variant()
                        .equals(new Variant("t", 600, panel.reference().substring(599, 600), String.valueOf(alt))))
                .toList();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).filters()).contains(CallFilter.STRAND_BIAS);
    }

    @Test
    void aSampleOfErrorsAloneHasNoVariantThatPasses() {
        for (int seed = 100; seed < 106; seed++) {
            assertThat(passed(new Panel(seed).fragments(DEPTH_1000).errors(1e-3).call()))
                    .isEmpty();
        }
    }
}
