package org.marrow.mrd.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.mrd.track.MarkerTrackingTest.target;
import static org.marrow.mrd.track.ReadBuilder.CONTIG;
import static org.marrow.mrd.track.ReadBuilder.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.read.AlignedRead;

class IndelMatchingTest {
    private static final String LEFT = randomBases(150, 3) + "GT";
    private static final String RIGHT = "TC" + randomBases(150, 4);

    /** Three CAG between random flanks, the first at 153. */
    private static final String REFERENCE = LEFT + "CAGCAGCAG" + RIGHT;

    private static final int REPEAT = LEFT.length() + 1;
    private static final String WITH_INSERTION = LEFT + "CAGCAGCAGCAG" + RIGHT;
    private static final String WITH_DELETION = LEFT + "CAGCAG" + RIGHT;

    private static String randomBases(int length, long seed) {
        Random random = new Random(seed);
        StringBuilder bases = new StringBuilder();
        for (int i = 0; i < length; i++) {
            bases.append("ACGT".charAt(random.nextInt(4)));
        }
        return bases.toString();
    }

    private static MrdTarget insertion() {
        return target("ins", REPEAT - 1, "T", "TCAG");
    }

    private static MrdTarget deletion() {
        return target("del", REPEAT - 1, "TCAG", "T");
    }

    private static List<MarkerEvidence> withAndWithoutReference(
            MrdTarget target, String reference, List<AlignedRead> reads) {
        List<MarkerEvidence> both = new ArrayList<>();
        Optional<ReferenceSource> given = Optional.of(new InMemoryReference(CONTIG, reference));
        for (Optional<ReferenceSource> source : List.of(given, Optional.<ReferenceSource>empty())) {
            both.addAll(MarkerTracking.track(
                    List.of(target),
                    InMemoryReads.sorted(CONTIG, reference.length(), reads),
                    source,
                    TrackSettings.defaults()));
        }
        return both;
    }

    /** Reads of the reference at every start, so that the consensus covers all of it. */
    private static List<AlignedRead> background(String reference, int length) {
        List<AlignedRead> reads = new ArrayList<>();
        for (int start = 1; start + length - 1 <= reference.length(); start++) {
            reads.add(read("r" + start, start, length + "M", reference.substring(start - 1, start - 1 + length))
                    .build());
        }
        return reads;
    }

    private static AlleleCounts only(MrdTarget target, String reference, AlignedRead extra) {
        List<AlignedRead> reads = background(reference, 100);
        AlleleCounts before =
                withAndWithoutReference(target, reference, reads).getFirst().molecules();
        assertThat(before.alternate() + before.other()).isZero();
        reads.add(extra);
        List<MarkerEvidence> both = withAndWithoutReference(target, reference, reads);
        assertThat(both.get(1)).isEqualTo(both.get(0));
        AlleleCounts after = both.getFirst().molecules();
        return new AlleleCounts(after.reference() - before.reference(), after.alternate(), after.other());
    }

