package org.marrow.mrd.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.marrow.mrd.track.ReadBuilder.CONTIG;
import static org.marrow.mrd.track.ReadBuilder.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.statistics.ExactLimits;
import org.marrow.core.variant.Variant;

class MarkerTrackingTest {
    /** 400 random bases, so that nothing in them repeats by design. */
    private static final String REFERENCE = randomBases(400, 7);

    private static final int SITE = 200;
    private static final char REF = REFERENCE.charAt(SITE - 1);
    private static final char ALT = next(REF);

    private static String randomBases(int length, long seed) {
        Random random = new Random(seed);
        StringBuilder bases = new StringBuilder();
        for (int i = 0; i < length; i++) {
            bases.append("ACGT".charAt(random.nextInt(4)));
        }
        return bases.toString();
    }

    private static char next(char base) {
        return "ACGT".charAt(("ACGT".indexOf(base) + 1) % 4);
    }

    static MrdTarget target(String name, int position, String ref, String alt) {
        return new MrdTarget(name, Optional.of("GENE"), Optional.of(new Variant(CONTIG, position, ref, alt)));
    }

    private static MrdTarget snv() {
        return target("SNV", SITE, "" + REF, "" + ALT);
    }

    private static Optional<ReferenceSource> reference() {
        return Optional.of(new InMemoryReference(CONTIG, REFERENCE));
    }

    private static String bases(int start, int length) {
        return REFERENCE.substring(start - 1, start - 1 + length);
    }

    private static String basesWith(int start, int length, int position, char base) {
        StringBuilder bases = new StringBuilder(bases(start, length));
        bases.setCharAt(position - start, base);
        return bases.toString();
    }

    private static ReadBuilder referenceRead(String name, int start) {
        return read(name, start, "100M", bases(start, 100));
    }

    private static ReadBuilder readWith(String name, int start, char base) {
        return read(name, start, "100M", basesWith(start, 100, SITE, base));
    }

    private static List<AlignedRead> sample(int referenceReads, int alternateReads) {
        List<AlignedRead> reads = new ArrayList<>();
        for (int i = 0; i < referenceReads; i++) {
            reads.add(referenceRead("r" + i, 110 + i % 80).build());
        }
        for (int i = 0; i < alternateReads; i++) {
            reads.add(readWith("a" + i, 110 + i % 80, ALT).build());
        }
        return reads;
    }

    private static MarkerEvidence track(MrdTarget target, List<AlignedRead> reads) {
        return MarkerTracking.track(
                        List.of(target),
                        InMemoryReads.sorted(CONTIG, REFERENCE.length(), reads),
                        reference(),
                        TrackSettings.defaults())
                .getFirst();
    }

    private static MarkerEvidence track(List<AlignedRead> reads) {
        return track(snv(), reads);
    }

    @Test
    void moleculesOfEachAlleleAreCounted() {
        List<AlignedRead> reads = sample(950, 50);
        reads.add(readWith("o", 150, next(ALT)).build());
        MarkerEvidence evidence = track(reads);
        assertThat(evidence.molecules()).isEqualTo(new AlleleCounts(950, 50, 1));
        assertThat(evidence.depthReads()).isEqualTo(1001);
        assertThat(evidence.status()).isEqualTo(MrdStatus.DETECTED);
        assertThat(evidence.variantAlleleFraction()).hasValue(50.0 / 1001);
        ExactLimits exact = ExactLimits.clopperPearson(50, 1001, 0.95);
        assertThat(evidence.interval().orElseThrow().lower()).isEqualTo(exact.lower());
        assertThat(evidence.interval().orElseThrow().upper()).isEqualTo(exact.upper());
        assertThat(evidence.pValue()).isLessThan(1e-20);
    }

