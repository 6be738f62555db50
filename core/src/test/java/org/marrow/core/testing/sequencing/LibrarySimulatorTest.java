package org.marrow.core.testing.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LibrarySimulatorTest {
    private static final byte[] TEMPLATE = Nucleotides.random(300, new SplittableRandom(5));

    @Test
    void theSameSeedsGiveTheSameReads() {
        assertThat(reads(new LibrarySimulator(SequencingErrors.typical(), 1, 2), 20))
                .usingRecursiveComparison()
                .isEqualTo(reads(new LibrarySimulator(SequencingErrors.typical(), 1, 2), 20));
    }

    @Test
    void basesAreWrongAsOftenAsTheirQualitiesSay() {
        LibrarySimulator simulator = new LibrarySimulator(SequencingErrors.ofQualitiesAlone(), 1, 7);
        double expected = 0;
        long wrong = 0;
        for (SequencedRead read : reads(simulator, 4000)) {
            for (int i = 0; i < read.bases().length; i++) {
                expected += Math.pow(10, -read.qualities()[i] / 10.0);
                wrong += read.bases()[i] == TEMPLATE[i] ? 0 : 1;
            }
        }
        // 4.5 standard deviations of a Poisson number
        assertThat((double) wrong).isCloseTo(expected, within(4.5 * Math.sqrt(expected)));
    }

    @Test
    void aReverseReadIsTheReverseComplement() {
        LibrarySimulator simulator = new LibrarySimulator(SequencingErrors.ofQualitiesAlone(), 1, 9);
        SequencedRead read = simulator.read(TEMPLATE, 10, 50, true, simulator.systematicErrors(300), 0);
        byte[] turned = Nucleotides.reverseComplement(TEMPLATE);
        int alike = 0;
        for (int i = 0; i < 50; i++) {
            alike += read.bases()[i] == turned[10 + i] ? 1 : 0;
        }
        assertThat(alike).isGreaterThan(45);
    }

    @Test
    void anErrorOfTheFirstCycleIsSharedByManyCopiesAndAllCopiesAreMade() {
        SequencingErrors often = new SequencingErrors(1e-4, 12, 0, 0, 0, 0, 0, 0, 0, 0);
        LibrarySimulator simulator = new LibrarySimulator(often, 1, 3);
        int largest = 0;
        for (int molecule = 0; molecule < 100; molecule++) {
            List<byte[]> copies = simulator.amplify(TEMPLATE, 16);
            assertThat(copies).hasSize(16);
            int[] wrong = new int[TEMPLATE.length];
            for (byte[] copy : copies) {
                for (int i = 0; i < copy.length; i++) {
                    wrong[i] += copy[i] == TEMPLATE[i] ? 0 : 1;
                }
            }
            largest = Math.max(largest, Arrays.stream(wrong).max().orElse(0));
        }
        assertThat(largest).isBetween(4, 16);
    }

    @Test
    void damageTurnsCIntoTOnOneStrandAndGIntoAOnTheOther() {
        LibrarySimulator simulator =
                new LibrarySimulator(SequencingErrors.ofQualitiesAlone().withDamage(0.5, 0), 1, 4);
        assertThat(changes(simulator.damaged(TEMPLATE, false))).containsOnlyKeys("CT");
        assertThat(changes(simulator.damaged(TEMPLATE, true))).containsOnlyKeys("GA");
    }

    @Test
    void aRunOfOneBaseSlipsByOne() {
        byte[] run = "ACGTAAAAAAAAAACGT".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        LibrarySimulator simulator = new LibrarySimulator(new SequencingErrors(0, 12, 0.01, 0, 0, 0, 0, 0, 0, 0), 1, 6);
        assertThat(simulator.amplify(run, 200)).anyMatch(copy -> copy.length == run.length - 1);
        assertThat(simulator.amplify(run, 400)).anyMatch(copy -> copy.length == run.length + 1);
    }

    @Test
    void theMeansAreThoseAskedFor() {
        LibrarySimulator simulator = new LibrarySimulator(SequencingErrors.typical(), 1, 8);
        double sizes = 0;
        for (int i = 0; i < 20_000; i++) {
            sizes += simulator.familySize(10);
        }
        assertThat(sizes / 20_000).isCloseTo(10, within(0.4));
        SystematicErrors systematic = simulator.systematicErrors(50_000);
        double rates = 0;
        for (int i = 0; i < 50_000; i++) {
            rates += systematic.rate(i, false) + systematic.rate(i, true);
        }
        assertThat(rates / 100_000).isCloseTo(2e-5, within(2e-6));
    }

    private static java.util.Map<String, Long> changes(byte[] strand) {
        java.util.Map<String, Long> seen = new java.util.TreeMap<>();
        for (int i = 0; i < strand.length; i++) {
            if (strand[i] != TEMPLATE[i]) {
                seen.merge("" + (char) TEMPLATE[i] + (char) strand[i], 1L, Long::sum);
            }
        }
        return seen;
    }

    private static List<SequencedRead> reads(LibrarySimulator simulator, int count) {
        SystematicErrors systematic = simulator.systematicErrors(TEMPLATE.length);
        java.util.ArrayList<SequencedRead> reads = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            reads.add(simulator.read(TEMPLATE, 0, 250, false, systematic, 0));
        }
        return reads;
    }
}