    private static final AlleleCounts ONE_ALTERNATE = new AlleleCounts(0, 1, 0);
    private static final AlleleCounts ONE_REFERENCE = new AlleleCounts(1, 0, 0);
    private static final AlleleCounts ONE_OTHER = new AlleleCounts(0, 0, 1);
    private static final AlleleCounts NONE = new AlleleCounts(0, 0, 0);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void anInsertionCountsWhereverTheAlignerWroteIt(int shift) {
        int before = 50 + shift;
        String bases = WITH_INSERTION.substring(REPEAT - 1 - 50, REPEAT - 1 + 53);
        AlignedRead alternate = read("alt", REPEAT - 50, before + "M3I" + (100 - before) + "M", bases)
                .build();
        assertThat(only(insertion(), REFERENCE, alternate)).isEqualTo(ONE_ALTERNATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void aDeletionCountsWhereverTheAlignerWroteIt(int shift) {
        int before = 50 + shift;
        String bases = WITH_DELETION.substring(REPEAT - 1 - 50, REPEAT - 1 + 50);
        AlignedRead alternate = read("alt", REPEAT - 50, before + "M3D" + (100 - before) + "M", bases)
                .build();
        assertThat(only(deletion(), REFERENCE, alternate)).isEqualTo(ONE_ALTERNATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 9})
    void theMarkerItselfMayBeWrittenAnywhereInItsRepeat(int shift) {
        int position = REPEAT - 1 + shift;
        String base = REFERENCE.substring(position - 1, position);
        MrdTarget marker = target("ins", position, base, base + "CAG");
        String bases = WITH_INSERTION.substring(REPEAT - 1 - 50, REPEAT - 1 + 53);
        AlignedRead alternate = read("alt", REPEAT - 50, "50M3I50M", bases).build();
        assertThat(only(marker, REFERENCE, alternate)).isEqualTo(ONE_ALTERNATE);
    }

    @Test
    void anInsertionClippedAtTheEndOfAReadCounts() {
        String bases = WITH_INSERTION.substring(REPEAT - 1 - 80, REPEAT - 1 + 20);
        AlignedRead clipped = read("alt", REPEAT - 80, "83M17S", bases).build();
        assertThat(only(insertion(), REFERENCE, clipped)).isEqualTo(ONE_ALTERNATE);
    }

    @Test
    void anInsertionClippedAtTheBeginningOfAReadCounts() {
        // Twenty bases before the repeat, all of the longer repeat, and what follows; clipped before the last CAG.
        String bases = WITH_INSERTION.substring(REPEAT - 1 - 20, REPEAT - 1 + 80);
        AlignedRead clipped = read("alt", REPEAT + 6, "29S71M", bases).build();
        assertThat(only(insertion(), REFERENCE, clipped)).isEqualTo(ONE_ALTERNATE);
    }

    @Test
    void aReadThatEndsInTheRepeatSaysNothing() {
        // Four CAG are not seen to end: a read that stops after the third is neither allele.
        String bases = REFERENCE.substring(REPEAT - 1 - 91, REPEAT - 1 + 9);
        AlignedRead ending = read("end", REPEAT - 91, "100M", bases).build();
        List<AlignedRead> reads = new ArrayList<>(List.of(ending));
        MarkerEvidence evidence =
                withAndWithoutReference(insertion(), REFERENCE, reads).getFirst();
        assertThat(evidence.molecules()).isEqualTo(NONE);
        assertThat(evidence.reads()).containsEntry(ReadFate.DOES_NOT_SPAN, 1L);
    }

    @Test
    void referenceAndVariantReadsCountOverTheSameNumberOfStarts() {
        for (MrdTarget target : List.of(insertion(), deletion())) {
            String haplotype = target.name().equals("ins") ? WITH_INSERTION : WITH_DELETION;
            long reference = withAndWithoutReference(target, REFERENCE, background(REFERENCE, 60))
                    .getFirst()
                    .molecules()
                    .reference();
            List<AlignedRead> variantReads = new ArrayList<>();
            for (int start = 1; start + 59 <= haplotype.length(); start++) {
                variantReads.add(aligned("v" + start, haplotype, start, 60));
            }
            long alternate = withAndWithoutReference(target, REFERENCE, variantReads)
                    .getFirst()
                    .molecules()
                    .alternate();
            assertThat(alternate).isEqualTo(reference).isGreaterThan(30);
        }
    }

    /** Aligned as an aligner would with the indel at its leftmost place, clipped where fewer than six bases lie beyond it. */
    private static AlignedRead aligned(String name, String haplotype, int start, int length) {
        int change = haplotype.length() - REFERENCE.length();
        String bases = haplotype.substring(start - 1, start - 1 + length);
        int before = REPEAT - start;
        int inserted = Math.max(0, change);
        int after = length - before - inserted;
        if (before <= 0) {
            // Begins in or after the changed stretch of the haplotype.
            int shifted = start - change;
            return read(name, shifted, length + "M", bases).build();
        }
        if (after < 6) {
            int kept = Math.min(length, before);
            return kept == length
                    ? read(name, start, length + "M", bases).build()
                    : read(name, start, kept + "M" + (length - kept) + "S", bases)
                            .build();
        }
        String middle = change > 0 ? change + "I" : -change + "D";
        if (before < 6) {
            int clipped = before + inserted;
            return read(name, start + before + Math.max(0, -change), clipped + "S" + (length - clipped) + "M", bases)
                    .build();
        }
        return read(name, start, before + "M" + middle + after + "M", bases).build();
    }

    @Test
    void anotherLengthIsAnotherAllele() {
        String two = LEFT + "CAGCAGCAGCAGCAG" + RIGHT;
        AlignedRead other = read("alt", REPEAT - 50, "50M6I50M", two.substring(REPEAT - 1 - 50, REPEAT - 1 + 56))
                .build();
        assertThat(only(insertion(), REFERENCE, other)).isEqualTo(ONE_OTHER);
        assertThat(only(deletion(), REFERENCE, other)).isEqualTo(ONE_OTHER);
    }

    @Test
    void anotherInsertedSequenceIsAnotherAllele() {
        String other = LEFT + "CATCAGCAGCAG" + RIGHT;
        AlignedRead read = read("alt", REPEAT - 50, "50M3I50M", other.substring(REPEAT - 1 - 50, REPEAT - 1 + 53))
                .build();
        assertThat(only(insertion(), REFERENCE, read)).isEqualTo(ONE_OTHER);
    }

    @Test
    void mismatchesOutsideTheRepeatDoNotMatter() {
        StringBuilder bases = new StringBuilder(WITH_INSERTION.substring(REPEAT - 1 - 50, REPEAT - 1 + 53));
        for (int i : new int[] {3, 20, 40, 80, 100}) {
            bases.setCharAt(i, bases.charAt(i) == 'A' ? 'C' : 'A');
        }
        AlignedRead read =
                read("alt", REPEAT - 50, "50M3I50M", bases.toString()).build();
        assertThat(only(insertion(), REFERENCE, read)).isEqualTo(ONE_ALTERNATE);
    }

    @Test
    void poorBasesThatWouldDecideAreLowQuality() {
        String bases = REFERENCE.substring(REPEAT - 1 - 50, REPEAT - 1 + 50);
        ReadBuilder reference = read("ref", REPEAT - 50, "100M", bases);
        assertThat(only(insertion(), REFERENCE, reference.build())).isEqualTo(ONE_REFERENCE);
        // Beyond the third CAG the haplotypes differ; all that follows in the window is poor.
        for (int i = 59; i < 65; i++) {
            reference.quality(i, 5);
        }
        assertThat(only(insertion(), REFERENCE, reference.build())).isEqualTo(NONE);
    }

    @Test
    void aHomopolymerIsToldByItsLength() {
        String flank = randomBases(150, 8);
        String reference = flank + "CAAAAAAAAG" + flank;
        int run = flank.length() + 2;
        MrdTarget longer = target("9A", run - 1, "C", "CA");
        String nine = flank + "CAAAAAAAAAG" + flank;
        AlignedRead alternate = read("alt", run - 50, "55M1I44M", nine.substring(run - 1 - 50, run - 1 + 50))
                .build();
        assertThat(only(longer, reference, alternate)).isEqualTo(ONE_ALTERNATE);
        String seven = flank + "CAAAAAAAG" + flank;
        AlignedRead shorter = read("alt", run - 50, "55M1D45M", seven.substring(run - 1 - 50, run - 1 + 50))
                .build();
        assertThat(only(longer, reference, shorter)).isEqualTo(ONE_OTHER);
    }

    @Test
    void stutterAtTheMarkerRaisesItsLimit() {
        String flank = randomBases(150, 8);
        String reference = flank + "CAAAAAAAAG" + flank;
        int run = flank.length() + 2;
        String seven = flank + "CAAAAAAAG" + flank;
        List<AlignedRead> reads = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            boolean stutters = i < 30;
            reads.add(
                    stutters
                            ? read("s" + i, run - 50, "55M1D45M", seven.substring(run - 1 - 50, run - 1 + 50))
                                    .build()
                            : read("r" + i, run - 50, "100M", reference.substring(run - 1 - 50, run - 1 + 50))
                                    .build());
        }
        MarkerEvidence evidence = withAndWithoutReference(target("9A", run - 1, "C", "CA"), reference, reads)
                .getFirst();
        assertThat(evidence.background().mean()).isEqualTo(0.01);
        assertThat(evidence.criticalCount()).isGreaterThan(40);
        assertThat(evidence.notes()).anyMatch(note -> note.contains("repeat"));
    }

    @Test
    void aLongInsertionSurvivesAnErrorInIt() {
        String inserted = randomBases(60, 5);
        String flank = randomBases(200, 6);
        String reference = flank + "G" + flank;
        MrdTarget itd = target("long", flank.length() + 1, "G", "G" + inserted);
        String haplotype = flank + "G" + inserted + flank;
        StringBuilder bases = new StringBuilder(haplotype.substring(160, 310));
        bases.setCharAt(60, bases.charAt(60) == 'A' ? 'C' : 'A');
        AlignedRead read = read("alt", 161, "41M60I49M", bases.toString()).build();
        assertThat(only(itd, reference, read)).isEqualTo(ONE_ALTERNATE);
    }

    @Test
    void aReplacementByAnotherLengthIsFollowed() {
        String reference = randomBases(300, 11);
        String removed = reference.substring(149, 154);
        MrdTarget delins = target("delins", 150, removed, "GATTACA" + removed.charAt(0) + "TG");
        String haplotype =
                reference.substring(0, 149) + "GATTACA" + removed.charAt(0) + "TG" + reference.substring(154);
        AlignedRead read =
                read("alt", 101, "49M10I5D41M", haplotype.substring(100, 200)).build();
        assertThat(only(delins, reference, read)).isEqualTo(ONE_ALTERNATE);
    }

    @Test
    void overlappingMatesOfAnIndelAreOneMolecule() {
        String bases = WITH_INSERTION.substring(REPEAT - 1 - 50, REPEAT - 1 + 53);
        List<AlignedRead> reads = background(REFERENCE, 100);
        reads.add(read("p", REPEAT - 50, "50M3I50M", bases).flags(0x41).build());
        reads.add(read("p", REPEAT - 50, "53M3I47M", bases).flags(0x81).build());
        MarkerEvidence evidence =
                withAndWithoutReference(insertion(), REFERENCE, reads).getFirst();
        assertThat(evidence.molecules().alternate()).isEqualTo(1);
    }
}