    @Test
    void nothingFoundIsNeverZeroAndNeverWildType() {
        MarkerEvidence evidence = track(sample(1000, 0));
        assertThat(evidence.status()).isEqualTo(MrdStatus.NOT_DETECTED_BELOW_LOD);
        assertThat(evidence.variantAlleleFraction()).isEmpty();
        // 6.2958 molecules are found as three or more with 95 % (Poisson, qgamma(0.95, 3) in R).
        assertThat(evidence.limitOfDetection().getAsDouble()).isCloseTo(6.29e-3, within(1e-4));
        assertThat(evidence.pValue()).isEqualTo(1);
        MrdMeasurement m = evidence.measurement(new Pseudonym("P"), new SampleId("S"), LocalDate.of(2026, 1, 1));
        assertThat(m.level()).isEmpty();
        assertThat(m.limitOfDetection().orElseThrow().probability()).isEqualTo(0.95);
        assertThat(m.interval().orElseThrow().lower()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, NOT_DETECTED_BELOW_LOD",
        "2, NOT_DETECTED_BELOW_LOD",
        "3, DETECTED_BELOW_QUANTIFICATION",
        "11, DETECTED_BELOW_QUANTIFICATION",
        "12, DETECTED"
    })
    void theStatusChangesAtItsThresholds(int alternate, MrdStatus expected) {
        MarkerEvidence evidence = track(sample(1000 - alternate, alternate));
        assertThat(evidence.status()).isEqualTo(expected);
        if (alternate == 2) {
            assertThat(evidence.notes()).anyMatch(note -> note.startsWith("2 of 1000 molecules"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, NOT_COVERED", "99, NOT_COVERED", "100, NOT_DETECTED_BELOW_LOD"})
    void tooFewMoleculesAreNotCovered(int depth, MrdStatus expected) {
        MarkerEvidence evidence = track(sample(depth, 0));
        assertThat(evidence.status()).isEqualTo(expected);
        if (expected == MrdStatus.NOT_COVERED) {
            assertThat(evidence.interval()).isEmpty();
            MrdMeasurement m = evidence.measurement(new Pseudonym("P"), new SampleId("S"), LocalDate.of(2026, 1, 1));
            assertThat(m.limitOfDetection()).isEmpty();
        }
    }

    @Test
    void aPlainPositiveIsNotLostForWantOfDepth() {
        MarkerEvidence evidence = track(sample(20, 20));
        assertThat(evidence.status()).isEqualTo(MrdStatus.DETECTED);
        assertThat(evidence.notes()).anyMatch(note -> note.contains("Only 40 molecules"));
    }

    @Test
    void matesThatAgreeAreOneMolecule() {
        List<AlignedRead> reads = sample(200, 0);
        reads.add(readWith("pair", 120, ALT).flags(0x1 | 0x40).build());
        reads.add(readWith("pair", 180, ALT).flags(0x1 | 0x80 | 0x10).build());
        MarkerEvidence evidence = track(reads);
        assertThat(evidence.molecules()).isEqualTo(new AlleleCounts(200, 1, 0));
        assertThat(evidence.depthReads()).isEqualTo(202);
    }

    @Test
    void matesThatDisagreeAreNoMolecule() {
        List<AlignedRead> reads = sample(200, 0);
        reads.add(readWith("pair", 120, ALT).flags(0x1).build());
        reads.add(referenceRead("pair", 180).flags(0x1).build());
        MarkerEvidence evidence = track(reads);
        assertThat(evidence.molecules()).isEqualTo(new AlleleCounts(200, 0, 0));
        assertThat(evidence.reads()).containsEntry(ReadFate.MATE_DISAGREEMENT, 2L);
        assertThat(evidence.readsSeen()).isEqualTo(202);
    }

    @Test
    void aPoorMateDoesNotContradictAGoodOne() {
        List<AlignedRead> reads = sample(200, 0);
        reads.add(readWith("pair", 120, ALT).flags(0x1).build());
        reads.add(referenceRead("pair", 180).flags(0x1).quality(SITE - 180, 19).build());
        MarkerEvidence evidence = track(reads);
        assertThat(evidence.molecules()).isEqualTo(new AlleleCounts(200, 1, 0));
        assertThat(evidence.reads()).containsEntry(ReadFate.LOW_BASE_QUALITY, 1L);
    }

    @Test
    void everyReadHasOneFate() {
        List<AlignedRead> reads = sample(150, 3);
        reads.add(referenceRead("unmapped", SITE).flags(0x4).build());
        reads.add(referenceRead("secondary", 150).flags(0x100).build());
        reads.add(referenceRead("supplementary", 150).flags(0x800).build());
        reads.add(referenceRead("failed", 150).flags(0x200).build());
        reads.add(referenceRead("duplicate", 150).flags(0x400).build());
        reads.add(referenceRead("mapq19", 150).mappingQuality(19).build());
        reads.add(referenceRead("mapq20", 150).mappingQuality(20).build());
        reads.add(referenceRead("mapq255", 150).mappingQuality(255).build());
        reads.add(referenceRead("noqual", 150).withoutQualities().build());
        reads.add(referenceRead("q19", 150).quality(SITE - 150, 19).build());
        reads.add(referenceRead("q20", 150).quality(SITE - 150, 20).build());
        reads.add(read("n", 150, "100M", basesWith(150, 100, SITE, 'N')).build());
        reads.add(read("skip", 120, "30M150N20M", bases(120, 50)).build());
        reads.add(readWith("p", 120, ALT).build());
        reads.add(referenceRead("p", 130).build());
        reads.add(referenceRead("elsewhere", 1).build());
        MarkerEvidence evidence = track(reads);
        assertThat(evidence.reads())
                .containsEntry(ReadFate.USED, 156L)
                .containsEntry(ReadFate.UNMAPPED, 1L)
                .containsEntry(ReadFate.SECONDARY, 1L)
                .containsEntry(ReadFate.SUPPLEMENTARY, 1L)
                .containsEntry(ReadFate.FAILED_QUALITY, 1L)
                .containsEntry(ReadFate.DUPLICATE, 1L)
                .containsEntry(ReadFate.LOW_MAPPING_QUALITY, 1L)
                .containsEntry(ReadFate.NO_QUALITIES, 1L)
                .containsEntry(ReadFate.LOW_BASE_QUALITY, 2L)
                .containsEntry(ReadFate.DOES_NOT_SPAN, 1L)
                .containsEntry(ReadFate.MATE_DISAGREEMENT, 2L);
        assertThat(evidence.readsSeen()).isEqualTo(reads.size() - 1);
        assertThat(evidence.notes()).anyMatch(note -> note.startsWith("1 reads carry no bases"));
    }

    @Test
    void theEndsOfAReadCountLikeItsMiddle() {
        List<AlignedRead> reads = sample(200, 0);
        reads.add(readWith("first", SITE, ALT).build());
        reads.add(readWith("last", SITE - 99, ALT).build());
        assertThat(track(reads).molecules().alternate()).isEqualTo(2);
    }

    @Test
    void aDeletionOverAnSnvIsAnotherAllele() {
        List<AlignedRead> reads = sample(200, 0);
        reads.add(read("del", 150, "50M1D50M", bases(150, 50) + bases(201, 50)).build());
        assertThat(track(reads).molecules()).isEqualTo(new AlleleCounts(200, 0, 1));
    }

    @Test
    void anMnvNeedsAllOfItsBases() {
        String alt = "" + ALT + REFERENCE.charAt(SITE) + next(REFERENCE.charAt(SITE + 1));
        MrdTarget mnv = target("MNV", SITE, bases(SITE, 3), alt);
        List<AlignedRead> reads = sample(300, 5);
        for (int i = 0; i < 4; i++) {
            String both = bases(150, 50) + alt + bases(SITE + 3, 47);
            reads.add(read("m" + i, 150, "100M", both).build());
        }
        MarkerEvidence evidence = track(mnv, reads);
        assertThat(evidence.molecules()).isEqualTo(new AlleleCounts(300, 4, 5));
        assertThat(evidence.status()).isEqualTo(MrdStatus.DETECTED_BELOW_QUANTIFICATION);
    }

    @Test
    void theOrderOfReadsDoesNotMatter() {
        List<AlignedRead> reads = sample(300, 6);
        reads.add(readWith("pair", 120, ALT).build());
        reads.add(referenceRead("pair", 130).build());
        reads.add(readWith("pair2", 120, ALT).build());
        reads.add(readWith("pair2", 130, ALT).quality(70, 12).build());
        MarkerEvidence sorted = track(reads);
        for (long seed = 1; seed <= 5; seed++) {
            List<AlignedRead> shuffled = new ArrayList<>(reads);
            Collections.shuffle(shuffled, new Random(seed));
            MarkerEvidence evidence = MarkerTracking.track(
                            List.of(snv()),
                            InMemoryReads.inOrder(CONTIG, REFERENCE.length(), shuffled),
                            reference(),
                            TrackSettings.defaults())
                    .getFirst();
            assertThat(evidence).isEqualTo(sorted);
        }
    }

    @Test
    void twiceTheMoleculesLeaveTheFractionAndLowerTheLimit() {
        List<AlignedRead> once = sample(970, 30);
        List<AlignedRead> twice = new ArrayList<>(once);
        for (AlignedRead read : once) {
            twice.add(new AlignedRead(
                    read.name() + "copy",
                    read.flags(),
                    read.contig(),
                    read.start(),
                    read.mappingQuality(),
                    read.cigar(),
                    read.bases(),
                    read.qualities()));
        }
        MarkerEvidence first = track(once);
        MarkerEvidence second = track(twice);
        assertThat(second.variantAlleleFraction()).isEqualTo(first.variantAlleleFraction());
        assertThat(second.limitOfDetection().getAsDouble())
                .isLessThan(first.limitOfDetection().getAsDouble());
    }

    @Test
    void markersAreJudgedTheSameAloneAndTogether() {
        List<AlignedRead> reads = sample(500, 20);
        InMemoryReads source = InMemoryReads.sorted(CONTIG, REFERENCE.length(), reads);
        List<MrdTarget> markers = List.of(
                snv(),
                target("near", SITE + 3, "" + REFERENCE.charAt(SITE + 2), "" + next(REFERENCE.charAt(SITE + 2))),
                target("del", SITE + 9, bases(SITE + 9, 3), bases(SITE + 9, 1)));
        List<MarkerEvidence> together = MarkerTracking.track(markers, source, reference(), TrackSettings.defaults());
        List<MarkerEvidence> alone = new ArrayList<>();
        for (MrdTarget marker : markers) {
            alone.addAll(MarkerTracking.track(List.of(marker), source, reference(), TrackSettings.defaults()));
        }
        assertThat(together).isEqualTo(alone);
        assertThat(together).extracting(evidence -> evidence.target().name()).containsExactly("SNV", "near", "del");
    }

    @Test
    void withoutAReferenceTheReadsStandInForIt() {
        List<AlignedRead> reads = sample(600, 20);
        MarkerEvidence with = track(reads);
        MarkerEvidence without = MarkerTracking.track(
                        List.of(snv()),
                        InMemoryReads.sorted(CONTIG, REFERENCE.length(), reads),
                        Optional.empty(),
                        TrackSettings.defaults())
                .getFirst();
        assertThat(without).isEqualTo(with);
    }

    @Test
    void umiNamesAreNoticed() {
        List<AlignedRead> reads = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            reads.add(referenceRead("SRR1." + i + "_ATTAC", 150).build());
        }
        assertThat(track(reads).notes()).anyMatch(note -> note.contains("optimistic"));
        assertThat(track(sample(200, 0)).notes()).noneMatch(note -> note.contains("optimistic"));
    }

    @Test
    void aNoisyPositionRaisesItsOwnLimit() {
        List<AlignedRead> quiet = sample(2000, 0);
        List<AlignedRead> noisy = new ArrayList<>(quiet);
        for (int i = 0; i < 20; i++) {
            noisy.add(readWith("x" + i, 150, next(ALT)).build());
        }
        MarkerEvidence evidence = track(noisy);
        assertThat(evidence.background().mean()).isCloseTo(20.0 / 2020, within(1e-12));
        assertThat(evidence.notes()).anyMatch(note -> note.contains("noisier"));
        assertThat(evidence.criticalCount()).isGreaterThan(25);
        assertThat(evidence.limitOfDetection().getAsDouble())
                .isGreaterThan(2 * track(quiet).limitOfDetection().getAsDouble());
    }

    @Test
    void aThirdAlleleIsNotTakenForErrors() {
        List<AlignedRead> reads = sample(500, 0);
        for (int i = 0; i < 500; i++) {
            reads.add(readWith("x" + i, 150, next(ALT)).build());
        }
        MarkerEvidence evidence = track(reads);
        assertThat(evidence.criticalCount()).isEqualTo(3);
        assertThat(evidence.notes()).anyMatch(note -> note.startsWith("A third base"));
    }

    @Test
    void anErrorAroundIsMeasured() {
        // Every read of one start carries REF>ALT at another position with the same reference base.
        int other = REFERENCE.indexOf(REF, SITE) + 1;
        List<AlignedRead> reads = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            String bases = i < 40 ? basesWith(150, 100, other, ALT) : bases(150, 100);
            reads.add(read("r" + i, 150, "100M", bases).build());
        }
        MarkerEvidence evidence = track(reads);
        assertThat(evidence.background().basis()).startsWith("40 " + REF + ">" + ALT + " errors");
        assertThat(evidence.criticalCount()).isGreaterThan(5);
    }

    @Test
    void aWrongReferenceBaseNamesTheMarker() {
        MrdTarget wrong = target("MY MARKER", SITE, "" + ALT, "" + REF);
        assertThatThrownBy(() -> track(wrong, sample(10, 0)))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISMATCH))
                .hasMessageContaining("MY MARKER")
                .hasMessageContaining("has REF " + ALT);
    }

