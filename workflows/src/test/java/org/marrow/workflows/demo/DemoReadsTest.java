package org.marrow.workflows.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;

final class DemoReadsTest {
    private static final List<DemoTargets.Target> TARGETS = DemoTargets.all();

    @Test
    void eachTrackedLesionLiesOnATargetWhereItsReferenceBasesAre() {
        for (DemoLesion lesion : List.of(
                DemoLesion.NPM1_TYPE_A, DemoLesion.DNMT3A_R882H, DemoLesion.IDH1_R132H, DemoLesion.FLT3_D835Y)) {
            DemoTargets.Target target = targetOf(lesion);
            int offset = lesion.position() - target.start();
            assertThat(target.bases().substring(offset, offset + lesion.ref().length()))
                    .as(lesion.name())
                    .isEqualTo(lesion.ref());
        }
    }

    @Test
    void theShareOfMoleculesWithTheInsertionIsTheAlleleFraction() {
        DemoTargets.Target target = targetOf(DemoLesion.NPM1_TYPE_A);
        List<AlignedRead> reads =
                new DemoReads(new RandomDraws(5), "r").over(target, DemoLesion.NPM1_TYPE_A, 0.25, 4_000);
        long inserted = reads.stream()
                .filter(read -> !read.isSecondOfPair())
                .filter(read -> read.cigar().contains(new CigarElement(4, CigarOperator.INSERTION)))
                .count();
        assertThat(reads).hasSize(8_000);
        assertThat(inserted / 4_000.0).isCloseTo(0.25, within(5 * Math.sqrt(0.25 * 0.75 / 4_000)));
    }

    @Test
    void everyReadLiesWithinItsTarget() {
        for (DemoTargets.Target target : TARGETS) {
            DemoLesion lesion = List.of(DemoLesion.values()).stream()
                    .filter(target::holds)
                    .findFirst()
                    .orElseThrow();
            for (AlignedRead read : new DemoReads(new RandomDraws(6), "r").over(target, lesion, 0.5, 200)) {
                assertThat(read.start()).isGreaterThanOrEqualTo(1);
                assertThat(read.end()).isLessThanOrEqualTo(target.bases().length());
                int readBases = read.cigar().stream()
                        .filter(element -> element.operator().consumesRead())
                        .mapToInt(CigarElement::length)
                        .sum();
                assertThat(readBases).isEqualTo(read.bases().length);
            }
        }
    }

    private static DemoTargets.Target targetOf(DemoLesion lesion) {
        return TARGETS.stream()
                .filter(target -> target.holds(lesion))
                .findFirst()
                .orElseThrow();
    }
}