    @Test
    void aPositionBeyondTheContigIsRefused() {
        assertThatThrownBy(() -> track(target("far", 401, "A", "C"), sample(10, 0)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("400 bases");
        assertThatThrownBy(() -> track(target("far", 400, "AC", "A"), sample(10, 0)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("beyond the end");
    }

    @Test
    void aContigThatTheReadsDoNotHaveIsRefused() {
        MrdTarget elsewhere =
                new MrdTarget("M", Optional.empty(), Optional.of(new Variant("1", SITE, "" + REF, "" + ALT)));
        assertThatThrownBy(() -> track(elsewhere, sample(10, 0)))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISMATCH))
                .hasMessageContaining("contig 1")
                .hasMessageContaining("chr1");
    }

    @Test
    void anotherAssemblyIsRefused() {
        ReferenceSource longer = new InMemoryReference(CONTIG, REFERENCE + "A");
        assertThatThrownBy(() -> MarkerTracking.track(
                        List.of(snv()),
                        InMemoryReads.sorted(CONTIG, 400, sample(10, 0)),
                        Optional.of(longer),
                        TrackSettings.defaults()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("400");
    }

    @Test
    void whatIsNoSmallVariantIsRefused() {
        assertThatThrownBy(() -> track(MrdTarget.named("BCR::ABL1"), sample(10, 0)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("BCR::ABL1");
        assertThatThrownBy(() -> track(target("ITD", SITE, "" + REF, "<DUP>"), sample(10, 0)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("symbolic");
        assertThatThrownBy(() -> track(target("N", SITE, "" + REF, "N"), sample(10, 0)))
                .isInstanceOf(UserException.class);
    }
}
